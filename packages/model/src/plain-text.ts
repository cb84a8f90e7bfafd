/** Other scripts write the same ten digits; each block of them is in order. NFKC leaves them as they are. */
function asciiDigit(character: string): string {
  let zero = character.codePointAt(0) ?? 0;
  const value = zero;
  while (value - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(value - zero);
}

/** ASCII digits, plain spaces, dashes and dots, nothing invisible. */
export function plainText(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .replace(/[\p{Z}\p{Cc}]/gu, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\u00b7\u2022\u2027\u2219\u30fb]/g, '.')
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit);
}

/** What URLs (RFC 3986, 2.1) and HTML write for a printable character, or for a blank. */
const unescaped = (text: string): string =>
  text
    .replace(/%c2%a0|&(?:nbsp|#160|#xa0);/gi, ' ')
    .replace(/&(?:hyphen|dash|minus|#45|#x2d);/gi, '-')
    .replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/**
 * The spellings of a text in which to look for patterns: as it is, but plain; without numbers that are one character (① ² ½), which
 * would be taken for digits of the number beside them; and with the escapes of URLs and HTML resolved.
 */
export function spellings(text: string): readonly string[] {
  const apart = text.replace(/\p{No}/gu, ' ');
  const resolved = unescaped(text);
  return [...new Set([text, apart, resolved])].map(plainText);
}
