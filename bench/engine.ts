import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { AttemptStore, readFindings, readFrame } from '@duka/fleet';
import { isRefused, takeRecord } from '@duka/runtime';
import { simulateByTerminal } from '@duka/sim';

/**
 * The engine alone, in one process that reads no file: columnar batches into its state, the state into findings, and how large it
 * is. Beside it one thread of DuckDB counts by terminal and interface, over a table in memory.
 * Usage: npm run bench:engine -- [--terminals N] [--days N]
 */
const { values } = parseArgs({
  options: { terminals: { type: 'string', default: '1000' }, days: { type: 'string', default: '10' } },
});
const SEED = 905;
const BATCH = 65_536;
const FDR = 0.05;

const duckDb = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
await duckDb.run('create table attempts (terminal_id varchar, interface varchar, outcome varchar)');

const batches: AttemptStore[] = [];
const seen = new Set<string>();
const rows = await duckDb.createAppender('attempts');
for (const records of simulateByTerminal({ terminals: Number(values.terminals), days: Number(values.days) }, SEED)) {
  for (const record of records) {
    const taken = takeRecord(record, { tokenize: String, zone: null });
    if (isRefused(taken)) throw new Error(taken.complaint.text.en);
    const { attempt } = taken;
    for (const text of [attempt.terminal_id, attempt.interface, attempt.outcome]) rows.appendVarchar(text);
    rows.endRow();
    seen.add(`${attempt.terminal_id} ${attempt.interface}`);
    if (batches.length === 0 || batches.at(-1)!.length === BATCH) batches.push(new AttemptStore());
    batches.at(-1)!.append(attempt);
  }
}
rows.closeSync();

const timed = async <T>(work: () => T | Promise<T>): Promise<{ readonly result: T; readonly ms: number }> => {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
};

const counted = await timed(() =>
  duckDb.runAndReadAll(
    `select terminal_id, interface, count(*), count(*) filter (outcome = 'failed') from attempts group by all`,
  ),
);
const state = new AttemptStore();
const update = await timed(() => {
  for (const batch of batches) state.merge(batch);
});
const bytes = state.save().length;
const read = await timed(() => readFindings(readFrame(state, { release: true }), FDR));

const attempts = state.length;
const speed = (ms: number): string =>
  `${(attempts / ms / 1000).toFixed(2).padStart(6)} million attempts a second, ${(ms / counted.ms).toFixed(1).padStart(6)} times DuckDB's GROUP BY`;
console.log(`attempts   ${attempts} of ${values.terminals} terminals, ${seen.size} terminals and interfaces`);
console.log(`update     ${speed(update.ms)}`);
console.log(`read       ${speed(read.ms)}, ${read.result.findings.length} findings`);
console.log(`both       ${speed(update.ms + read.ms)}`);
console.log(
  `state      ${(bytes / attempts).toFixed(0)} bytes an attempt, ${(bytes / seen.size).toFixed(0)} a terminal and interface`,
);
