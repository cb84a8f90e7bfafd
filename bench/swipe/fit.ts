import type { SwipeCause } from '@duka/wire/magstripe';
import { FEATURES, gradeOf, QUESTIONS, SAME_PLACE_EDGES, SWIPE_CAUSES } from '@duka/wire/magstripe';
import type { Analysed } from './sessions.ts';

type Rows = Record<string, number[]>;
export type Counted = { readonly features: Record<string, Rows>; readonly samePlace: Rows };

const CAUSES = Object.keys(SWIPE_CAUSES) as SwipeCause[];
/** Counted for what was never seen (Jeffreys' prior). */
const UNSEEN = 0.5;

const emptyRows = (grades: number): Rows =>
  Object.fromEntries(CAUSES.map((cause) => [cause, Array.from({ length: grades }, () => UNSEEN)]));

/** How often each grade comes under each cause. */
export function countLikelihoods(analysed: readonly Analysed[]): Counted {
  const features = Object.fromEntries(
    FEATURES.map((feature) => [feature, emptyRows(QUESTIONS[feature].edges.length + 2)]),
  );
  const samePlace = emptyRows(SAME_PLACE_EDGES.length + 1);
  for (const { fault, analysis } of analysed) {
    for (const swipe of analysis.swipes) {
      const channels = swipe.filter((channel) => channel.state === 'read');
      for (const channel of channels) {
        for (const feature of FEATURES) {
          const grade = gradeOf(QUESTIONS[feature].edges, channel.features[feature]);
          features[feature]![fault]![grade]! += 1 / channels.length;
        }
      }
    }
    if (!Number.isNaN(analysis.samePlace)) samePlace[fault]![gradeOf(SAME_PLACE_EDGES, analysis.samePlace)]! += 1;
  }
  return { features, samePlace };
}

const HEAD = `import type { SwipeCause } from './causes.ts';
import type { Feature } from './features.ts';

/** Written by \`node bench/swipe.ts --fit\`: how often a grade comes under a cause, on simulated swipes. */
type Rows = { readonly [C in SwipeCause]: readonly number[] };

/** Features are not independent: their logarithms count for so much. */
export const TEMPER = 0.5;
`;

export function likelihoodFile({ features, samePlace }: Counted): string {
  const body = Object.entries(features).map(([feature, rows]) => `  ${feature}: ${rowsText(rows, '  ')},\n`);
  return `${HEAD}
export const LIKELIHOODS: { readonly [F in Feature]: Rows } = {
${body.join('')}};

/** Of the share of drop-outs that came again at the same place. */
export const SAME_PLACE: Rows = ${rowsText(samePlace, '')};
`;
}

function rowsText(rows: Rows, indent: string): string {
  const lines = Object.entries(rows).map(([cause, counts]) => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    return `${indent}  ${cause}: [${counts.map((count) => Number((count / all).toPrecision(2))).join(', ')}],\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}
