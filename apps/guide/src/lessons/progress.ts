import type { Lesson } from '@duka/model';

/** Where somebody is in a lesson: its pages, then its questions, then how it went. `chosen` is null until there is an answer. */
export type Progress =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'check'; readonly question: number; readonly chosen: number | null; readonly right: number }
  | { readonly kind: 'done'; readonly right: number };

export const START: Progress = { kind: 'page', page: 0 };

/** The answer to the question at hand; the first one counts. */
export function choose(lesson: Lesson, at: Progress, chosen: number): Progress {
  if (at.kind !== 'check' || at.chosen !== null) return at;
  const hit = lesson.quiz[at.question]?.right === chosen;
  return { ...at, chosen, right: at.right + (hit ? 1 : 0) };
}

export function forward(lesson: Lesson, at: Progress): Progress {
  if (at.kind === 'done') return START;
  if (at.kind === 'page')
    return at.page + 1 < lesson.pages.length
      ? { kind: 'page', page: at.page + 1 }
      : { kind: 'check', question: 0, chosen: null, right: 0 };
  if (at.chosen === null) return at;
  return at.question + 1 < lesson.quiz.length
    ? { kind: 'check', question: at.question + 1, chosen: null, right: at.right }
    : { kind: 'done', right: at.right };
}

/** Back through the pages; an answer that was given stays given. */
export function backward(at: Progress): Progress | null {
  return at.kind === 'page' && at.page > 0 ? { kind: 'page', page: at.page - 1 } : null;
}
