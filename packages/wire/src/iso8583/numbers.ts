import { SHORTEST_NUMBER, SHOWN_FIRST, SHOWN_LAST } from '../secrecy.ts';

/** Of this module, for the same reason as with `POOL`. */
const SHORTEST = SHORTEST_NUMBER;

const ANY = [16, 17, 18, 19] as const;

/** How long card numbers are that begin with two digits (ISO/IEC 7812; ranges of the schemes as published). */
const BEGINNINGS: readonly (readonly [from: number, to: number, lengths: readonly number[]])[] = [
  [22, 27, [16]],
  [30, 30, [14, 16]],
  [34, 34, [15]],
  [35, 35, [16]],
  [36, 36, [14, 16]],
  [37, 37, [15]],
  [38, 39, [14, 16]],
  [40, 49, [13, 16, 19]],
  [50, 50, ANY],
  [51, 55, [16]],
  [56, 58, ANY],
  [60, 60, ANY],
  [62, 65, ANY],
  [67, 69, ANY],
  [81, 81, ANY],
  [90, 99, ANY],
];

const LENGTHS: readonly (readonly number[])[] = Array.from(
  { length: 100 },
  (_, two) => BEGINNINGS.find(([from, to]) => two >= from && two <= to)?.[2] ?? [],
);
/** Of each two digits the first of the lengths; more than any run is long where no number begins so. */
const AT_LEAST = Int32Array.from(LENGTHS, (lengths) => lengths[0] ?? 0x7fff_ffff);

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(codes: Uint8Array, from: number, to: number): boolean {
  let sum = 0;
  for (let at = to - 1, doubles = false; at >= from; at--, doubles = !doubles) {
    const digit = codes[at]! - 48;
    sum += doubles ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** All that can be a number is hidden as one: where two overlap, no digit shows that either of them hides. */
function hideInRun(codes: Uint8Array, from: number, to: number): void {
  const hidden: number[] = [];
  for (let at = from; at + SHORTEST <= to; at++) {
    const two = (codes[at]! - 48) * 10 + codes[at + 1]! - 48;
    if (AT_LEAST[two]! > to - at) continue;
    for (const length of LENGTHS[two]!) {
      if (at + length <= to && passesLuhn(codes, at, at + length))
        hidden.push(at + SHOWN_FIRST, at + length - SHOWN_LAST);
    }
  }
  for (let at = 0; at < hidden.length; at += 2) codes.fill(42, hidden[at], hidden[at + 1]);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * Hides card numbers among char codes that may say anything: whatever in an unbroken run of digits has the beginning, the
 * length and the check digit of one. That some other long number is taken for a card is the price.
 */
export function hideNumbers(codes: Uint8Array, from: number, to: number): void {
  // A run that is long enough has a digit at each place that is so far from the one before: the others need no look.
  for (let at = from + SHORTEST - 1; at < to; at += SHORTEST) {
    if (!isDigit(codes[at]!)) continue;
    let start = at;
    while (start > from && isDigit(codes[start - 1]!)) start--;
    while (at + 1 < to && isDigit(codes[at + 1]!)) at++;
    if (at + 1 - start >= SHORTEST) hideInRun(codes, start, at + 1);
  }
}

/** The text with what `hideNumbers` would hide. */
export function maskNumbers(text: string): string {
  if (text.length < SHORTEST) return text;
  const codes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = Math.min(text.charCodeAt(at), 0xff);
  hideNumbers(codes, 0, codes.length);
  let masked = '';
  for (let at = 0; at < text.length; at++) masked += codes[at] === 42 ? '*' : text[at];
  return masked;
}
