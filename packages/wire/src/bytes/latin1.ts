/** The bytes as characters of the same number, so that none is lost (ISO 8859-1; ASCII is its first half). */
export function readLatin1(bytes: Uint8Array, offset: number, length: number): string {
  let text = '';
  for (let at = offset; at < offset + length; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

/** Writes characters as bytes; what is beyond U+00FF becomes `?`. */
export function writeLatin1(text: string, into: Uint8Array, offset: number): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    into[offset + at] = code > 0xff ? 63 : code;
  }
}
