import { parseArgs } from 'node:util';
import { AttemptStore, readFrame } from '@duka/fleet';
import type { Finding } from '@duka/model';
import { isRefused, makeReport, takeRecord } from '@duka/runtime';
import { REPORTING_RANGES, simulateByTerminal } from '@duka/sim';
import { fleetOf, SCENARIOS } from './accuracy/scenarios.ts';

/**
 * How often Duka accuses somebody in a large fleet in which nothing is wrong but some cards: ordinary failures, poor quarters and
 * bad weather included. A finding about one card may be true, and is counted apart.
 * Usage: npm run bench:clean -- [--terminals N] [--days N] [--volume ATTEMPTS-A-TERMINAL-A-DAY] [--runs N] [--seed FIRST]
 */
const { values } = parseArgs({
  options: {
    terminals: { type: 'string', default: '100000' },
    days: { type: 'string', default: '2' },
    volume: { type: 'string', default: '8' },
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: '7101' },
  },
});
const [terminals, days, volume, runs, first] = [
  values.terminals,
  values.days,
  values.volume,
  values.runs,
  values.seed,
].map(Number) as [number, number, number, number, number];
const ALPHA = 0.05;

let clean = 0;
let attempts = 0;
for (let seed = first; seed < first + runs; seed++) {
  const { attempts: read, findings } = look(seed);
  const cards = findings.filter(({ scope }) => 'card_ref' in scope);
  const wrong = findings.filter((finding) => !cards.includes(finding));
  attempts += read;
  if (wrong.length === 0) clean++;
  console.log(`${seed}: ${read} attempts, ${wrong.length} wrong findings, ${cards.length} of cards`);
  for (const { scope, failures, expected_failures: expected, e_value: e, causes } of wrong) {
    console.log(
      `  ${JSON.stringify(scope)} ${failures} failures, ${expected} expected, e ${e.toPrecision(2)}: ${causes[0]?.cause}`,
    );
  }
}
console.log(
  `${clean} of ${runs} fleets of ${terminals} terminals without a wrong finding; ${attempts} attempts in all`,
);
console.log(`aim: at least ${Math.ceil((1 - ALPHA) * runs)}`);

function look(seed: number): { readonly attempts: number; readonly findings: readonly Finding[] } {
  const scenario = { ...SCENARIOS.clean!, days };
  const config = {
    ...fleetOf(scenario, REPORTING_RANGES, seed),
    terminals,
    volume,
    seasons: { weather: 1, holidays: [] },
  };
  const store = new AttemptStore();
  for (const records of simulateByTerminal(config, seed)) {
    for (const record of records) {
      const taken = takeRecord(record, { tokenize: String, zone: null });
      if (isRefused(taken)) throw new Error(taken.complaint.text.en);
      store.append(taken.attempt);
    }
  }
  const counts = { rejected: 0, removed_card_data: 0, reject_samples: [] };
  const { report } = makeReport(readFrame(store, { release: true }), counts, { fdr: ALPHA, offset: 480 });
  return { attempts: report.input.attempts, findings: report.findings };
}
