import { SECRET_TAGS, type TreeNode } from '@duka/wire';
import { parseHex, toHex } from '@duka/wire/bytes';
import {
  ADDITIONAL_CAPABILITY_BITS,
  AIP_BITS,
  AUC_BITS,
  CVM_CONDITIONS,
  CVM_METHODS,
  CVM_RESULTS,
  decodeEmv,
  decodeTvr,
  ENTRY_MODES,
  emvNodes,
  L1_ERRORS,
  L2_ERRORS,
  L3_ERRORS,
  MESSAGES,
  OUTCOMES,
  TAGS,
  TERMINAL_CAPABILITY_BITS,
  TERMINAL_TYPES,
  TRANSACTION_TYPES,
  TSI_BITS,
  TVR_BITS,
  UI_STATUS,
} from '@duka/wire/emv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outline } from '../outline.ts';
import { thrown } from '../thrown.ts';

const hex2 = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
const tlv = (tag: string, value: string): string => tag + hex2(value.length / 2) + value;
const decoded = (hex: string) => decodeEmv(parseHex(hex));
const outlined = (hex: string) => outline(decoded(hex));

describe('the data objects of a sale', () => {
  test('are named, explained and placed', () => {
    expect(outlined('9F2701809A032611259C01009F02060000000012345F2A0201569F34034203029F350122')).toEqual([
      '0+4 9F27 80 "ARQC: asks to go online"',
      '4+5 9A 261125 "2026-11-25"',
      '9+3 9C 00 "goods and services"',
      '12+9 9F02 000000001234 "1234 minor units of the currency"',
      '21+5 5F2A 0156',
      '26+6 9F34 420302',
      '  29+1 method 42 "enciphered PIN verified online; the next one if unsuccessful"',
      '  30+1 condition 03 "if the terminal supports the method"',
      '  31+1 result 02 "successful"',
      '32+4 9F35 22 "merchant, attended, offline with online"',
    ]);
  });

  test('show no more of the card than they may', () => {
    const track2 = '6250941006528599D30122061234567890123F';
    expect(outlined(tlv('5A', '6250941006528599') + tlv('57', track2) + tlv('5F24', '301231'))).toEqual([
      '0+10 5A 625094******8599 secret',
      `10+21 57 ${'*'.repeat(38)} secret`,
      '31+6 5F24 ****** secret',
    ]);
  });

  test('in templates stand within them', () => {
    expect(outlined('6F1A840E325041592E5359532E4444463031A508BF0C059F4D020B0A')).toEqual([
      '0+28 6F',
      '  2+16 84 325041592E5359532E4444463031',
      '  18+10 A5',
      '    20+8 BF0C',
      '      23+5 9F4D 0B0A',
    ]);
  });

  test('with a status word after them are the response of a card', () => {
    expect(outlined('9F360201239000')).toEqual(['0+5 9F36 0123', '5+2 SW 9000 "Normal"']);
    expect(outlined('6A82')).toEqual([
      '0+2 SW 6A82 "File or application not found"',
      '  0+2 SELECT "without a PSE, try the list of AIDs; without this AID, the next"',
    ]);
  });

  test('lists of tags, verification rules and record locators are taken apart', () => {
    expect(outlined('9F38069F66049F3704')).toEqual([
      '0+9 9F38 9F66049F3704',
      '  3+3 1:9F66 "4 bytes"',
      '  6+3 2:9F37 "4 bytes"',
    ]);
    expect(outlined('9F4A0182')).toEqual(['0+4 9F4A 82', '  3+1 1:82']);
    expect(outlined('8E0A00000064000000001F00')).toEqual([
      '0+12 8E 00000064000000001F00',
      '  2+4 X 00000064',
      '  6+4 Y 00000000',
      '  10+1 method1 1F "no CVM required"',
      '  11+1 condition1 00 "always"',
    ]);
    expect(outlined('940408010301')).toEqual([
      '0+6 94 08010301',
      '  2+4 entry1 08010301 "file 1, records 1 to 3, 1 of them authenticated offline"',
    ]);
  });

  test('of a contactless kernel say why it failed', () => {
    expect(outlined('DF8115060003006A8218')).toEqual([
      '0+10 DF8115 0003006A8218',
      '  4+1 L1 00 "Layer 1 ok"',
      '  5+1 L2 03 "Bad status bytes"',
      '  6+1 L3 00 "Layer 3 ok"',
      '  7+2 SW 6A82 "File or application not found"',
      '  9+1 message 18 "Insert or swipe, or try another way"',
    ]);
    expect(outlined('DF81290860F0F0F0F0F0FF00')[0]).toMatch(/"Outcome: try another interface"$/);
  });
});

describe('data objects written and read again', () => {
  type Written = { readonly id: string; readonly value: string | readonly Written[] };
  const leaf = fc.record({
    id: fc.constantFrom('9F36', '9F26', 'DF01', '84', 'C1'),
    value: fc.uint8Array({ minLength: 1, maxLength: 5 }).map((bytes) => toHex(bytes)),
  });
  const { tree } = fc.letrec<{ tree: readonly Written[]; branch: Written }>((tie) => ({
    tree: fc.array(fc.oneof({ maxDepth: 4 }, leaf, tie('branch')), { maxLength: 4 }),
    branch: fc.record({ id: fc.constantFrom('61', 'A5', 'BF0C'), value: tie('tree') }),
  }));
  const pack = ({ id, value }: Written): string => {
    const hex = typeof value === 'string' ? value : value.map(pack).join('');
    const length = hex.length / 2;
    return `${id}${length < 128 ? hex2(length) : `82${length.toString(16).padStart(4, '0')}`}${hex}`;
  };
  const shape = (nodes: readonly TreeNode[]): unknown =>
    nodes.map(({ id, children }) => [id, children ? shape(children) : 0]);
  const shapeOf = (all: readonly Written[]): unknown =>
    all.map(({ id, value }) => [id, typeof value === 'string' ? 0 : shapeOf(value)]);

  test('have the same shape, and fill the bytes without a gap', () => {
    fc.assert(
      fc.property(tree, (all) => {
        const bytes = parseHex(all.map(pack).join(''));
        const nodes = emvNodes(bytes);
        expect(shape(nodes)).toEqual(shapeOf(all));
        let at = 0;
        for (const { offset, length } of nodes) {
          expect(offset).toBe(at);
          at += length;
        }
        expect(at).toBe(bytes.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('every tag', () => {
  const simple = Object.entries(TAGS).filter(([tag, row]) => row[2] !== 'template' && !(tag in SECRET_TAGS));

  test.each(simple)('%s has its name', (tag, [zh, en, , from = 1]) => {
    const [node] = decoded(tlv(tag, tag === '9F4F' ? '9A03' : '00'.repeat(from)));
    expect(node).toMatchObject({ id: tag, name: { zh, en } });
    expect(node?.error).toBe(undefined);
  });

  test.each(simple.filter(([, row]) => row[3] !== undefined))('%s of a wrong length says what it needs', (tag, row) => {
    const [from = 0, to = from] = row.slice(3) as number[];
    const [node] = decoded(
      `${tag}${to + 1 > 127 ? `82${(to + 1).toString(16).padStart(4, '0')}` : hex2(to + 1)}${'00'.repeat(to + 1)}`,
    );
    expect(node?.error?.detail).toMatchObject({
      path: tag,
      needed: from === to ? from : `${from}-${to}`,
      found: to + 1,
    });
  });

  test.each(Object.keys(SECRET_TAGS))('%s that is secret never shows its digits', (tag) => {
    const [node] = decoded(tlv(tag, '6250941006528599D3012206'));
    expect(node?.secret).toBe(true);
    expect(node?.value).not.toMatch(/1006|3012/);
  });

  test('that is unknown is shown, unless a card number is in it', () => {
    expect(outlined('DF0103010203')).toEqual(['0+6 DF01 010203']);
    expect(outlined(tlv('DF02', '6250941006528599D3012206'))).toEqual([`0+15 DF02 ${'*'.repeat(24)} secret`]);
    expect(outlined(tlv('DF03', '36323530393431303036353238353939'))).toEqual([`0+19 DF03 ${'*'.repeat(32)} secret`]);
  });
});

describe('every bit', () => {
  test.each([
    ['95', 5, TVR_BITS],
    ['9B', 2, TSI_BITS],
    ['82', 2, AIP_BITS],
    ['9F07', 2, AUC_BITS],
    ['9F33', 3, TERMINAL_CAPABILITY_BITS],
    ['9F40', 5, ADDITIONAL_CAPABILITY_BITS],
  ] as const)('of %s has its meaning, and all others are reserved', (tag, length, rows) => {
    for (let byte = 1; byte <= length; byte++) {
      for (let mask = 0x80; mask > 0; mask >>= 1) {
        const value = [...Array(length).keys()].map((at) => (at + 1 === byte ? hex2(mask) : '00')).join('');
        const [node] = decoded(tlv(tag, value));
        const row = rows.find((one) => one[0] === byte && one[1] === mask);
        const says = row
          ? { zh: row[2], en: row[3] }
          : { zh: '保留位，标准没有规定', en: 'reserved, not given by the standard' };
        expect(node?.children?.map((child) => child.says)).toEqual([says]);
      }
    }
  });

  test('that is not set says nothing', () => {
    expect(outlined('9B020000')).toEqual(['0+4 9B 0000 "no bit set"']);
  });
});

describe('every value', () => {
  test.each([
    ['9C', TRANSACTION_TYPES],
    ['9F35', TERMINAL_TYPES],
    ['9F39', ENTRY_MODES],
  ] as const)('of %s has its meaning', (tag, values) => {
    for (const [hex, says] of Object.entries(values)) expect(decoded(tlv(tag, hex))[0]?.says).toEqual(says);
    expect(decoded(tlv(tag, '77'))[0]?.says?.en).toBe('not given by the standards');
  });

  test.each([
    ['9F34', 0, 3, CVM_METHODS],
    ['9F34', 1, 3, CVM_CONDITIONS],
    ['9F34', 2, 3, CVM_RESULTS],
    ['DF8115', 0, 6, L1_ERRORS],
    ['DF8115', 1, 6, L2_ERRORS],
    ['DF8115', 2, 6, L3_ERRORS],
    ['DF8116', 0, 22, MESSAGES],
    ['DF8116', 1, 22, UI_STATUS],
  ] as const)('of %s, byte %i of %i, has its meaning', (tag, at, length, values) => {
    for (const [hex, says] of Object.entries(values)) {
      const value = [...Array(length).keys()].map((index) => (index === at ? hex : '00')).join('');
      expect(decoded(tlv(tag, value))[0]?.children?.[at]?.says).toEqual(says);
    }
  });

  test('of the outcome has its meaning', () => {
    for (const [hex, says] of Object.entries(OUTCOMES))
      expect(decoded(tlv('DF8129', `${hex}00000000000000`))[0]?.says).toEqual(says);
  });
});

describe('terminal verification results on their own', () => {
  test('are five bytes', () => {
    expect(outline([decodeTvr(parseHex('8000048000'))])).toEqual([
      '0+5 95 8000048000',
      '  0+1 1.b8 80 "offline data authentication not performed"',
      '  2+1 3.b3 04 "online PIN entered"',
      '  3+1 4.b8 80 "over the floor limit"',
    ]);
    expect(thrown(() => decodeTvr(parseHex('8000'))).message).toBe('emv.length: 95 at byte 0: needs 5 bytes, has 2');
  });
});

describe('bad data objects', () => {
  test('that are cut off end with what was needed, and all before them stands', () => {
    const nodes = decoded('9F360201239F2608A1B2C3');
    expect(outline(nodes)).toEqual(['0+5 9F36 0123', '5+6 rest !bytes.beyond']);
    expect(nodes[1]?.error?.message).toBe(
      'bytes.beyond: 9F26 at byte 8: needs 8 bytes, the field that holds it has 3 left',
    );
  });

  test('of a template that is cut off show what came of it', () => {
    const nodes = decoded('6F3A8407A0000003330101A52F500A50424F43204445424954870101');
    expect(outline(nodes)).toEqual([
      '0+28 rest !bytes.beyond',
      '  2+9 84 A0000003330101',
      '  11+17 rest !bytes.beyond',
      '    13+12 50 PBOC DEBIT',
      '    25+3 87 01',
    ]);
    expect(nodes[0]?.error?.message).toBe(
      'bytes.beyond: 6F at byte 2: needs 58 bytes, the field that holds it has 26 left',
    );
    expect(outline(decoded('70205A0862222000'))).toEqual(['0+8 rest !bytes.beyond', '  2+6 rest !bytes.beyond']);
  });

  test('may have tags that begin with FF, and FF after the last', () => {
    expect(outline(decoded('FF8106059F36020123FFFF'))).toEqual(['0+9 FF8106', '  4+5 9F36 0123']);
    expect(outline(decoded('9F3602012300FF00'))).toEqual(['0+5 9F36 0123']);
  });

  test('with letters where digits belong say so', () => {
    expect(decoded('9F0206ABCDEF000000')[0]?.error?.message).toBe(
      'emv.digits: 9F02 at byte 3: needs digits 0-9, has ABCDEF000000',
    );
  });

  test('nested too deeply are refused', () => {
    let bomb = '9F36020123';
    for (let depth = 0; depth < 60; depth++)
      bomb = `61${bomb.length / 2 > 127 ? '82' : ''}${(bomb.length / 2).toString(16).padStart(bomb.length / 2 > 127 ? 4 : 2, '0')}${bomb}`;
    expect(outlined(bomb).at(-1)).toMatch(/^ {16}\S+ rest !ber\.depth$/);
  });

  test('of any kind end in nodes, without a card number', () => {
    const card = parseHex('6250941006528599D30122060000');
    const tags = fc.constantFrom(...Object.keys(TAGS), 'DF01', '1F', 'BF20').map(parseHex);
    const part = fc.oneof(
      tags,
      fc.uint8Array({ maxLength: 6 }),
      fc.constant(card),
      fc.nat(40).map((length) => Uint8Array.of(length)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const bytes = Uint8Array.from(parts.flatMap((one) => [...one]));
        expect(JSON.stringify(decodeEmv(bytes))).not.toMatch(/6250941006528599/);
      }),
      { numRuns: 2000 },
    );
  });
});
