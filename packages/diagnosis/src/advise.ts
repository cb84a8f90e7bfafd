import type { Text } from '@duka/model';
import type { Belief } from './belief/belief.ts';
import { presentChances } from './belief/belief.ts';
import type { Model } from './knowledge/model.ts';
import type { Known, Terms } from './known.ts';
import { planFor } from './plan/plan.ts';
import type { Step } from './plan/problem.ts';
import { problemOf } from './plan/problem.ts';

export type NextStep = {
  readonly kind: 'ask' | 'do' | 'call';
  readonly id: string;
  readonly text: Text;
  readonly cost: number;
};

export type Advice = {
  /** Best first. One fault: sums to 1. Independent faults: the chance that each is present. */
  readonly causes: readonly { readonly cause: string; readonly probability: number }[];
  readonly next: NextStep;
};

/** The step that begins the plan with the least expected cost, and the causes as they are believed in. */
export function advise(model: Model, belief: Belief, known: Known, terms?: Terms): Advice {
  const { step } = planFor(problemOf(model, belief, known, terms));
  return { causes: causesOf(model, belief), next: nextOf(model, step) };
}

/** The causes as they are believed in; best first. */
export function causesOf(model: Model, belief: Belief): Advice['causes'] {
  const held = presentChances(belief);
  return model.causes
    .map(({ id }, i) => ({ cause: id, probability: held[i]! }))
    .sort((a, b) => b.probability - a.probability);
}

/** A step as it is said to people. */
export function nextOf(model: Model, step: Step): NextStep {
  const rows = { ask: model.observations, do: model.actions };
  const { id, text, cost } = step.kind === 'call' ? model.call : rows[step.kind][step.index]!;
  return { kind: step.kind, id, text: text ?? PLAIN[step.kind](id), cost };
}

/** For knowledge that has no words of its own. */
const PLAIN = {
  ask: (id: string): Text => ({ zh: `请查看：${id}`, en: `Find out: ${id}` }),
  do: (id: string): Text => ({ zh: `请做：${id}`, en: `Do: ${id}` }),
  call: (id: string): Text => ({ zh: `请报修：${id}`, en: `Call for help: ${id}` }),
} as const;
