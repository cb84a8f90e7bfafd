import type { Model, Request, Terms } from '@duka/diagnosis';
import { explain, readKnowledge, troubleshoot } from '@duka/diagnosis';
import { counterKnowledge, deviceOf } from '@duka/knowledge';
import type { CauseProbability } from '@duka/model';
import { remembering } from './cache.ts';
import type { Evidence, Kit, Plan } from './kit.ts';
import { causesOfCure, learnedFrom } from './learned.ts';
import { wordsOf } from './words-of.ts';

/** A finding of the log may be old, or not the trouble at hand: the rest stays as common as it is. */
const FINDING_SHARE = 0.9;

/**
 * Knowledge, Duka's own unless another is given, and the planner over it.
 * @param dearer by how many minutes a question costs more than the first one, after so many
 */
export function ownKit(model: Model = readKnowledge(counterKnowledge()), dearer = impatience): Kit {
  const observations = new Map(model.observations.map((one) => [one.id, one]));
  const startingAs = remembering((finding: Evidence['finding']) => startingFrom(model, finding));
  const plan = remembering((evidence: Evidence): Plan => {
    const { causes, next } = troubleshoot(startingAs(evidence.finding), requestOf(evidence), termsOf(evidence, dearer));
    return { next: { kind: next.kind, id: next.id }, causes: causes as readonly CauseProbability[] };
  });
  return {
    ...wordsOf(model),
    device: deviceOf,
    plan,
    why(evidence, cause) {
      const { causes } = explain(startingAs(evidence.finding), requestOf(evidence), termsOf(evidence, dearer));
      return causes.find((one) => one.cause === cause)?.evidence ?? [];
    },
    cured: (evidence, helped) => causesOfCure(model, plan(evidence).causes, helped),
    learn: (kept, evidence, helped) => learnedFrom(model, kept, evidence, plan(evidence).causes, helped),
    chances(evidence, id) {
      const observation = observations.get(id);
      if (observation === undefined) return [];
      const { causes } = plan(evidence);
      return model.faults === 'single' ? mixtureOf(observation, causes) : noisyOr(observation, causes);
    },
  };
}

type Asked = Model['observations'][number];

const mixtureOf = ({ values, given, otherwise }: Asked, causes: Plan['causes']): readonly number[] =>
  values.map((_, value) =>
    causes.reduce(
      (sum, { cause, probability }) => sum + probability * ((given.get(cause) ?? otherwise)[value] ?? 0),
      0,
    ),
  );

/** As if the causes were present or not each by itself. */
function noisyOr({ given, otherwise }: Asked, causes: Plan['causes']): readonly number[] {
  const negative = causes.reduce(
    (all, { cause, probability }) => all * (1 - probability * (given.get(cause)?.[0] ?? 0)),
    1 - (otherwise[0] ?? 0),
  );
  return [1 - negative, negative];
}

/**
 * A queue is waiting: the tenth question is not as cheap as the first, however quickly it is answered. Expert estimate;
 * npm run bench:guide shows what it costs and saves.
 */
function impatience(asked: number): number {
  return 0.1 * asked;
}

const requestOf = ({ answers, failed }: Evidence): Request => ({ observations: answers, done: failed });

/** A step that cannot be done here, or that the maker forbids, is none; who does not know is not asked. */
function termsOf({ model, skipped, answers, handsOnly }: Evidence, dearer: (asked: number) => number): Terms {
  const forbidden = model === null ? [] : (deviceOf(model)?.forbids ?? []);
  return { without: [...skipped, ...forbidden], asking: handsOnly ? null : dearer(Object.keys(answers).length) };
}

/** What a finding says weighs as the prior. */
function startingFrom(model: Model, finding: Evidence['finding']): Model {
  if (finding.length === 0) return model;
  const found = new Map<string, number>(finding.map(({ cause, probability }) => [cause, probability]));
  const told = finding.reduce((sum, { probability }) => sum + probability, 0);
  const all = model.causes.reduce((sum, { prior }) => sum + prior, 0);
  const share = FINDING_SHARE / Math.max(1, told);
  const rest = 1 - share * told;
  const causes = model.causes.map((cause) => ({
    ...cause,
    prior: share * (found.get(cause.id) ?? 0) + (rest * cause.prior) / all,
  }));
  return { ...model, causes };
}
