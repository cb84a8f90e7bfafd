import { readFileSync } from 'node:fs';
import { parseHex } from '@duka/wire/bytes';
import { frameSplitter, pack, partsOf, readDialect, SPECS, unpack } from '@duka/wire/iso8583';
import { describe, expect, test } from 'vitest';
import { DIALECT_KEYS } from '../../src/iso8583/dialect.ts';
import { thrown } from '../thrown.ts';
import { SALE_MESSAGE } from './sale.ts';

const PAGE = readFileSync(new URL('../../../../docs/guides/dialect.md', import.meta.url), 'utf8');

describe('a dialect', () => {
  test('that only names its base reads as that', () => {
    const spec = readDialect({ id: 'plain', base: 'unionpay' });
    expect(spec).toMatchObject({ id: 'plain', name: { zh: 'plain', en: 'plain' }, rules: SPECS.unionpay.rules });
    expect(unpack(SALE_MESSAGE, spec)).toEqual(unpack(SALE_MESSAGE, SPECS.unionpay));
  });

  test.each([
    ['a longer header', { header: 20 }, `6000060000 ${'00'.repeat(20)} 0800 2000000000000000 990000`, { 3: '990000' }],
    ['no TPDU and no header', { tpdu: 0, header: 0 }, '0800 2000000000000000 990000', { 3: '990000' }],
    [
      'lengths as binary numbers',
      { lengths: 'binary', tpdu: 0, header: 0 },
      '0800 0000000100000000 0B 123456789010',
      { 32: '12345678901' },
    ],
    [
      'digits on the right',
      { odd: { variable: 'right' }, tpdu: 0, header: 0 },
      '0800 0000000100000000 03 0123',
      { 32: '123' },
    ],
    [
      'digits in ASCII',
      { digits: 'ascii', tpdu: 0, header: 0 },
      '30383030 2000000000000000 393930303030',
      { 3: '990000' },
    ],
    [
      'a field of another format',
      { fields: { 48: 'ans...512' }, tpdu: 0, header: 0 },
      '0800 0000000000010000 0002 4142',
      { 48: 'AB' },
    ],
    [
      'a length that counts bytes',
      { fields: { 60: { counts: 'bytes' } }, tpdu: 0, header: 0 },
      '0800 0000000000000010 0003 220000',
      { 60: '220000' },
    ],
    [
      'a field in GBK',
      { fields: { 44: { format: 'ans..25', encoding: 'gbk' } }, tpdu: 0, header: 0 },
      '0810 0000000000100000 04 CEA2D0C5',
      { 44: '微信' },
    ],
    [
      'a field written as hex in ASCII',
      { fields: { 64: { encoding: 'hex' } }, tpdu: 0, header: 0 },
      '0810 0000000000000001 30313233343536373839414243444546',
      { 64: '0123456789ABCDEF' },
    ],
    [
      'a length of its own',
      { fields: { 59: { lengths: 'ascii' } }, tpdu: 0, header: 0 },
      '0810 0000000000000020 303032 4142',
      { 59: 'AB' },
    ],
  ])('with %s reads, and writes it again', (_, change, hex, fields) => {
    const spec = readDialect({ id: 'test', base: 'unionpay', ...change });
    const message = unpack(parseHex(hex), spec);
    expect(message).toMatchObject({ fields, troubles: [] });
    expect(pack(message, spec)).toEqual(parseHex(hex));
  });

  test('with sub-fields of its own tells them apart', () => {
    const parts = [
      { id: '48.1', length: 2 },
      { id: '48.2', length: 4 },
    ];
    const spec = readDialect({ id: 'test', base: 'iso87-ascii', fields: { 48: { parts } } });
    expect(partsOf(spec, 48, 'AB1234')).toEqual({ '48.1': 'AB', '48.2': '1234' });
  });

  test('cannot bring out what its base keeps secret', () => {
    const spec = readDialect({
      id: 'test',
      base: 'iso87-ascii',
      fields: { 2: 'ans..19', 35: { format: 'ans..40' }, 52: { format: 'ans16', secret: 'number' }, 42: 'ans16' },
    });
    const fields = {
      2: '6228481234567890128',
      35: '6228481234567890128=2912201',
      52: '6225751234567893',
      42: '6225751234567893',
    };
    expect(unpack(pack({ mti: '0200', fields }, spec), spec).fields).toEqual({
      2: '622848*********0128',
      35: '***************************',
      42: '622575******7893',
      52: '****************',
    });
  });

  test('may take a field away, which is then refused in a message', () => {
    const spec = readDialect({ id: 'test', base: 'iso87-binary', fields: { 3: null } });
    expect(thrown(() => unpack(parseHex('0800 2000000000000000 990000'), spec)).message).toBe(
      'iso.field: f3 at byte 10: the bitmap has field 3, which the specification lacks, so that nothing after it can be read; a dialect file can add it',
    );
  });
});

describe('a dialect file is refused, with the path and the reason,', () => {
  test.each([
    ['that is no map', [], 'dialect: needs map, has list'],
    ['that is empty', null, 'dialect: needs map, has null'],
    ['without an id', { base: 'unionpay' }, 'id: needs text 1-64, has null'],
    ['without a base', { id: 'x' }, 'base: needs unionpay iso87-ascii iso87-binary iso93-ascii iso93-binary, has null'],
    [
      'of another base',
      { id: 'x', base: 'jpos' },
      'base: needs unionpay iso87-ascii iso87-binary iso93-ascii iso93-binary, has jpos',
    ],
    ['with a header below nothing', { id: 'x', base: 'unionpay', header: -1 }, 'header: needs 0-256, has -1'],
    ['with half a TPDU', { id: 'x', base: 'unionpay', tpdu: 2.5 }, 'tpdu: needs 0 5, has 2.5'],
    [
      'with a key that does not exist',
      { id: 'x', base: 'unionpay', frame: { length: 2 } },
      'frame: does not know length; here may be lengths bytes counts',
    ],
    [
      'with a field that does not exist',
      { id: 'x', base: 'unionpay', fields: { 129: 'n6' } },
      'fields: needs 2-128, has 129',
    ],
    [
      'with a format that is none',
      { id: 'x', base: 'unionpay', fields: { 48: 'var999' } },
      'fields.48: needs a field format such as n6 n..19 ans...999 b64, has var999',
    ],
    [
      'with a format of one dot',
      { id: 'x', base: 'unionpay', fields: { 48: 'n.9' } },
      'fields.48: needs a field format such as n6 n..19 ans...999 b64, has n.9',
    ],
    [
      'with more digits than the dots say',
      { id: 'x', base: 'unionpay', fields: { 48: 'n..100' } },
      'fields.48: needs a field format such as n6 n..19 ans...999 b64, has n..100',
    ],
    [
      'with half a byte',
      { id: 'x', base: 'unionpay', fields: { 48: 'b12' } },
      'fields.48: needs a field format such as n6 n..19 ans...999 b64, has b12',
    ],
    [
      'with an encoding that does not go with the format',
      { id: 'x', base: 'unionpay', fields: { 52: { encoding: 'gbk' } } },
      'fields.52: this format can be written as one of raw hex, has gbk',
    ],
    [
      'with a secret turned off',
      { id: 'x', base: 'unionpay', fields: { 2: { secret: false } } },
      'fields.2.secret: needs all number, has false',
    ],
    [
      'with a part without a length',
      { id: 'x', base: 'unionpay', fields: { 48: { parts: [{ id: '48.1' }] } } },
      'fields.48.parts.0: needs id length, has map',
    ],
    [
      'with parts that are no list',
      { id: 'x', base: 'unionpay', fields: { 48: { parts: 3 } } },
      'fields.48.parts: needs list, has 3',
    ],
    ['with a very long word', { id: 'x'.repeat(70), base: 'unionpay' }, 'id: needs text 1-64, has text of 70'],
    [
      'with a key of the language',
      JSON.parse('{"id":"x","base":"unionpay","__proto__":1}'),
      'dialect: does not know __proto__; here may be id name base frame tpdu header digits binary bitmap lengths odd fields',
    ],
  ])('%s', (_, value, text) => {
    const error = thrown(() => readDialect(value));
    expect(error.text.en).toBe(text);
    expect(error.kind).toBe('malformed');
  });
});

describe('the page on dialects', () => {
  test.each(DIALECT_KEYS)('tells of %s and of what it may be: %s', (key, needed) => {
    const rows = PAGE.split('\n').filter((line) => line.startsWith(`| \`${key}\` |`));
    expect(rows).toHaveLength(2);
    for (const row of rows) for (const value of needed.split(' ')) expect(row).toContain(value);
  });

  test('has no key that does not exist', () => {
    const keys = [...PAGE.matchAll(/^\| `([^`]+)` \|/gm)].map(([, key]) => key);
    expect(new Set(keys)).toEqual(new Set(DIALECT_KEYS.map(([key]) => key)));
  });

  test('has an example that reads the message beside it', () => {
    const [example = ''] = /(?<=```json\n)[^`]+/.exec(PAGE) ?? [];
    const [hex = ''] = /(?<=```hex\n)[^`]+/.exec(PAGE) ?? [];
    const spec = readDialect(JSON.parse(example));
    const [frame] = frameSplitter(spec).push(parseHex(hex));
    const message = unpack(frame?.kind === 'message' ? frame.bytes : new Uint8Array(), spec);
    expect(message).toMatchObject({ mti: '0210', fields: { 39: '00', 44: '微信', 48: 'AB12' }, troubles: [] });
    expect(partsOf(spec, 48, message.fields[48]!)).toEqual({ '48.1': 'AB', '48.2': '12' });
  });
});
