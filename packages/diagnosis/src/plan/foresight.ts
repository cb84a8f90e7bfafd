import { dot, multiply, total } from '../belief/weights.ts';
import type { Problem } from './problem.ts';

/** So many states of belief are looked into: where most cost is still ahead, questions are asked first. */
const MOST_STATES = 60;
/** Less than this part of the whole cost is not worth another question. */
const NEGLIGIBLE = 0.004;
/** Asking costs something however cheap it is: this part of the call, so that what tells nothing is never asked. */
const BOTHER = 0.01;
/**
 * Where the look ends somebody who knew the cause would pay less, and who asks no more would pay more. People go on to ask: of what
 * lies between they pay about this part, on 13 random models (docs/decisions); everything else here is reckoned.
 */
const IGNORANCE = 1 / 3;

/** What answers lead to: the weights then, which questions are left, and the cost of repairs alone from there. */
type State = {
  readonly weights: Float64Array;
  readonly left: readonly number[];
  readonly alone: number;
  asking: number;
  answers: readonly State[];
};

/**
 * What it will cost with a new plan after each step, which goes on to ask: an estimate, where not all states of belief can be
 * visited.
 * @param alone the cost of the best course of repairs, given weights
 */
export function foresight(problem: Problem, alone: (weights: Float64Array) => number): number {
  const root = stateOf(problem.weights, [...problem.questions.keys()], alone);
  const open = [root];
  for (let made = 1; made < MOST_STATES && open.length > 0; ) {
    const state = takeDearest(open);
    if (state.alone < root.alone * NEGLIGIBLE) break;
    ask(problem, state, alone);
    made += state.answers.length;
    open.push(...state.answers);
  }
  const known = knownCosts(problem, alone);
  return expected(root, known);
}

function stateOf(weights: Float64Array, left: readonly number[], alone: (weights: Float64Array) => number): State {
  return { weights, left, alone: alone(weights), asking: 0, answers: [] };
}

function takeDearest(open: State[]): State {
  let at = 0;
  for (let i = 1; i < open.length; i++) if (open[i]!.alone > open[at]!.alone) at = i;
  return open.splice(at, 1)[0]!;
}

function ask({ questions, call }: Problem, state: State, alone: (weights: Float64Array) => number): void {
  const { weights, left } = state;
  const mass = total(weights);
  if (!(mass > 0)) return;
  const sure = dot(weights, weights) / mass;
  let best = -1;
  let most = 0;
  for (const q of left) {
    const { rows, cost } = questions[q]!;
    const rate = (surer(weights, rows) - sure) / (cost + BOTHER * call);
    if (rate > most) {
      most = rate;
      best = q;
    }
  }
  if (best < 0) return;
  const { rows, cost } = questions[best]!;
  const rest = left.filter((q) => q !== best);
  state.asking = cost * mass;
  state.answers = rows.map((row) => {
    const after = new Float64Array(row.length);
    multiply(weights, row, after);
    return stateOf(after, rest, alone);
  });
}

/** How sure one is of the cause after the question: Gini's measure, times the mass. */
function surer(weights: Float64Array, rows: readonly Float64Array[]): number {
  let sum = 0;
  for (const row of rows) {
    let chance = 0;
    let squares = 0;
    for (let h = 0; h < row.length; h++) {
      const weight = weights[h]! * row[h]!;
      chance += weight;
      squares += weight * weight;
    }
    if (chance > 0) sum += squares / chance;
  }
  return sum;
}

/** By hypothesis, what it costs whoever knows that it is the case. */
function knownCosts({ weights }: Problem, alone: (weights: Float64Array) => number): Float64Array {
  const sure = new Float64Array(weights.length);
  return weights.map((_, h) => {
    sure[h] = 1;
    const cost = alone(sure);
    sure[h] = 0;
    return cost;
  });
}

/** A question that does not pay for itself is not asked, and then there is nothing more to learn. */
function expected(state: State, known: Float64Array): number {
  const { weights, alone, answers, left } = state;
  if (answers.length > 0 && worth(state) < alone)
    return answers.reduce((sum, answer) => sum + expected(answer, known), state.asking);
  if (answers.length > 0 || left.length === 0) return alone;
  const sure = Math.min(alone, dot(weights, known));
  return sure + IGNORANCE * (alone - sure);
}

/** The cost of asking as far as the look goes, then repairs alone. */
function worth({ alone, answers, asking }: State): number {
  if (answers.length === 0) return alone;
  return Math.min(
    alone,
    answers.reduce((sum, answer) => sum + worth(answer), asking),
  );
}
