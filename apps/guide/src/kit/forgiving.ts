import type { Model } from '@duka/diagnosis';
import { tapped } from './slips.ts';

/** However well a repair works, it is sometimes done wrong. */
const SUREST = 0.98;

/** Knowledge of somebody else, in which no tap and no failure rules every cause out: a counter has nobody to explain that. */
export const forgiving = (model: Model): Model => ({
  ...model,
  observations: model.observations.map((one) => ({
    ...one,
    given: new Map([...one.given].map(([cause, row]) => [cause, tapped(row)])),
    otherwise: tapped(one.otherwise),
  })),
  actions: model.actions.map((action) => ({
    ...action,
    fixes: new Map([...action.fixes].map(([cause, chance]) => [cause, Math.min(SUREST, chance)])),
  })),
});
