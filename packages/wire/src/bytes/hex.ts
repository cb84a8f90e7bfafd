import { WireError } from '../errors.ts';

/** Each byte as two hex digits in capitals. */
export const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).toUpperCase().padStart(2, '0'),
);

/** Of newer platforms (ECMAScript 2026), many times as fast for more than a few bytes. */
type OwnHex = { readonly toHex?: () => string };
const HAS_OWN_HEX = typeof (Uint8Array.prototype as OwnHex).toHex === 'function';
const FEW = 12;

/** Hex in capitals of the bytes from `start` up to `end`. */
export function toHex(bytes: Uint8Array, start = 0, end = bytes.length): string {
  if (HAS_OWN_HEX && end - start > FEW) return (bytes.subarray(start, end) as OwnHex).toHex!().toUpperCase();
  let hex = '';
  for (let at = start; at < end; at++) hex += HEX[bytes[at]!]!;
  return hex;
}

/** The value of a hex digit by its char code, or -1. */
export function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

const isBetween = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 45 || code === 58;

/**
 * The bytes of a text in hex, in any case; blanks, line ends, `-` and `:` may stand anywhere between the digits.
 * @throws WireError `hex.digit`, `hex.odd`; their offset counts characters of the text
 */
export function parseHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBetween(code)) continue;
    const digit = hexDigit(code);
    if (digit < 0) {
      const found = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      throw new WireError('hex.digit', { path: 'hex', offset: at, needed: '0-9 A-F', found });
    }
    if (digits % 2 === 0 && digits >> 1 < bytes.length) bytes[digits >> 1] = digit << 4;
    else if (digits % 2 === 1) bytes[digits >> 1]! |= digit;
    digits++;
  }
  if (digits % 2 === 1) {
    throw new WireError('hex.odd', { path: 'hex', offset: text.length, needed: digits + 1, found: digits });
  }
  return bytes.subarray(0, digits >> 1);
}

/** The bytes that hex in ASCII says, or undefined where it is none. */
export function unhex(bytes: Uint8Array, start: number, end: number): Uint8Array | undefined {
  if ((end - start) % 2 === 1) return undefined;
  const packed = new Uint8Array((end - start) / 2);
  for (let at = start; at < end; at++) {
    const digit = hexDigit(bytes[at]!);
    if (digit < 0) return undefined;
    packed[(at - start) >> 1]! |= (at - start) % 2 === 0 ? digit << 4 : digit;
  }
  return packed;
}
