import type { Model } from '@duka/diagnosis';

/** How often somebody in a hurry taps just any answer, as in Duka's own knowledge. */
const SLIP = 0.03;
/** However well a repair works, it is sometimes done wrong. */
const SUREST = 0.98;

/** Knowledge of somebody else, in which no tap and no failure rules every cause out: a counter has nobody to explain that. */
export const forgiving = (model: Model): Model => ({
  ...model,
  observations: model.observations.map((one) => ({
    ...one,
    given: new Map([...one.given].map(([cause, row]) => [cause, mixed(row)])),
    otherwise: mixed(one.otherwise),
  })),
  actions: model.actions.map((action) => ({
    ...action,
    fixes: new Map([...action.fixes].map(([cause, chance]) => [cause, Math.min(SUREST, chance)])),
  })),
});

const mixed = (row: readonly number[]): readonly number[] =>
  row.map((chance) => (1 - SLIP) * chance + SLIP / row.length);
