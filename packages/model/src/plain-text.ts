/** Other scripts write the same ten digits; each block of them is in order. NFKC leaves them as they are. */
function asciiDigit(character: string): string {
  let zero = character.codePointAt(0) ?? 0;
  const value = zero;
  while (value - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(value - zero);
}

/** One spelling for whoever looks for patterns: ASCII digits, plain spaces, dashes and dots, nothing invisible. */
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
