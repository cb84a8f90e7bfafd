import { LENGTH, readLength } from './lengths.ts';
import type { Spec } from './spec.ts';

/** Where a message begins: after the length of its frame, if the bytes begin with one that is right; else at 0. */
export function startOf(bytes: Uint8Array, spec: Spec): number {
  const { lengths, bytes: prefix, counts } = spec.rules.frame;
  if (bytes.length < prefix) return 0;
  const counted = readLength(LENGTH[lengths], bytes, 0, prefix);
  return counted === bytes.length - (counts === 'rest' ? prefix : 0) ? prefix : 0;
}
