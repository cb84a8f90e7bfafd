import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { FaultRequest } from '@duka/sim';
import { PLANTABLE_CAUSES, Rng, randomFaults, simulateByTerminal, toNdjson } from '@duka/sim';

const SEED = 905;
/** One fault for so many terminals. */
const TERMINALS_A_FAULT = 100;
/** Faults of all kinds beside those of terminals and people: a host or a release has one, however large the fleet. */
const FAULTS_OF_ALL_KINDS = 40;
const LOCAL_CAUSES = PLANTABLE_CAUSES.filter((cause) => /^(?:hardware|operation)\./.test(cause));

export type LargeLog = {
  readonly terminals: number;
  readonly days: number;
  /** As many faults of hosts, releases and issuers in a large fleet as in that many small ones: nearly a third of attempts fails. */
  readonly troubled?: boolean;
  /** The first so many attempts. */
  readonly most?: number;
};

/**
 * Writes the log of a simulated fleet as NDJSON, in order of time. It is made terminal by terminal, so that the fleet need not fit into
 * memory; then its lines are sorted.
 */
export async function writeLargeLog(path: string, log: LargeLog, duckDb: DuckDBConnection): Promise<void> {
  const unsorted = `${path}.unsorted`;
  const file = createWriteStream(unsorted);
  const { terminals, days } = log;
  for (const attempts of simulateByTerminal({ terminals, days, faults: faultsOf(log) }, SEED)) {
    if (!file.write(toNdjson(attempts))) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  // Every record begins with its time, and all are of one zone.
  const whole = `delim = '\x01', quote = '', escape = '', header = false`;
  const lines = `select line from read_csv('${unsorted}', ${whole}, columns = {'line': 'VARCHAR'}) order by line[:40]`;
  const first = log.most === undefined ? '' : ` limit ${log.most}`;
  await duckDb.run(`copy (${lines}${first}) to '${path}' (format csv, ${whole.replaceAll(' =', '')})`);
  await rm(unsorted);
}

function faultsOf({ terminals, troubled }: LargeLog): number | readonly FaultRequest[] {
  const count = Math.ceil(terminals / TERMINALS_A_FAULT);
  if (troubled) return count;
  const rng = new Rng(SEED);
  return [
    ...randomFaults({ faults: Math.min(count, FAULTS_OF_ALL_KINDS), causes: null }, rng.fork('all kinds')),
    ...randomFaults({ faults: count, causes: LOCAL_CAUSES }, rng.fork('local')),
  ];
}
