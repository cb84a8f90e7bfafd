const { fromCharCode } = String;

/**
 * The bytes as characters of the same number, so that none is lost (ISO 8859-1; ASCII is its first half). Characters
 * are made eight, four, two at a time, several times as fast as one by one.
 */
export function readLatin1(bytes: Uint8Array, offset: number, length: number): string {
  const end = offset + length;
  let text = '';
  let at = offset;
  for (; at + 8 <= end; at += 8) {
    text += fromCharCode(
      bytes[at]!,
      bytes[at + 1]!,
      bytes[at + 2]!,
      bytes[at + 3]!,
      bytes[at + 4]!,
      bytes[at + 5]!,
      bytes[at + 6]!,
      bytes[at + 7]!,
    );
  }
  if (at + 4 <= end) {
    text += fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!);
    at += 4;
  }
  if (at + 2 <= end) {
    text += fromCharCode(bytes[at]!, bytes[at + 1]!);
    at += 2;
  }
  return at < end ? text + fromCharCode(bytes[at]!) : text;
}

/** Writes characters as bytes; what is beyond U+00FF becomes `?`. */
export function writeLatin1(text: string, into: Uint8Array, offset: number): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    into[offset + at] = code > 0xff ? 63 : code;
  }
}
