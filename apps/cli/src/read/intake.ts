import { AttemptStore } from '@duka/fleet';
import type { Complaint, Reject } from '@duka/model';
import { fail } from '@duka/model';
import type { IntakeCounts, IntakeOptions, OffsetMinutes } from '@duka/runtime';
import { isRefused, PlainLines, takeRecord } from '@duka/runtime';
import type { Progress } from '../progress.ts';
import { readRecords } from './records.ts';
import type { Source } from './sources.ts';

const SAMPLES = 20;
const CHINA: OffsetMinutes = 480;

/** `offset` is the commonest one of the input; `empty` names the sources without a single record. */
export type TakenIn = {
  readonly store: AttemptStore;
  readonly counts: IntakeCounts;
  readonly offset: OffsetMinutes;
  readonly empty: readonly string[];
};

/**
 * Reads all sources into one store. Bad records are counted and sampled, the rest goes on.
 * @throws DukaError input.strict at the first bad record where `strict` is set
 */
export async function takeIn(
  sources: readonly Source[],
  options: IntakeOptions & { readonly strict: boolean },
  progress: Progress,
): Promise<TakenIn> {
  const store = new AttemptStore();
  const samples: Reject[] = [];
  const plain = new PlainLines(store);
  const { offsets } = plain;
  const empty: string[] = [];
  let rejected = 0;
  let removed = 0;

  const refuse = (source: Source, line: number, field: string | null, { code, text }: Complaint) => {
    if (options.strict) throw fail('input.strict', { where: `${source.name}:${line}`, reason: text });
    rejected++;
    samples.push({ file: source.name, line, field, code, text });
    if (samples.length >= 2 * SAMPLES) samples.splice(0, samples.length, ...firstOf(samples));
  };

  for (const source of sources) {
    let records = 0;
    const takePlain = plain.take.bind(plain);
    for await (const { records: batch, taken } of readRecords(source, progress.onBytes, takePlain)) {
      for (const raw of batch) {
        if ('complaint' in raw) {
          refuse(source, raw.line, null, raw.complaint);
          continue;
        }
        const result = takeRecord(raw.record, options);
        removed += result.removed;
        if (isRefused(result)) {
          refuse(source, raw.line, result.field, result.complaint);
          continue;
        }
        if (result.offset !== null) offsets.set(result.offset, (offsets.get(result.offset) ?? 0) + 1);
        store.append(result.attempt);
      }
      records += batch.length + taken;
      progress.onRecords(batch.length + taken);
    }
    if (records === 0) empty.push(source.name);
  }
  const [commonest] = [...offsets].sort(([a, n], [b, m]) => m - n || a - b);
  return {
    store,
    counts: { rejected, removed_card_data: removed, reject_samples: firstOf(samples) },
    offset: commonest?.[0] ?? CHINA,
    empty,
  };
}

/** The first few by file and line: the same whatever the order of the files. */
function firstOf(samples: readonly Reject[]): readonly Reject[] {
  return [...samples].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)).slice(0, SAMPLES);
}
