import type { Known, Model, Request, Terms } from '@duka/diagnosis';
import { advise, causesOf, weigh } from '@duka/diagnosis';
import type { CauseProbability } from '@duka/model';
import { remembering } from './cache.ts';
import { causesOfCure } from './cure.ts';
import type { Evidence, Kit, Plan, Said } from './kit.ts';

/** A finding of the log may be old, or not the trouble at hand: the rest stays as common as it is. */
const FINDING_SHARE = 0.9;

/**
 * `dearer`: by how many minutes a question costs more than the first one, after so many. `ahead`: what the planner would say where there is
 * no finding and nothing is forbidden, as far as that is known; else null.
 */
type Ways = {
  readonly dearer?: (asked: number) => number;
  readonly ahead?: (evidence: Evidence) => Plan['next'] | null;
};

/** What the planner is asked: the same is planned once. */
type Asked = { readonly finding: Evidence['finding']; readonly request: Request; readonly terms: Terms };

/** Knowledge with its words, and the planner over it. */
export function kitOf(model: Model, said: Said, { dearer = impatience, ahead = () => null }: Ways = {}): Kit {
  const startingAs = remembering((finding: Evidence['finding']) => startingFrom(model, finding));
  const knownOf = numbersOf(model);
  const believed = ({ finding, request }: Asked) => {
    const belief = weigh(startingAs(finding), knownOf(request));
    return 'impossible' in belief ? null : belief;
  };
  /** Where answers rule every cause out, somebody else must look. */
  const planned = (asked: Asked): Plan => {
    const belief = believed(asked);
    if (belief === null) return { next: { kind: 'call', id: model.call.id }, causes: [] };
    const { causes, next } = advise(startingAs(asked.finding), belief, knownOf(asked.request), asked.terms);
    return { next: { kind: next.kind, id: next.id }, causes: causes as readonly CauseProbability[] };
  };
  const askedOf = ({ finding, answers, failed, skipped, handsOnly, model: terminal }: Evidence): Asked => {
    const forbidden = terminal === null ? [] : (said.device(terminal)?.forbids ?? []);
    const without = [...skipped, ...forbidden];
    const asking = handsOnly ? null : dearer(Object.keys(answers).length);
    return { finding, request: { observations: answers, done: failed }, terms: { without, asking } };
  };
  const remembered = remembering(planned);
  const plan = (evidence: Evidence): Plan => {
    const asked = askedOf(evidence);
    const isPlain = evidence.finding.length === 0 && asked.terms.without.length === evidence.skipped.length;
    const next = isPlain ? ahead(evidence) : null;
    if (next === null) return remembered(asked);
    return {
      next,
      get causes() {
        const belief = believed(asked);
        return (belief === null ? [] : causesOf(model, belief)) as readonly CauseProbability[];
      },
    };
  };
  const observations = new Map(model.observations.map((one) => [one.id, one]));
  return {
    ...said,
    // These may change with the words that come.
    get clashes() {
      return said.clashes;
    },
    get alarms() {
      return said.alarms;
    },
    plan,
    async why(evidence, cause) {
      const { whyOf } = await import('./why.ts');
      const { finding, request, terms } = askedOf(evidence);
      return whyOf(startingAs(finding), request, terms, cause);
    },
    cured: (evidence, helped) => causesOfCure(model, plan(evidence).causes, helped),
    async learn(kept, evidence, helped) {
      const { learnedFrom } = await import('./learned.ts');
      return learnedFrom(model, kept, evidence, plan(evidence).causes, helped);
    },
    chances(evidence, id) {
      const observation = observations.get(id);
      if (observation === undefined) return [];
      const { causes } = plan(evidence);
      return model.faults === 'single' ? mixtureOf(observation, causes) : noisyOr(observation, causes);
    },
  };
}

/** A request in the model's numbers; of what the model does not have, nothing. */
function numbersOf({ observations, actions }: Model): (request: Request) => Known {
  const questions = new Map(observations.map(({ id, values }, observation) => [id, { observation, values }]));
  const steps = new Map(actions.map(({ id }, action) => [id, action]));
  return ({ observations: answers, done }) => ({
    seen: Object.entries(answers).flatMap(([id, value]) => {
      const asked = questions.get(id);
      if (asked === undefined) return [];
      const { observation, values } = asked;
      return [{ observation, value: value === null ? -1 : values.indexOf(value), at: id }];
    }),
    done: [...new Set(done)].flatMap((id) => {
      const action = steps.get(id);
      return action === undefined ? [] : [{ action, at: id }];
    }),
  });
}

type Observation = Model['observations'][number];

const mixtureOf = ({ values, given, otherwise }: Observation, causes: Plan['causes']): readonly number[] =>
  values.map((_, value) =>
    causes.reduce(
      (sum, { cause, probability }) => sum + probability * ((given.get(cause) ?? otherwise)[value] ?? 0),
      0,
    ),
  );

/** As if the causes were present or not each by itself. */
function noisyOr({ given, otherwise }: Observation, causes: Plan['causes']): readonly number[] {
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
