import fc from 'fast-check';

/** Beginnings and lengths that schemes issue; the digits after them are made up. */
const ISSUED = [
  ['4', 16],
  ['51', 16],
  ['55', 16],
  ['2221', 16],
  ['2720', 16],
  ['2200', 16],
  ['2204', 16],
  ['34', 15],
  ['37', 15],
  ['36', 14],
  ['3528', 16],
  ['60', 16],
  ['62', 16],
  ['62', 17],
  ['62', 18],
  ['62', 19],
  ['65', 16],
  ['81', 16],
  ['82', 16],
  ['8600', 16],
  ['9558', 19],
] as const;

/** ISO/IEC 7812-1 Annex B, said in another way than the guard does. */
function withCheckDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, i) => {
    return total + [...String(Number(digit) * (i % 2 === 0 ? 2 : 1))].reduce((s, d) => s + Number(d), 0);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** Any card number that passes Luhn. */
export const cardNumber: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...ISSUED), fc.stringMatching(/^[0-9]{19}$/))
  .map(([[begins, length], filler]) => withCheckDigit((begins + filler).slice(0, length - 1)));

const inGroups = (digits: string, separator: string): string => digits.match(/.{1,4}/g)!.join(separator);
const shifted = (digits: string, zero: number): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const asHex = (digits: string, high: string): string => digits.replace(/\d/g, (digit) => high + digit);
const padded = (digits: string): string => (digits.length % 2 === 0 ? digits : `${digits}F`);
const hexLength = (hex: string): string => (hex.length / 2).toString(16).padStart(2, '0');

/** Ways in which a card number turns up in a log. */
export const WRAPPERS: { readonly [name: string]: (digits: string) => string } = {
  bare: (digits) => digits,
  'grouped by spaces': (digits) => inGroups(digits, ' '),
  'grouped by dashes': (digits) => inGroups(digits, '-'),
  'grouped by dots': (digits) => inGroups(digits, '.'),
  'grouped by tabs': (digits) => inGroups(digits, '\t'),
  'in full-width digits': (digits) => shifted(digits, 0xff10),
  'in Arabic-Indic digits': (digits) => shifted(digits, 0x660),
  'in Chinese text': (digits) => `卡号${digits}读卡失败`,
  'in a sentence': (digits) => `card ${digits}, read failed at 12:00`,
  'between letters': (digits) => `a${digits}b`,
  'with its expiry glued on': (digits) => `${digits}2712`,
  'with expiry, service code and discretionary data glued on': (digits) => `${digits}271220100000123`,
  'with its length before it': (digits) => `${digits.length}${digits}`,
  'filled up with zeros': (digits) => digits.padStart(24, '0'),
  'in track 1': (digits) => `%B${digits}^DOE/JANE^2712201000000?`,
  'in track 2': (digits) => `;${digits}=27122010000012300?`,
  'in track 2 in hex': (digits) => `${digits}D27122010000012300`,
  'in track 3': (digits) => `;01${digits}=1561560000000000?`,
  'in tag 5A': (digits) => `9F270180 5A${hexLength(padded(digits))}${padded(digits)} 5F340101`.replaceAll(' ', ''),
  'in tag 5A alone': (digits) => `5A${hexLength(padded(digits))}${padded(digits)}`,
  'in tag 57': (digits) => {
    const track = padded(`${digits}D2712201000001230`);
    return `9F27018057${hexLength(track)}${track}`;
  },
  'in an ASCII dump': (digits) => asHex(digits, '3'),
  'in an ASCII dump, spaced': (digits) => asHex(digits, ' 3').trim(),
  'in an EBCDIC dump': (digits) => asHex(digits, 'F'),
  'in JSON': (digits) => JSON.stringify({ n: digits }),
  'in an address': (digits) => `https://pay.example/?p=${digits}&x=1`,
  'grouped in an address': (digits) => `https://pay.example/?p=${inGroups(digits, '%20')}&x=1`,
  'grouped by dashes in an address': (digits) => `https://pay.example/?p=${inGroups(digits, '%2D')}&x=1`,
  'grouped in HTML': (digits) => inGroups(digits, '&nbsp;'),
  'after a number that is one character': (digits) => `①${digits}`,
};
