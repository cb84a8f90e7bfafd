import type { Model } from '@duka/diagnosis';

/** One complaint at the counter, small enough that its true optimum can be worked out. */
export type Small = { readonly complaint: string; readonly chance: number; readonly model: Model };

const CAUSES = 4;
const REMEDIES = 2;
const STEPS = 12;
/** States of belief times steps. */
const MOST_WORK = 2 ** 22;

type Observation = Model['observations'][number];
type Action = Model['actions'][number];

/**
 * Cuts knowledge by a rule: for each answer to the opening question, the four causes that are then likeliest, as likely as they are beside
 * each other; for each the two remedies with the best chance for their cost; and, up to twelve steps, the questions that tell these causes apart best
 * for their cost. Calling service costs what it does.
 */
export function smallCounters(model: Model, opening: string): readonly Small[] {
  const asked = model.observations.find(({ id }) => id === opening);
  if (asked === undefined) throw new Error(`the knowledge has no question ${opening}`);
  const all = model.causes.reduce((sum, { prior }) => sum + prior, 0);
  return asked.values.map((complaint, value) => {
    const after = model.causes.map((cause) => ({
      ...cause,
      prior: (cause.prior / all) * chanceOf(asked, cause.id, value),
    }));
    const chance = after.reduce((sum, { prior }) => sum + prior, 0);
    const causes = after.sort((a, b) => b.prior - a.prior).slice(0, CAUSES);
    const actions = remediesOf(model.actions, causes);
    const others = model.observations.filter((one) => one !== asked && one.from === 'counter');
    return {
      complaint,
      chance,
      model: { ...model, causes, actions, observations: questionsFor(others, causes, actions.length) },
    };
  });
}

const chanceOf = ({ given, otherwise }: Observation, cause: string, value: number): number =>
  (given.get(cause) ?? otherwise)[value] ?? 0;

function remediesOf(actions: readonly Action[], causes: Model['causes']): readonly Action[] {
  const rate = ({ fixes, cost }: Action, cause: string) => (fixes.get(cause) ?? 0) / cost;
  const best = causes.flatMap(({ id }) => {
    const some = actions.filter(({ fixes }) => fixes.has(id));
    return some.sort((a, b) => rate(b, id) - rate(a, id)).slice(0, REMEDIES);
  });
  return [...new Set(best)];
}

/** Gini's measure of how sure one is of the cause, after the answer and before, by minute. */
function tells(question: Observation, causes: Model['causes']): number {
  const all = causes.reduce((sum, { prior }) => sum + prior, 0);
  const before = causes.reduce((sum, { prior }) => sum + (prior / all) ** 2, 0);
  const after = question.values.reduce((sum, _, value) => {
    const joint = causes.map(({ id, prior }) => (prior / all) * chanceOf(question, id, value));
    const chance = joint.reduce((a, b) => a + b, 0);
    return sum + (chance > 0 ? joint.reduce((a, b) => a + b * b, 0) / chance : 0);
  }, 0);
  return (after - before) / question.cost;
}

function questionsFor(
  questions: readonly Observation[],
  causes: Model['causes'],
  repairs: number,
): readonly Observation[] {
  const kept: Observation[] = [];
  for (const question of [...questions].sort((a, b) => tells(b, causes) - tells(a, causes))) {
    const steps = kept.length + 1 + repairs;
    const states = [...kept, question].reduce((all, { values }) => all * (values.length + 1), 2 ** repairs);
    if (steps <= STEPS && states * steps <= MOST_WORK) kept.push(question);
  }
  return kept;
}
