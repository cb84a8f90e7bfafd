import { readTlv } from '../bytes/ber.ts';
import { Cursor } from '../bytes/cursor.ts';
import { POOL } from '../bytes/text-pool.ts';
import { WireError } from '../errors.ts';
import { hide } from '../secrecy.ts';
import { SECRET_TAGS } from '../secret-tags.ts';
import { CARD_FORM, type CardFinder, type CardForm } from './card.ts';
import { hideNumbers } from './numbers.ts';

const { codes, writeDigits } = POOL;

/** The data objects that a card number can be taken from. */
const CARD_IN: { readonly [tag: string]: CardForm } = {
  '5A': CARD_FORM.number,
  '57': CARD_FORM.track2,
  '9F6B': CARD_FORM.track2,
};

/** 1 for each tag, as a number, that holds a secret. All of those have one or two bytes. */
const IS_SECRET = new Uint8Array(0x10000);
for (const tag of Object.keys(SECRET_TAGS)) IS_SECRET[Number.parseInt(tag, 16)] = 1;

/** A shorter value holds no card number, not even packed. */
const SHORTEST = 7;
/** As deep as `readTlv` goes. */
const DEEPEST = 8;

const nameOf = (tag: number): string => tag.toString(16).toUpperCase();

function hideSecret(tag: string, path: string, from: number, to: number, finder: CardFinder): void {
  const form = CARD_IN[tag];
  if (form) finder.look(form, path, tag, from, to);
  hide(codes, from, to, SECRET_TAGS[tag] ?? 'all');
}

/**
 * Hides what is secret in data objects whose hex begins at `shown` in the pool, without making anything of them.
 * @returns whether they are well formed; if not, `readTlv` says why
 */
function hideWithin(
  bytes: Uint8Array,
  start: number,
  end: number,
  shown: number,
  path: string,
  finder: CardFinder,
  depth: number,
): boolean {
  let at = start;
  while (at < end) {
    const first = bytes[at++]!;
    if (first === 0) continue;
    let tag = first;
    if ((first & 0x1f) === 0x1f) {
      let next = 0x80;
      for (let count = 1; next >= 0x80; count++) {
        if (at >= end || count > 3) return false;
        next = bytes[at++]!;
        tag = tag * 256 + next;
      }
    }
    let length = at < end ? bytes[at++]! : 0xff;
    if (length >= 0x80) {
      const bytesOfLength = length - 0x80;
      if (bytesOfLength === 0 || bytesOfLength > 4 || at + bytesOfLength > end) return false;
      length = 0;
      for (let index = 0; index < bytesOfLength; index++) length = length * 256 + bytes[at++]!;
    }
    const next = at + length;
    if (next > end) return false;
    const from = shown + (at - start) * 2;
    if ((first & 0x20) !== 0) {
      if (depth === DEEPEST || !hideWithin(bytes, at, next, from, `${path}.${nameOf(tag)}`, finder, depth + 1))
        return false;
    } else if (IS_SECRET[tag] === 1) hideSecret(nameOf(tag), path, from, from + length * 2, finder);
    else if (length >= SHORTEST) hideNumbers(codes, from, from + length * 2);
    at = next;
  }
  return true;
}

/** What `readTlv` complains of. */
function complaintOf(bytes: Uint8Array, start: number, end: number, path: string): WireError | undefined {
  try {
    readTlv(new Cursor(bytes, path, start, end, true));
  } catch (error) {
    if (error instanceof WireError) return error;
    throw error;
  }
  return undefined;
}

/**
 * Writes data objects (EMV Book 3, Annex B) into the pool, in hex: tags and lengths as they stand, two `*` for each byte
 * that is secret.
 * @param at an even place
 * @returns what is wrong with them, if anything; then all is hidden
 */
export function writeObjects(
  at: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  path: string,
  finder: CardFinder,
): WireError | undefined {
  writeDigits(at, bytes, start, end);
  if (hideWithin(bytes, start, end, at, path, finder, 1)) return undefined;
  hide(codes, at, at + 2 * (end - start), 'all');
  return complaintOf(bytes, start, end, path);
}
