import type { CauseId, Text } from '@duka/model';
import type { Feature, FeatureId } from './signature-features.ts';
import { FEATURES } from './signature-features.ts';

/** Something that can be seen of a trouble, with the chance of each value given each cause; rows sum to 1. */
export type Observation = {
  readonly id: string;
  /** Minutes of a cashier's time; nothing for what the log tells by itself. */
  readonly cost: number;
  readonly values: readonly string[];
  readonly given: { readonly [C in CauseId]?: readonly number[] };
  readonly otherwise: readonly number[];
  /** What each value says, in words. */
  readonly says: { readonly [value: string]: Text };
  readonly source: string;
};

const shares = (odds: readonly number[]): readonly number[] => {
  const sum = odds.reduce((a, b) => a + b, 0);
  return odds.map((odd) => odd / sum);
};

/** What a log tells of a finding, in the form of the knowledge file. */
export const OBSERVATIONS: readonly Observation[] = (Object.keys(FEATURES) as FeatureId[]).map((id) => {
  const feature: Feature = FEATURES[id];
  const given = Object.entries(feature.given).map(([cause, odds]) => [cause, shares(odds)] as const);
  return {
    id: `finding.${id}`,
    cost: 0,
    values: feature.values,
    given: Object.fromEntries(given),
    otherwise: shares(feature.otherwise),
    says: feature.says,
    source: 'expert estimate',
  };
});
