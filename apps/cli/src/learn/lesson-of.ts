import type { ClosedCase, Learned } from '@duka/diagnosis';
import { readClosedCase, readLearned } from '@duka/diagnosis';

/** What a line of a file teaches: a case, what was learned elsewhere, or nothing, as where a guide's course ended without a clear cause. */
export type Lesson =
  | { readonly kind: 'case'; readonly id: string | null; readonly closed: ClosedCase }
  | { readonly kind: 'learned'; readonly learned: Learned }
  | { readonly kind: 'nothing' };

/** What helped says which cause it was only where no other is likely, as in the guide. */
const CLEAR = 0.8;

type Fields = { readonly [name: string]: unknown };
const isObject = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const objects = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** @throws DukaError request.value, learned.value with the path of what is wrong */
export function lessonOf(value: unknown): Lesson {
  const schema = isObject(value) ? value.schema : undefined;
  if (isObject(value) && schema === 'duka.guide/1') return courseLesson(value);
  if (schema === 'duka.lesson/1') return { kind: 'nothing' };
  if (typeof schema === 'string' && schema.startsWith('duka.learned/'))
    return { kind: 'learned', learned: readLearned(value) };
  return { kind: 'case', id: null, closed: readClosedCase(value) };
}

/** A report of the guide (`duka guide --reports`). The same id again is the same course, told later. */
function courseLesson(report: Fields): Lesson {
  const [likeliest] = objects(report.causes);
  const clear = likeliest !== undefined && Number(likeliest.probability) >= CLEAR;
  if (report.outcome !== 'fixed' || !clear) return { kind: 'nothing' };
  const failed = objects(report.steps).filter(({ outcome }) => outcome === 'failed');
  const closed = readClosedCase({
    cause: likeliest.cause,
    observations: Object.fromEntries(objects(report.answers).map(({ id, value }) => [String(id), value])),
    failed: failed.map(({ id }) => id),
    helped: report.fixed_by,
  });
  return { kind: 'case', id: typeof report.id === 'string' ? report.id : null, closed };
}
