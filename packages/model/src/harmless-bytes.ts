import { DIGITS, HEX_RUN, holdLittle } from './hold-little.ts';

/** As many bytes of two hex digits, written apart, may be a dump. */
const HEX_PAIRS = HEX_RUN / 2;

/** Escapes may stand between digits: 4111%2D1111. */
const PERCENT = 0x25;
const AMPERSAND = 0x26;

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isHexLetter = (lower: number): boolean => lower >= 0x61 && lower <= 0x66;
const isLetter = (lower: number): boolean => lower >= 0x61 && lower <= 0x7a;

/**
 * Whether a glance at the bytes of a text is enough to say that the card-data guard would find nothing: printable ASCII, no long
 * row of digits or hex, and no name of a code or PIN. Millions of ids pass here that would each cost the guard a string and a
 * dozen patterns; what does not pass is for the guard to judge.
 *
 * @returns true only where `holdsCardData` of the text is false
 */
export function areHarmless(bytes: Uint8Array, from: number, to: number): boolean {
  return holdLittle(bytes, from, to) || holdNothingLong(bytes, from, to);
}

function holdNothingLong(bytes: Uint8Array, from: number, to: number): boolean {
  let digits = 0;
  let hex = 0;
  let pairs = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte < 0x20 || byte > 0x7e || byte === PERCENT || byte === AMPERSAND) return false;
    if (isDigit(byte)) {
      hex++;
      if (++digits >= DIGITS || hex >= HEX_RUN || (byte === 0x32 && endsField52(bytes, from, i))) return false;
      continue;
    }
    const lower = byte | 0x20;
    if (isLetter(lower)) {
      digits = 0;
      if (isHexLetter(lower)) {
        if (++hex >= HEX_RUN) return false;
      } else {
        hex = 0;
        pairs = 0;
      }
      if (endsSecretName(bytes, from, i, lower)) return false;
      continue;
    }
    const between = byte === 0x20 || byte === 0x2d || byte === 0x3a;
    pairs = between && hex >= 2 ? (hex === 2 ? pairs + 1 : 1) : 0;
    if (pairs >= HEX_PAIRS) return false;
    hex = 0;
  }
  return true;
}

/** `ca…`, `cv…`, `cs…` (card, CAV, CVV, CSC) and `pin`. */
function endsSecretName(bytes: Uint8Array, from: number, at: number, lower: number): boolean {
  if (at === from) return false;
  const before = bytes[at - 1]! | 0x20;
  if (before === 0x63) return lower === 0x61 || lower === 0x76 || lower === 0x73;
  return lower === 0x6e && before === 0x69 && at - 2 >= from && (bytes[at - 2]! | 0x20) === 0x70;
}

/** `52` after a letter that ends `de`, `f`, `field` or `bit`, perhaps with a separator and a zero between. */
function endsField52(bytes: Uint8Array, from: number, at: number): boolean {
  let i = at - 1;
  if (i < from || bytes[i] !== 0x35) return false;
  i--;
  if (i >= from && bytes[i] === 0x30) i--;
  if (i >= from && (bytes[i] === 0x20 || bytes[i] === 0x2d || bytes[i] === 0x5f)) i--;
  if (i < from) return false;
  const lower = bytes[i]! | 0x20;
  return lower === 0x64 || lower === 0x65 || lower === 0x66 || lower === 0x74;
}
