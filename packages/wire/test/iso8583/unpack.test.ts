import { parseHex } from '@duka/wire/bytes';
import { partsOf, SPECS, tagsOf, unpack } from '@duka/wire/iso8583';
import { describe, expect, test } from 'vitest';
import { thrown } from '../thrown.ts';
import { SALE, SALE_FRAME, SALE_MESSAGE, SALE_NUMBER } from './sale.ts';

const { unionpay } = SPECS;

describe('a UnionPay sale of 428 bytes', () => {
  test('is read to its last byte, and what is secret in it is masked', () => {
    expect(SALE_FRAME).toHaveLength(428);
    expect(unpack(SALE_MESSAGE, unionpay)).toEqual({
      tpdu: '6000060000',
      header: '603100311003',
      mti: '0200',
      fields: {
        2: '621226*********0125',
        3: '000000',
        4: '000000012800',
        11: '000042',
        14: '****',
        22: '051',
        23: '001',
        25: '00',
        26: '06',
        35: '*************************************',
        41: '10000042',
        42: '898310012345678',
        48: '0000000000000101',
        49: '156',
        52: '****************',
        53: '2600000000000000',
        55: SALE.f55.slice(4).replaceAll(' ', ''),
        59: '0100204020150DUKA-TERMINAL-000042030084F1E2D3C4A5B6978804005SYNTHETIC-TEST-DATA-NO-REAL-TERMINAL-'.padEnd(
          142,
          '-',
        ),
        60: '2200000100060',
        64: '3846363531423236',
      },
      card: { from: 'f2', masked: '621226*********0125', serviceCode: '201' },
      troubles: [],
    });
  });

  test('gives its card number to the one function that asked for it, and to nobody else', () => {
    const asked: string[] = [];
    const message = unpack(SALE_FRAME, unionpay, { start: 2, cardToken: (number) => `token ${asked.push(number)}` });
    expect(asked).toEqual([SALE_NUMBER]);
    expect(message.card).toEqual({ from: 'f2', masked: '621226*********0125', serviceCode: '201', token: 'token 1' });
    expect(JSON.stringify(message)).not.toContain(SALE_NUMBER);
  });
});

describe('what is within a field', () => {
  const { fields } = unpack(SALE_MESSAGE, unionpay);

  test('of sub-fields is told apart by the specification, as far as it goes', () => {
    expect(partsOf(unionpay, 60, fields[60]!)).toEqual({
      '60.1': '22',
      '60.2': '000001',
      '60.3': '000',
      '60.4': '6',
      '60.5': '0',
    });
    expect(partsOf(unionpay, 61, '0000010000421105')).toEqual({ '61.1': '000001', '61.2': '000042', '61.3': '1105' });
    expect(partsOf(unionpay, 60, '22000')).toEqual({ '60.1': '22' });
    expect(partsOf(unionpay, 3, '000000')).toEqual({});
  });

  test('of tags is told apart, masked as it is', () => {
    expect(tagsOf(fields[55]!)).toMatchObject({ 95: '0000048000', '9F27': '80', '84': 'A000000333010101' });
    expect(tagsOf('70105A0A621226*********0125*9F270180')).toEqual({ '5A': '621226*********0125*', '9F27': '80' });
    expect(tagsOf('********')).toEqual({});
  });
});

/** A message of which only some fields are there. */
const message = (bitmap: string, ...fields: string[]): Uint8Array =>
  parseHex(['6000060000', '603100311003', '0200', bitmap, ...fields].join(' '));

describe('the card of a message', () => {
  test.each([
    ['in track 2', '0000000020000000', ['37 6212260000000000125D29122011234567890 0'], 'f35', '201'],
    ['in tag 5A', '0000000000000200', ['0012 5A 0A 6212260000000000125F'], 'f55.5A', undefined],
    ['in tag 57', '0000000000000200', ['0021 57 13 6212260000000000125D29126200123456789F'], 'f55.57', '620'],
    ['in a template', '0000000000000200', ['0014 70 0C 5A 0A 6212260000000000125F'], 'f55.70.5A', undefined],
  ])('is found %s', (_, bitmap, fields, from, serviceCode) => {
    const asked: string[] = [];
    const { card, troubles } = unpack(message(bitmap, ...fields), unionpay, {
      cardToken: (number) => String(asked.push(number)),
    });
    expect(troubles).toEqual([]);
    expect(asked).toEqual([SALE_NUMBER]);
    expect(card).toEqual({ from, masked: '621226*********0125', token: '1', ...(serviceCode && { serviceCode }) });
  });

  test('is not looked for in tracks that field 53 calls enciphered', () => {
    const track = '37 6212260000000000125D29122011234567890 0';
    expect(unpack(message('0000000020000800', track, '2610000000000000'), unionpay).card).toBeUndefined();
    expect(unpack(message('0000000020000800', track, '2600000000000000'), unionpay).card?.from).toBe('f35');
  });

  test('that the log has masked already is given as it is', () => {
    const ascii = '0200 4000000000000000 16 621226XXXXXX0125'.replaceAll(' ', '');
    const asked: string[] = [];
    const bytes = Uint8Array.from(ascii, (character) => character.charCodeAt(0));
    const { card } = unpack(bytes, SPECS['iso87-ascii'], { cardToken: (number) => `t${asked.push(number)}` });
    expect(asked).toEqual(['621226******0125']);
    expect(card).toEqual({ from: 'f2', masked: '621226******0125', token: 't1' });
  });
});

test.each([
  ['2', '4000000000000000', '19', ''],
  ['35', '0000000020000000', '37', '=29122011234567890'],
])('what has one byte that is no digit is no card number in field %s', (no, bitmap, length, rest) => {
  const field = `0200${bitmap}${length}`;
  const bytes = Uint8Array.from(`${field}6212260000000000125${rest}`, (character) => character.charCodeAt(0));
  const mayStand = /[\d*Xx]/;
  const separators = /[=D^F]/;
  for (let at = field.length; at < field.length + 19; at++) {
    for (let byte = 0; byte < 256; byte++) {
      const character = String.fromCharCode(byte);
      if (mayStand.test(character) || (at >= field.length + 13 && separators.test(character))) continue;
      const { fields, card } = unpack(bytes.with(at, byte), SPECS['iso87-ascii']);
      expect({ at, byte, text: fields[Number(no)], card }).toEqual({ at, byte, text: '*'.repeat(Number(length)) });
    }
  }
});

describe('one message after the other', () => {
  const withCard = message('4000000000000000', '19 6212260000000000125 0');
  const without = message('2000000000000000', '000000');

  test('keeps its card to itself', () => {
    expect(unpack(withCard, unionpay).card?.masked).toBe('621226*********0125');
    expect(unpack(without, unionpay)).not.toHaveProperty('card');
  });

  test('may be read while the card of the first is asked for', () => {
    const inner: unknown[] = [];
    const outer = unpack(withCard, unionpay, {
      cardToken: (number) => {
        inner.push(unpack(without, unionpay));
        return number.slice(-2);
      },
    });
    expect(outer).toMatchObject({ fields: { 2: '621226*********0125' }, card: { from: 'f2', token: '25' } });
    expect(inner).toEqual([
      { tpdu: '6000060000', header: '603100311003', mti: '0200', fields: { 3: '000000' }, troubles: [] },
    ]);
  });
});

describe('characters beyond ASCII', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const read = (text: string) => unpack(latin(text), SPECS['iso87-ascii']);

  test('stay as they are, and a card number among them is masked', () => {
    const { fields } = read('0200 2000000000010000 000000 024 é6212260000000000125-Ünï'.replaceAll(' ', ''));
    expect(fields).toEqual({ 3: '000000', 48: 'é621226*********0125-Ünï' });
  });

  test('leave nothing behind that would shift the values of the next message', () => {
    const before = unpack(SALE_MESSAGE, unionpay);
    // As UTF-8 each two of these bytes would be one character.
    read(`02000000000000010000999${'Ã©'.repeat(499)}Ã`);
    expect(unpack(SALE_MESSAGE, unionpay)).toEqual(before);
  });

  test('in a track are hidden with it, and the card in it is found', () => {
    const { fields, card } = read(
      '0200 0000000000080000 38 B6212260000000000125^MÜLLER^2912201100'.replaceAll(' ', ''),
    );
    expect(fields).toEqual({ 45: '*'.repeat(38) });
    expect(card).toEqual({ from: 'f45', masked: '621226*********0125', serviceCode: '201' });
  });

  test('are no digits, which is a trouble', () => {
    const { fields, troubles } = read('0200 2000000000000000 00é000'.replaceAll(' ', ''));
    expect(fields).toEqual({ 3: '00é000' });
    expect(troubles.map((error) => error.message)).toEqual([
      'iso.digits: f3 at byte 22: needs digits 0-9, has the byte E9',
    ]);
  });
});

describe('what is wrong within a field', () => {
  test('hides it whole where it may hold a card, and leaves the others', () => {
    const { fields, troubles } = unpack(
      message('0000000000000210', '0012 5A 0B 6212260000000000125F', '0013 2200000100060 0'),
      unionpay,
    );
    expect(fields).toEqual({ 55: '************************', 60: '2200000100060' });
    expect(troubles.map((error) => error.message)).toEqual([
      'bytes.beyond: f55.5A at byte 25: needs 11 bytes, the field that holds it has 10 left',
    ]);
  });

  test('is a trouble where digits are none', () => {
    const { fields, troubles } = unpack(message('2000040000000000', '00000C', '051A'), unionpay);
    expect(fields).toEqual({ 3: '00000C', 22: '051' });
    expect(troubles.map((error) => error.message)).toEqual([
      'iso.digits: f3 at byte 23: needs digits 0-9, has the byte 0C',
    ]);
  });

  test('is a trouble where it is longer than may be, if everything else fits', () => {
    const { fields, troubles } = unpack(message('0000000000000010', '0019 2200000100060000000 0'), unionpay);
    expect(fields).toEqual({ 60: '2200000100060000000' });
    expect(troubles.map((error) => error.text)).toEqual([
      { zh: 'f60 第 21 字节：长度最多 17，却是 19', en: 'f60 at byte 21: needs a length of at most 17, has 19' },
    ]);
  });

  test('a card number in a free field is masked', () => {
    const { fields } = unpack(message('0000000000010000', '0021 99 6212260000000000125 0'), unionpay);
    expect(fields).toEqual({ 48: '9962122**********0125' });
  });
});

describe('a message is refused', () => {
  test.each([
    ['cut off in the TPDU', '6000', 'incomplete', 'tpdu at byte 0: needs 5 bytes, the input has 2 left'],
    [
      'cut off in the bitmap',
      '6000060000 603100311003 0200 7024',
      'incomplete',
      'bitmap at byte 13: needs 8 bytes, the input has 2 left',
    ],
    [
      'cut off in a field',
      '6000060000 603100311003 0200 4000000000000000 19 621226',
      'incomplete',
      'f2 at byte 22: needs 10 bytes, the input has 3 left',
    ],
    [
      'whose type is none',
      '6000060000 603100311003 3200 0000000000000000',
      'malformed',
      'mti at byte 11: needs a message type [0-29][1-8][0-9][0-6], has 3200',
    ],
    [
      'whose length is no number',
      '6000060000 603100311003 0200 4000000000000000 1A 621226',
      'malformed',
      'f2 at byte 21: needs 00-99 for a length, has 1A',
    ],
    [
      'that goes on after its last field',
      '6000060000 603100311003 0200 2000000000000000 000000 31',
      'malformed',
      'end at byte 24: should end here, has 1 bytes more',
    ],
    [
      'whose bitmap leaves no room for what it names',
      '6000060000 603100311003 0200 2020000000000000 000000 00',
      'incomplete',
      'f11 at byte 24: needs 3 bytes, the input has 1 left',
    ],
    [
      'that ends too soon after a length over the maximum',
      '6000060000 603100311003 0200 4000000000000000 61 6212',
      'malformed',
      'f2 at byte 21: needs a length of at most 19, has 61',
    ],
  ])('%s', (_, hex, kind, text) => {
    const error = thrown(() => unpack(parseHex(hex), unionpay));
    expect([error.kind, error.text.en]).toEqual([kind, text]);
  });
});
