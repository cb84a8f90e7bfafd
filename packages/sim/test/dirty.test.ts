import { INTERFACES, OUTCOMES, STAGES } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DIRT, dirtyCsv, dirtyNdjson, simulate } from '../src/index.ts';

const { attempts } = simulate({ terminals: 20, days: 10, faults: 4 }, 6);
const FILTHY = {
  ...DEFAULT_DIRT,
  malformed: 0.03,
  duplicates: 0.03,
  conflicts: 0.02,
  cardData: 0.02,
  blankLines: 0.01,
};
type Row = Record<string, unknown>;

/** A reader of its own, as plain as can be. */
function read(rows: readonly (Row | null)[], lines: readonly number[]) {
  const seen = new Map<string, string>();
  const counts = { attempts: 0, duplicates: 0, conflicts: 0, removed_card_data: 0, rejectedLines: [] as number[] };
  rows.forEach((row, i) => {
    if (row === null || !isAttempt(row)) {
      counts.rejectedLines.push(lines[i] ?? 0);
      return;
    }
    const text = JSON.stringify(row);
    const id = row.attempt_id ? String(row.attempt_id) : null;
    const before = id === null ? undefined : seen.get(id);
    if (before !== undefined) {
      counts[before === text ? 'duplicates' : 'conflicts']++;
      return;
    }
    if (id !== null) seen.set(id, text);
    counts.attempts++;
    counts.removed_card_data += Object.entries(row).filter(
      ([key, value]) => key !== 'merchant_id' && key !== 'time' && holdsCard(value),
    ).length;
  });
  return { ...counts, rejected: counts.rejectedLines.length };
}

function isAttempt(row: Row): boolean {
  const word = (list: readonly string[], value: unknown) => list.includes(String(value).toLowerCase());
  return (
    !Array.isArray(row) &&
    !Number.isNaN(
      typeof row.time === 'number' || /^\d+$/.test(String(row.time)) ? Number(row.time) : Date.parse(String(row.time)),
    ) &&
    Boolean(row.terminal_id) &&
    word(INTERFACES, row.interface) &&
    word(OUTCOMES, row.outcome) &&
    (!row.stage || word(STAGES, row.stage))
  );
}

function holdsCard(value: unknown): boolean {
  const digits = typeof value === 'string' ? /\d{13,19}/.exec(value)?.[0] : undefined;
  return digits !== undefined && luhn(digits);
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const filled = (text: string): [string, number][] =>
  text
    .split('\n')
    .map((line, i): [string, number] => [line, i + 1])
    .filter(([line]) => line !== '');

describe('a dirty log gives on reading exactly what it says', () => {
  it('as NDJSON', () => {
    const { text, expected } = dirtyNdjson(attempts, 9, FILTHY);
    const lines = filled(text);
    const rows = lines.map(([line]): Row | null => {
      try {
        return JSON.parse(line) as Row;
      } catch {
        return null;
      }
    });
    expect(
      read(
        rows,
        lines.map(([, number]) => number),
      ),
    ).toEqual(expected);
    expect(expected.attempts).toBe(attempts.length);
    for (const count of [expected.rejected, expected.duplicates, expected.conflicts, expected.removed_card_data]) {
      expect(count).toBeGreaterThan(20);
    }
  });

  it('as CSV', () => {
    const { text, expected } = dirtyCsv(attempts, 10, FILTHY);
    const [header, ...lines] = filled(text);
    const names = header?.[0].split(',') ?? [];
    const rows = lines.map(([line]) => {
      const cells = line.split(',');
      return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
    });
    expect(
      read(
        rows,
        lines.map(([, number]) => number),
      ),
    ).toEqual(expected);
  });
});

it('dirt is the same for the same seed', () => {
  expect(dirtyNdjson(attempts, 1)).toEqual(dirtyNdjson(attempts, 1));
});
