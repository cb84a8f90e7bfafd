import { readFileSync } from 'node:fs';
import { SWIPE_RANGES, swipeSession, writeWav } from '@duka/sim';
import { toHex } from '@duka/wire/bytes';
import { pack, readDialect, SPECS } from '@duka/wire/iso8583';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAll, KIND_IDS } from '../src/decode/decode.ts';
import { materialOf } from '../src/decode/material.ts';
import { treeJson, treeLines } from '../src/decode/render.ts';
import { duka, scratch } from './log-fixture.ts';

const { write } = scratch();
const CARD = '6250941006528599';
const SALE = '9F2701809A03261125950500800468005A08625094100652859957136250941006528599D30122061234567890123F';
const TRACK_2 = `;${CARD}=30122010000000000?`;

const SIGN_IN = { 11: '000123', 41: '33087586', 42: '898210154110002' };
const TERMINAL = { tpdu: '6000060000', header: '603100311003', mti: '0200' };
const MESSAGE = toHex(pack({ ...TERMINAL, fields: { ...SIGN_IN, 2: CARD, 22: '051', 55: SALE } }, SPECS.unionpay));
const ASCII_MESSAGE = Buffer.from(pack({ mti: '0800', fields: SIGN_IN }, SPECS['iso87-ascii'])).toString('latin1');

const ASCII_SIGN_IN = '0800822000000000000004000000000000000424154110123456301';

/** As xxd prints it. */
function dumpOf(hex: string): string {
  return (hex.match(/.{1,32}/g) ?? [])
    .map(
      (row, at) =>
        `${(at * 16).toString(16).padStart(8, '0')}: ${row.replace(/.{4}/g, '$& ').padEnd(40)} ................`,
    )
    .join('\n');
}

/** The recordings of three swipes of one card. */
function recordings(fault: 'fine' | 'stripe_damaged'): readonly string[] {
  const tracks = [{ track: 2, text: TRACK_2 }] as const;
  const session = swipeSession({ seed: 4, fault, tracks, swipes: 3, sampleRate: 48_000, ranges: SWIPE_RANGES.tuning });
  return session.swipes.map((channels, at) => write(`${fault}${at}.wav`, writeWav(channels, session.sampleRate)));
}

describe('duka decode', () => {
  it('shows chip data as a masked tree with places, in either language', async () => {
    const [zh, en] = await Promise.all([duka(['decode', SALE]), duka(['decode', SALE, '--lang', 'en'])]);
    expect(zh).toMatchObject({ status: 0, err: '' });
    expect(zh.out).toBe(`EMV 数据对象 emv（没有写 --as，猜的）
 0  9F27  密文信息数据  80  ARQC：请求联机
 4  9A  交易日期  261125  2026-11-25
 9  95  终端验证结果 TVR  0080046800
12    2.b8  80  卡与终端应用版本不一致
13    3.b3  04  已输联机密码
14    4.b7  40  超过连续脱机下限
14    4.b6  20  超过连续脱机上限
14    4.b4  08  商户强制联机
16  5A  卡号  625094******8599
26  57  第 2 磁道等效数据  **************************************
`);
    expect(en.out).toMatch(/^EMV data objects emv \(guessed, as --as was left out\)\n 0 {2}9F27 {2}cryptogram/);
    expect(en.out).toContain(' 9  95  terminal verification results  0080046800\n');
  });

  it('shows a message with its chip data', async () => {
    const [named, guessed, cut] = await Promise.all([
      duka(['decode', MESSAGE, '--as', 'iso8583', '--dialect', 'unionpay', '--lang', 'en']),
      duka(['decode', MESSAGE, '--format', 'json']),
      duka(['decode', MESSAGE.slice(0, 90), '--as', 'iso8583']),
    ]);
    expect(named.out).toMatch(/^ISO 8583 message iso8583\n +0 {2}unionpay {2}UnionPay terminal message\n/);
    expect(named.out).toMatch(/\n *\d+ {4}f2 {2}.+ {2}625094\*{6}8599\n/);
    expect(named.out).toMatch(/\n *\d+ {6}9F27 {2}cryptogram information data {2}80 {2}ARQC: asks to go online\n/);
    const { inputs } = JSON.parse(guessed.out);
    expect(inputs[0]).toMatchObject({ as: 'iso8583', guessed: true, nodes: [{ id: 'unionpay' }] });
    expect(cut).toMatchObject({ status: 1, err: '' });
    expect(cut.out).toMatch(
      /\n *35 {4}f41 {2}.*33087586\n *43 {4}rest {2}后面缺失\n +错误：f42 第 43 字节：需要 15 字节，输入只剩 2 字节\n$/,
    );
  });

  it('shows a bitmap and field 53 as they are, though they look like card numbers', async () => {
    const { out } = await duka(['decode', ASCII_SIGN_IN]);
    expect(out).toMatch(/bitmap {2}位图 {2}82200000000000000400000000000000 {2}域 7 11 70\n/);
    const sale = toHex(pack({ ...TERMINAL, fields: { ...SIGN_IN, 53: '2600000000000000' } }, SPECS.unionpay));
    expect((await duka(['decode', sale])).out).toMatch(/f53 {2}安全控制信息 {2}2600000000000000 {2}密码带主账号/);
  });

  it.each([
    ['0x once', (hex: string) => `0x${hex}`],
    ['0x before each byte', (hex: string) => hex.replace(/../g, '0x$&, ')],
    ['\\x before each byte', (hex: string) => hex.replace(/../g, '\\x$&')],
    ['commas and brackets', (hex: string) => `[${hex.replace(/..(?=.)/g, '$&,')}]`],
    ['an h after each byte', (hex: string) => hex.replace(/../g, '$&h ')],
    ['a time and a direction before it', (hex: string) => `2026-11-03 09:00:00.123 RECV len=100 ${hex}`],
    ['a dump with its characters', dumpOf],
  ])('takes hex with %s', async (_, rewrite) => {
    const named = await duka(['decode', '-', '--format', 'json'], { input: rewrite(MESSAGE) });
    const [plain] = JSON.parse((await duka(['decode', MESSAGE, '--format', 'json'])).out).inputs;
    expect(JSON.parse(named.out).inputs).toEqual([{ ...plain, input: '-' }]);
  });

  it('takes nothing that is longer than a card can say for chip data', async () => {
    const long = Buffer.concat([Buffer.from(SALE, 'hex'), Buffer.alloc(70_000)]);
    const { inputs } = await decodeAll([materialOf('', new Uint8Array(long))], null, undefined);
    expect(inputs).toMatchObject([{ as: null, error: { code: 'decode.unknown' } }]);
  });

  it('takes a message for what a dialect says, without being told that it is one', async () => {
    const dialect = write('ours.yaml', 'id: ours\nbase: iso87-ascii\nbitmap: raw\nframe: {lengths: ascii, bytes: 4}\n');
    const spec = readDialect({ id: 'ours', base: 'iso87-ascii', bitmap: 'raw' });
    const bytes = pack({ mti: '0800', fields: SIGN_IN }, spec);
    const framed = `${Buffer.from(String(bytes.length).padStart(4, '0')).toString('hex')}${toHex(bytes)}`;
    const { inputs } = JSON.parse((await duka(['decode', framed, '--dialect', dialect, '--format', 'json'])).out);
    expect(inputs).toMatchObject([{ as: 'iso8583', nodes: [{ id: 'ours' }] }]);
    expect((await duka(['decode', framed])).status).toBe(2);
  });

  it.each([
    ['little', Buffer.from(`\ufeff${SALE}\r\n`, 'utf16le')],
    ['big', Buffer.from(`\ufeff${SALE}\r\n`, 'utf16le').swap16()],
  ])('takes hex in UTF-16, %s end first, as Windows saves it', async (_, text) => {
    const [saved, plain] = (await decodeAll([materialOf('', text), materialOf('', Buffer.from(SALE))], null, undefined))
      .inputs;
    expect(saved).toEqual(plain);
  });

  it('takes each message of a log, and names its line', async () => {
    const log = write('host.log', `started\n09:00:00 ${MESSAGE}\n09:00:01 ${SALE}${SALE.slice(0, 8)}\n`);
    const { inputs } = JSON.parse((await duka(['decode', log, '--format', 'json'])).out);
    expect(inputs.map(({ input, as }: { input: string; as: string }) => [input.split('host.log')[1], as])).toEqual([
      [':2', 'iso8583'],
      [':3', 'emv'],
    ]);
  });

  it('gives programs the same as JSON', async () => {
    const { status, out } = await duka(['decode', '9F2701809F2608A1', '--format', 'json']);
    expect(status).toBe(1);
    const { schema, inputs } = JSON.parse(out);
    expect(schema).toBe('duka.decode/1');
    expect(inputs).toEqual([
      {
        as: 'emv',
        name: { zh: 'EMV 数据对象', en: 'EMV data objects' },
        guessed: true,
        input: '',
        nodes: [
          {
            offset: 0,
            length: 4,
            id: '9F27',
            name: { zh: '密文信息数据', en: 'cryptogram information data' },
            value: '80',
            says: { zh: 'ARQC：请求联机', en: 'ARQC: asks to go online' },
          },
          {
            offset: 4,
            length: 4,
            id: 'rest',
            name: { zh: '无法读取', en: 'unreadable' },
            error: {
              code: 'bytes.beyond',
              kind: 'malformed',
              path: '9F26',
              offset: 7,
              needed: 8,
              found: 1,
              text: {
                zh: '9F26 第 7 字节：需要 8 字节，所在的域只剩 1 字节',
                en: '9F26 at byte 7: needs 8 bytes, the field that holds it has 1 left',
              },
            },
          },
        ],
      },
    ]);
  });

  it('guesses what each of several files is, and says so', async () => {
    const known = {
      track: [TRACK_2, `${CARD}D3012206`, '0'.repeat(30) + '1101000001'.repeat(3)],
      sw: ['6A82'],
      escpos: ['2.32', '1A321272'],
      atr: ['3B6800000073C84012009000'],
      tvr: ['8000048000'],
      iso8583: [MESSAGE, Buffer.from(ASCII_MESSAGE).toString('hex'), ASCII_MESSAGE],
      emv: ['6F1A840E325041592E5359532E4444463031A508BF0C059F4D020B0A'],
    };
    const all = Object.entries(known).flatMap(([as, texts]) => texts.map((text) => [as, text] as const));
    const files = all.map(([as, text], at) => write(`${as}${at}.txt`, text));
    const { out } = await duka(['decode', ...files, '--format', 'json']);
    const { inputs } = JSON.parse(out);
    expect(inputs.map(({ as }: { as: string }) => as)).toEqual(all.map(([as]) => as));
    expect(inputs.every(({ guessed }: { guessed: boolean }) => guessed)).toBe(true);
  });

  it('decodes the good ones of several files, and names the bad one', async () => {
    const { status, out, err } = await duka([
      'decode',
      write('good.txt', '6A82'),
      write('bad.txt', '6A8'),
      '--lang',
      'en',
    ]);
    expect(status).toBe(2);
    expect(out).toMatch(
      /good\.txt {2}status word of a card sw \(guessed, as --as was left out\)\n0 {2}SW {2}status word {2}6A82/,
    );
    expect(err).toMatch(/\nerror: \S+bad\.txt: cannot be decoded as hex/);
  });

  it('reads files of text and of bytes, and standard input', async () => {
    const text = write('sale.txt', `${SALE}\n`);
    const bytes = write('sale.bin', Buffer.from(SALE, 'hex'));
    const [of, raw, piped] = await Promise.all([
      duka(['decode', text, '--format', 'json']),
      duka(['decode', bytes, '--format', 'json']),
      duka(['decode', '-', '--format', 'json'], { input: SALE }),
    ]);
    const nodes = [of, raw, piped].map(({ out }) => JSON.parse(out).inputs[0].nodes);
    expect(nodes[0]).toHaveLength(5);
    expect(nodes[1]).toEqual(nodes[0]);
    expect(nodes[2]).toEqual(nodes[0]);
  });

  it('judges the recordings of several swipes of one card together', async () => {
    const damaged = await duka(['decode', ...recordings('stripe_damaged'), '--lang', 'en']);
    expect(damaged).toMatchObject({ status: 0, err: '' });
    expect(damaged.out).toMatch(
      /\n0 {2}verdict {2}verdict {2}counted on simulated swipes.*\n0 {4}stripe_damaged {2}damaged stripe {2}\d/,
    );
    expect(damaged.out).toMatch(/\n0 {2}card\.stripe_damaged {2}what to do {2}/);
    const fine = await duka(['decode', ...recordings('fine'), '--format', 'json']);
    const { inputs, verdict } = JSON.parse(fine.out);
    expect(inputs).toHaveLength(3);
    expect(inputs[0].nodes[0].says.en).toBe('track 2 read whole');
    expect(verdict[0].children[0].id).toBe('fine');
  });

  it('ends with 2 and says what is wrong with what it cannot decode', async () => {
    const [odd, other, wrong, recording, short, empty] = await Promise.all([
      duka(['decode', '9F2']),
      duka(['decode', 'not data']),
      duka(['decode', '8000', '--as', 'tvr']),
      duka(['decode', '8000', '--as', 'swipe']),
      duka(['decode', '6A', '--as', 'sw']),
      duka(['decode', '', '--as', 'emv']),
    ]);
    expect(odd).toMatchObject({ status: 2, out: '' });
    expect(odd.err).toMatch(
      /error: cannot be decoded as hex: hex at byte 3: needs an even number of hex digits, has 3/,
    );
    expect(other.err).toMatch(
      /error: what the data is was not recognised \(text of 8 characters, neither a file nor hex\)/,
    );
    expect(wrong.err).toMatch(/error: cannot be decoded as tvr: 95 at byte 0: needs 5 bytes, has 2\./);
    expect(recording.err).toMatch(/error: cannot be decoded as swipe: wav at byte 0: needs RIFF/);
    expect(short.err).toMatch(/error: cannot be decoded as sw: at byte 0: needs 2 bytes, the input has 1 left/);
    expect(empty.err).toMatch(/error: cannot be decoded as emv: at byte 0: needs 1 bytes, the input has 0 left/);
    expect([other, wrong, recording, short, empty].map(({ status }) => status)).toEqual([2, 2, 2, 2, 2]);
  });

  it('never shows a card number, whatever it is told that the data is', async () => {
    const texts = [SALE, MESSAGE, TRACK_2, `${CARD}D3012206`, CARD].map((text) => Buffer.from(text));
    const recorded = readFileSync(recordings('fine')[0]!);
    const materials = [...texts, Buffer.from(SALE, 'hex'), recorded].map((raw) => materialOf('', new Uint8Array(raw)));
    for (const as of [...KIND_IDS, null]) {
      const { inputs, verdict } = await decodeAll(materials, as, undefined);
      const nodes = [...inputs.flatMap((one) => one.nodes), ...(verdict ?? [])];
      const shown = [...treeLines(nodes, 'zh', 80), JSON.stringify(treeJson(nodes))];
      const said = [...shown, ...inputs.map(({ error }) => JSON.stringify(error?.text))].join('\n');
      expect(said).not.toMatch(/6250941006|006528599|3012206/);
    }
  });

  it('of any text or bytes ends in a tree or the typed error', async () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc
        .string({ maxLength: 60, unit: fc.constantFrom(...'0123456789ABCDEF%;=^?.DB ') })
        .map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom(...KIND_IDS, null), async (raw, as) => {
        const { inputs } = await decodeAll([materialOf('', new Uint8Array(raw))], as, undefined);
        expect(inputs).toHaveLength(1);
        expect(() => treeLines(inputs[0]!.nodes, 'zh', 80)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});
