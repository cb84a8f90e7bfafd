import { mask } from '@duka/wire';
import { frameSplitter, pack, readDialect, unpack } from '@duka/wire/iso8583';
import fc from 'fast-check';
import Iso8583 from 'iso_8583';
import formats from 'iso_8583/lib/formats.js';
import { describe, expect, test } from 'vitest';

/** ISO 8583:1987 as the npm package `iso_8583` has it: ASCII with a bitmap and binary fields as they are. */
const DIALECT = {
  id: 'npm-iso_8583',
  base: 'iso87-ascii',
  bitmap: 'raw',
  binary: 'raw',
  fields: {
    53: 'b384',
    58: 'n..11',
    59: 'ans...255',
    64: 'b32',
    96: 'b32',
    118: 'n...999',
    119: 'n...999',
    120: 'n...999',
    121: 'n...999',
    122: 'n...999',
  },
};
const spec = readDialect(DIALECT);

/** Their fields, but for the ones that are bitmaps or messages of their own there. */
const NUMBERS = Object.keys(formats)
  .filter((key) => /^\d+$/.test(key) && Number(key) > 1 && ![65, 127, 128].includes(Number(key)))
  .map(Number);

const of = (characters: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: min, maxLength: max });

/** Hex in which nothing looks like a card number, however long it is: none begins with 0 or 1. */
const HEX = '01abcdef';

/** Values that both take; digits in long ones are few, so that none looks like a card number. */
function sampleOf(no: number): fc.Arbitrary<string> {
  const { ContentType: kind, LenType: length, MaxLen: most } = formats[no]!;
  if (no === 7) return fc.constant('1105093000');
  if (no === 12) return fc.constant('093000');
  if ([13, 14, 15, 16, 17, 73].includes(no)) return fc.constant(no === 73 ? '261105' : '1105');
  const min = length === 'fixed' ? most : 1;
  const max = length === 'fixed' ? most : Math.min(most, 40);
  if (kind === 'b') return of(HEX, most, most);
  if (kind === 'x+n') return of('01', most - 1, most - 1).map((digits) => `C${digits}`);
  if (no === 55) return of(HEX, 16, 16).map((value) => `9F2608${value.toUpperCase()}9F270180`);
  if (no === 35) return of('0123456789', 12, 12).map((digits) => `6228${digits}=29122010000`);
  if (kind === 'n' || kind === 'ns') return of(max > 12 ? '01' : '0123456789', min, max);
  return of('ABCxyz09', min, max);
}

const message = fc
  .subarray(NUMBERS, { minLength: 1 })
  .chain((numbers) => fc.tuple(...numbers.map((no) => sampleOf(no).map((value) => [String(no), value] as const))))
  .map((entries): Record<string, string> => ({ 0: '0200', ...Object.fromEntries(entries) }));

/** What we show of a value of theirs. */
function shown(no: number, value: string): string {
  const { kind, row } = spec.ready[no]!;
  const text = kind === 'b' ? value.toUpperCase() : value;
  return row.secret ? mask(text, row.secret) : text;
}

describe('messages of the npm package iso_8583', () => {
  test('are read by us field by field', () => {
    fc.assert(
      fc.property(message, (fields) => {
        const made = new Iso8583(fields).getBufferMessage();
        if (!(made instanceof Uint8Array)) throw new Error(made.error);
        const [frame] = frameSplitter(spec).push(new Uint8Array(made));
        if (frame?.kind !== 'message') throw new Error('no frame');
        const { mti, fields: read } = unpack(frame.bytes, spec);
        const { 0: type, ...rest } = fields;
        expect(mti).toBe(type);
        expect(read).toEqual(
          Object.fromEntries(Object.entries(rest).map(([no, text]) => [no, shown(Number(no), text)])),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('are read by it when we have written them', () => {
    fc.assert(
      fc.property(message, (fields) => {
        const { 0: _, ...rest } = fields;
        // It reads a second bitmap whether or not bit 1 is set.
        const bytes = pack({ mti: '0200', fields: { ...rest, 66: '1' } }, spec);
        expect(new Iso8583().getIsoJSON(Buffer.from(bytes), { lenHeader: false })).toEqual({
          0: '0200',
          ...rest,
          66: '1',
        });
      }),
      { numRuns: 200 },
    );
  });
});

/** Where the tables differ, and why ours is right: ISO 8583:1987, table 4, but for 58, 59 and 118 to 122, reserved there. */
const DIFFERENT = [53, 58, 59, 64, 65, 96, 127, 128];

test.each(NUMBERS.filter((no) => !DIFFERENT.includes(no)))('its row %i has the length of ours', (no) => {
  const { LenType: length, MaxLen: most } = formats[no]!;
  const { format } = readDialect({ id: 'x', base: 'iso87-ascii' }).fields[no]!;
  const dots = length === 'fixed' ? '' : '.'.repeat(length.indexOf('v'));
  const size = /^b\d/.test(format)
    ? Number(format.slice(1)) / 4
    : Number(/\d+$/.exec(format)?.[0]) + (format.startsWith('x') ? 1 : 0);
  expect([/\.*(?=\d)/.exec(format)?.[0], size]).toEqual([dots, most]);
});
