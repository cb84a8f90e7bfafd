import {
  bcdBytes,
  Cursor,
  parseHex,
  readBcdNumber,
  readNibbles,
  readTlv,
  type Tlv,
  toHex,
  writeNibbles,
} from '@duka/wire/bytes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thrown } from '../thrown.ts';

describe('hex', () => {
  test('is read in any case, with blanks, colons and line ends', () => {
    expect([...parseHex('60:00 0a\r\n0B-ff')]).toEqual([0x60, 0x00, 0x0a, 0x0b, 0xff]);
    expect([...parseHex('')]).toEqual([]);
  });

  test('of an odd number of digits says how many there are', () => {
    const error = thrown(() => parseHex('60 00 0'));
    expect(error.code).toBe('hex.odd');
    expect(error.kind).toBe('malformed');
    expect(error.message).toBe(
      'hex.odd: hex at byte 7: needs an even number of hex digits, has 5; check whether one was lost in copying',
    );
    expect(error.text.zh).toBe('hex 第 7 字节：十六进制数字应为偶数个，却有 5 个；请检查是否少复制了一位');
  });

  test('with another character names it and its place', () => {
    expect(thrown(() => parseHex('60 0G')).message).toBe(
      'hex.digit: hex at byte 4: needs a hex digit 0-9 A-F, has U+0047',
    );
    expect(thrown(() => parseHex('6')).code).toBe('hex.odd');
    expect(thrown(() => parseHex('60 0，')).detail).toEqual({
      path: 'hex',
      offset: 4,
      needed: '0-9 A-F',
      found: 'U+FF0C',
    });
  });

  test('written and read again is the same', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(parseHex(toHex(bytes))).toEqual(bytes);
      }),
    );
  });
});

describe('packed digits', () => {
  test.each([
    ['left', 3, '071', [0x07, 0x10]],
    ['right', 3, '071', [0x00, 0x71]],
    ['left', 4, '0710', [0x07, 0x10]],
    ['right', 4, '0710', [0x07, 0x10]],
    ['left', 0, '', []],
    ['left', 5, '1234D', [0x12, 0x34, 0xd0]],
  ] as const)('stand %s: %i digits %s', (align, digits, text, bytes) => {
    const into = new Uint8Array(bcdBytes(digits)).fill(0xff);
    expect(writeNibbles(text, into, 0, align, 'f22')).toBe(bytes.length);
    expect([...into]).toEqual(bytes);
    expect(readNibbles(into, 0, digits, align)).toBe(text);
  });

  test('as a number are decimal', () => {
    expect(readBcdNumber(Uint8Array.of(0x01, 0x39), 0, 2, 'f55')).toBe(139);
    expect(thrown(() => readBcdNumber(Uint8Array.of(0x00, 0x1c), 0, 2, 'f55')).message).toBe(
      'bcd.digit: f55 at byte 1: needs a BCD nibble 0-9, has 1C',
    );
  });

  test('that are no digits cannot be packed', () => {
    expect(thrown(() => writeNibbles('12*4', new Uint8Array(2), 0, 'left', 'f2')).code).toBe('hex.digit');
  });
});

describe('a cursor', () => {
  test('asks for more at the end of the input, and calls it a lie at the end of a part', () => {
    const cursor = new Cursor(Uint8Array.of(1, 2, 3, 4), 'f55');
    const part = cursor.part(2, '9F26');
    expect(thrown(() => part.skip(3)).text.en).toBe(
      'f55.9F26 at byte 0: needs 3 bytes, the field that holds it has 2 left',
    );
    expect(thrown(() => part.skip(3)).kind).toBe('malformed');
    const error = thrown(() => cursor.number(3, 'length'));
    expect([error.code, error.kind]).toEqual(['bytes.more', 'incomplete']);
    expect(error.text).toEqual({
      zh: 'f55.length 第 2 字节：需要 3 字节，输入只剩 2 字节',
      en: 'f55.length at byte 2: needs 3 bytes, the input has 2 left',
    });
  });

  test('says what is left over', () => {
    const cursor = new Cursor(Uint8Array.of(1, 2), 'track2');
    expect(cursor.number(1)).toBe(1);
    expect(thrown(() => cursor.done()).message).toBe('bytes.left: track2 at byte 1: should end here, has 1 bytes more');
    cursor.byte();
    expect(cursor.done()).toBeUndefined();
  });
});

const shape = (all: readonly Tlv[]): unknown =>
  all.map(({ tag, start, value, children }) => [
    start,
    tag,
    children ? shape(children) : toHex(value.bytes, value.offset, value.end),
  ]);

describe('TLV', () => {
  test('has tags of one to four bytes, lengths of one to five, templates and fillers', () => {
    const bytes = parseHex('82 02 3C00 00 9F26 81 02 ABCD 70 06 5F34 01 01 00 00 DF8101 83 000001 7F FF8105 02 9A 00');
    expect(shape(readTlv(new Cursor(bytes, 'f55')))).toEqual([
      [0, '82', '3C00'],
      [5, '9F26', 'ABCD'],
      [11, '70', [[13, '5F34', '01']]],
      [19, 'DF8101', '7F'],
      [27, 'FF8105', [[31, '9A', '']]],
    ]);
  });

  test.each([
    ['9F', 'bytes.more', 'f55 at byte 1: needs 1 bytes, the input has 0 left'],
    ['9F26 08 010203', 'bytes.more', 'f55.9F26 at byte 3: needs 8 bytes, the input has 3 left'],
    ['70 04 9F26 08 01', 'bytes.beyond', 'f55.70.9F26 at byte 5: needs 8 bytes, the field that holds it has 1 left'],
    ['9FFFFFFF01 00', 'ber.tag', 'f55 at byte 0: a TLV tag has at most 4 bytes, this one is longer'],
    ['82 80', 'ber.length', 'f55.82 at byte 1: needs 00-7F 81-84 as the first byte of a TLV length, has 80'],
    ['82 85 0000000001', 'ber.length', 'f55.82 at byte 1: needs 00-7F 81-84 as the first byte of a TLV length, has 85'],
    ['82 84 FFFFFFFF', 'bytes.more', 'f55.82 at byte 6: needs 4294967295 bytes, the input has 0 left'],
  ])('%s is refused', (hex, code, text) => {
    const error = thrown(() => readTlv(new Cursor(parseHex(hex), 'f55')));
    expect([error.code, error.text.en]).toEqual([code, text]);
  });

  test('nested beyond eight levels is refused, however deep it goes', () => {
    let bomb = '';
    for (let level = 0; level < 60; level++) bomb = `70${toHex(Uint8Array.of(bomb.length / 2))}${bomb}`;
    expect(thrown(() => readTlv(new Cursor(parseHex(bomb), 'f55'))).message).toBe(
      'ber.depth: f55.70.70.70.70.70.70.70.70 at byte 16: TLV is nested deeper than 8 levels',
    );
  });

  test('of any bytes ends, with data objects or the typed error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          expect(readTlv(new Cursor(bytes)).length).toBeLessThanOrEqual(bytes.length / 2);
        } catch (error) {
          expect(error).toMatchObject({ name: 'WireError' });
        }
      }),
      { numRuns: 2000 },
    );
  });
});
