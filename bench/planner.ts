import { readKnowledge } from '@duka/diagnosis';
import { knowledgeFile } from '@duka/knowledge';
import { narrowedPlan } from '../packages/diagnosis/src/plan/narrowed.ts';
import { optimalPlan, planFor } from '../packages/diagnosis/src/plan/plan.ts';
import type { Plan, Problem } from '../packages/diagnosis/src/plan/problem.ts';
import { policyCost } from '../packages/diagnosis/test/policy-cost.ts';
import { FAMILIES, randomKnowledge } from '../packages/diagnosis/test/random-knowledge.ts';
import { course } from './planner/counter.ts';
import { lookAheadPlan, ratioPlan } from './planner/look-ahead.ts';

/**
 * What troubleshooting costs by plan: on random knowledge of up to 12 steps, exactly and as a multiple of the true optimum; with
 * Duka's own knowledge, simulated, with the time that an answer takes. Beside it what one would do without a
 * planner: the best chance for the cost, and the same with one question ahead.
 * Usage: node bench/planner.ts [--models 84] [--courses 200] [--from SEED]
 */
const option = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const models = option('models', 84);
const courses = option('courses', 200);
const from = option('from', 1);

type Policy = (problem: Problem) => Plan;
const POLICIES: { readonly [name: string]: Policy } = {
  planner: planFor,
  'planner, narrowed': narrowedPlan,
  'one question ahead': lookAheadPlan,
  'chance over cost': ratioPlan,
};

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
const at = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)]!;
const cell = (value: number): string => value.toFixed(4).padStart(9);

/** Between six and twelve steps, in turn. */
const stepsOf = (seed: number, most: number): number => Math.min(most, 6 + (seed % 7));

function ratiosOf(family: string): { readonly [policy: string]: readonly number[] } {
  const ratios = Object.fromEntries(Object.keys(POLICIES).map((name) => [name, [] as number[]]));
  for (let seed = from; seed < from + models; seed++) {
    const about = FAMILIES[family]!;
    const model = readKnowledge(randomKnowledge({ ...about, steps: stepsOf(seed, about.steps) }, seed));
    const costs = Object.entries(POLICIES).map(([name, policy]) => [name, policyCost(model, policy).cost] as const);
    const least = policyCost(model, optimalPlan).cost;
    for (const [name, cost] of costs) ratios[name]!.push(cost / least);
  }
  return ratios;
}

console.log(`times the optimum, ${models} models a family, seeds ${from}-${from + models - 1}`);
console.log(
  `${''.padEnd(22)}${Object.keys(POLICIES)
    .map((name) => name.padStart(22))
    .join('')}`,
);
const all: { [policy: string]: number[] } = {};
const row = (name: string, ratios: { readonly [policy: string]: readonly number[] }) =>
  console.log(
    name.padEnd(22) +
      Object.values(ratios)
        .map((list) => `${cell(mean(list))} ${`(${at(list, 1).toFixed(3)})`.padStart(12)}`)
        .join(''),
  );
for (const family of Object.keys(FAMILIES)) {
  const ratios = ratiosOf(family);
  for (const [name, list] of Object.entries(ratios)) all[name] = [...(all[name] ?? []), ...list];
  row(family, ratios);
}
row('all: mean (worst)', all);

const own = readKnowledge(knowledgeFile());
const asked = own.observations.filter(({ from: observer }) => observer === 'counter').length;
console.log(
  `\nDuka's own knowledge: ${own.causes.length} causes, ${asked} questions, ${own.actions.length} actions; ${courses} simulated troubles`,
);
for (const [name, policy] of Object.entries(POLICIES)) {
  if (policy === narrowedPlan) continue;
  const times: number[] = [];
  const ran = Array.from({ length: courses }, (_, i) => course(own, policy, from + i, (ms) => times.push(ms)));
  const costs = ran.map(({ cost }) => cost);
  const error = Math.sqrt(mean(costs.map((cost) => cost ** 2)) - mean(costs) ** 2) / Math.sqrt(courses);
  console.log(
    `${name.padEnd(20)} cost ${mean(costs).toFixed(1)} ± ${error.toFixed(1)}, promised ${mean(ran.map(({ promised }) => promised)).toFixed(1)}, ${mean(ran.map(({ steps }) => steps)).toFixed(1)} steps; ` +
      `ms an answer: ${at(times, 0.5).toFixed(2)} median, ${at(times, 0.99).toFixed(2)} at the 99th percentile`,
  );
}
