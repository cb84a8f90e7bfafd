import { toHex } from '@duka/wire/bytes';
import { pack, SPECS, unpack } from '@duka/wire/iso8583';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thrown } from '../thrown.ts';
import { fieldsOf } from './generate.ts';
import { SALE, SALE_MESSAGE, SALE_NUMBER } from './sale.ts';

const ALL = Object.values(SPECS);
const HEAD = { tpdu: '6000060000', header: '603100311003' };
const headOf = (spec: (typeof ALL)[number]) => (spec.rules.tpdu ? HEAD : {});

describe('a message is written', () => {
  test('as a UnionPay terminal writes it', () => {
    const fields = {
      2: SALE_NUMBER,
      3: '0',
      4: '12800',
      11: '42',
      14: '2912',
      22: '051',
      23: '1',
      25: '00',
      26: '06',
      35: `${SALE_NUMBER}=29122011234567890`,
      41: '10000042',
      42: '898310012345678',
      48: '0000000000000101',
      49: '156',
      52: '1F2E3D4C5B6A7988',
      53: '2600000000000000',
      55: SALE.f55.slice(4).replaceAll(' ', ''),
      59: '0100204020150DUKA-TERMINAL-000042030084F1E2D3C4A5B6978804005SYNTHETIC-TEST-DATA-NO-REAL-TERMINAL-'.padEnd(
        142,
        '-',
      ),
      60: '2200000100060',
      64: '3846363531423236',
    };
    expect(toHex(pack({ ...HEAD, mti: '0200', fields }, SPECS.unionpay))).toBe(toHex(SALE_MESSAGE));
  });

  test.each([
    [
      'iso87-ascii',
      { 3: '1', 28: 'D00000150', 32: '123', 41: 'T1', 64: '0123456789abcdef' },
      '0800' + '2000001100800001' + '000001' + 'D00000150' + '03123' + 'T1      ' + '0123456789abcdef',
    ],
    ['iso87-ascii', { 70: '301' }, '0800' + '8000000000000000' + '0400000000000000' + '301'],
    [
      'iso87-ascii',
      { 4: '1000', 100: '12' },
      '0800' + '9000000000000000' + '0000000010000000' + '000000001000' + '0212',
    ],
  ] as const)('in %s', (id, fields, text) => {
    expect(String.fromCharCode(...pack({ mti: '0800', fields }, SPECS[id]))).toBe(text);
  });

  test.each([
    [
      'iso87-binary',
      { 3: '1', 22: '51', 28: 'D00000150', 32: '123', 41: 'T1' },
      '0800 2000041100800000 000001 0051 44 00000150 03 1230 5431202020202020',
    ],
    [
      'iso93-binary',
      { 22: 'A1', 39: '907', 56: '12345' },
      '0800 0000040002000100 413120202020202020202020 0907 05 123450',
    ],
    [
      'unionpay',
      { 22: '51', 23: '51', 60: '2200000100060', 62: 'AB' },
      `${HEAD.tpdu} ${HEAD.header} 0800 0000060000000014 0510 0051 0013 22000001000600 0001 AB`,
    ],
  ] as const)('in %s', (id, fields, hex) => {
    const bytes = pack({ ...headOf(SPECS[id]), mti: '0800', fields }, SPECS[id]);
    expect(toHex(bytes)).toBe(hex.replaceAll(' ', ''));
  });
});

describe('a value is refused', () => {
  test.each([
    ['that is too long', { 3: '0000001' }, 'pack.length: f3: needs a length that fits n6, has 7'],
    [
      'that is too long for its length',
      { 2: '1'.repeat(20) },
      'pack.length: f2: needs a length that fits n..19, has 20',
    ],
    [
      'that is masked',
      { 2: '621226*********0125' },
      'pack.characters: f2: the value cannot be written as n..19, it has *',
    ],
    ['that is no number', { 4: '12,80' }, 'pack.characters: f4: the value cannot be written as n12, it has ?'],
    ['that is no hex', { 64: '384636353142323' }, 'pack.characters: f64: the value cannot be written as b64, it has ?'],
    ['of another length than is fixed', { 64: '3846' }, 'pack.length: f64: needs a length that fits b64, has 2'],
    ['of a field that there is not', { 1: '00' }, 'pack.field: f1: the specification unionpay has no field 1'],
  ])('%s', (_, fields, message) => {
    expect(thrown(() => pack({ ...HEAD, mti: '0200', fields }, SPECS.unionpay)).message).toBe(message);
  });

  test('that stands before the fields', () => {
    const refused = (change: object) =>
      thrown(() => pack({ ...HEAD, mti: '0200', fields: {}, ...change }, SPECS.unionpay)).message;
    expect(refused({ mti: '02' })).toBe('pack.characters: mti: the value cannot be written as n4, it has ?');
    expect(refused({ tpdu: '60' })).toBe('pack.length: tpdu: needs a length that fits 5, has 1');
    expect(refused({ header: '' })).toBe('pack.length: header: needs a length that fits 6, has 0');
  });
});

describe.each(ALL)('in $id', (spec) => {
  const head = headOf(spec);

  test('what is written is read again, fields of private use included', () => {
    fc.assert(
      fc.property(fieldsOf(spec), (fields) => {
        const bytes = pack({ ...head, mti: '0200', fields }, spec);
        const message = unpack(bytes, spec);
        expect(message).toEqual({ ...head, mti: '0200', fields, troubles: [] });
        expect(pack(message, spec)).toEqual(bytes);
      }),
      { numRuns: 150 },
    );
  });

  test('what is secret is read as masked, and cannot be written again', () => {
    const secret = spec.ready.filter((field) => field?.row.secret === 'all').map((field) => field!.no);
    for (const no of secret) {
      const { kind, size } = spec.ready[no]!;
      const value = kind === 'b' ? 'AB'.repeat(size) : '7'.repeat(size);
      const { fields } = unpack(pack({ ...head, mti: '0200', fields: { [no]: value } }, spec), spec);
      expect(fields).toEqual({ [no]: '*'.repeat(value.length) });
      expect(thrown(() => pack({ ...head, mti: '0200', fields }, spec)).code).toBe('pack.characters');
    }
    expect(secret.length).toBeGreaterThan(5);
  });
});
