import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { REPORTING_RANGES, TUNING_RANGES } from '@duka/sim';
import { play } from './accuracy/play.ts';
import type { Result } from './accuracy/print.ts';
import { resultOf, summaryOf, tableOf } from './accuracy/print.ts';
import { fleetOf, SCENARIOS } from './accuracy/scenarios.ts';
import type { Played } from './accuracy/tally.ts';
import { addTallies } from './accuracy/tally.ts';

/**
 * How often Duka is right, on simulated fleets whose faults are known, beside two things that a user would do instead.
 * Usage: node bench/accuracy.ts [--scenario NAME]… [--seeds FROM-TO] [--tuning] [--jobs N] [--json] [--verbose]
 * `--tuning` plays other seeds, and fleets and faults from other ranges: whoever works on the engine looks at those only.
 */
type Task = { readonly scenario: string; readonly tuning: boolean; readonly seed: number };
const REPORTING_SEEDS = '7001-7010';
const TUNING_SEEDS = '1001-1010';
/** Back to the first column, and erase to the end of the line. */
const CLEAR_LINE = '\r\x1b[K';

if (isMainThread) await main();
else {
  parentPort!.on('message', ({ scenario, tuning, seed }: Task) => {
    const config = fleetOf(SCENARIOS[scenario]!, tuning ? TUNING_RANGES : REPORTING_RANGES, seed);
    parentPort!.postMessage(play(config, seed));
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', multiple: true, default: Object.keys(SCENARIOS) },
      seeds: { type: 'string' },
      tuning: { type: 'boolean', default: false },
      jobs: { type: 'string', default: String(availableParallelism()) },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  });
  const said = values.seeds ?? (values.tuning ? TUNING_SEEDS : REPORTING_SEEDS);
  const [from = 1, to = from] = said.split('-').map(Number);
  const seeds = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const results: Result[] = [];
  for (const name of values.scenario) {
    const scenario = SCENARIOS[name];
    if (!scenario) throw new Error(`no scenario ${name}: there are ${Object.keys(SCENARIOS).join(', ')}`);
    const tasks = seeds.flatMap((seed) => tasksOf(name, scenario.fleets, values.tuning, seed));
    const played = await playAll(tasks, Number(values.jobs));
    if (values.verbose) {
      played.forEach(({ lines }, i) => {
        for (const line of lines) console.log(`${name} ${tasks[i]!.seed} ${line}`);
      });
    }
    const methods = Object.keys(played[0]!.tallies);
    const tallies = methods.map((method) => [method, addTallies(played.map((one) => one.tallies[method]!))] as const);
    const attempts = played.reduce((sum, one) => sum + one.attempts, 0);
    const result = resultOf(
      name,
      scenario,
      `${said}${values.tuning ? ' (tuning)' : ''}`,
      attempts,
      Object.fromEntries(tallies),
    );
    results.push(result);
    if (!values.json) console.log(`${tableOf(result)}\n`);
  }
  if (values.json) console.log(JSON.stringify(results, null, 2));
  else if (results.length > 1) console.log(summaryOf(results));
}

/** Where a seed stands for several fleets, each has a seed of its own. */
function tasksOf(scenario: string, fleets: number, tuning: boolean, seed: number): Task[] {
  return Array.from({ length: fleets }, (_, i) => ({ scenario, tuning, seed: fleets === 1 ? seed : seed * 1000 + i }));
}

/** Results in the order of the tasks, whichever worker was faster. */
async function playAll(tasks: readonly Task[], jobs: number): Promise<readonly Played[]> {
  const played: Played[] = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    const worker = new Worker(new URL(import.meta.url));
    try {
      while (next < tasks.length) {
        const place = next++;
        played[place] = await answer(worker, tasks[place]!);
        process.stderr.write(`\r${tasks[place]!.scenario} ${++done}/${tasks.length}`);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, work));
  process.stderr.write(CLEAR_LINE);
  return played;
}

async function answer(worker: Worker, task: Task): Promise<Played> {
  const answered = once(worker, 'message');
  worker.postMessage(task);
  const [played] = await answered;
  return played;
}
