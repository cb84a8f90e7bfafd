import { dot, multiply, total } from '../belief/weights.ts';
import { latticePlan, staysAfter } from './lattice.ts';
import { likeliest } from './likeliest.ts';
import type { Plan, Problem } from './problem.ts';
import type { Course } from './repairs-only.ts';
import { courseCost, repairsOnly } from './repairs-only.ts';
import { Wear } from './wear.ts';

/** The likeliest are planned for. */
export const MOST_HYPOTHESES = 128;
/** Questions that save most at once, questions that tell most for their cost, and repairs: what the lattice is made of. */
const BY_GAIN = 2;
const BY_RATE = 2;
const REPAIRS = 3;
const MOST_STATES = 300;
/** Of so many questions, those that tell most, it is worked out what they would save. */
const LOOKED_AT = 12;

/**
 * For problems of which not all states can be visited: the best plan that asks and repairs in any order among the few steps that
 * promise most, and goes on with repairs alone.
 */
export function narrowedPlan(whole: Problem): Plan {
  const problem = likeliest(whole, MOST_HYPOTHESES);
  const { weights, stays, repairs, questions } = problem;
  const wear = new Wear(problem);
  const courseOf = (left: Float64Array): Course => {
    wear.start(left, stays);
    return repairsOnly(problem, wear);
  };
  const base = courseOf(weights);
  const looks = informative(problem, LOOKED_AT).map((place) =>
    lookOf(weights, questions[place]!.rows, place, courseOf),
  );
  const places = chooseRepairs(problem, looks, base);
  const chosen = {
    ...problem,
    questions: chooseQuestions(problem, looks, base).map((q) => questions[q]!),
    repairs: places.map((r) => repairs[r]!),
  };
  const first = base.repairs[0];
  const fallback: Plan = {
    step: first === undefined ? { kind: 'call' } : { kind: 'do', index: repairs[first]!.index },
    cost: base.cost,
  };
  const subsets = Array.from({ length: 2 ** places.length }, (_, done) => ({
    stays: staysAfter(chosen, done),
    done: new Set(places.filter((_, at) => (done & (1 << at)) !== 0)),
  }));
  return latticePlan(chosen, fallback, (left) => {
    const course = courseOf(left);
    return (subset) => {
      const { stays: after, done } = subsets[subset]!;
      wear.start(left, after);
      return courseCost(problem, wear, course, done);
    };
  });
}

type Look = { readonly place: number; readonly cost: number; readonly courses: readonly Course[] };

function lookOf(
  weights: Float64Array,
  rows: readonly Float64Array[],
  place: number,
  courseOf: (left: Float64Array) => Course,
): Look {
  const after = new Float64Array(weights.length);
  const courses = rows.map((row) => {
    multiply(weights, row, after);
    return courseOf(after);
  });
  return { place, cost: courses.reduce((sum, course) => sum + course.cost, 0), courses };
}

function chooseQuestions({ questions }: Problem, looks: readonly Look[], base: Course): readonly number[] {
  const saved = ({ cost }: Look) => base.cost - cost;
  const gain = (look: Look) => saved(look) - questions[look.place]!.cost;
  const rate = (look: Look) => saved(look) / (questions[look.place]!.cost + 1e-9 * base.cost);
  const byGain = looks.toSorted((a, b) => gain(b) - gain(a)).slice(0, BY_GAIN);
  const byRate = looks
    .filter((look) => !byGain.includes(look))
    .sort((a, b) => rate(b) - rate(a))
    .slice(0, BY_RATE);
  return fitting(
    questions,
    [...byGain, ...byRate].map(({ place }) => place),
  );
}

/** As many of the questions, best first, as the lattice has room for. */
function fitting(questions: Problem['questions'], places: readonly number[]): readonly number[] {
  let states = 2 ** REPAIRS;
  return places.filter((q) => {
    const more = states * (questions[q]!.rows.length + 1);
    if (more > MOST_STATES) return false;
    states = more;
    return true;
  });
}

function chooseRepairs({ repairs }: Problem, looks: readonly Look[], base: Course): readonly number[] {
  const votes = new Float64Array(repairs.length);
  const vote = (course: Course, weight: number) => {
    for (const [rank, r] of course.repairs.entries()) votes[r]! += weight / (1 + rank);
  };
  vote(base, looks.length);
  for (const { courses } of looks) for (const course of courses) vote(course, course.cost / base.cost);
  return [...votes.keys()]
    .filter((r) => votes[r]! > 0)
    .sort((a, b) => votes[b]! - votes[a]!)
    .slice(0, REPAIRS);
}

/** The questions that tell most about the cause for their cost. */
function informative({ weights, questions, call }: Problem, most: number): readonly number[] {
  if (questions.length <= most) return [...questions.keys()];
  const mass = total(weights);
  const rates = questions.map(({ rows, cost }) => {
    let told = 0;
    for (const row of rows) {
      const chance = dot(weights, row) / mass;
      if (chance > 0) told -= chance * Math.log(chance);
      for (let h = 0; h < row.length; h++) if (row[h]! > 0) told += (weights[h]! / mass) * row[h]! * Math.log(row[h]!);
    }
    return told / (cost + 0.01 * call);
  });
  return [...questions.keys()].sort((a, b) => rates[b]! - rates[a]!).slice(0, most);
}
