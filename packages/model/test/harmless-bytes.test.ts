import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areHarmless, holdsCardData } from '../src/index.ts';
import { cardNumber, WRAPPERS } from './card-numbers.ts';

const glance = (text: string): boolean => {
  const bytes = Buffer.from(`<${text}>`);
  return areHarmless(bytes, 1, bytes.length - 1);
};

describe('a glance at the bytes', () => {
  it.each(['a87-1-0', 'k0gy7scz9ai0', 'S1066-0', '44012065', 'T1', '', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'])(
    'lets %j pass',
    (id) => {
      expect(glance(id)).toBe(true);
    },
  );

  it.each([
    'tok_cafe',
    'PIN 1234',
    'cvv123',
    'f052',
    'field_52',
    '订单1',
    'line\nend',
    '20261103090000123456',
    '2026-11-03 09:00',
    '0123456789abcdef',
    '12 ab 34 cd 56 ef 78 90 ',
  ])('leaves %j to the guard', (text) => {
    expect(glance(text)).toBe(false);
  });

  /** Pieces of which card data, and what looks like it, are made. */
  const piece = fc.oneof(
    fc.tuple(cardNumber, fc.constantFrom(...Object.values(WRAPPERS))).map(([digits, wrap]) => wrap(digits)),
    fc.stringMatching(/^[0-9]{1,14}$/),
    fc.stringMatching(/^[0-9A-Fa-f]{1,18}$/),
    fc.stringMatching(/^([0-9a-f]{2}[ :-]){5,9}$/),
    fc.constantFrom(
      'pin',
      'PIN block',
      'cvv',
      'CVC2',
      'csc',
      'cav',
      'card',
      'de',
      'f',
      'field',
      'bit',
      '52',
      '052',
      '=',
      '^',
    ),
    fc.constantFrom(' ', '-', '_', ':', '.', ',', '/', '"', 'D', 'x', 'is ', '0'),
    fc.string({ maxLength: 4 }),
  );

  it('never lets pass what the guard would remove', () => {
    const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (value) => !(glance(value) && holdsCardData(value))),
      { numRuns: 20_000 },
    );
  });
});
