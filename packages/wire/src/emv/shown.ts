import { toHex } from '../bytes/hex.ts';
import { maskNumbers } from '../iso8583/numbers.ts';
import { mask } from '../secrecy.ts';

export type ShownValue = { readonly value: string; readonly secret?: true };

const PRINTABLE = /^[ -~]*$/;

const asciiOf = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/**
 * Bytes of which nobody said what they are, in hex, or as characters where `asText`. A card number in them, packed or
 * in characters, hides them all: what stands beside it may be the rest of a track.
 */
export function shownBytes(bytes: Uint8Array, from: number, to: number, asText = false): ShownValue {
  const hex = toHex(bytes, from, to);
  const ascii = asciiOf(bytes, from, to);
  const holdsNumber = maskNumbers(hex) !== hex || maskNumbers(ascii) !== ascii;
  if (holdsNumber) return { value: mask(hex, 'all'), secret: true };
  return { value: asText && PRINTABLE.test(ascii) ? ascii : hex };
}
