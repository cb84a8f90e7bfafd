import type { Problem } from './problem.ts';

/** What is left out may be this likely in all. */
const LEFT_OUT = 1e-4;

/** The same problem with the likeliest hypotheses alone, at most `most`, and the repairs that concern them. */
export function likeliest(problem: Problem, most: number): Problem {
  const left = leftWeights(problem);
  const order = [...left.keys()].sort((a, b) => left[b]! - left[a]!);
  const kept: number[] = [];
  let mass = 0;
  for (const h of order) {
    if (kept.length === most || mass >= 1 - LEFT_OUT) break;
    kept.push(h);
    mass += left[h]!;
  }
  if (kept.length === left.length) return problem;
  const pick = (row: Float64Array): Float64Array => {
    const picked = new Float64Array(kept.length);
    for (let i = 0; i < kept.length; i++) picked[i] = row[kept[i]!]!;
    return picked;
  };
  const holds = pickSets(problem.holds, kept);
  const concerned = new Set(holds.members);
  return {
    ...problem,
    holds,
    weights: pick(problem.weights).map((weight) => weight / mass),
    questions: problem.questions.map((question) => ({ ...question, rows: question.rows.map(pick) })),
    repairs: problem.repairs.filter(({ causes }) => causes.some((cause) => concerned.has(cause))),
  };
}

/** Of each hypothesis, the weight with which one of its causes is left. */
function leftWeights({ weights, holds, stays }: Problem): Float64Array {
  return weights.map((weight, h) => {
    let gone = 1;
    for (let k = holds.from[h]!; k < holds.from[h + 1]!; k++) gone *= 1 - stays[holds.members[k]!]!;
    return weight * (1 - gone);
  });
}

function pickSets({ from, members }: Problem['holds'], kept: readonly number[]): Problem['holds'] {
  const sets = kept.map((h) => members.subarray(from[h], from[h + 1]));
  const starts = new Int32Array(sets.length + 1);
  for (const [at, set] of sets.entries()) starts[at + 1] = starts[at]! + set.length;
  return { size: sets.length, from: starts, members: Int32Array.from(sets.flatMap((set) => [...set])) };
}
