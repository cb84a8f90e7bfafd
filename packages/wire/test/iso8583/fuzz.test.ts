import { WireError } from '@duka/wire';
import { parseHex, toHex } from '@duka/wire/bytes';
import { messageTree, pack, recognise, SPECS, unpack } from '@duka/wire/iso8583';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SALE_FRAME, SALE_MESSAGE, SALE_NUMBER } from './sale.ts';

const ALL = Object.values(SPECS);

/** What a decoder gives, or the typed error; anything else thrown fails the test. */
function orError<T>(run: () => T): T | WireError {
  try {
    return run();
  } catch (error) {
    if (error instanceof WireError) return error;
    throw error;
  }
}

/** Some bytes of a message changed, left out, doubled or cut off. */
const broken = (message: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.tuple(fc.nat(message.length - 1), fc.nat(255), fc.constantFrom('change', 'drop', 'double', 'cut')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) => {
      let bytes = [...message];
      for (const [at, byte, kind] of changes) {
        if (kind === 'cut') bytes = bytes.slice(0, at);
        else if (at < bytes.length) bytes.splice(at, kind === 'double' ? 0 : 1, ...(kind === 'drop' ? [] : [byte]));
      }
      return Uint8Array.from(bytes);
    });

const text = (value: unknown): string =>
  JSON.stringify(value, (_, item) => (item instanceof Error ? item.message : item));

describe('whatever the bytes', () => {
  const anything = fc.oneof(fc.uint8Array({ maxLength: 300 }), broken(SALE_MESSAGE), broken(SALE_FRAME));

  test('each specification ends with a message or the typed error', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...ALL), (bytes, spec) => {
        const message = orError(() => unpack(bytes, spec));
        const tree = orError(() => messageTree(bytes, spec));
        expect([message instanceof Error, 'mti' in message]).toContain(true);
        expect(Array.isArray(tree) || tree instanceof WireError).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  test('a specification is guessed or not, without an error', () => {
    fc.assert(
      fc.property(anything, (bytes) => {
        expect([undefined, ...ALL]).toContain(recognise(bytes)?.spec);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a card number never shows', () => {
  const number = fc.constantFrom('6228481234567890128', '6225751234567893', '4111111111111111', '378282246310005');

  test.each([
    ['in field 2', (n: string) => ({ 2: n })],
    ['in track 2', (n: string) => ({ 35: `${n}D29122011234567890`.slice(0, 37) })],
    ['in track 3', (n: string) => ({ 36: `99${n}D1561560000` })],
    ['in the private field 48', (n: string) => ({ 48: `12${n}34` })],
    ['in the private field 63', (n: string) => ({ 63: `NO ${n} OK` })],
    ['in the private field 62', (n: string) => ({ 62: n.padEnd(20, 'F') })],
    ['in tag 5A', (n: string) => ({ 55: `5A0A${n.padEnd(20, 'F')}9F270180` })],
    ['in tag 57 of a template', (n: string) => ({ 55: `70155713${`${n}D2912201`.padEnd(38, 'F')}` })],
    ['in a tag that nobody knows', (n: string) => ({ 55: `DF320A${n.padEnd(20, 'F')}` })],
    ['in TLV that lies', (n: string) => ({ 55: `5A0B${n.padEnd(20, 'F')}` })],
  ])('%s', (_, fieldsWith) => {
    fc.assert(
      fc.property(number, fc.boolean(), (secret, isCut) => {
        const bytes = pack(
          { tpdu: '6000060000', header: '603100311003', mti: '0200', fields: fieldsWith(secret) },
          SPECS.unionpay,
        );
        const input = isCut ? bytes.subarray(0, -1) : bytes;
        const shown = text([
          orError(() => unpack(input, SPECS.unionpay)),
          orError(() => messageTree(input, SPECS.unionpay)),
        ]);
        for (let at = 0; at + 9 <= secret.length - 4; at++) expect(shown).not.toContain(secret.slice(at, at + 9));
      }),
      { numRuns: 20 },
    );
  });
});

test('a sale cut off anywhere, or read from any place, shows none of its number', () => {
  const secret = '6228481234567890128';
  const frame = parseHex(toHex(SALE_FRAME).replaceAll(SALE_NUMBER, secret));
  for (let at = 0; at < frame.length; at++) {
    for (const bytes of [frame.subarray(0, at), frame.subarray(at), frame.subarray(2, at + 2)]) {
      const shown = text(ALL.flatMap((spec) => [0, 2].map((start) => orError(() => messageTree(bytes, spec, start)))));
      for (let digit = 0; digit + 9 <= secret.length - 4; digit++)
        expect(shown).not.toContain(secret.slice(digit, digit + 9));
    }
  }
});

describe('a message meant to do harm', () => {
  test('with templates within templates ends with a trouble, and hides them', () => {
    let bomb = '9F270180';
    for (let level = 0; level < 20; level++) bomb = `70${(bomb.length / 2).toString(16).padStart(2, '0')}${bomb}`;
    const bytes = pack(
      { tpdu: '6000060000', header: '603100311003', mti: '0200', fields: { 55: bomb } },
      SPECS.unionpay,
    );
    const { fields, troubles } = unpack(bytes, SPECS.unionpay);
    expect(fields[55]).toBe('*'.repeat(bomb.length));
    expect(troubles.map(({ message }) => message)).toEqual([
      'ber.depth: f55.70.70.70.70.70.70.70.70 at byte 39: TLV is nested deeper than 8 levels',
    ]);
  });

  test('of more bytes than a frame can have is refused', () => {
    const error = orError(() => unpack(new Uint8Array(70_000), SPECS.unionpay));
    expect(error).toMatchObject({ code: 'iso.too_long', kind: 'malformed' });
    expect(error).toHaveProperty(
      'text.en',
      ' at byte 0: a message has at most 65535 bytes, this one 70000'.trimStart(),
    );
  });

  test('with all bits set is read as far as it goes', () => {
    const error = orError(() => unpack(parseHex(`6000060000 603100311003 0200 ${'FF'.repeat(16)} 19`), SPECS.unionpay));
    expect(error).toHaveProperty('text.en', 'f2 at byte 30: needs 10 bytes, the input has 0 left');
  });
});
