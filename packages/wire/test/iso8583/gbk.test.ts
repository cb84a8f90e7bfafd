import { parseHex, toHex } from '@duka/wire/bytes';
import { pack, SPECS, unpack } from '@duka/wire/iso8583';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const spec = SPECS.unionpay;
const HEAD = { tpdu: '6000060000', header: '603100311003', mti: '0210' };
const read = (hex: string): string | undefined => {
  const value = parseHex(hex);
  const length = value.length.toString().padStart(4, '0');
  return unpack(parseHex(`${HEAD.tpdu}${HEAD.header}${HEAD.mti} 0000000000000002 ${length} ${hex}`), spec).fields[63];
};
const write = (text: string): string => toHex(pack({ ...HEAD, fields: { 63: text } }, spec)).slice(46);

describe('a field in GBK', () => {
  test.each([
    ['C6D5CDA8A3AC4F4B', '普通，OK'],
    ['CEA2D0C5D6A7B8B6', '微信支付'],
    ['8140', '丂'],
    ['31FF', '1\uf7ff'],
    ['C6', '\uf7c6'],
    ['C631', '\uf7c61'],
  ])('%s reads %s and is written as it was', (hex, text) => {
    expect(read(hex)).toBe(text);
    expect(write(text)).toBe(hex);
  });

  test('of any bytes loses none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
        const hex = toHex(bytes);
        fc.pre(!/(?:3\d){13}/.test(hex));
        expect(write(read(hex)!)).toBe(hex);
      }),
      { numRuns: 1000 },
    );
  });

  test('that GBK cannot say is written as a question mark', () => {
    expect(write('😀')).toBe('3F3F');
  });
});
