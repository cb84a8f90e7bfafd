import { AttemptStore } from '@duka/fleet';
import type { Attempt } from '@duka/model';
import type { ImportSummary, IntakeCounts, IntakeOptions, OffsetMinutes } from '@duka/runtime';
import { PlainLines } from '@duka/runtime';
import type { Progress } from '../progress.ts';
import { tokenKey, tokensUnder } from '../token-key.ts';
import { CHINA } from '../zone.ts';
import type { CrewTerms } from './crew.ts';
import { Crew, isWorthACrew } from './crew.ts';
import type { OddColumns, OnColumns } from './header.ts';
import type { HostOptions } from './host/host-reading.ts';
import { HostReading } from './host/host-reading.ts';
import type { TakePlain } from './ndjson.ts';
import type { Into } from './parquet/take-table.ts';
import type { RawRecord } from './raw-record.ts';
import { readRecords } from './records.ts';
import type { Source } from './sources.ts';
import { takeRaw } from './take-raw.ts';
import type { Rejected } from './tally.ts';
import { Tally } from './tally.ts';

export type TakeInOptions = IntakeOptions & {
  readonly strict: boolean;
  readonly host?: HostOptions;
  /** As `--tz` was written, for threads that help to read; without it one reads alone. */
  readonly tz?: string | null;
};

/** Where attempts go; `into` takes whole columns. `flush` is awaited after every batch. */
export type Sink = {
  readonly take: (attempt: Attempt, offset: OffsetMinutes | null) => void;
  readonly takePlain: TakePlain;
  readonly into?: Into;
  readonly flush?: () => Promise<void>;
};

/**
 * `empty` names the sources without a single record, `odd` the columns that are not as they should be; `imported` tells of host logs,
 * null where there were none.
 */
type Read = {
  readonly empty: readonly string[];
  readonly odd: readonly OddHeader[];
  readonly imported: ImportSummary | null;
};

/** Of a file, whose name is safe to show. */
export type OddHeader = OddColumns & { readonly file: string };

export type Passed = Read & {
  readonly counts: IntakeCounts;
  /** What was rejected, by reason, each with its first places. */
  readonly reasons: readonly Rejected[];
};

/** `offset` is the commonest one of the input. */
export type TakenIn = Passed & { readonly store: AttemptStore; readonly offset: OffsetMinutes };

/**
 * Reads all sources into one store. Bad records are counted and sampled, the rest goes on.
 * @throws DukaError input.strict at the first bad record where `strict` is set
 */
export async function takeIn(sources: readonly Source[], options: TakeInOptions, progress: Progress): Promise<TakenIn> {
  const store = new AttemptStore();
  const plain = new PlainLines(store);
  const { offsets } = plain;
  const take: Sink['take'] = (attempt, offset) => {
    if (offset !== null) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
    store.append(attempt);
  };
  const tally = new Tally(options.strict);
  const terms = options.strict || options.tz === undefined || !isWorthACrew(sources) ? null : termsOf(options.tz);
  const crew = terms && new Crew(terms);
  const own = terms ? { ...options, tokenize: tokensUnder(() => Buffer.from(terms.key)) } : options;
  const sink = { take, takePlain: plain.take.bind(plain), into: { store, options: own, offsets } };
  let read: Read;
  let whole = store;
  try {
    read = await readAll(sources, own, progress, sink, tally, crew);
    if (crew) whole = await crew.end(store, tally, offsets);
  } finally {
    await crew?.dismiss();
  }
  const [commonest] = [...offsets].sort(([a, n], [b, m]) => m - n || a - b);
  return { store: whole, ...accountOf(tally), ...read, offset: commonest?.[0] ?? CHINA };
}

/** Reads all sources through the guard of the intake into a sink. @throws as `takeIn` */
export async function passOn(
  sources: readonly Source[],
  options: TakeInOptions,
  progress: Progress,
  sink: Sink,
): Promise<Passed> {
  const tally = new Tally(options.strict);
  const read = await readAll(sources, options, progress, sink, tally, null);
  return { ...accountOf(tally), ...read };
}

function accountOf(tally: Tally): Omit<Passed, keyof Read> {
  const { rejected, removed, reasons } = tally;
  return {
    counts: { rejected, removed_card_data: removed, reject_samples: tally.samples() },
    reasons: [...reasons.values()],
  };
}

/** What all threads must know alike. */
const termsOf = (tz: string | null): CrewTerms => ({ key: tokenKey(), tz });

async function readAll(
  sources: readonly Source[],
  options: TakeInOptions,
  progress: Progress,
  sink: Sink,
  tally: Tally,
  crew: Crew | null,
): Promise<Read> {
  const host = new HostReading(options);
  const empty: string[] = [];
  const odd: OddHeader[] = [];
  const onColumns: OnColumns = (file, columns) => {
    if (columns.unknown.length + columns.twice.length > 0) odd.push({ file, ...columns });
  };
  const takeOne = (raw: RawRecord, source: string): void => takeRaw(raw, source, options, tally, sink.take);

  for (const source of sources) {
    const before = host.messages;
    let records = 0;
    const reading = {
      onBytes: progress.onBytes,
      takePlain: sink.takePlain,
      into: sink.into ?? null,
      host,
      crew,
      onColumns,
    };
    for await (const { records: batch, taken } of readRecords(
      source,
      reading,
      source.isOneOfMany || sources.length > 1,
    )) {
      for (const raw of batch) takeOne(raw, source.name);
      records += batch.length + taken;
      progress.onRecords(batch.length + taken);
      await sink.flush?.();
    }
    if (records === 0 && host.messages === before) empty.push(source.name);
  }
  for (const raw of host.end()) takeOne(raw, '');
  await sink.flush?.();
  const imported = host.summary();
  tally.removed += imported?.card_numbers ?? 0;
  return { empty, odd, imported };
}
