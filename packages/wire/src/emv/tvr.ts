import { WireError } from '../errors.ts';
import type { TreeNode } from '../tree.ts';
import { TAGS } from './tables/tags.ts';
import { READERS } from './values.ts';

/** Five bytes of terminal verification results on their own. @throws WireError `emv.length` */
export function decodeTvr(bytes: Uint8Array): TreeNode {
  const [zh, en, kind, length] = TAGS['95'];
  if (bytes.length !== length) {
    throw new WireError('emv.length', { path: '95', offset: 0, needed: length, found: bytes.length });
  }
  const meaning = READERS[kind]({ bytes, from: 0, to: length, path: '95' });
  return { offset: 0, length, id: '95', name: { zh, en }, ...meaning };
}
