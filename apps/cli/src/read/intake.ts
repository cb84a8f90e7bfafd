import { AttemptStore } from '@duka/fleet';
import type { Attempt, Complaint, Reject } from '@duka/model';
import { fail } from '@duka/model';
import type { ImportSummary, IntakeCounts, IntakeOptions, OffsetMinutes } from '@duka/runtime';
import { isRefused, PlainLines, takeRecord } from '@duka/runtime';
import type { Progress } from '../progress.ts';
import type { HostOptions } from './host/host-reading.ts';
import { HostReading } from './host/host-reading.ts';
import type { TakePlain } from './ndjson.ts';
import type { RawRecord } from './raw-record.ts';
import { readRecords } from './records.ts';
import type { Source } from './sources.ts';

const SAMPLES = 20;
const SAMPLES_OF_REASON = 3;
const CHINA: OffsetMinutes = 480;

export type TakeInOptions = IntakeOptions & { readonly strict: boolean; readonly host?: HostOptions };

export type Rejected = { readonly code: Complaint['code']; count: number; readonly samples: Reject[] };

/** Where attempts go. `flush` is awaited after every batch. */
export type Sink = {
  readonly take: (attempt: Attempt, offset: OffsetMinutes | null) => void;
  readonly takePlain: TakePlain;
  readonly flush?: () => Promise<void>;
};

/** `empty` names the sources without a single record; `imported` tells of host logs, null where there were none. */
export type Passed = {
  readonly counts: IntakeCounts;
  /** What was rejected, by reason, each with its first places. */
  readonly reasons: readonly Rejected[];
  readonly empty: readonly string[];
  readonly imported: ImportSummary | null;
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
  const passed = await passOn(sources, options, progress, { take, takePlain: plain.take.bind(plain) });
  const [commonest] = [...offsets].sort(([a, n], [b, m]) => m - n || a - b);
  return { store, ...passed, offset: commonest?.[0] ?? CHINA };
}

/** Reads all sources through the guard of the intake into a sink. @throws as `takeIn` */
export async function passOn(
  sources: readonly Source[],
  options: TakeInOptions,
  progress: Progress,
  sink: Sink,
): Promise<Passed> {
  const host = new HostReading(options);
  const samples: Reject[] = [];
  const reasons = new Map<string, Rejected>();
  const empty: string[] = [];
  let rejected = 0;
  let removed = 0;

  const refuse = (file: string, line: number, field: string | null, { code, text }: Complaint) => {
    if (options.strict) throw fail('input.strict', { where: `${file}:${line}`, reason: text });
    rejected++;
    const reject = { file, line, field, code, text };
    const reason = reasons.get(code) ?? { code, count: 0, samples: [] };
    reasons.set(code, reason);
    reason.count++;
    if (reason.samples.length < SAMPLES_OF_REASON) reason.samples.push(reject);
    samples.push(reject);
    if (samples.length >= 2 * SAMPLES) samples.splice(0, samples.length, ...firstOf(samples));
  };
  const takeOne = (raw: RawRecord, source: string): void => {
    const file = raw.file ?? source;
    if ('complaint' in raw) {
      refuse(file, raw.line, null, raw.complaint);
      return;
    }
    const result = takeRecord(raw.record, options);
    removed += result.removed;
    if (isRefused(result)) refuse(file, raw.line, result.field, result.complaint);
    else sink.take(result.attempt, result.offset);
  };

  for (const source of sources) {
    const before = host.messages;
    let records = 0;
    const reading = { onBytes: progress.onBytes, takePlain: sink.takePlain, host };
    for await (const { records: batch, taken } of readRecords(source, reading)) {
      for (const raw of batch) takeOne(raw, source.name);
      records += batch.length + taken;
      progress.onRecords(batch.length + taken);
      await sink.flush?.();
    }
    if (records === 0 && host.messages === before) empty.push(source.name);
  }
  for (const raw of host.end()) takeOne(raw, '');
  await sink.flush?.();
  return {
    counts: { rejected, removed_card_data: removed, reject_samples: firstOf(samples) },
    reasons: [...reasons.values()],
    empty,
    imported: host.summary(),
  };
}

/** The first few by file and line: the same whatever the order of the files. */
function firstOf(samples: readonly Reject[]): readonly Reject[] {
  return [...samples].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)).slice(0, SAMPLES);
}
