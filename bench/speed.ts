import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { simulateByTerminal, toNdjson } from '@duka/sim';

/**
 * How long a whole diagnosis takes, as a ratio to DuckDB doing only a GROUP BY over the same file in the same run; and how
 * long `duka explain` takes as a process. Nothing here is a test.
 * Usage: npm run bench -- [--terminals N] [--days N]; one simulated fleet, its log in order of time.
 */
const option = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const terminals = option('terminals', 1000);
const days = option('days', 10);
const SEED = 905;
/** One fault for so many terminals. */
const TERMINALS_A_FAULT = 100;
const duka = fileURLToPath(new URL('../duka', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'duka-bench-'));
try {
  const ndjson = join(folder, 'log.ndjson');
  const parquet = join(folder, 'log.parquet');
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const attempts = await makeLog(ndjson, (sql) => connection.run(sql));
  // DuckDB takes the times for UTC without saying so: Parquet must say it.
  await connection.run(
    `copy (select * replace ("time"::timestamp at time zone 'UTC' as "time") from read_ndjson('${ndjson}')) to '${parquet}'`,
  );
  const groupBy = async (source: string) => {
    const started = performance.now();
    await connection.runAndReadAll(
      `select terminal_id, interface, count(*), count(*) filter (outcome = 'failed') from ${source} group by all`,
    );
    return performance.now() - started;
  };
  console.log(`attempts      ${attempts} of ${terminals} terminals in ${days} days`);
  for (const [name, path, source] of [
    ['NDJSON', ndjson, `read_ndjson('${ndjson}')`],
    ['Parquet', parquet, `read_parquet('${parquet}')`],
  ] as const) {
    const bare = await groupBy(source);
    const { ms, peak } = await diagnose(path);
    console.log(
      `${name.padEnd(13)} ${(ms / bare).toFixed(1)} times DuckDB's GROUP BY (${(ms / 1000).toFixed(1)} s to ${(bare / 1000).toFixed(2)} s), peak ${peak} MB`,
    );
  }
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    spawnSync(duka, ['explain', 'iso39:55']);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  console.log(`explain       ${times[2]!.toFixed(0)} ms as a process, median of five`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Simulated terminal by terminal, so that the fleet need not fit into memory; then the lines are put in order of time. */
async function makeLog(path: string, run: (sql: string) => Promise<unknown>): Promise<number> {
  const unsorted = `${path}.unsorted`;
  const file = createWriteStream(unsorted);
  let count = 0;
  const faults = Math.ceil(terminals / TERMINALS_A_FAULT);
  for (const attempts of simulateByTerminal({ terminals, days, faults }, SEED)) {
    if (!file.write(toNdjson(attempts))) await once(file, 'drain');
    count += attempts.length;
  }
  file.end();
  await finished(file);
  // Every record begins with its time, and all are of one zone.
  const whole = `delim = '\x01', quote = '', escape = '', header = false`;
  const lines = `read_csv('${unsorted}', ${whole}, columns = {'line': 'VARCHAR'})`;
  await run(
    `copy (select line from ${lines} order by line[:40]) to '${path}' (format csv, ${whole.replaceAll(' =', '')})`,
  );
  await rm(unsorted);
  return count;
}

/** Wall time and peak memory of the whole command; the peak is looked up while it runs, so it is Linux's to tell. */
function diagnose(path: string): Promise<{ readonly ms: number; readonly peak: number | string }> {
  const started = performance.now();
  const child = spawn(duka, ['diagnose', path, '--format', 'json'], { stdio: 'ignore' });
  let peak: number | string = 'unknown';
  const watch = setInterval(() => {
    try {
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      if (kilobytes) peak = Math.round(Number(kilobytes) / 1024);
    } catch {
      // No such file: not Linux, or the command has just ended.
    }
  }, 100);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      clearInterval(watch);
      resolve({ ms: performance.now() - started, peak });
    });
  });
}
