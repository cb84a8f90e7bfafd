import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextHash } from '../../src/log/hash.ts';
import { hashText } from '../../src/log/hash.ts';

function hashOf(bytes: Uint8Array, from = 0, to = bytes.length): TextHash {
  const hash = { low: 0, high: 0 };
  hashText(bytes, from, to, hash);
  return hash;
}

const ofText = (text: string): TextHash => hashOf(new Uint8Array(Buffer.from(text)));

describe('the hash of a text', () => {
  it('does not hang on where the text lies', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 9 }), (text, around) => {
        const bytes = Uint8Array.of(...around, ...text, ...around);
        expect(hashOf(bytes, around.length, around.length + text.length)).toEqual(hashOf(text));
      }),
    );
  });

  it('differs in both numbers where one word of four bytes does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(254), (text, place, change) => {
        const other = text.slice();
        other[place % text.length]! ^= change + 1;
        expect(hashOf(other).low).not.toBe(hashOf(text).low);
        expect(hashOf(other).high).not.toBe(hashOf(text).high);
      }),
    );
  });

  it.each([0, 1, 2, 3, 4, 5, 8])('tells %i bytes of zero from one more', (length) => {
    expect(hashOf(new Uint8Array(length))).not.toEqual(hashOf(new Uint8Array(length + 1)));
  });

  const COUNT = 200_000;
  it.each<[string, (i: number) => string]>([
    ['terminal numbers', (i) => String(44_000_000 + i)],
    ['padded numbers', (i) => `card-${String(i).padStart(12, '0')}`],
    ['numbers in base 36', (i) => `a${i.toString(36)}-0`],
    ['numbers of two parts', (i) => `S${i % 1000}-${Math.floor(i / 1000)}`],
  ])('of %s is no oftener alike in one number than by chance, and never in both', (_, text) => {
    const low = new Set<number>();
    const high = new Set<number>();
    const both = new Set<string>();
    for (let i = 0; i < COUNT; i++) {
      const hash = ofText(text(i));
      low.add(hash.low);
      high.add(hash.high);
      both.add(`${hash.low} ${hash.high}`);
    }
    // Of so many, 4.7 pairs are expected: more than 16 come once in 100,000 times.
    expect(COUNT - low.size).toBeLessThanOrEqual(16);
    expect(COUNT - high.size).toBeLessThanOrEqual(16);
    expect(both.size).toBe(COUNT);
  });
});
