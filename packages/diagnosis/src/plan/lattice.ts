import { dot, multiply } from '../belief/weights.ts';
import type { Plan, Problem, Step } from './problem.ts';

/** States of belief: each question not asked or answered with one of its values, each repair done or not. */
export const statesOf = ({ questions, repairs }: Pick<Problem, 'questions' | 'repairs'>): number =>
  questions.reduce((all, { rows }) => all * (rows.length + 1), 2 ** repairs.length);

/** What it costs to end the trouble without a step of the lattice, times the mass; by the set of repairs done (bits). */
export type Finish = (done: number, mass: number) => number;

/**
 * Dynamic programming over all states of belief: a set of answers and a set of repairs done, in whatever order. Costs are times
 * the state's mass, the chance of getting there with trouble still there, which makes them sums: cost(state) = the
 * least of `finish`, cost × mass + cost(state, repair done), and cost × mass + Σ cost(state, answer). Every step leads to a state
 * with a higher number, so that one pass from the last state to the first finds them all. Time and memory go with
 * `statesOf`.
 * @param fallback what to do where no step of the lattice is better, and its cost
 * @param finishing given the weights after the answers; the call without it, and then the plan is the true optimum
 */
export function latticePlan(problem: Problem, fallback: Plan, finishing?: (weights: Float64Array) => Finish): Plan {
  const lattice = new Lattice(problem, finishing);
  lattice.fill();
  return lattice.plan(fallback);
}

class Lattice {
  readonly #problem: Problem;
  readonly #finishing: ((weights: Float64Array) => Finish) | undefined;
  readonly #call: Finish;
  readonly #subsets: number;
  readonly #answers: number;
  readonly #radix: readonly number[];
  readonly #persists: readonly Float64Array[];
  /** By answers and, within them, repairs done: the mass, until the state is solved; then its cost. */
  readonly #table: Float64Array;

  constructor(problem: Problem, finishing: ((weights: Float64Array) => Finish) | undefined) {
    this.#problem = problem;
    this.#finishing = finishing;
    this.#call = (_, mass) => problem.call * mass;
    this.#subsets = 2 ** problem.repairs.length;
    this.#answers = statesOf(problem) / this.#subsets;
    this.#radix = radices(problem);
    this.#persists = Array.from({ length: this.#subsets }, (_, done) =>
      persistence(problem, staysAfter(problem, done)),
    );
    this.#table = new Float64Array(this.#answers * this.#subsets);
  }

  fill(): void {
    for (let answers = 0; answers < this.#answers; answers++) this.#weigh(answers);
    for (let answers = this.#answers - 1; answers >= 0; answers--) this.#solve(answers);
  }

  /** Repairs before questions before the fallback, where they cost the same. */
  plan(fallback: Plan): Plan {
    const { weights, questions, repairs } = this.#problem;
    const mass = dot(weights, this.#persists[0]!);
    const plans: readonly Plan[] = [
      ...repairs.map(({ index }, r): Plan => ({ step: { kind: 'do', index }, cost: this.#doing(r, 0, 0, mass) })),
      ...questions.map(({ index }, q): Plan => ({ step: { kind: 'ask', index }, cost: this.#asking(q, 0, 0, mass) })),
      fallback,
    ];
    const cheapest = (some: readonly Plan[]) =>
      some.reduce((best, plan) => (plan.cost < best.cost * CLOSE ? plan : best));
    const best = cheapest(plans);
    const others = plans.filter(({ step }) => !isSame(step, best.step));
    return others.length === 0 ? best : { ...best, second: cheapest(others) };
  }

  /** 0 where the question is not asked, else the place of the value, from 1. */
  #digit(answers: number, question: number): number {
    const { rows } = this.#problem.questions[question]!;
    return Math.floor(answers / this.#radix[question]!) % (rows.length + 1);
  }

  #weights(answers: number): Float64Array {
    const { weights, questions } = this.#problem;
    const left = Float64Array.from(weights);
    for (let q = 0; q < questions.length; q++) {
      const digit = this.#digit(answers, q);
      if (digit > 0) multiply(left, questions[q]!.rows[digit - 1]!, left);
    }
    return left;
  }

  /** The last value of a question has what the others leave: only states without one need sums over hypotheses. */
  #weigh(answers: number): void {
    const last = this.#problem.questions.findIndex(({ rows }, q) => this.#digit(answers, q) === rows.length);
    if (last >= 0) {
      this.#weighRest(answers, last);
      return;
    }
    const weights = this.#weights(answers);
    for (let done = 0; done < this.#subsets; done++)
      this.#table[answers * this.#subsets + done] = dot(weights, this.#persists[done]!);
  }

  #weighRest(answers: number, question: number): void {
    const values = this.#problem.questions[question]!.rows.length;
    const step = this.#radix[question]! * this.#subsets;
    for (let done = 0; done < this.#subsets; done++) {
      const state = answers * this.#subsets + done;
      let mass = this.#table[state - values * step]!;
      for (let value = 1; value < values; value++) mass -= this.#table[state - value * step]!;
      this.#table[state] = Math.max(0, mass);
    }
  }

  #solve(answers: number): void {
    const open = [...this.#problem.questions.keys()].filter((q) => this.#digit(answers, q) === 0);
    const finish = this.#finishing?.(this.#weights(answers)) ?? this.#call;
    for (let done = this.#subsets - 1; done >= 0; done--) {
      const state = answers * this.#subsets + done;
      const mass = this.#table[state]!;
      if (mass > 0) this.#table[state] = Math.min(finish(done, mass), this.#least(answers, done, open, mass));
    }
  }

  #least(answers: number, done: number, open: readonly number[], mass: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let r = 0; r < this.#problem.repairs.length; r++)
      if ((done & (1 << r)) === 0) least = Math.min(least, this.#doing(r, answers, done, mass));
    for (let i = 0; i < open.length; i++) least = Math.min(least, this.#asking(open[i]!, answers, done, mass));
    return least;
  }

  #doing(repair: number, answers: number, done: number, mass: number): number {
    return this.#problem.repairs[repair]!.cost * mass + this.#table[answers * this.#subsets + (done | (1 << repair))]!;
  }

  #asking(question: number, answers: number, done: number, mass: number): number {
    const { cost, rows } = this.#problem.questions[question]!;
    const step = this.#radix[question]! * this.#subsets;
    let sum = cost * mass;
    for (let value = 1; value <= rows.length; value++)
      sum += this.#table[answers * this.#subsets + done + value * step]!;
    return sum;
  }
}

const isSame = (a: Step, b: Step): boolean =>
  a.kind === b.kind && (a.kind === 'call' || b.kind === 'call' || a.index === b.index);

/** Two costs so close are the same: what remains is rounding. */
const CLOSE = 1 - 1e-12;

function radices({ questions }: Problem): readonly number[] {
  let radix = 1;
  return questions.map(({ rows }) => {
    const mine = radix;
    radix *= rows.length + 1;
    return mine;
  });
}

/** By cause, the chance that it is left after a set of the problem's repairs (bits), and what was done before. */
export function staysAfter({ stays, repairs }: Problem, done: number): Float64Array {
  const left = Float64Array.from(stays);
  for (let r = 0; r < repairs.length; r++) {
    if ((done & (1 << r)) === 0) continue;
    const { causes, chances } = repairs[r]!;
    for (let k = 0; k < causes.length; k++) left[causes[k]!]! *= 1 - chances[k]!;
  }
  return left;
}

/** By hypothesis, the chance that one of its causes is left. */
function persistence({ holds }: Problem, stays: Float64Array): Float64Array {
  const row = new Float64Array(holds.size);
  for (let h = 0; h < holds.size; h++) {
    let gone = 1;
    for (let k = holds.from[h]!; k < holds.from[h + 1]!; k++) gone *= 1 - stays[holds.members[k]!]!;
    row[h] = 1 - gone;
  }
  return row;
}
