import { readTlv, type Tlv } from '../bytes/ber.ts';
import { Cursor } from '../bytes/cursor.ts';
import { toHex } from '../bytes/hex.ts';
import { mask } from '../secrecy.ts';
import { SECRET_TAGS } from '../secret-tags.ts';
import { type CardSource, cardOfNumber, cardOfTrack } from './card.ts';
import { maskNumbers } from './numbers.ts';

/** A shorter value holds no card number, not even packed. */
const SHORTEST = 7;

/** Data objects with what is secret in them hidden, and what was found of the card. */
export type HiddenTlv = {
  /** In hex, tags and lengths as they stand; two `*` for each hidden byte. */
  readonly hex: string;
  readonly cards: readonly CardSource[];
};

type Progress = { hex: string; upTo: number; readonly cards: CardSource[] };

function cardIn(tag: string, hex: string, path: string): CardSource | undefined {
  if (tag === '5A') return cardOfNumber(path, hex);
  return tag === '57' || tag === '9F6B' ? cardOfTrack(path, hex) : undefined;
}

function hide(all: readonly Tlv[], progress: Progress): void {
  for (const { tag, value, children } of all) {
    const secrecy = SECRET_TAGS[tag];
    if (children) hide(children, progress);
    if (children || (secrecy === undefined && value.left < SHORTEST)) continue;
    const hex = toHex(value.bytes, value.offset, value.end);
    const card = cardIn(tag, hex, value.path);
    if (card) progress.cards.push(card);
    progress.hex += toHex(value.bytes, progress.upTo, value.offset);
    progress.hex += secrecy === undefined ? maskNumbers(hex) : mask(hex, secrecy);
    progress.upTo = value.end;
  }
}

/**
 * Hides what is secret in the data objects from `start` up to `end` (EMV Book 3, Annex B).
 * @throws WireError as `readTlv`; then nothing of them may be shown
 */
export function hideTlv(bytes: Uint8Array, start: number, end: number, path: string): HiddenTlv {
  const progress: Progress = { hex: '', upTo: start, cards: [] };
  hide(readTlv(new Cursor(bytes, path, start, end, true)), progress);
  return { hex: progress.hex + toHex(bytes, progress.upTo, end), cards: progress.cards };
}
