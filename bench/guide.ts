import type { Model } from '@duka/diagnosis';
import { readKnowledge } from '@duka/diagnosis';
import { ACTIONS, knowledgeFile } from '@duka/knowledge';
import { Rng } from '@duka/sim';
import type { Evidence } from '../apps/guide/src/kit/kit.ts';
import type { Strategy } from './guide/strategies.ts';
import { strategiesOver } from './guide/strategies.ts';
import type { Counter } from './guide/world.ts';
import { counterIn, otherWorld } from './guide/world.ts';

/**
 * What a trouble costs at simulated counters, whose cause is hidden and whose answers are noisy, until it is gone: the guide
 * beside what one would use instead, in the world that its knowledge describes and in worlds that are not as the experts think.
 * Usage: npm run bench:guide [COUNTERS]
 */
const COUNTERS = Number(process.argv[2] ?? 200);

type Course = { readonly cost: number; readonly questions: number; readonly steps: number; readonly visit: boolean };

/** Plays a counter to the end. Three times "don't know" in a row and the guide asks no more, as the app does it. */
function play(model: Model, strategy: Strategy, counter: Counter): Course {
  const answers: Record<string, string | null> = {};
  const failed: string[] = [];
  let cost = 0;
  let unknown = 0;
  const ended = (visit: boolean) => ({ cost, questions: Object.keys(answers).length, steps: failed.length, visit });
  for (;;) {
    const known: Evidence = { model: null, finding: [], answers, failed, skipped: [], handsOnly: unknown >= 3 };
    const { kind, id } = strategy.next(known, counter.cause);
    if (kind === 'call') {
      cost += model.call.cost;
      return ended(true);
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
    if (counter.repair(id)) return ended(ACTIONS[id]?.by === 'technician');
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function print(title: string, model: Model, counters: readonly Counter[]): void {
  console.log(`\n${title}, ${counters.length} counters`);
  console.log(
    `${''.padEnd(40)}${'minutes'.padStart(9)}${'to Duka'.padStart(9)}${'questions'.padStart(11)}${'steps'.padStart(7)}${'technician'.padStart(12)}`,
  );
  const rows = strategiesOver(model).map((strategy) => {
    const courses = counters.map((counter) => play(model, strategy, counter));
    return { name: strategy.name, courses, cost: mean(courses.map(({ cost }) => cost)) };
  });
  const duka = rows.find(({ name }) => name === 'Duka')?.cost ?? Number.NaN;
  for (const { name, courses, cost } of rows) {
    const questions = mean(courses.map((one) => one.questions))
      .toFixed(1)
      .padStart(11);
    const steps = mean(courses.map((one) => one.steps))
      .toFixed(1)
      .padStart(7);
    const visits = `${(100 * mean(courses.map(({ visit }) => Number(visit)))).toFixed(0)} %`.padStart(12);
    console.log(
      `${name.padEnd(40)}${cost.toFixed(1).padStart(9)}${(cost / duka).toFixed(2).padStart(9)}${questions}${steps}${visits}`,
    );
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
