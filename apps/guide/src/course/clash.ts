import type { Clash, Evidence } from '../kit/kit.ts';

/** The first rule that the answers break, or undefined. "Don't know" breaks none. */
export function clashOf(clashes: readonly Clash[], answers: Evidence['answers']): Clash | undefined {
  return clashes.find(({ between }) =>
    between.every(({ observation, values }) => {
      const value = answers[observation];
      return typeof value === 'string' && values.includes(value);
    }),
  );
}
