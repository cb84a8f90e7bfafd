import { AttemptStore, readFrame } from '@duka/fleet';
import type { Finding } from '@duka/model';
import { isRefused, makeReport, takeRecord } from '../src/index.ts';

/** What the report of these records finds. @throws Error where one is refused */
export function findingsIn(records: readonly object[]): readonly Finding[] {
  const store = new AttemptStore();
  for (const record of records) {
    const taken = takeRecord(record, { tokenize: String, zone: null });
    if (isRefused(taken)) throw new Error(taken.complaint.text.en);
    store.append(taken.attempt);
  }
  const counts = { rejected: 0, removed_card_data: 0, reject_samples: [] };
  return makeReport(readFrame(store), counts, { fdr: 0.05, offset: 480 }).report.findings;
}
