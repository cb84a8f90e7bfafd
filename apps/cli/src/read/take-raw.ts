import type { Attempt } from '@duka/model';
import type { IntakeOptions, OffsetMinutes } from '@duka/runtime';
import { isRefused, takeRecord } from '@duka/runtime';
import type { RawRecord } from './raw-record.ts';
import type { Tally } from './tally.ts';

/** Takes a record through the guard of the intake: to `take`, or into the tally of what was refused. @throws as Tally.refuse */
export function takeRaw(
  raw: RawRecord,
  source: string,
  options: IntakeOptions,
  tally: Tally,
  take: (attempt: Attempt, offset: OffsetMinutes | null) => void,
): void {
  const file = raw.file ?? source;
  if ('complaint' in raw) {
    tally.removed += raw.removed ?? 0;
    tally.refuse(file, raw.line, null, raw.complaint);
    return;
  }
  const result = takeRecord(raw.record, options);
  tally.removed += result.removed;
  if (isRefused(result)) tally.refuse(file, raw.line, result.field, result.complaint);
  else take(result.attempt, result.offset);
}
