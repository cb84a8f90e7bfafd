import type { Model } from '@duka/diagnosis';
import { readKnowledge } from '@duka/diagnosis';
import { ACTIONS, knowledgeFile } from '@duka/knowledge';
import type { Actor } from '@duka/model';
import { Rng } from '@duka/sim';
import type { Evidence } from '../apps/guide/src/kit/kit.ts';
import { besideOptimum } from './guide/beside-optimum.ts';
import { leastCosts } from './guide/bounds.ts';
import { smallCounters } from './guide/cut.ts';
import type { Strategy } from './guide/strategies.ts';
import { strategiesOver } from './guide/strategies.ts';
import type { Counter } from './guide/world.ts';
import { counterIn, otherWorld } from './guide/world.ts';

/**
 * What a trouble costs at simulated counters, whose cause is hidden and whose answers are noisy, until it is gone: the guide
 * beside what one would use instead, in the world that its knowledge describes and in worlds that are not as the experts think.
 * `asked first`: questions before the first thing to do. `solved here`: without anybody from elsewhere, and what that took.
 * Usage: npm run bench:guide [COUNTERS]
 */
const COUNTERS = Number(process.argv[2] ?? 200);
/** At each small counter. */
const TROUBLES = 500;

/** `first`: questions before there was something to do. */
type Course = {
  readonly cost: number;
  readonly first: number;
  readonly questions: number;
  readonly steps: number;
  readonly by: Actor | null;
};

/** Whoever stands at the counter, or comes to it. */
const HERE: readonly Actor[] = ['cashier', 'manager', 'cardholder'];

/** Plays a counter to the end. Three times "don't know" in a row and the guide asks no more, as the app does it. */
function play(model: Model, strategy: Strategy, counter: Counter): Course {
  const answers: Record<string, string | null> = {};
  const failed: string[] = [];
  let cost = 0;
  let unknown = 0;
  let first = -1;
  const asked = () => Object.keys(answers).length;
  const ended = (by: Actor | null) => ({ cost, first, questions: asked(), steps: failed.length, by });
  for (;;) {
    const known: Evidence = { model: null, finding: [], answers, failed, skipped: [], handsOnly: unknown >= 3 };
    const { kind, id } = strategy.next(known, counter.cause);
    if (kind !== 'ask' && first < 0) first = asked();
    if (kind === 'call') {
      cost += model.call.cost;
      return ended(null);
    }
    if (kind === 'ask') {
      const answer = counter.answer(id);
      answers[id] = answer;
      unknown = answer === null ? unknown + 1 : 0;
      cost += model.observations.find((one) => one.id === id)?.cost ?? 0;
      continue;
    }
    unknown = 0;
    failed.push(id);
    cost += model.actions.find((one) => one.id === id)?.cost ?? 0;
    if (counter.repair(id)) return ended(ACTIONS[id]?.by ?? null);
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const part = (values: readonly boolean[]): string => `${(100 * mean(values.map(Number))).toFixed(0)} %`;

/** The columns: of all courses, then of those that ended well without anybody from elsewhere. */
const COLUMNS = {
  minutes: 9,
  'to Duka': 9,
  'asked first': 13,
  asked: 7,
  steps: 7,
  technician: 12,
  'solved here': 13,
  minutes_: 9,
  asked_: 7,
  steps_: 7,
} as const;

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(40) +
  Object.values(COLUMNS)
    .map((width, i) => (cells[i] ?? '').padStart(width))
    .join('');

function print(title: string, model: Model, counters: readonly Counter[]): void {
  console.log(`\n${title}, ${counters.length} counters`);
  console.log(
    row(
      '',
      Object.keys(COLUMNS).map((name) => name.replace('_', '')),
    ),
  );
  const rows = strategiesOver(model).map((strategy) => {
    const courses = counters.map((counter) => play(model, strategy, counter));
    return { name: strategy.name, courses, cost: mean(courses.map(({ cost }) => cost)) };
  });
  const duka = rows.find(({ name }) => name === 'Duka')?.cost ?? Number.NaN;
  for (const { name, courses, cost } of rows) {
    const here = courses.filter(({ by }) => by !== null && HERE.includes(by));
    const of = (some: readonly Course[], what: 'cost' | 'first' | 'questions' | 'steps') =>
      some.length === 0 ? '–' : mean(some.map((one) => one[what])).toFixed(1);
    console.log(
      row(name, [
        cost.toFixed(1),
        (cost / duka).toFixed(2),
        of(courses, 'first'),
        of(courses, 'questions'),
        of(courses, 'steps'),
        part(courses.map(({ by }) => by === null || by === 'technician')),
        part(courses.map((one) => here.includes(one))),
        of(here, 'cost'),
        of(here, 'questions'),
        of(here, 'steps'),
      ]),
    );
  }
}

/** For the whole knowledge the optimum is out of reach: it lies between these two. */
function bracket(model: Model, counters: readonly Counter[]): void {
  const least = counters.map(leastCosts(model));
  const [, , patient] = strategiesOver(model);
  const costs = counters.map((counter) => play(model, patient!, counter).cost);
  const cell = (values: readonly number[]) => `${mean(values).toFixed(1)} ± ${errorOf(values).toFixed(1)}`;
  const surplus = costs.map((cost, i) => cost - least[i]!);
  console.log(
    `\nThe optimum for the whole knowledge, of ${counters.length} counters: at least ${cell(least)} minutes, whoever is told all answers for nothing;`,
  );
  console.log(`at most ${cell(costs)}, Duka asking as long as it pays: ${cell(surplus)} more`);
}

const errorOf = (values: readonly number[]): number =>
  Math.sqrt((mean(values.map((value) => value ** 2)) - mean(values) ** 2) / values.length);

/** Cut so small that the optimum is known: every strategy beside it, with the same hidden causes. */
function besideTheOptimum(model: Model): void {
  const small = smallCounters(model, 'see.message').map((one) => ({ ...one, results: besideOptimum(one, TROUBLES) }));
  const [{ results } = { results: [] }] = small;
  console.log(
    `\nCounters cut to four causes and at most twelve steps, by what the screen says; ${TROUBLES} troubles at each`,
  );
  console.log(
    `${''.padEnd(40)}${['exactly', 'to optimum', 'worst', 'simulated', 'steps'].map((name) => name.padStart(12)).join('')}`,
  );
  const all = small.reduce((sum, { chance }) => sum + chance, 0);
  const over = (of: (results: (typeof small)[number]['results']) => number) =>
    small.reduce((sum, one) => sum + (one.chance / all) * of(one.results), 0);
  for (const [i, { name }] of results.entries()) {
    const ratio = (one: (typeof small)[number]['results']) => one[i]!.exact / one[0]!.exact;
    const cells = [
      over((one) => one[i]!.exact).toFixed(2),
      over(ratio).toFixed(4),
      Math.max(...small.map((one) => ratio(one.results))).toFixed(3),
      over((one) => one[i]!.cost).toFixed(2),
      over((one) => one[i]!.steps).toFixed(1),
    ];
    console.log(name.padEnd(40) + cells.map((cell) => cell.padStart(12)).join(''));
  }
}

const model = readKnowledge(knowledgeFile());
const rng = new Rng(5);
const own = Array.from({ length: COUNTERS }, (_, i) => counterIn(model, rng.fork(`own ${i}`)));
print('The world as the knowledge has it', model, own);
const others = Array.from({ length: COUNTERS }, (_, i) =>
  counterIn(otherWorld(model, rng.fork(`world ${i >> 3}`)), rng.fork(`other ${i}`)),
);
print('Worlds that differ from it', model, others);
bracket(model, own);
besideTheOptimum(model);
