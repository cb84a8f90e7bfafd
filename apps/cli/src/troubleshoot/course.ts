import type { Request, Terms } from '@duka/diagnosis';

/** What happened at the counter, in order: a question with its answer (null: nobody knows), a step that failed, or was not done. */
export type Event =
  | { readonly kind: 'answer'; readonly id: string; readonly value: string | null }
  | { readonly kind: 'failed' | 'skipped'; readonly id: string };

export type Course = readonly Event[];

export function requestOf(course: Course): Request {
  return {
    observations: Object.fromEntries(course.flatMap((one) => (one.kind === 'answer' ? [[one.id, one.value]] : []))),
    done: course.flatMap((one) => (one.kind === 'failed' ? [one.id] : [])),
  };
}

/** Whatever was done or refused. */
export const triedIn = (course: Course): readonly string[] =>
  course.flatMap((one) => (one.kind === 'answer' ? [] : [one.id]));

/** What cannot be done here is not proposed again. */
export const termsOf = (course: Course): Terms => ({
  without: course.flatMap((one) => (one.kind === 'skipped' ? [one.id] : [])),
  asking: 0,
});
