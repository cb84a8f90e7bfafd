import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { AttemptRecord } from '@duka/sim';
import { simulate, toNdjson } from '@duka/sim';

/**
 * How long a whole diagnosis takes, as a ratio to DuckDB doing only a GROUP BY over the same file in the same run; and how
 * long `duka explain` takes as a process. Nothing here is a test.
 * Usage: npm run bench -- [--terminals N]; a simulated fleet of N terminals over ten days, in parts of at most 2,000.
 */
const option = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const terminals = option('terminals', 1000);
/** More in one part would not fit into memory as the simulator's records. */
const LARGEST = 2000;
/** Part of the terminals that have a fault of their own. */
const FAULTY = 0.01;
const duka = fileURLToPath(new URL('../duka', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'duka-bench-'));
try {
  const ndjson = join(folder, 'log.ndjson');
  const parquet = join(folder, 'log.parquet');
  const attempts = await makeLog(ndjson);
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
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
  console.log(`attempts      ${attempts} of ${terminals} terminals`);
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

/** Fleets one after the other, told apart by their terminals, stores and cards, so that no more than one is in memory. */
async function makeLog(path: string): Promise<number> {
  const file = createWriteStream(path);
  let count = 0;
  for (let part = 0; part * LARGEST < terminals; part++) {
    const size = Math.min(LARGEST, terminals - part * LARGEST);
    const { attempts } = simulate({ terminals: size, days: 10, faults: Math.ceil(size * FAULTY) }, 900 + part);
    for (let from = 0; from < attempts.length; from += 10_000) {
      const own = attempts.slice(from, from + 10_000).map((attempt) => ofPart(attempt, part));
      if (!file.write(toNdjson(own))) await once(file, 'drain');
    }
    count += attempts.length;
  }
  file.end();
  await finished(file);
  return count;
}

function ofPart(attempt: AttemptRecord, part: number): AttemptRecord {
  const own = { ...attempt };
  for (const field of ['terminal_id', 'attempt_id', 'sale_id', 'store_id', 'card_ref'] as const) {
    if (own[field] !== undefined) own[field] = `${own[field]}-${part}`;
  }
  return own;
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
