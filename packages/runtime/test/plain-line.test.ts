import { AttemptStore, readFrame } from '@duka/fleet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused, PlainLines, takeRecord } from '../src/index.ts';

const OPTIONS = { tokenize: (secret: string) => `tok_${secret.length}`, zone: null };

/** What lies behind a line, by turns: nothing, more lines, and what would end it well if it were part of it. */
const BEHIND = ['', `\n${'"}'.repeat(40)}`, `\r\n${' '.repeat(80)}`, `}${'"}'.repeat(40)}`];

/** What reading lines gives: all that the engine sees of them, and what was refused and removed. */
function reading(lines: readonly string[], plainly: boolean) {
  const store = new AttemptStore();
  const plain = new PlainLines(store);
  const counts = { taken: 0, refused: 0, removed: 0 };
  for (const [i, line] of lines.entries()) {
    const bytes = Buffer.from(` ${line}${BEHIND[i % BEHIND.length]}`);
    if (plainly && plain.take(bytes, 1, 1 + Buffer.byteLength(line))) {
      counts.taken++;
      continue;
    }
    const result = parsed(line);
    if (result === null || isRefused(result)) counts.refused++;
    else {
      store.append(result.attempt);
      if (result.offset !== null) plain.offsets.set(result.offset, (plain.offsets.get(result.offset) ?? 0) + 1);
    }
    counts.removed += result?.removed ?? 0;
  }
  const { text, sites, site, events, event, ...rest } = readFrame(store);
  const columns = Object.entries(text).map(([name, { codes, value }]) => [
    name,
    Array.from(codes, (code) => (code < 0 ? null : value(code))),
  ]);
  const { taken, ...outcome } = counts;
  return {
    taken,
    all: {
      ...rest,
      columns,
      sites: Array.from(site, (code) =>
        Object.entries(sites.codes).map(
          ([name, codes]) => sites.values[name as keyof typeof sites.values][codes[code]!],
        ),
      ),
      events: Array.from(event, (code) => events[code]),
      offsets: [...plain.offsets].sort(([a], [b]) => a - b),
      ...outcome,
    },
  };
}

function parsed(line: string) {
  try {
    return takeRecord(JSON.parse(line), OPTIONS);
  } catch {
    return null;
  }
}

const CARD = '4111111111111111';
const RECORD = {
  time: '2026-11-03T09:00:00+08:00',
  terminal_id: 'T1',
  interface: 'chip',
  outcome: 'failed',
  attempt_id: 'a-1',
  card_ref: 'k1',
  amount_minor: 1999,
};

describe('a plain line', () => {
  it('is taken from its bytes', () => {
    const lines = [1, 2, 3].map((n) => JSON.stringify({ ...RECORD, attempt_id: `a-${n}` }));
    expect(reading(lines, true)).toEqual({ ...reading(lines, false), taken: 3 });
  });

  it('with a text that needs a second look is taken once it had that', () => {
    const lines = ['收银一号', '收银二号'].map((id) => JSON.stringify({ ...RECORD, operator_id: id }));
    expect(reading([...lines, ...lines], true).taken).toBe(2);
  });

  it.each([
    ['an escape', { store_id: 'a"b' }],
    ['an unknown field', { lane: 1 }],
    ['a card number', { store_id: CARD }],
    ['a card number in an id', { attempt_id: CARD }],
    ['a nested value', { store_id: { a: 1 } }],
    ['a number for text', { store_id: 815 }],
    ['text for a number', { rtt_ms: '12' }],
    ['a word in capitals', { interface: 'CHIP' }],
    ['a word that is none of the vocabulary', { outcome: 'fine' }],
    ['a terminal of 65 letters', { terminal_id: 'x'.repeat(65) }],
    ['a currency of four letters', { currency: 'YUAN' }],
    ['five digits of a card', { bin: '62123' }],
    ['a service code of letters', { service_code: 'abc' }],
    ['a space at the end', { operator_id: 'U1 ' }],
    ['a time without offset', { time: '2026-11-03T09:00:00' }],
    ['the 30th of February', { time: '2026-02-30T09:00:00Z' }],
    ['nothing for what is needed', { terminal_id: '' }],
  ])('with %s is left to the slow way', (_, odd) => {
    expect(reading([JSON.stringify({ ...RECORD, ...odd })], true).taken).toBe(0);
  });

  const mixed = (clean: fc.Arbitrary<unknown>, ...odd: unknown[]) =>
    fc.oneof({ weight: 8, arbitrary: clean }, { weight: 1, arbitrary: fc.constantFrom(...odd, null, '', ' ') });
  const anyRecord = fc.record(
    {
      time: mixed(
        fc.constantFrom(
          '2026-11-03T09:00:00+08:00',
          '2026-02-28T23:59:59.125Z',
          '2028-02-29T00:00:00-03:30',
          '1900-03-01T00:00:00Z',
          1_793_667_600_000,
        ),
        '2026-02-29T00:00:00Z',
        '2026-11-03T24:00:00Z',
        '2026-11-03 09:00:00+08:00',
        '2026-11-03T09:00:00+0800',
        '2026-11-03T09:00:60Z',
        1.5,
        -1,
        '1793667600000',
      ),
      terminal_id: mixed(fc.constantFrom('T1', 'T2', '终端3'), CARD, ' T1', 7, 'x'.repeat(65)),
      interface: mixed(fc.constantFrom('chip', 'qr'), 'CHIP', 'chop'),
      outcome: mixed(fc.constantFrom('ok', 'failed'), 'OK', true),
      stage: mixed(fc.constantFrom('read', 'online'), 'nowhere'),
      code: mixed(fc.constantFrom('iso39:55', 'sw:6F00')),
      attempt_id: mixed(fc.stringMatching(/^a-[0-9]{1,4}$/), CARD, '3f2504e0-4f89-11d3-9a0c-0305e82c3301', '号1'),
      sale_id: mixed(fc.constantFrom('s1', 's2', '20261103090000123456'), CARD),
      merchant_id: mixed(fc.constantFrom('898210154110002'), '378282246310005', CARD),
      store_id: mixed(fc.constantFrom('S1', '店2'), CARD, 5),
      operator_id: mixed(fc.constantFrom('01', '02'), 'pin 1234', 'a\tb'),
      card_ref: mixed(fc.constantFrom('k1', 'k2', 'kcafe'), CARD),
      bin: mixed(fc.constantFrom('621234', '62270012'), 621234, '62', 'x'),
      service_code: mixed(fc.constantFrom('201', '101'), '2', 'abc'),
      fallback: mixed(fc.boolean(), 'yes', 1),
      serial: mixed(fc.constantFrom('PAH6029086', 'N5'), CARD),
      link: mixed(fc.constantFrom('wifi'), 'WiFi', 'pigeon'),
      signal_dbm: mixed(fc.constantFrom(-71, -71.5, 0, -0), '-71', 'n/a', 1e13),
      rtt_ms: mixed(fc.constantFrom(12, 0.1, 123456.789, 1e3, 1e-7), '12'),
      amount_minor: mixed(fc.integer({ min: 0, max: 99_999 }), 1.5, 4111111111111111, 1e21),
      currency: mixed(fc.constantFrom('CNY'), 'YUAN'),
      lane: fc.constantFrom(undefined, undefined, undefined, 1, CARD),
    },
    { requiredKeys: ['time', 'terminal_id', 'interface', 'outcome'] },
  );
  const anyLine = fc
    .tuple(
      anyRecord,
      fc.constantFrom<[string, string]>(
        ['', ''],
        ['{"time":1,', '{'],
        [':', ' : '],
        [',', ' ,\t'],
        ['}', '} '],
        ['}', ''],
      ),
    )
    .map(([record, [from, to]]) => {
      const text = JSON.stringify(record);
      if (from === '') return text;
      return to === '{' ? text.replace(to, from) : text.replace(from, to);
    });

  it('gives the same as the slow way, whatever lines there are', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), (lines) => {
        expect(reading([...lines, ...lines], true).all).toEqual(reading([...lines, ...lines], false).all);
      }),
      { numRuns: 2000 },
    );
  });
});
