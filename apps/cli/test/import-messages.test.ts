import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { AttemptRecord } from '@duka/sim';
import { simulate } from '@duka/sim';
import { pack, SPECS } from '@duka/wire/iso8583';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sent as Segment, Side } from './capture-fixture.ts';
import { packetsOf, pcapng } from './capture-fixture.ts';
import type { Sent } from './host-log-fixture.ts';
import { cardNumber, dumpLog, framed, hexLog, messageOf, messagesOf } from './host-log-fixture.ts';
import { duka, importOf, scratch } from './log-fixture.ts';

const { write, path } = scratch();
const NINE = Date.UTC(2026, 10, 3, 1);
const CARD = cardNumber('622202', 'a card');

const bytesOf = (messages: readonly Sent[]): Buffer => Buffer.concat(messages.map(({ bytes }) => framed(bytes)));

/** Each terminal on a connection of its own. */
function captureOf(messages: readonly Sent[], terminals: readonly string[]): Buffer {
  const host: Side = { address: '10.0.0.1', port: 5000 };
  const streams = new Map(
    terminals.map((terminal, at) => [
      terminal,
      { side: { address: `10.0.1.${at + 1}`, port: 40_000 + at }, seq: 1, ack: 1 },
    ]),
  );
  const packets = messages.flatMap((message) => {
    const stream = streams.get(message.terminal)!;
    const payload = framed(message.bytes);
    const isTerminal = message.from === 'terminal';
    const segment: Segment = {
      from: isTerminal ? stream.side : host,
      seq: isTerminal ? stream.seq : stream.ack,
      ack: isTerminal ? stream.ack : stream.seq,
      payload,
      time: message.time,
    };
    if (isTerminal) stream.seq += payload.length;
    else stream.ack += payload.length;
    return packetsOf([segment], [stream.side, host]);
  });
  return pcapng(packets);
}

/** A chip card that is swiped first, against the rules, looks to a host like a fallback: it is not compared. */
const isPlain = ({ fallback, service_code }: Partial<AttemptRecord>): boolean =>
  service_code !== undefined && (fallback === true || (fallback === false && !/^[26]/.test(service_code)));

describe("a simulated fleet's log, written as a UnionPay host sees it", () => {
  const { attempts } = simulate({ terminals: 12, days: 4, volume: 60, start: Date.UTC(2026, 10, 1, 16) }, 11);
  const seen = attempts.filter(
    ({ outcome, code, reason, terminal_id, merchant_id, amount_minor, ...card }) =>
      terminal_id.length === 8 &&
      merchant_id &&
      amount_minor &&
      (card.interface !== 'magstripe' || isPlain(card)) &&
      (outcome === 'ok' || code?.startsWith('iso39:') || reason === 'no_response'),
  );
  const messages = seen.flatMap((attempt, at) => messagesOf(attempt, at + 1)).sort((a, b) => a.time - b.time);
  const terminals = [...new Set(seen.map(({ terminal_id }) => terminal_id))];

  /** What such a log can hold of an attempt. */
  const wanted = seen.map((attempt: AttemptRecord) => ({
    time: Date.parse(attempt.time),
    terminal_id: attempt.terminal_id,
    interface: attempt.interface,
    outcome: attempt.outcome,
    reason: attempt.reason === 'no_response' ? 'no_response' : undefined,
    merchant_id: attempt.merchant_id,
    amount_minor: attempt.amount_minor,
    service_code: attempt.service_code,
    fallback: attempt.interface === 'magstripe' ? attempt.fallback : undefined,
    rtt_ms: attempt.reason === 'no_response' ? undefined : (attempt.rtt_ms ?? 0),
    currency: 'CNY',
  }));
  type Held = (typeof wanted)[number];
  const inOrder = (held: readonly Held[]) =>
    [...held].sort((a, b) => a.time - b.time || (a.terminal_id < b.terminal_id ? -1 : 1));

  it.each([
    ['framed', bytesOf(messages), ['time', 'rtt_ms']],
    ['hex with lengths', hexLog(messages, true), []],
    ['hex without lengths', hexLog(messages, false), []],
    ['dumps', dumpLog(messages), []],
    ['pcapng', captureOf(messages, terminals), []],
  ] as const)('comes back as the same attempts: %s', async (name, log, without) => {
    const { attempts: got, counts, imported } = await importOf([write(`${name} 20261104`, log)]);
    expect(counts.rejected).toBe(0);
    expect(imported?.left_out).toEqual([]);
    const held = got.map((attempt) =>
      Object.fromEntries((Object.keys(wanted[0]!) as (keyof Held)[]).map((field) => [field, attempt[field as 'code']])),
    ) as unknown as Held[];
    // A framed log has no times but the host's clock in its replies, to the second.
    const comparable = (list: readonly Held[]) =>
      without.length === 0 ? inOrder(list) : list.map((one) => JSON.stringify({ ...one, time: 0, rtt_ms: 0 })).sort();
    expect(comparable(held)).toEqual(comparable(wanted));
    const unanswered = wanted.filter(({ reason }) => reason === 'no_response').length;
    expect(imported?.near_times).toBe(without.length === 0 ? 0 : unanswered);
  });

  it('has enough of everything to be worth comparing', () => {
    for (const at of ['chip', 'contactless', 'magstripe'] as const) {
      expect(wanted.filter((one) => one.interface === at).length).toBeGreaterThan(10);
    }
    for (const outcome of ['ok', 'failed'] as const) {
      expect(wanted.filter((one) => one.outcome === outcome).length).toBeGreaterThan(10);
    }
  });
});

const SALE = { 2: CARD, 3: '000000', 4: '000000001250', 41: '33087586', 42: '898210154110002' };
const sale = (seconds: number, trace: string, more: object = {}): Sent =>
  messageOf('terminal', NINE + seconds * 1000, '0200', {
    ...SALE,
    11: trace,
    13: '1103',
    12: '090000',
    22: '051',
    ...more,
  });
const reply = (seconds: number, trace: string, code: string): Sent =>
  messageOf('host', NINE + seconds * 1000, '0210', { 11: trace, 39: code, 41: SALE[41] });

const endings = async (name: string, log: string | Buffer) => {
  const { attempts, reasons, imported } = await importOf([write(name, log)]);
  expect(JSON.stringify([attempts, reasons, imported])).not.toContain(CARD);
  return {
    attempts: attempts.map(({ outcome, code, reason, extra }) => [extra?.trace, outcome, code ?? reason].join(' ')),
    reasons: reasons.map(({ code, count, samples }) => [code, count, samples[0]?.line]),
    texts: reasons.map(({ samples }) => samples[0]?.text.en),
    leftOut: (imported?.left_out ?? []).map(({ reason, count }) => [reason, count]),
  };
};

describe('a framed log', () => {
  const whole = [sale(0, '000001'), reply(1, '000001', '00'), sale(60, '000002'), reply(61, '000002', '51')];

  it('goes on after bytes that are no message, and says where they are', async () => {
    const [first, ...others] = whole.map(({ bytes }) => framed(bytes));
    const log = Buffer.concat([first!, Buffer.alloc(9, 0xee), ...others]);
    expect(await endings('junk.bin', log)).toEqual({
      attempts: ['000001 ok iso39:00', '000002 failed iso39:51'],
      reasons: [['import.bytes', 1, 2]],
      texts: [`the 9 bytes from byte ${first!.length} on are no message. Check whether the file lacks a part.`],
      leftOut: [],
    });
  });

  it('that is cut off gives what is whole', async () => {
    const log = bytesOf(whole);
    const { attempts, reasons } = await endings('cut.bin', log.subarray(0, log.length - 3));
    expect(attempts).toEqual(['000001 ok iso39:00', '000002 failed no_response']);
    expect(reasons).toEqual([['import.bytes', 1, 4]]);
  });

  it('goes on after a message whose fields cannot be read', async () => {
    const [first, ...others] = whole.map(({ bytes }) => framed(bytes));
    const lying = Buffer.from(first!);
    lying[2 + 5 + 6 + 2 + 7] = 0xff;
    const { attempts, reasons, texts } = await endings('lying.bin', Buffer.concat([first!, lying, ...others]));
    expect(attempts).toEqual(['000001 ok iso39:00', '000002 failed iso39:51']);
    expect(reasons).toEqual([['import.message', 1, 2]]);
    expect(texts[0]).toMatch(
      new RegExp(`^the message at byte ${first!.length} cannot be read: .* at byte \\d+: .*--dialect`),
    );
  });

  it('knows what is no attempt', async () => {
    const signIn = messageOf('terminal', NINE, '0800', { 11: '000009', 41: SALE[41], 60: '00000001003' });
    const refused = messageOf('host', NINE, '0810', { 11: '000009', 39: 'A0', 41: SALE[41], 60: '00000001003' });
    const { imported } = await importOf([write('signin.bin', bytesOf([signIn, refused, ...whole]))]);
    expect(imported?.others).toMatchObject([{ kind: 'sign_in', requests: 1, refused: 1 }]);
  });

  it('in a dialect is read by its file', async () => {
    const longer = whole.map(({ bytes }) =>
      framed(Buffer.concat([bytes.subarray(0, 11), Buffer.alloc(14), bytes.subarray(11)])),
    );
    const file = write('dialect.bin', Buffer.concat(longer));
    const dialect = write('dialect.yaml', 'id: ours\nbase: unionpay\nheader: 20\n');
    const { status, out, err } = await duka(['import', file, '--dialect', dialect]);
    expect({ status, lines: out.trim().split('\n').length }, err).toEqual({ status: 0, lines: 2 });
    const wrong = await duka(['import', file, '--dialect', write('wrong.yaml', 'id: ours\nbase: nothing\n')]);
    expect(wrong).toMatchObject({
      status: 2,
      err: expect.stringMatching(/the dialect file .* is wrong: base: needs unionpay/),
    });
  });

  it.each(['unionpay', 'iso87-ascii'])('is found out to be %s', async (name) => {
    const { status, out } = await duka(['import', write('named.bin', bytesOf(whole)), '--dialect', name]);
    expect(status === 0 && out !== '').toBe(name === 'unionpay');
  });
});

describe('a hex log', () => {
  const lines = (messages: readonly Sent[]) => hexLog(messages, true).trimEnd().split('\n');
  const [asked, answered] = lines([sale(0, '000001'), reply(1, '000001', '00')]) as [string, string];

  it('may hold other hex, odd hex and other lines', async () => {
    const log = [
      'INFO started',
      asked,
      'DEBUG mak=0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF',
      answered.replace(/\]$/, 'F]'),
      answered,
      '',
    ].join('\n');
    expect(await endings('mixed.log', log)).toMatchObject({
      attempts: ['000001 ok iso39:00'],
      reasons: [['import.odd_hex', 1, 4]],
      leftOut: [['not_message', 1]],
    });
  });

  it.each([
    ['bytes apart', (hex: string) => (hex.match(/../g) ?? []).join(' ')],
    ['small letters', (hex: string) => hex.toLowerCase()],
    ['0x before them', (hex: string) => `0x${hex}`],
    ['colons between', (hex: string) => (hex.match(/../g) ?? []).join(':')],
    ['commas between', (hex: string) => (hex.match(/../g) ?? []).join(',')],
    ['commas and blanks between', (hex: string) => (hex.match(/../g) ?? []).join(', ')],
    ['groups of two bytes', (hex: string) => (hex.match(/.{1,4}/g) ?? []).join(' ')],
    ['groups of four bytes', (hex: string) => (hex.match(/.{1,8}/g) ?? []).join(' ')],
    ['0x before each', (hex: string) => hex.replace(/../g, '0x$& ')],
    ['\\x before each', (hex: string) => hex.replace(/../g, '\\x$&')],
  ])('may be written with %s', async (_, rewrite) => {
    const log = [asked, answered].map((line) => line.replace(/(?<=\[)[0-9A-F]{40,}/, rewrite)).join('\n');
    const { attempts } = await importOf([write('written.log', log)]);
    expect(attempts).toMatchObject([{ time: NINE, rtt_ms: 1000, outcome: 'ok' }]);
  });

  it.each([
    ['20261103 090000.000', NINE],
    ['[2026-11-03T09:00:00+08:00]', NINE],
    ['2026/11/03 09:00:00,000', NINE],
    ['09:00:00.000 host-20261103', NINE],
    ['20261103090000', NINE],
    ['2026年11月3日 09时00分00秒', NINE],
    ['[03/Nov/2026:01:00:00 +0000]', NINE],
    ['3 Nov 2026 09:00:00,000', NINE],
    ['Tue Nov 03 09:00:00 CST 2026', NINE],
    ['<14>Nov  3 09:00:00 gateway posd[7]:', NINE],
    ['11-03 09:00:00.000  1234  5678 D pos:', NINE],
    ['1793667600000', NINE],
    ['1793667600.000000', NINE],
    ['from 00:11:22:33:44:55', NINE],
    ['line', NINE],
  ])('may have its time as %s, or in the message', async (time, at) => {
    const { attempts } = await importOf([
      write('host-20261103.log', `${time} ${asked.slice(asked.indexOf('data'))}\n`),
    ]);
    expect(attempts).toMatchObject([{ time: at, outcome: 'failed', reason: 'no_response' }]);
  });

  it.each([
    [16, (hex: string) => (hex.match(/../g) ?? []).join(' ')],
    [20, (hex: string) => hex.toLowerCase()],
    [32, (hex: string) => hex],
  ])('may be written over lines of %d bytes', async (width, rewrite) => {
    const log = [asked, answered].map((line) => {
      const [, before = '', hex = ''] = /^(.*?)([0-9A-F]{40,})/.exec(line) ?? [];
      const rows = hex.match(new RegExp(`.{1,${width * 2}}`, 'g')) ?? [];
      return [before, ...rows.map(rewrite)].join('\n');
    });
    const { attempts, reasons } = await importOf([write('wrapped.log', log.join('\n'))]);
    expect(attempts).toMatchObject([{ time: NINE, rtt_ms: 1000, outcome: 'ok' }]);
    expect(reasons).toEqual([]);
  });

  it.each([
    ['at the end of the line', (message: string) => message],
    ['in quotes', (message: string) => `msg="${message}" `],
    ['in brackets', (message: string) => `RECV [${message}]`],
  ])('may hold messages in characters %s', async (_, write1) => {
    const fields = { 11: '000001', 41: 'TERM 001', 42: '898210154110002', 43: 'SHOP' };
    const text = (mti: string, more: object): string =>
      Buffer.from(pack({ mti, fields: { ...fields, ...more } }, SPECS['iso87-ascii'])).toString('latin1');
    const log = [
      `2026-11-03 09:00:00 ${write1(text('0200', { 2: CARD, 22: '021' }))}`,
      'DEBUG 0200 is a type, 0123456789ABCDEF0123456789ABCDEF0123456789 a key',
      `2026-11-03 09:00:01 ${write1(text('0210', { 39: '05' }))}`,
    ];
    const { attempts, imported } = await importOf([write('characters.log', log.join('\n'))]);
    expect(attempts).toMatchObject([
      { time: NINE, terminal_id: 'TERM 001', interface: 'magstripe', code: 'iso39:05', rtt_ms: 1000 },
    ]);
    expect(JSON.stringify([attempts, imported])).not.toContain(CARD);
  });

  it('may be lines of JSON, with the time before the message or after it', async () => {
    const hex = (line: string) => /[0-9A-F]{40,}/.exec(line)?.[0];
    const log = [
      { time: '2026-11-03T09:00:00+08:00', hex: hex(asked) },
      { hex: hex(answered), time: '2026-11-03T09:00:01+08:00' },
    ];
    const { attempts } = await importOf([write('json.log', log.map((line) => JSON.stringify(line)).join('\n'))]);
    expect(attempts).toMatchObject([{ time: NINE, rtt_ms: 1000, outcome: 'ok' }]);
  });

  it('goes on in the next file', async () => {
    const files = [write('host-1.log', `${asked}\n`), write('host-2.log', `${answered}\n`)];
    expect((await importOf(files)).attempts).toMatchObject([{ outcome: 'ok' }]);
  });

  it('is found in a folder by the names that logs have; what else has such a name is said and left out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duka-test-'));
    try {
      writeFileSync(join(folder, 'host.log.1'), `${asked}\n`);
      writeFileSync(join(folder, 'host.log.2026-11-03'), `${answered}\n`);
      writeFileSync(join(folder, 'update.log'), 'installed\n');
      writeFileSync(join(folder, 'readme.txt'), 'what this is\n');
      writeFileSync(join(folder, 'picture.png'), 'no log');
      const { attempts, reasons } = await importOf([folder]);
      expect(attempts).toMatchObject([{ outcome: 'ok' }]);
      expect(reasons.map(({ code, samples }) => [code, basename(samples[0]!.file)])).toEqual([
        ['file.format', 'update.log'],
      ]);
      await expect(importOf([join(folder, 'update.log')])).rejects.toMatchObject({ code: 'file.format' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is diagnosed as it is', async () => {
    const { status, out, err } = await duka([
      'diagnose',
      write('host.log', `${asked}\n${answered}\n`),
      '--format',
      'json',
    ]);
    expect({ status, attempts: JSON.parse(out).input.attempts }).toEqual({ status: 0, attempts: 1 });
    expect(err).toContain('得到读卡记录 1 条');
  });
});

describe('a host log', () => {
  it('may be damaged anywhere: reading goes on, and no card number gets out', async () => {
    const messages = [sale(0, '000001'), reply(1, '000001', '00'), sale(60, '000002'), reply(61, '000002', '51')];
    const logs = [bytesOf(messages), Buffer.from(hexLog(messages, false)), Buffer.from(dumpLog(messages))];
    const change = fc.tuple(fc.nat(5000), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...logs),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        async (log, changes) => {
          const changed = Buffer.from(log);
          for (const [at, byte] of changes) changed[300 + (at % (log.length - 300))] = byte;
          // With so little left of it, it may be a log of nothing.
          await endings('fuzz.log', changed).catch((error: unknown) =>
            expect(error).toMatchObject({ code: 'file.format' }),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('that is encrypted is called so', async () => {
    const tls = Buffer.concat([Buffer.from([0x16, 3, 3, 0, 200]), Buffer.alloc(200)]);
    const { status, err } = await duka(['import', write('tls.bin', tls), '--to', path('none.ndjson')]);
    expect(status).toBe(2);
    expect(err).toContain('开头是 加密的数据（TLS）');
  });
});
