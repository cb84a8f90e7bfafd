import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodesByHash } from '../../src/log/codes-by-hash.ts';

/** Few of each number, so that many begin their search in one slot. */
const anyHash = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -3, max: 3 }));

test.each([0, 1000])('knows what was put in and nothing else, when %i were expected', (expected) => {
  fc.assert(
    fc.property(fc.uniqueArray(anyHash, { selector: String, maxLength: 250 }), anyHash, (hashes, other) => {
      const codes = new CodesByHash(expected);
      hashes.forEach(([low, high], code) => {
        expect(codes.find(low, high)).toBe(-1);
        codes.put(code, low, high);
      });
      hashes.forEach(([low, high], code) => {
        expect(codes.find(low, high)).toBe(code);
      });
      expect(codes.find(...other)).toBe(hashes.findIndex((hash) => String(hash) === String(other)));
    }),
  );
});
