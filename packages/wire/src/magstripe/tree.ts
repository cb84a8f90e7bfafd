import { mask } from '../secrecy.ts';
import type { Text } from '../text.ts';
import type { TreeNode } from '../tree.ts';
import type { Piece } from './fields.ts';
import { LOST, PIECES, piecesOf } from './fields.ts';
import type { TrackNumber } from './formats.ts';
import { meaningOfDigit, SERVICE_CODE } from './service-code.ts';

/** Where a character stands in the input: its first byte, and that after its last. */
export type Placing = { begin(index: number): number; end(index: number): number };

export const trackName = (track: TrackNumber): Text => ({ zh: `第 ${track} 磁道`, en: `track ${track}` });

/** The pieces of a track, masked. `text` is from its start to its end sentinel, with `\0` for lost characters. */
export function trackNodes(text: string, track: TrackNumber, placing: Placing): TreeNode[] {
  const seen = new Map<string, number>();
  return piecesOf(text, track).map((piece) => {
    const count = (seen.get(piece.id) ?? 0) + 1;
    seen.set(piece.id, count);
    return pieceNode(piece, count, text, placing);
  });
}

function pieceNode({ id, from, to }: Piece, count: number, text: string, placing: Placing): TreeNode {
  const { name, secrecy } = PIECES[id];
  const raw = text.slice(from, to);
  const offset = placing.begin(from);
  const place = { offset, length: placing.end(to - 1) - offset, id: count > 1 ? `${id}${count}` : id, name };
  if (secrecy !== null) {
    const value = mask(raw.replaceAll(LOST, '*').replaceAll(' ', secrecy === 'number' ? '*' : ' '), secrecy);
    return { ...place, value, secret: true };
  }
  const value = raw.replaceAll(LOST, '*');
  if (id !== 'service') return { ...place, value };
  const children = SERVICE_CODE.map((row, at) => ({
    offset: placing.begin(from + at),
    length: placing.end(from + at) - placing.begin(from + at),
    id: row.id,
    name: row.name,
    value: value[at]!,
    says: meaningOfDigit(row.digits, value[at]!),
  }));
  return { ...place, value, children };
}
