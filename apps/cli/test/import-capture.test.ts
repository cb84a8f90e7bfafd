import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Packet, Sent, Side } from './capture-fixture.ts';
import { ACK, FIN, LINKS, packetsOf, pcap, pcapng, RST, SYN } from './capture-fixture.ts';
import { cardNumber, framed, messageOf } from './host-log-fixture.ts';
import { importOf, scratch } from './log-fixture.ts';

const { write } = scratch();
const NINE = Date.UTC(2026, 10, 3, 1);
const CARD = cardNumber('622202', 'a card');
const TERMINAL: Side = { address: '10.0.0.7', port: 40_001 };
const HOST: Side = { address: '10.0.0.1', port: 5000 };
const V4 = [TERMINAL, HOST] as const;
const V6 = [
  { address: 'fd00:0:0:0:0:0:0:7', port: 40_001 },
  { address: 'fd00:0:0:0:0:0:0:1', port: 5000 },
] as const;

const request = (trace: string, terminal = '33087586'): Buffer =>
  framed(
    messageOf('terminal', 0, '0200', {
      2: CARD,
      3: '000000',
      4: '000000001250',
      11: trace,
      22: '051',
      41: terminal,
      42: '898210154110002',
      60: '2200000100060',
    }).bytes,
  );
const reply = (trace: string, code = '00', terminal = '33087586'): Buffer =>
  framed(messageOf('host', 0, '0210', { 11: trace, 39: code, 41: terminal }).bytes);

type Step = { readonly from: Side; readonly payload: Buffer; readonly at: number };

/** A connection that is opened, carries the steps, and is left open. */
function conversation(steps: readonly Step[], [terminal, host]: readonly [Side, Side] = V4): Sent[] {
  let [a, b] = [1000, 0xfffffff0]; // the second number goes round
  const sent: Sent[] = [
    { from: terminal, seq: a++, flags: SYN, time: NINE },
    { from: host, seq: b++, ack: a, flags: SYN | ACK, time: NINE + 1 },
  ];
  for (const { from, payload, at } of steps) {
    const isTerminal = from === terminal;
    sent.push({ from, seq: isTerminal ? a : b, ack: isTerminal ? b : a, payload, time: NINE + at });
    if (isTerminal) a += payload.length;
    else b = (b + payload.length) >>> 0;
  }
  return sent;
}

const SALE: readonly Step[] = [
  { from: TERMINAL, payload: request('000001'), at: 100 },
  { from: HOST, payload: reply('000001'), at: 930 },
  { from: TERMINAL, payload: request('000002'), at: 60_000 },
  { from: HOST, payload: reply('000002', '51'), at: 61_500 },
];
const WANTED = [
  ['000001', NINE + 100, 'ok', 'iso39:00', 830],
  ['000002', NINE + 60_000, 'failed', 'iso39:51', 1500],
];

async function sales(file: Buffer, name = 'capture.pcap') {
  const { attempts, reasons, imported } = await importOf([write(name, file)]);
  expect(JSON.stringify([attempts, reasons, imported])).not.toContain(CARD);
  return {
    attempts: attempts.map(({ time, outcome, code, reason, rtt_ms, extra }) => [
      extra?.trace,
      time,
      outcome,
      code ?? reason,
      ...(rtt_ms === undefined ? [] : [rtt_ms]),
    ]),
    reasons: reasons.map(({ code, count, samples }) => [code, count, samples[0]?.line]),
    leftOut: (imported?.left_out ?? []).map(({ reason, count, places }) => [reason, count, places[0]?.line]),
    imported,
  };
}

const capture = (sent: readonly Sent[]): Buffer => pcap(packetsOf(sent, V4));

describe('a capture', () => {
  it.each(Object.keys(LINKS))('over %s gives its messages, with when they were sent', async (link) => {
    const { type } = LINKS[link]!;
    const packets = packetsOf(conversation(SALE), V4, link);
    expect(await sales(pcap(packets, type))).toMatchObject({ attempts: WANTED, reasons: [], leftOut: [] });
  });

  it.each(['Ethernet', 'raw IP', 'Linux cooked'])('over IPv6 on %s too', async (link) => {
    const steps = SALE.map((step) => ({ ...step, from: step.from === TERMINAL ? V6[0] : V6[1] }));
    const packets = packetsOf(conversation(steps, V6), V6, link);
    expect((await sales(pcap(packets, LINKS[link]!.type))).attempts).toEqual(WANTED);
  });

  it.each([
    ['pcap in network order with nanoseconds', (packets: Packet[]) => pcap(packets, 1, true)],
    ['pcapng', (packets: Packet[]) => pcapng(packets)],
    ['pcapng with nanoseconds', (packets: Packet[]) => pcapng(packets, 1, 9)],
    ['pcapng in network order', (packets: Packet[]) => pcapng(packets, 1, 6, false)],
    [
      'two pcapng files in one',
      (packets: Packet[]) => Buffer.concat([pcapng(packets.slice(0, 3)), pcapng(packets.slice(3), 1, 9, false)]),
    ],
  ])('may be %s', async (_, toFile) => {
    expect((await sales(toFile(packetsOf(conversation(SALE), V4)))).attempts).toEqual(WANTED);
  });

  it('may begin in the middle of a connection', async () => {
    expect((await sales(capture(conversation(SALE).slice(2)))).attempts).toEqual(WANTED);
  });
});

describe('TCP', () => {
  /** The payload of a step in pieces. */
  function pieces({ from, seq, ack, payload, time }: Sent, size: number): Sent[] {
    return Array.from({ length: Math.ceil(payload!.length / size) }, (_, i) => ({
      from,
      seq: (seq + i * size) >>> 0,
      ack: ack!,
      payload: payload!.subarray(i * size, (i + 1) * size),
      time: time + i,
    }));
  }
  const [syn, synAck, first, ...others] = conversation(SALE) as [Sent, Sent, Sent, ...Sent[]];
  const inPieces = pieces(first, 20);

  it('puts a message together from many segments, and takes the time of its first', async () => {
    expect((await sales(capture([syn, synAck, ...inPieces, ...others]))).attempts).toEqual(WANTED);
  });

  it('puts segments in order, whatever the order in which they were captured', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(inPieces, { minLength: inPieces.length }), async (shuffled) => {
        const { attempts } = await sales(capture([syn, synAck, ...shuffled, ...others]));
        expect(attempts.map(([trace, , outcome, code]) => [trace, outcome, code])).toEqual([
          ['000001', 'ok', 'iso39:00'],
          ['000002', 'failed', 'iso39:51'],
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it('counts what is sent again, or overlaps, once', async () => {
    const again = [
      ...inPieces,
      ...pieces(first, 33),
      first,
      { ...first, seq: first.seq - 1, payload: Buffer.from([0]) },
    ];
    expect((await sales(capture([syn, synAck, ...again, ...others, ...others]))).attempts).toEqual(WANTED);
  });

  it('goes on after a segment that the capture missed, and says so', async () => {
    const missed = inPieces.filter((_, i) => i !== 2);
    const { attempts, leftOut } = await sales(capture([syn, synAck, ...missed, ...others]));
    expect(attempts).toEqual([WANTED[1]]);
    expect(leftOut).toContainEqual(['lost_bytes', 1, 5]);
    expect(leftOut).toContainEqual(['reply_alone', 1, expect.any(Number)]);
  });

  it('says whether the host cut the connection, or the terminal gave up', async () => {
    const asked = conversation(SALE.slice(0, 1));
    const end = { seq: 1001 + request('000001').length, ack: 0xfffffff1, time: NINE + 30_000 };
    const byHost = { from: HOST, ...end, seq: 0xfffffff1, flags: RST };
    const byTerminal = { from: TERMINAL, ...end, flags: FIN | ACK };
    expect((await sales(capture([...asked, byHost]))).attempts).toEqual([
      ['000001', NINE + 100, 'failed', 'link_lost'],
    ]);
    expect((await sales(capture([...asked, byTerminal]))).attempts).toEqual([
      ['000001', NINE + 100, 'failed', 'no_response'],
    ]);
  });

  it('takes a new connection on the same ports for another one', async () => {
    const later = conversation(SALE.slice(2)).map((sent) => ({
      ...sent,
      seq: (sent.seq + 7_000_000) >>> 0,
      ack: sent.ack === undefined ? 0 : (sent.ack + 7_000_000) >>> 0,
    }));
    expect((await sales(capture([...conversation(SALE.slice(0, 2)), ...later]))).attempts).toEqual(WANTED);
  });
});

describe('what a capture cannot give', () => {
  it('is said of encrypted connections', async () => {
    const hello = Buffer.concat([Buffer.from([0x16, 3, 1, 2, 0]), Buffer.alloc(512, 7)]);
    const { attempts, leftOut, imported } = await sales(
      capture(conversation([{ from: TERMINAL, payload: hello, at: 5 }])),
    );
    expect(attempts).toEqual([]);
    expect(leftOut).toEqual([['encrypted', 1, 3]]);
    expect(imported?.left_out[0]?.text.zh).toContain('在解密之后抓');
  });

  it('is said of connections without messages', async () => {
    const steps = [{ from: TERMINAL, payload: Buffer.from('GET / HTTP/1.1\r\nHost: example\r\n\r\n'), at: 5 }];
    expect((await sales(capture(conversation(steps)))).leftOut).toEqual([['not_iso8583', 1, 3]]);
  });

  it('is said of fragments', async () => {
    const fragments = packetsOf(conversation(SALE.slice(0, 1)), V4, 'Ethernet', 0x2000);
    expect((await sales(pcap([...fragments, ...packetsOf(conversation(SALE), V4)]))).leftOut).toEqual([
      ['fragment', 3, 1],
    ]);
  });

  it('is said of packets whose link layer is not known', async () => {
    const packets = packetsOf(conversation(SALE), V4);
    expect((await sales(pcap(packets, 147))).leftOut).toEqual([['link_layer', packets.length, 1]]);
  });

  it('reads the messages between HTTP headers', async () => {
    const wrapped = SALE.map((step) => {
      const head =
        step.from === TERMINAL
          ? 'POST /mjc HTTP/1.1\r\nContent-Type: x-ISO-TPDU/x-auth\r\n\r\n'
          : 'HTTP/1.1 200 OK\r\n\r\n';
      return { ...step, payload: Buffer.concat([Buffer.from(head), step.payload]) };
    });
    const { attempts, leftOut } = await sales(capture(conversation(wrapped)));
    expect(attempts).toEqual(WANTED);
    expect(leftOut).toEqual([['other_bytes', 4, 3]]);
  });

  it('is said of a message that cannot be read; the next one is', async () => {
    const bad = request('000001');
    bad[2 + 5 + 6 + 2] = 0xff; // a bitmap that lies
    const steps = [{ ...SALE[0]!, payload: Buffer.concat([request('000009'), bad]) }, ...SALE.slice(1)];
    const { attempts, reasons } = await sales(capture(conversation(steps)));
    expect(attempts.map(([trace]) => trace).sort()).toEqual(['000002', '000009']);
    expect(reasons).toEqual([['import.message', 1, 3]]);
  });

  it('is the end of a file that was cut off, and what follows damage', async () => {
    const file = capture(conversation(SALE));
    const cut = await sales(file.subarray(0, file.length - 7));
    expect(cut).toMatchObject({
      attempts: [WANTED[0], ['000002', NINE + 60_000, 'failed', 'no_response']],
      reasons: [['import.capture', 1, 6]],
    });
    const damaged = Buffer.from(file);
    const lastHeader = file.length - packetsOf(conversation(SALE), V4).at(-1)!.bytes.length - 16;
    damaged.fill(0xff, lastHeader + 8, lastHeader + 12);
    expect((await sales(damaged)).reasons).toEqual([['import.capture', 1, 6]]);
  });

  it('never keeps it from reading on: any byte may be wrong', async () => {
    const file = pcapng(packetsOf(conversation(SALE), V4));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const changed = Buffer.from(file);
          for (const [at, byte] of changes) if (at >= 28) changed[at] = byte;
          await sales(changed, 'fuzz.pcapng');
        },
      ),
      { numRuns: 150 },
    );
  });
});
