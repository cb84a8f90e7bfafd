import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { diagnose, duka } from './speed/diagnose.ts';
import { writeLargeLog } from './speed/large-log.ts';

/**
 * How long a whole diagnosis takes, as a ratio to DuckDB doing only a GROUP BY over the same file in the same run; and how
 * long `duka explain` takes as a process. With --scale instead whether time grows as attempts do. Nothing here is a test.
 * Usage: npm run bench -- [--terminals N] [--days N] [--troubled] | --scale [MILLIONS …]
 */
const { values, positionals } = parseArgs({
  options: {
    terminals: { type: 'string', default: '1000' },
    days: { type: 'string', default: '10' },
    troubled: { type: 'boolean', default: false },
    scale: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const HEADS = ['attempts', 'seconds', 'of processors', 'a million', 'peak MB'];
const SCALE = ['0.5', '1', '2.5', '5', '10'];
/** So many terminals have somewhat more than a million attempts in these days. */
const MILLION = { terminals: 4400, days: 8 };

const folder = await mkdtemp(join(tmpdir(), 'duka-bench-'));
const ndjson = join(folder, 'log.ndjson');
const duckDb = await (await DuckDBInstance.create(':memory:')).connect();
try {
  if (values.scale) await growing(positionals.length > 0 ? positionals : SCALE);
  else await compared();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function growing(millions: readonly string[]): Promise<void> {
  console.log(HEADS.join('  '));
  for (const size of millions.map(Number)) {
    const most = Math.round(size * 1e6);
    const log = { terminals: Math.ceil(size * MILLION.terminals), days: MILLION.days, troubled: values.troubled, most };
    await writeLargeLog(ndjson, log, duckDb);
    const { attempts } = await contentsOf(duckDb, `read_ndjson('${ndjson}')`);
    const { ms, cpu, peak } = await diagnose(ndjson);
    const cells = [ms / 1000, cpu / 1000, cpu / 1000 / size].map((seconds) => seconds.toFixed(1));
    console.log([attempts, ...cells, peak].map((cell, i) => `${cell}`.padStart(HEADS[i]!.length)).join('  '));
  }
}

async function compared(): Promise<void> {
  const log = { terminals: Number(values.terminals), days: Number(values.days), troubled: values.troubled };
  const parquet = join(folder, 'log.parquet');
  await writeLargeLog(ndjson, log, duckDb);
  // DuckDB takes the times for UTC without saying so: Parquet must say it.
  await duckDb.run(
    `copy (select * replace ("time"::timestamp at time zone 'UTC' as "time") from read_ndjson('${ndjson}')) to '${parquet}'`,
  );
  const { attempts, failed } = await contentsOf(duckDb, `read_parquet('${parquet}')`);
  const share = ((100 * failed) / attempts).toFixed(1);
  console.log(`attempts      ${attempts} of ${log.terminals} terminals in ${log.days} days, ${share} % failed`);
  for (const [name, path, source] of [
    ['NDJSON', ndjson, `read_ndjson('${ndjson}')`],
    ['Parquet', parquet, `read_parquet('${parquet}')`],
  ] as const) {
    const started = performance.now();
    await duckDb.runAndReadAll(
      `select terminal_id, interface, count(*), count(*) filter (outcome = 'failed') from ${source} group by all`,
    );
    const bare = performance.now() - started;
    const { ms, cpu, peak } = await diagnose(path);
    console.log(
      `${name.padEnd(13)} ${(ms / bare).toFixed(1)} times DuckDB's GROUP BY (${(ms / 1000).toFixed(1)} s, of processors ${(cpu / 1000).toFixed(1)} s, to ${(bare / 1000).toFixed(2)} s), peak ${peak} MB`,
    );
  }
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    spawnSync(duka, ['explain', 'iso39:55']);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  console.log(`explain       ${times[2]!.toFixed(0)} ms as a process, median of five`);
}

async function contentsOf(connection: DuckDBConnection, source: string) {
  const sql = `select count(*) as attempts, count(*) filter (outcome = 'failed') as failed from ${source}`;
  const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  return { attempts: Number(row?.attempts), failed: Number(row?.failed) };
}
