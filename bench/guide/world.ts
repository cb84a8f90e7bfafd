import type { Model } from '@duka/diagnosis';
import type { Rng } from '@duka/sim';

/** How people at a counter answer: they do not always know, and sometimes tap the wrong button. */
const DONT_KNOW = 0.15;
const SLIP = 0.05;

/** The chance that a value is tapped, where somebody taps at all. */
export const chanceOfTap = (chances: readonly number[], value: number): number =>
  (1 - SLIP) * (chances[value] ?? 0) + SLIP / chances.length;

/** A trouble at a counter: its cause is hidden, its answers and repairs follow the world's own chances. */
export type Counter = {
  readonly cause: string;
  answer(observation: string): string | null;
  /** Whether the trouble is gone after this. */
  repair(action: string): boolean;
};

/** Every answer and repair is drawn before anybody asks: all strategies meet the same counter. */
export function counterIn(world: Model, rng: Rng): Counter {
  const cause = rng.weighted(world.causes.map(({ id, prior }) => [id, prior] as const));
  const answers = new Map(
    world.observations.map(({ id, values, given, otherwise }) => {
      const chances = given.get(cause) ?? otherwise;
      const meant = rng.weighted(values.map((value, i) => [value, chances[i] ?? 0] as const));
      const tapped = rng.chance(SLIP) ? rng.pick(values) : meant;
      return [id, rng.chance(DONT_KNOW) ? null : tapped];
    }),
  );
  const repairs = new Map(world.actions.map(({ id, fixes }) => [id, rng.chance(fixes.get(cause) ?? 0)]));
  return { cause, answer: (id) => answers.get(id) ?? null, repair: (id) => repairs.get(id) ?? false };
}

/** A world that is not as the experts think: every prior, likelihood and chance of a repair is off by so much. */
export function otherWorld(model: Model, rng: Rng): Model {
  const off = (value: number, spread: number) => value * Math.exp(spread * rng.normal());
  const row = (chances: readonly number[]) => {
    const moved = chances.map((chance) => off(chance, 0.5));
    const sum = moved.reduce((a, b) => a + b, 0);
    return moved.map((chance) => chance / sum);
  };
  const odds = (chance: number) => {
    const moved = off(chance / (1 - Math.min(chance, 0.999)), 0.7);
    return moved / (1 + moved);
  };
  return {
    ...model,
    causes: model.causes.map((cause) => ({ ...cause, prior: off(cause.prior, 0.7) })),
    observations: model.observations.map((one) => ({
      ...one,
      given: new Map([...one.given].map(([cause, chances]) => [cause, row(chances)])),
      otherwise: row(one.otherwise),
    })),
    actions: model.actions.map((action) => ({
      ...action,
      fixes: new Map([...action.fixes].map(([cause, chance]) => [cause, odds(chance)])),
    })),
  };
}
