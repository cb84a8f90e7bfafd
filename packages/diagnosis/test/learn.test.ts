import { DukaError } from '@duka/model';
import { Rng } from '@duka/sim';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClosedCase, Learned, Model } from '../src/index.ts';
import {
  applyLearned,
  learn,
  mergeLearned,
  NOTHING_LEARNED,
  readClosedCase,
  readKnowledge,
  readLearned,
} from '../src/index.ts';
import { EXPERT_WEIGHT } from '../src/learn/apply.ts';
import { SMALL } from './knowledge-fixture.ts';

const expert = readKnowledge(SMALL);
const CASE: ClosedCase = {
  cause: 'wear',
  observations: { light: 'off' },
  failed: ['wipe'],
  helped: 'swap',
  minutes: { swap: 10 },
};

const learnAll = (model: Model, cases: readonly ClosedCase[]): Learned =>
  cases.reduce((learned, one) => learn(model, learned, one), NOTHING_LEARNED);

function refusal(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof DukaError) return [error.code, error.path];
  }
  return null;
}

describe('a closed case', () => {
  it('is kept as counts of ids, and nothing else', () => {
    expect(learn(expert, NOTHING_LEARNED, CASE)).toEqual({
      schema: 'duka.learned/1',
      counts: {
        cases: 1,
        'cause/wear': 1,
        'seen/light/wear/off': 1,
        'failed/wipe/wear': 1,
        'helped/swap/wear': 1,
        'minutes/swap/times': 1,
        'minutes/swap/log': 2303,
        'minutes/swap/log2': 2303 ** 2,
      },
    });
  });

  it.each([
    ['an unknown cause', { cause: 'rust' }, 'request.unknown', '/cause'],
    ['an unknown answer', { observations: { light: 'blue' } }, 'request.value', '/observations/light'],
    ['an unknown action', { failed: ['wpe'] }, 'request.unknown', '/failed/0'],
    ['an unknown cure', { helped: 'swop' }, 'request.unknown', '/helped'],
    ['a time for an unknown action', { minutes: { x: 1 } }, 'request.unknown', '/minutes/x'],
    ['a time that nobody takes', { minutes: { swap: -3 } }, 'request.value', '/minutes/swap'],
  ])('is refused for %s', (_, change, code, path) => {
    expect(refusal(() => learn(expert, NOTHING_LEARNED, { ...CASE, ...change } as ClosedCase))).toEqual([code, path]);
  });
});

describe('a closed case from outside', () => {
  it('may leave out what is not known', () => {
    expect(readClosedCase({ cause: 'wear' })).toEqual({
      cause: 'wear',
      observations: {},
      failed: [],
      helped: null,
      minutes: {},
    });
    expect(readClosedCase(JSON.parse(JSON.stringify(CASE)))).toEqual(CASE);
  });

  it.each([
    [7, '/'],
    [{}, '/cause'],
    [{ cause: 'wear', observations: [] }, '/observations'],
    [{ cause: 'wear', failed: 'wipe' }, '/failed'],
    [{ cause: 'wear', failed: ['wipe', 2] }, '/failed/1'],
    [{ cause: 'wear', helped: 2 }, '/helped'],
    [{ cause: 'wear', minutes: { swap: '10' } }, '/minutes/swap'],
  ])('%j is refused at %s', (value, path) => {
    expect(refusal(() => readClosedCase(value))).toEqual(['request.value', path]);
  });
});

describe('what was learned', () => {
  const counts = fc.dictionary(
    fc.constantFrom('cases', 'cause/wear', 'seen/light/wear/on', 'minutes/swap/times'),
    fc.nat(1000),
  );
  const state = counts.map((one): Learned => ({ schema: 'duka.learned/1', counts: one }));

  it('merges in any order and grouping, and nothing changes nothing', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(mergeLearned(a, b)).toEqual(mergeLearned(b, a));
        expect(mergeLearned(mergeLearned(a, b), c)).toEqual(mergeLearned(a, mergeLearned(b, c)));
        expect(mergeLearned(a, NOTHING_LEARNED)).toEqual(a);
      }),
    );
  });

  it('is the same learned together, or apart and merged', () => {
    const other: ClosedCase = { ...CASE, cause: 'dirt', failed: [], helped: 'wipe', minutes: { wipe: 0.5 } };
    const apart = mergeLearned(learnAll(expert, [CASE, CASE]), learnAll(expert, [other]));
    expect(apart).toEqual(learnAll(expert, [other, CASE, CASE]));
  });

  it('is read back from its JSON, and refused with its path where it was spoilt', () => {
    const learned = learnAll(expert, [CASE]);
    expect(readLearned(JSON.parse(JSON.stringify(learned)))).toEqual(learned);
    const at = (value: unknown) => refusal(() => readLearned(value));
    expect(at(null)).toEqual(['learned.value', '/']);
    expect(at({ ...learned, schema: 'duka.learned/0' })).toEqual(['learned.value', '/schema']);
    expect(at({ ...learned, counts: { 'cause/wear': -1 } })).toEqual(['learned.value', '/counts/cause~1wear']);
    expect(at({ ...learned, counts: { cases: 0.5 } })).toEqual(['learned.value', '/counts/cases']);
  });
});

describe('the model after learning', () => {
  it("is the expert's where nothing was learned", () => {
    const same = applyLearned(expert, NOTHING_LEARNED);
    expect(same.observations).toEqual(expert.observations);
    expect(same.actions).toEqual(expert.actions);
    for (const [i, { prior }] of same.causes.entries()) expect(prior).toBeCloseTo(expert.causes[i]!.prior, 12);
  });

  it('moves each number by its count, against the weight of the estimate', () => {
    const { causes, observations, actions } = applyLearned(expert, learnAll(expert, [CASE, CASE]));
    const { causes: cases, answers, cures } = EXPERT_WEIGHT;
    expect(causes[1]!.prior).toBeCloseTo((0.3 * cases + 2) / (cases + 2), 12);
    expect(observations[0]!.given.get('wear')![1]).toBeCloseTo((0.8 * answers + 2) / (answers + 2), 12);
    expect(observations[0]!.given.get('dirt')).toEqual([0.9, 0.1]);
    expect(actions[1]!.fixes.get('wear')).toBeCloseTo((0.8 * cures + 2) / (cures + 2), 12);
    // 4 minutes were expected and 10 were taken, twice
    expect(actions[1]!.cost).toBeGreaterThan(4.5);
    expect(actions[1]!.cost).toBeLessThan(10);
    expect(actions[0]!.cost).toBe(5);
  });

  it('learns a noisy-OR without its leak', () => {
    const several = readKnowledge({ ...SMALL, faults: 'independent' });
    const learned = learnAll(
      several,
      Array.from({ length: 9990 }, () => CASE),
    );
    // "off" every time although the leak alone makes it "on" once in twenty: the cause adds nothing
    expect(applyLearned(several, learned).observations[0]!.given.get('wear')![0]).toBe(0);
  });
});

/** A hidden truth, drawn as the estimates' weights say that truths scatter around them. */
function drawTruth(rng: Rng): Model {
  const near = (mean: readonly number[], weight: number) =>
    dirichlet(
      rng,
      mean.map((one) => one * weight),
    );
  const priors = near(
    expert.causes.map(({ prior }) => prior),
    EXPERT_WEIGHT.causes,
  );
  return {
    ...expert,
    causes: expert.causes.map((cause, i) => ({ ...cause, prior: priors[i]! })),
    observations: expert.observations.map((one) => ({
      ...one,
      given: new Map(
        expert.causes.map(({ id }) => [id, near(one.given.get(id) ?? one.otherwise, EXPERT_WEIGHT.answers)]),
      ),
    })),
    actions: expert.actions.map((action) => ({
      ...action,
      fixes: new Map([...action.fixes].map(([id, f]) => [id, near([f, 1 - f], EXPERT_WEIGHT.cures)[0]!] as const)),
    })),
  };
}

/** Independent gamma variables, normalised (Marsaglia and Tsang 2000). */
function dirichlet(rng: Rng, shape: readonly number[]): readonly number[] {
  const gamma = (a: number): number => {
    if (a < 1) return gamma(a + 1) * (1 - rng.unit()) ** (1 / a);
    const d = a - 1 / 3;
    for (;;) {
      const x = rng.normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - rng.unit()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const draws = shape.map(gamma);
  const sum = draws.reduce((a, b) => a + b, 0);
  return draws.map((one) => one / sum);
}

/** A case as the truth makes it: every question answered, every repair tried once. */
function drawCase({ causes, observations, actions }: Model, rng: Rng): ClosedCase {
  const cause = rng.weighted(causes.map(({ id, prior }) => [id, prior] as const));
  const tried = actions.map(({ id, fixes }) => ({ id, helped: rng.chance(fixes.get(cause) ?? 0) }));
  const helped = tried.findIndex((one) => one.helped);
  return {
    cause,
    observations: Object.fromEntries(
      observations.map(({ id, values, given, otherwise }) => [
        id,
        rng.weighted((given.get(cause) ?? otherwise).map((chance, v) => [values[v]!, chance] as const)),
      ]),
    ),
    failed: tried.slice(0, helped < 0 ? tried.length : helped).map(({ id }) => id),
    helped: tried[helped]?.id ?? null,
    minutes: {},
  };
}

/** Expected log loss of the next case under the truth, in nats beyond what cannot be avoided: cause, answers, and cures. */
function loss(truth: Model, model: Model): number {
  const divergence = (p: readonly number[], q: readonly number[]) =>
    p.reduce((sum, one, i) => sum + (one > 0 ? one * Math.log(one / q[i]!) : 0), 0);
  const priors = ({ causes }: Model) => causes.map(({ prior }) => prior);
  const rows = truth.causes.map(({ id, prior }) => {
    const answers = truth.observations.map((one, o) => divergence(one.given.get(id)!, rowOf(model, o, id)));
    const cures = truth.actions.map(({ fixes }, a) => {
      const [p, q] = [fixes.get(id), model.actions[a]!.fixes.get(id)];
      return p === undefined || q === undefined ? 0 : divergence([p, 1 - p], [q, 1 - q]);
    });
    return prior * [...answers, ...cures].reduce((a, b) => a + b, 0);
  });
  return rows.reduce((a, b) => a + b, divergence(priors(truth), priors(model)));
}

const rowOf = ({ observations }: Model, o: number, cause: string) =>
  observations[o]!.given.get(cause) ?? observations[o]!.otherwise;

describe('learning', () => {
  it('converges to a hidden truth: after 20,000 cases next to nothing is left to learn', () => {
    const rng = new Rng(5);
    const truth = drawTruth(rng);
    const cases = Array.from({ length: 20_000 }, () => drawCase(truth, rng));
    // Counting one by one is what a server does; the sum is the same.
    const halves = [cases.slice(0, 10_000), cases.slice(10_000)].map((some) => learnAll(expert, some));
    const learned = applyLearned(expert, mergeLearned(halves[0]!, halves[1]!));
    expect(loss(truth, learned)).toBeLessThan(0.002);
    expect(loss(truth, expert)).toBeGreaterThan(0.02);
  });

  it.each([1, 3, 10, 30])('is on average no worse than the expert after %d cases, over 400 hidden truths', (count) => {
    const gains = Array.from({ length: 400 }, (_, seed) => {
      const rng = new Rng(seed + 1000 * count);
      const truth = drawTruth(rng);
      const learned = learnAll(
        expert,
        Array.from({ length: count }, () => drawCase(truth, rng)),
      );
      return loss(truth, expert) - loss(truth, applyLearned(expert, learned));
    });
    expect(gains.reduce((a, b) => a + b, 0) / gains.length).toBeGreaterThan(0);
  });
});
