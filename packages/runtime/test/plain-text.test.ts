import { hashText } from '@duka/fleet';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlainText } from '../src/intake/plain-text.ts';

/** As RFC 8259 §7 has it, a byte at a time: where the text ends, null where a backslash or a control character comes first. */
function endOf(bytes: Uint8Array): number | null {
  const end = bytes.findIndex((byte) => byte === 0x22 || byte === 0x5c || byte < 0x20);
  return bytes[end] === 0x22 ? end : null;
}

/** Bytes near those that matter are more frequent than others. */
const byte = fc.oneof(
  fc.constantFrom(0x1f, 0x20, 0x21, 0x22, 0x23, 0x5b, 0x5c, 0x5d, 0x7f, 0x80, 0x9f, 0xa2, 0xdc, 0xff, 0x00),
  fc.integer({ min: 0x30, max: 0x7a }).filter((ordinary) => ordinary !== 0x5c),
  fc.integer({ min: 0x21, max: 0xff }),
);

test('a text is read to where it ends, and its hash is that of its bytes', () => {
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 24 }), fc.nat(5), (before, from) => {
      const bytes = Uint8Array.of(...new Array(from).fill(0x22), ...before, 0x22, 0, 0, 0);
      const text = new PlainText();
      const isText = text.read(new DataView(bytes.buffer), from);
      const end = endOf(bytes.subarray(from));
      expect(isText).toBe(end !== null);
      if (end === null) return;
      expect(text.to).toBe(from + end);
      const hash = { low: 0, high: 0 };
      hashText(bytes, from, text.to, hash);
      expect({ low: text.low, high: text.high }).toEqual(hash);
    }),
    { numRuns: 5000 },
  );
});
