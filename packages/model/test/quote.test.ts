import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsCardData, quote, quoteBare } from '../src/index.ts';
import { cardNumber, WRAPPERS } from './card-numbers.ts';

describe('quote', () => {
  it.each([
    ['text', 'swipe', '"swipe"'],
    ['nothing', '', '""'],
    ['a number', 7, '"7"'],
    ['null', null, '"null"'],
    ['undefined', undefined, '"undefined"'],
    ['a bigint', 7n, '"7"'],
    ['an object', { a: [1, 'x'] }, '"{"a":[1,"x"]}"'],
    ['a bigint in an object', { a: 7n }, '"{"a":"7"}"'],
    ['40 characters', 'x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['41 characters', 'x'.repeat(41), `"${'x'.repeat(40)}…"`],
    ['characters of two code units', '😀'.repeat(41), `"${'😀'.repeat(40)}…"`],
    ['a line break', 'a\r\nb', '"a  b"'],
    ['an escape sequence', '\u001b[31mred', '" [31mred"'],
    ['a change of direction', 'a\u202eb\u2066c\u200fd', '"a b c d"'],
    ['half a character', 'a\ud83d', '"a "'],
    ['a card number', '4111 1111 1111 1111', '[removed]'],
    ['a card number past the cut', `${'x'.repeat(60)} 4111111111111111`, '[removed]'],
    ['a card number that is a number', 4111111111111111, '[removed]'],
    ['a card number in an object', { a: '4111111111111111' }, '"{"a":"[removed]"}"'],
    ['a code in an object', { cvv: 123 }, '"{"cvv":"[removed]"}"'],
    ['control characters between the digits', '4111\u00001111\u00001111\u00001111', '[removed]'],
  ])('writes %s', (_, value, expected) => {
    expect(quote(value)).toBe(expected);
  });

  it.each([
    ['a"b', 'a"b'],
    ['', ''],
    ['4111111111111111.bin', '[removed]'],
  ])('writes %j without marks as %s', (value, expected) => {
    expect(quoteBare(value)).toBe(expected);
  });

  it('can be cut elsewhere', () => {
    expect(quote('abcdef', 3)).toBe('"abc…"');
  });

  it('writes what is too deep for JSON.stringify', () => {
    expect(quote(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toMatch(/^"\[{33}"\[remov…"$/);
  });

  it('never throws and never echoes a control character, a line end or card data', () => {
    const card = fc
      .tuple(cardNumber, fc.constantFrom(...Object.values(WRAPPERS)))
      .map(([digits, wrap]) => wrap(digits));
    const value = fc.oneof(fc.anything({ withBigInt: true }), fc.string({ unit: 'binary', maxLength: 100 }), card);
    fc.assert(
      fc.property(
        fc.oneof(
          value,
          fc.tuple(fc.string(), card, fc.string()).map((parts) => parts.join(' ')),
        ),
        (found) => {
          const said = quote(found);
          expect(said).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
          expect(holdsCardData(said)).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
