import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mask } from '@duka/wire';
import { frameSplitter, pack, readDialect, type Spec, unpack } from '@duka/wire/iso8583';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pcapOf } from './pcap.ts';

/** Wireshark's dissector of ISO 8583, an implementation that is nobody's of us, reads the same captures. */
const PORT = 8583;
/**
 * What it does not read as the standard says: after field 36 it loses the place, 53 has 8 digits there, 86 to 89 have 15,
 * 65 is a third bitmap, 92 to 95 are numbers.
 */
const ITS_OWN = [36, 53, 65, 86, 87, 88, 89, 92, 93, 94, 95];
/** It takes short messages for none; with this field a message is long enough. */
const LONG = 43;
const NUMBERS = Array.from({ length: 127 }, (_, index) => index + 2).filter((no) => !ITS_OWN.includes(no));

const of = (characters: string, min: number, max = min) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: min, maxLength: max });

/** Values that fill their fields; of digits in long ones only 0 and 1, so that none looks like a card number. */
function sampleOf(spec: Spec, no: number): fc.Arbitrary<string> {
  const { kind, size, prefix, row } = spec.ready[no]!;
  const min = prefix > 0 ? 2 : size;
  const max = prefix > 0 ? Math.min(size, 40) : size;
  if (row.tlv) return of('0123456789ABCDEF', 16).map((value) => `9F2608${value}9F270180`);
  if (kind === 'b') return of('0123456789ABCDEF', size * 2);
  if (kind === 'x+n') return of('01', size - 1).map((digits) => `D${digits}`);
  if (no === 35) return of('0123456789', 12).map((digits) => `6228${digits}=29122010000`);
  if (kind === 'n' || kind === 'ns') return of(no !== 2 && max > 12 ? '01' : '0123456789', no === 2 ? 13 : min, max);
  return of('ABCXYZ09', min, max);
}

const messageOf = (spec: Spec, numbers: readonly number[]): fc.Arbitrary<Record<number, string>> =>
  fc
    .subarray([...numbers], { minLength: 1 })
    .chain((some) =>
      fc.tuple(...[...new Set([...some, LONG])].map((no) => sampleOf(spec, no).map((value) => [no, value] as const))),
    )
    .map((entries) => Object.fromEntries(entries));

/** What tshark reads in a capture: of each message its type and its fields, where it has them. */
function dissect(capture: Uint8Array, preferences: Readonly<Record<string, string>>): Record<string, string>[] {
  const folder = mkdtempSync(join(tmpdir(), 'duka-tshark-'));
  try {
    const file = join(folder, 'capture.pcap');
    writeFileSync(file, capture);
    const names = ['mti', ...NUMBERS.map((no) => `bit${no}`)];
    const said = execFileSync(
      'tshark',
      [
        ...['-n', '-r', file, '-d', `tcp.port==${PORT},iso8583`, '-T', 'fields', '-E', 'separator=\t', '-Y', 'iso8583'],
        ...Object.entries(preferences).flatMap(([name, value]) => ['-o', `iso8583.${name}:${value}`]),
        ...names.flatMap((name) => ['-e', `iso8583.${name}`]),
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    return said
      .trimEnd()
      .split('\n')
      .map((line) => {
        const cells = line.split('\t').map((cell, index) => [names[index]!.replace('bit', ''), cell] as const);
        return Object.fromEntries(cells.filter(([, cell]) => cell !== ''));
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const DIALECTS = [
  {
    name: 'ASCII',
    spec: readDialect({ id: 'tshark-ascii', base: 'iso87-ascii' }),
    preferences: { len_endian: 'Big endian' },
    without: [] as readonly number[],
  },
  {
    name: 'nibbles',
    spec: readDialect({
      id: 'tshark-nibbles',
      base: 'iso87-binary',
      odd: { variable: 'right' },
    }),
    preferences: {
      len_endian: 'Big endian',
      charset: 'Digits represented in nibbles',
      binencode: 'Bin data not encoded',
    },
    // There it takes the sign of x+n for two digits, and loses the place after track 2.
    without: [28, 29, 30, 31, 35, 97],
  },
];

describe.each(DIALECTS)('in a capture with digits as $name', ({ spec, preferences, without }) => {
  const numbers = NUMBERS.filter((no) => !without.includes(no));
  const messages = [
    Object.fromEntries(numbers.map((no) => [no, fc.sample(sampleOf(spec, no), { numRuns: 1, seed: no })[0]!])),
    ...fc.sample(messageOf(spec, numbers), { numRuns: 60, seed: 8583 }),
  ];
  const bodies = messages.map((fields) => pack({ mti: '0200', fields }, spec));
  const frames = bodies.map((body) => Buffer.concat([Buffer.from([body.length >> 8, body.length & 255]), body]));
  const theirs = dissect(pcapOf(frames, PORT), preferences);

  test('tshark finds as many messages', () => {
    expect(theirs).toHaveLength(messages.length);
    expect(frameSplitter(spec).push(Buffer.concat(frames))).toHaveLength(messages.length);
  });

  test('tshark reads each field as we do', () => {
    for (const [index, body] of bodies.entries()) {
      const { mti, fields } = unpack(body, spec);
      const { mti: type, ...read } = theirs[index]!;
      const shown = Object.entries(read).map(([no, text]) => {
        const { secret } = spec.ready[Number(no)]!.row;
        // Behind bytes that are not written as hex it prints a character that is not there.
        const plain = spec.ready[Number(no)]!.kind === 'b' ? text.toUpperCase().replace(/[^0-9A-F].*/, '') : text;
        return [no, secret ? mask(plain, secret) : plain];
      });
      expect({ index, type, ...Object.fromEntries(shown) }).toEqual({ index, type: mti, ...fields });
    }
  });
});
