import type { AttemptField } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS, INTERFACES } from '@duka/model';
import { describe, expect, it } from 'vitest';
import type { AttemptRecord } from '../src/index.ts';
import { DEFAULT_CONFIG, simulate, toCsv, toNdjson } from '../src/index.ts';

const fleet = simulate({ terminals: 150, days: 14, faults: 0 }, 2);
const busy = simulate({ terminals: 60, days: 7, faults: 30 }, 4);
const share = (records: readonly AttemptRecord[], test: (record: AttemptRecord) => boolean): number =>
  records.filter(test).length / records.length;

describe('the log', () => {
  it('is the same, byte for byte, for the same seed', () => {
    const again = simulate({ terminals: 60, days: 7, faults: 30 }, 4);
    expect(toNdjson(again.attempts)).toBe(toNdjson(busy.attempts));
    expect(again.truth).toEqual(busy.truth);
  });

  it('is another for another seed', () => {
    expect(toNdjson(simulate({ terminals: 5, days: 2 }, 1).attempts)).not.toBe(
      toNdjson(simulate({ terminals: 5, days: 2 }, 2).attempts),
    );
  });

  it('keeps to the fields, kinds and words of the contract', () => {
    for (const record of [...fleet.attempts, ...busy.attempts]) {
      for (const [field, value] of Object.entries(record)) {
        const problem = misfit(field, value);
        if (problem !== null) expect.fail(`${field} = ${String(value)}: ${problem}`);
      }
    }
  });

  it('says nothing that only a success or only a failure could say', () => {
    for (const record of busy.attempts) {
      if (record.outcome !== 'ok') continue;
      expect(record.reason).toBeUndefined();
      expect(record.stage).toBeUndefined();
      expect(record.code ?? 'iso39:00').toBe('iso39:00');
    }
  });

  it('is in order of time, within its window, with ids of its own', () => {
    const { start, days } = { ...DEFAULT_CONFIG, days: 7 };
    const times = busy.attempts.map((record) => Date.parse(record.time));
    expect(times.every((time, i) => i === 0 || time >= (times[i - 1] ?? 0))).toBe(true);
    expect(times[0]).toBeGreaterThanOrEqual(start);
    expect(times.at(-1)).toBeLessThan(start + days * 86_400_000);
    const ids = busy.attempts.flatMap((record) => record.attempt_id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds no number that could be a card', () => {
    for (const record of busy.attempts) {
      const suspect = Object.entries(record).find(
        ([field, value]) => field !== 'merchant_id' && /\d{13}/.test(String(value)),
      );
      if (suspect !== undefined) expect.fail(suspect.join(' = '));
      if (!(record.merchant_id ?? '898').startsWith('8')) expect.fail(record.merchant_id);
    }
  });

  it('spaces the attempts of a sale by 8 to 80 s', () => {
    const last = new Map<string, number>();
    // With nothing lost, so that no attempt of a sale is missing between two others.
    const whole = simulate({ terminals: 60, days: 7, faults: 0, missing: { random: 0, terminals: {} } }, 2);
    for (const record of whole.attempts) {
      if (record.sale_id === undefined) continue;
      const time = Date.parse(record.time);
      const before = last.get(record.sale_id);
      if (before !== undefined) {
        expect(time - before).toBeGreaterThanOrEqual(8000);
        expect(time - before).toBeLessThanOrEqual(80_000);
      }
      last.set(record.sale_id, time);
    }
  });
});

describe('shares and volumes', () => {
  it.each(INTERFACES)('%s is tried about as often as configured', (at) => {
    const wanted = DEFAULT_CONFIG.interfaces[at];
    expect(Math.abs(share(fleet.attempts, (record) => record.interface === at) - wanted)).toBeLessThan(0.025);
  });

  it('come to the configured attempts a terminal a day, heavy tailed', () => {
    expect(fleet.attempts.length / 150 / 14).toBeGreaterThan(27);
    expect(fleet.attempts.length / 150 / 14).toBeLessThan(33);
    const counts = new Map<string, number>();
    for (const { terminal_id } of fleet.attempts) counts.set(terminal_id, (counts.get(terminal_id) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    expect(sorted[0]).toBeGreaterThan(4 * (sorted[75] ?? Infinity));
  });

  it('leave most attempts well: 2 to 10 in a hundred fail', () => {
    const failing = share(fleet.attempts, (record) => record.outcome !== 'ok');
    expect(failing).toBeGreaterThan(0.02);
    expect(failing).toBeLessThan(0.1);
  });

  it('have some terminals that tell codes only, some reasons only, some neither', () => {
    const ways = new Map<string, Set<string>>();
    for (const record of fleet.attempts.filter(({ outcome }) => outcome !== 'ok')) {
      const way = `${record.reason ? 'reason' : ''}${record.code ? 'code' : ''}`;
      ways.set(record.terminal_id, (ways.get(record.terminal_id) ?? new Set()).add(way));
    }
    const sets = [...ways.values()];
    expect(sets.some((set) => set.has('code') && !set.has('reason') && !set.has('reasoncode'))).toBe(true);
    expect(sets.some((set) => set.has('reason') && !set.has('code'))).toBe(true);
    expect(sets.some((set) => set.size === 1 && set.has(''))).toBe(true);
  });

  it('let the same cards come back, the same numbers of cashiers in many stores, and releases roll out', () => {
    const cards = new Map<string, number>();
    for (const { card_ref } of fleet.attempts) if (card_ref) cards.set(card_ref, (cards.get(card_ref) ?? 0) + 1);
    expect(Math.max(...cards.values())).toBeGreaterThan(10);
    const stores = new Set(fleet.attempts.filter((r) => r.operator_id === '02').map((r) => r.store_id));
    expect(stores.size).toBeGreaterThan(1);
    const first = fleet.attempts.slice(0, fleet.attempts.length / 8);
    const last = fleet.attempts.slice(-fleet.attempts.length / 8);
    expect(share(first, (r) => r.app_version === '3.9.0')).toBe(0);
    expect(share(last, (r) => r.app_version === '3.9.0')).toBeGreaterThan(0.1);
  });
});

it('CSV has the contract’s header and a row for each attempt', () => {
  const lines = toCsv(busy.attempts.slice(0, 50)).split('\n');
  expect(lines[0]).toBe(ATTEMPT_FIELD_NAMES.join(','));
  expect(lines).toHaveLength(52);
  expect(lines[1]?.split(',')).toHaveLength(ATTEMPT_FIELD_NAMES.length);
});

const CODE =
  /^(iso39:\w\w|sw:[0-9A-F]{4}|pcsc:[0-9A-F]{8}|tvr:[0-9A-F]{10}|net:E\w+|escpos:[1-4]\.[0-9A-F]{2}|(sunmi|pax|newland):-?\d+|verifone:[0-9A-F]{2}|androidpos:(printer\.)?[0-9A-F]+)$/;

function misfit(field: string, value: unknown): string | null {
  const spec = ATTEMPT_FIELDS[field as AttemptField] as
    | { kind: string; values?: readonly string[]; min?: number; max?: number }
    | undefined;
  if (spec === undefined) return 'not a field of the contract';
  switch (spec.kind) {
    case 'enum':
      return spec.values?.includes(value as string) ? null : 'not a word of the list';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'not a boolean';
    case 'number':
      return Number.isFinite(value) ? null : 'not a number';
    case 'integer':
      return Number.isInteger(value) ? null : 'not an integer';
    case 'time':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/.test(String(value)) ? null : 'not a time of China';
    case 'digits':
      return new RegExp(`^\\d{${spec.min},${spec.max}}$`).test(String(value)) ? null : 'not so many digits';
    default:
      if (typeof value !== 'string' || value === '' || value.length > (spec.max ?? 128)) return 'not a fitting text';
      return field === 'code' && !value.split(' ').every((code) => CODE.test(code)) ? 'not a code' : null;
  }
}
