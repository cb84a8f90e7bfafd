import { ATTEMPT_FIELD_NAMES } from '@duka/model';
import { utcTime } from './calendar.ts';
import type { AttemptRecord } from './record.ts';
import { Rng } from './rng.ts';
import { csvRow } from './write.ts';

/** How dirty a log is: for each kind of dirt, its chance at each record. */
export type Dirt = {
  /** A line that must be refused comes before the record. */
  readonly malformed: number;
  /** The record comes once more, some lines later; or with the same id and other content. */
  readonly duplicates: number;
  readonly conflicts: number;
  /** A test card number or a track stands where none belongs. */
  readonly cardData: number;
  readonly nulls: number;
  readonly unknownFields: number;
  readonly integerTimes: number;
  readonly utcTimes: number;
  readonly otherCase: number;
  readonly blankLines: number;
};

export const DEFAULT_DIRT: Dirt = {
  malformed: 0.002,
  duplicates: 0.003,
  conflicts: 0.001,
  cardData: 0.001,
  nulls: 0.03,
  unknownFields: 0.02,
  integerTimes: 0.03,
  utcTimes: 0.03,
  otherCase: 0.01,
  blankLines: 0.001,
};

/** A dirty log, with what reading it must give. Lines are counted from 1, a CSV header included. */
export type DirtyLog = {
  readonly text: string;
  readonly expected: {
    readonly attempts: number;
    readonly rejected: number;
    readonly rejectedLines: readonly number[];
    readonly duplicates: number;
    readonly conflicts: number;
    readonly removed_card_data: number;
  };
};

type Loose = Record<string, unknown>;
/** What the two kinds of file do differently. */
type Form = {
  readonly header: string | null;
  readonly line: (record: Loose) => string;
  readonly malformed: (record: Loose, rng: Rng) => string;
};

/** Published test numbers; nobody's cards. */
const TEST_NUMBERS = ['4111111111111111', '5555555555554444', '6250941006528599', '378282246310005'] as const;
const TEST_TRACKS = [';5555555555554444=29125011234?', ';4111111111111111=30121011000012300000?'] as const;

const NDJSON: Form = {
  header: null,
  line: (record) => JSON.stringify(record),
  malformed: (record, rng) => {
    const text = JSON.stringify(record);
    return rng.chance(0.5)
      ? rng.pick([
          text.slice(0, 1 + rng.below(text.length - 1)),
          '<html><body>502 Bad Gateway</body></html>',
          JSON.stringify([record.terminal_id, record.interface]),
        ])
      : JSON.stringify(spoil(record, rng));
  },
};

const CSV_COLUMNS = [...ATTEMPT_FIELD_NAMES, 'lane', 'memo'];
const CSV: Form = {
  header: CSV_COLUMNS.join(','),
  line: (record) => csvRow(record, CSV_COLUMNS),
  malformed: (record, rng) => csvRow(spoil(record, rng), CSV_COLUMNS),
};

export function dirtyNdjson(records: readonly AttemptRecord[], seed: number, dirt: Dirt = DEFAULT_DIRT): DirtyLog {
  return dirty(records, NDJSON, new Rng(seed), dirt);
}

export function dirtyCsv(records: readonly AttemptRecord[], seed: number, dirt: Dirt = DEFAULT_DIRT): DirtyLog {
  return dirty(records, CSV, new Rng(seed), dirt);
}

function dirty(records: readonly AttemptRecord[], form: Form, rng: Rng, dirt: Dirt): DirtyLog {
  const lines: string[] = form.header === null ? [] : [form.header];
  const rejectedLines: number[] = [];
  const later = new Map<number, string[]>();
  const counts = { duplicates: 0, conflicts: 0, removed: 0 };
  const repeat = (at: number, line: string) => {
    const due = Math.min(records.length - 1, at + rng.below(40));
    later.set(due, [...(later.get(due) ?? []), line]);
  };
  records.forEach((record, at) => {
    if (rng.chance(dirt.blankLines)) lines.push('');
    if (rng.chance(dirt.malformed)) rejectedLines.push(lines.push(form.malformed({ ...record }, rng)));
    const loose = soil(record, rng, dirt);
    const leaks = rng.chance(dirt.cardData);
    if (leaks) {
      leak(loose, rng);
      counts.removed++;
    }
    lines.push(form.line(loose));
    // What is repeated has an id, without which nobody could tell, and no card data, which would count twice.
    if (record.attempt_id !== undefined && !leaks) {
      if (rng.chance(dirt.duplicates)) {
        counts.duplicates++;
        repeat(at, form.line(loose));
      } else if (rng.chance(dirt.conflicts)) {
        counts.conflicts++;
        repeat(at, form.line({ ...loose, amount_minor: (record.amount_minor ?? 0) + 100 }));
      }
    }
    lines.push(...(later.get(at) ?? []));
  });
  return {
    text: lines.map((line) => `${line}\n`).join(''),
    expected: {
      attempts: records.length,
      rejected: rejectedLines.length,
      rejectedLines,
      duplicates: counts.duplicates,
      conflicts: counts.conflicts,
      removed_card_data: counts.removed,
    },
  };
}

/** The same attempt in other clothes: what it says does not change. */
function soil(record: AttemptRecord, rng: Rng, dirt: Dirt): Loose {
  const loose: Loose = { ...record };
  const time = Date.parse(record.time);
  if (rng.chance(dirt.integerTimes)) loose.time = time;
  else if (rng.chance(dirt.utcTimes)) loose.time = utcTime(time);
  if (rng.chance(dirt.otherCase)) loose.interface = record.interface.toUpperCase();
  if (rng.chance(dirt.unknownFields)) loose.lane = 1 + rng.below(8);
  if (rng.chance(dirt.nulls)) {
    const absent = ATTEMPT_FIELD_NAMES.filter((field) => loose[field] === undefined);
    if (absent.length > 0) loose[rng.pick(absent)] = null;
  }
  return loose;
}

/** Breaks one thing that a record must have. */
function spoil(record: Loose, rng: Rng): Loose {
  return rng.pick<(r: Loose) => Loose>([
    ({ outcome: _, ...rest }) => rest,
    ({ terminal_id: _, ...rest }) => rest,
    (r) => ({ ...r, terminal_id: '' }),
    (r) => ({ ...r, interface: 'swipe' }),
    (r) => ({ ...r, outcome: 'approved' }),
    (r) => ({ ...r, stage: 'reading' }),
    (r) => ({ ...r, time: 'yesterday' }),
    (r) => ({ ...r, time: '2026-13-41T25:61:00+08:00' }),
  ])(record);
}

/** Puts card data into one field: exactly one string to remove. */
function leak(record: Loose, rng: Rng): void {
  const number = rng.pick(TEST_NUMBERS);
  const place = rng.pick(
    record.outcome === 'ok' ? (['memo', 'code', 'serial', 'operator_id'] as const) : (['memo', 'serial'] as const),
  );
  if (place === 'memo') record.memo = `pan ${number} keyed`;
  else if (place === 'code') record.code = [record.code, `pax:${rng.pick(TEST_TRACKS)}`].filter(Boolean).join(' ');
  else record[place] = number;
}
