import { parseHex } from '@duka/wire/bytes';
import { messageTree, pack, readDialect, recognise, recogniseCut, SPECS } from '@duka/wire/iso8583';
import { expect, test } from 'vitest';
import { outline } from '../outline.ts';
import { thrown } from '../thrown.ts';
import { SALE_FRAME, SALE_MESSAGE } from './sale.ts';

const { unionpay } = SPECS;
const HEAD = '6000060000 613100313003';

test('a small request is this tree, to the byte', () => {
  const bytes = parseHex(
    `003B ${HEAD} 0200 4000040000000210 19 62122600000000001250 0220 0014 5F340101 9F410400000042 950180 0013 22000001000620`,
  );
  expect(messageTree(bytes, unionpay)).toEqual([
    { offset: 0, length: 2, id: 'length', name: { zh: '报文长度', en: 'message length' }, value: '003B' },
    {
      offset: 2,
      length: 5,
      id: 'tpdu',
      name: { zh: 'TPDU 传输协议数据单元', en: 'transport protocol data unit' },
      value: '6000060000',
    },
    {
      offset: 7,
      length: 6,
      id: 'header',
      name: { zh: '报文头', en: 'message header' },
      value: '613100313003',
      says: { zh: 'IC 卡金融支付类', en: 'chip, financial' },
    },
    {
      offset: 13,
      length: 2,
      id: 'mti',
      name: { zh: '报文类型', en: 'message type' },
      value: '0200',
      says: { zh: '金融交易请求', en: 'financial request' },
    },
    {
      offset: 15,
      length: 8,
      id: 'bitmap',
      name: { zh: '位图', en: 'bitmap' },
      value: '4000040000000210',
      says: { zh: '域 2 22 55 60', en: 'fields 2 22 55 60' },
      plain: true,
    },
    {
      offset: 23,
      length: 11,
      id: 'f2',
      name: { zh: '主账号', en: 'primary account number' },
      value: '621226*********0125',
      secret: true,
    },
    {
      offset: 34,
      length: 2,
      id: 'f22',
      name: { zh: '服务点输入方式码', en: 'point of service entry mode' },
      value: '022',
      says: { zh: '磁条，无密码', en: 'magnetic stripe, without PIN' },
    },
    {
      offset: 36,
      length: 16,
      id: 'f55',
      name: { zh: 'IC 卡数据域', en: 'integrated circuit card data' },
      value: '5F3401019F410400000042950180',
      children: [
        { offset: 38, length: 4, id: '5F34', name: expect.anything(), value: '01' },
        { offset: 42, length: 7, id: '9F41', name: expect.anything(), value: '00000042' },
        expect.objectContaining({
          offset: 49,
          length: 3,
          id: '95',
          name: { zh: '终端验证结果 TVR', en: 'terminal verification results' },
        }),
      ],
    },
    {
      offset: 52,
      length: 9,
      id: 'f60',
      name: { zh: '自定义域', en: 'private: transaction type, batch, capability' },
      value: '2200000100062',
      children: [
        {
          offset: 54,
          length: 1,
          id: '60.1',
          name: { zh: '交易类型码', en: 'transaction type' },
          value: '22',
          says: { zh: '消费', en: 'sale' },
        },
        { offset: 55, length: 3, id: '60.2', name: { zh: '批次号', en: 'batch number' }, value: '000001' },
        {
          offset: 58,
          length: 2,
          id: '60.3',
          name: { zh: '网络管理信息码', en: 'network management code' },
          value: '000',
          says: { zh: '正常', en: 'normal' },
        },
        {
          offset: 59,
          length: 1,
          id: '60.4',
          name: { zh: '终端读取能力', en: 'reading capability of the terminal' },
          value: '6',
          says: { zh: '可读非接触芯片（及接触式）', en: 'contactless and contact chip' },
        },
        {
          offset: 60,
          length: 1,
          id: '60.5',
          name: { zh: 'IC 卡条件代码', en: 'condition of the chip' },
          value: '2',
          says: {
            zh: '上一笔是 IC 卡且失败：这一笔是降级',
            en: 'the last one was a chip and failed: this is a fallback',
          },
        },
      ],
    },
  ]);
});

test('what is wrong within a field stands at its node', () => {
  const nodes = messageTree(parseHex(`${HEAD} 0200 2000000000000200 00000C 0003 9F2608`), unionpay);
  expect(nodes.slice(4).map(({ id, value, secret, error }) => [id, value, secret, error?.text.zh])).toEqual([
    ['f3', '00000C', undefined, 'f3 第 23 字节：应为数字 0-9，却有字节 0C'],
    ['f55', '******', true, 'f55.9F26 第 29 字节：需要 8 字节，所在的域只剩 0 字节'],
  ]);
});

test('data objects that are written as hex stand where their characters do, and nothing hidden shows in them', () => {
  const spec = SPECS['iso87-ascii'];
  const fields = { 55: '9F2701805A0A6228481234567890128F9F1E086225751234567893' };
  const node = messageTree(pack({ mti: '0200', fields }, spec), spec).at(-1);
  expect(node).toMatchObject({ id: 'f55', offset: 20, length: 57, secret: true });
  expect(node?.children?.map(({ id, offset, length, value, secret }) => [id, offset, length, value, secret])).toEqual([
    ['9F27', 23, 8, '80', undefined],
    ['5A', 31, 24, '622848**********128F', true],
    ['9F1E', 55, 22, '****************', true],
  ]);
});

test('the nodes of a sale cover it without a gap, children lie within their parents', () => {
  const nodes = messageTree(SALE_FRAME, unionpay);
  let at = 0;
  for (const { offset, length, children = [] } of nodes) {
    expect(offset).toBe(at);
    at += length;
    for (const child of children) {
      expect(child.offset).toBeGreaterThanOrEqual(offset);
      expect(child.offset + child.length).toBeLessThanOrEqual(at);
    }
  }
  expect(at).toBe(SALE_FRAME.length);
});

test.each(Object.entries(SPECS))(
  'a message in %s is recognised, with the length of its frame and without',
  (id, spec) => {
    const head = spec.rules.tpdu ? { tpdu: '6000060000', header: '603100311003' } : {};
    const fields =
      spec.family === 'iso93'
        ? { 12: '261105093000', 22: 'B10101B1014C', 39: '000' }
        : { 3: '0', 12: '093000', 22: '051', 39: '00' };
    const body = pack({ ...head, mti: '0210', fields }, spec);
    expect(recognise(body)).toEqual({ spec: expect.objectContaining({ id }), start: 0 });
    const framed = Uint8Array.of(0, body.length, ...body);
    expect(recognise(framed)).toEqual({ spec: expect.objectContaining({ id }), start: 2 });
  },
);

test('a message that is cut off shows the fields that came, and what is missing', () => {
  const bytes = parseHex(`003B ${HEAD} 0200 4000040000000210 19 62122600000000001250 0220 0014 5F3401`);
  expect(outline(messageTree(bytes, unionpay, 2))).toEqual([
    '0+2 length 003B',
    '2+5 tpdu 6000060000',
    '7+6 header 613100313003 "chip, financial"',
    '13+2 mti 0200 "financial request"',
    '15+8 bitmap 4000040000000210',
    '23+11 f2 621226*********0125 secret',
    '34+2 f22 022 "magnetic stripe, without PIN"',
    '36+5 rest !bytes.more',
  ]);
});

test('a message that is cut off is refused whole where a field tells that it is read wrong', () => {
  const notDigits = parseHex(`${HEAD} 0200 2000040000000200 00000C 0220 0014 5F3401`);
  const tooLong = parseHex(`${HEAD} 0200 4000040000000200 61 6212260000000000125`.concat('0'.repeat(41), '0220 0014'));
  expect(thrown(() => messageTree(notDigits, unionpay)).code).toBe('bytes.more');
  expect(thrown(() => messageTree(tooLong, unionpay)).code).toBe('iso.length');
});

test.each([
  [300, 2],
  [60, 2],
])('the first %s bytes of a message with its length are recognised', (length, start) => {
  expect(recogniseCut(SALE_FRAME.subarray(0, length))).toEqual({ spec: unionpay, start });
  expect(recogniseCut(SALE_MESSAGE.subarray(0, length))).toEqual({ spec: unionpay, start: 0 });
});

test('a length that looks like a message type is told from one by the digits after it', () => {
  const spec = readDialect({ id: 'x', base: 'iso87-ascii', bitmap: 'raw', frame: { lengths: 'ascii', bytes: 4 } });
  const whole = pack({ mti: '0200', fields: { 3: '000000', 4: '000000012800', 11: '000042', 43: 'SHOP' } }, spec);
  const cut = Uint8Array.from([0x30, 0x31, 0x31, 0x35, ...whole.subarray(0, -20)]);
  expect(recogniseCut(cut, [spec])).toEqual({ spec, start: 4 });
});

test('fewer than three fields are no message', () => {
  expect(recogniseCut(SALE_FRAME.subarray(0, 37))).toBeUndefined();
  expect(recogniseCut(SALE_FRAME)).toBeUndefined();
  expect(recogniseCut(parseHex('9F2608A1B2C3D4E5F60718'))).toBeUndefined();
});

test.each([
  ['2600000000000000', 'PIN with the card number, double-length key, tracks in the clear'],
  ['1010000000000000', 'PIN without the card number, single-length key, tracks enciphered'],
  ['0600000000000000', 'no PIN, double-length key, tracks in the clear'],
  ['2600000000000001', undefined],
])('field 53 of a terminal, %s, says %s', (value, says) => {
  const [node] = messageTree(parseHex(`${HEAD} 0200 0000000000000800 ${value}`), unionpay).slice(-1);
  expect([node?.says?.en, node?.plain]).toEqual([says, says && true]);
});

test('what is no message is not recognised', () => {
  expect(recognise(parseHex('9F2608A1B2C3D4E5F60718'))).toBeUndefined();
  expect(recognise(SALE_MESSAGE.subarray(0, 300))).toBeUndefined();
});
