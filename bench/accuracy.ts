import { AttemptStore, readFrame } from '@duka/fleet';
import type { Attempt, CauseId, Finding, Scope } from '@duka/model';
import { isRefused, makeReport, takeRecord } from '@duka/runtime';
import type { FleetConfig, PlantedFault } from '@duka/sim';
import { simulate } from '@duka/sim';

/**
 * How often Duka is right, on simulated fleets whose faults are known.
 * Usage: node bench/accuracy.ts [--seeds FROM-TO] [--terminals N] [--days N] [--faults N] [--verbose]
 */
const FEWEST_EXCESS = 8;

type Tally = {
  findings: number;
  matched: number;
  duplicates: number;
  faults: number;
  found: number;
  top1: number;
  top3: number;
  domain: number;
  exactScope: number;
  calibration: { p: number; right: boolean }[];
};

const option = (name: string, usual: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : (process.argv[at + 1] ?? usual);
};
const [from = 1, to = 10] = option('seeds', '1-10').split('-').map(Number);
const verbose = process.argv.includes('--verbose');
const config: Partial<FleetConfig> = {
  terminals: Number(option('terminals', '240')),
  days: Number(option('days', '14')),
  faults: Number(option('faults', '16')),
};

const tally: Tally = {
  findings: 0,
  matched: 0,
  duplicates: 0,
  faults: 0,
  found: 0,
  top1: 0,
  top3: 0,
  domain: 0,
  exactScope: 0,
  calibration: [],
};
const misses = new Map<CauseId, [number, number]>();
const confusions = new Map<string, number>();
for (let seed = from; seed <= to; seed++) {
  const { attempts: records, truth } = simulate(config, seed);
  const store = new AttemptStore();
  const attempts = records.map((record) => {
    const taken = takeRecord(record, { tokenize: String, zone: null });
    if (isRefused(taken)) throw new Error(taken.complaint.text.en);
    return taken.attempt;
  });
  store.update(attempts);
  const { report } = makeReport(
    readFrame(store),
    { rejected: 0, removed_card_data: 0, reject_samples: [] },
    { fdr: 0.05, offset: 480 },
  );
  judge(report.findings, truth, attempts, seed);
}
print();

function judge(
  findings: readonly Finding[],
  truth: readonly PlantedFault[],
  attempts: readonly Attempt[],
  seed: number,
): void {
  const large = truth.filter((fault) => identified(fault, attempts) >= FEWEST_EXCESS);
  const matchedTruth = new Set<PlantedFault>();
  tally.findings += findings.length;
  tally.faults += large.length;
  for (const finding of findings) {
    const match = bestMatch(
      finding,
      truth.filter((fault) => fault.excess >= 3),
      attempts,
    );
    const first = finding.causes[0]!;
    tally.calibration.push({ p: first.probability, right: match?.cause === first.cause });
    if (!match) {
      if (verbose) console.log(`seed ${seed} FALSE  ${line(finding)}`);
      continue;
    }
    if (matchedTruth.has(match)) {
      tally.duplicates++;
      if (verbose)
        console.log(`seed ${seed} TWICE  ${line(finding)}  of ${match.cause} ${JSON.stringify(match.scope)}`);
      continue;
    }
    matchedTruth.add(match);
    tally.matched++;
    const rank = finding.causes.findIndex(({ cause }) => cause === match.cause);
    if (verbose)
      console.log(
        `seed ${seed} match  ${line(finding)}  is ${match.cause} ${JSON.stringify(match.scope)} ${match.excess}`,
      );
    if (rank === 0) tally.top1++;
    else {
      const key = `${match.cause} → ${first.cause}`;
      confusions.set(key, (confusions.get(key) ?? 0) + 1);
      if (verbose)
        console.log(
          `seed ${seed} CAUSE  ${line(finding)}  is ${match.cause} ${JSON.stringify(match.scope)} rank ${rank} excess ${match.excess}`,
        );
    }
    if (rank >= 0 && rank < 3) tally.top3++;
    if (match.cause.split('.')[0] === first.cause.split('.')[0]) tally.domain++;
    if (sameScope(finding.scope, match.scope)) tally.exactScope++;
    else if (verbose)
      console.log(
        `seed ${seed} SCOPE  ${line(finding)}  is ${match.cause} ${JSON.stringify(match.scope)} ${match.excess}`,
      );
  }
  for (const fault of large) {
    const entry = misses.get(fault.cause) ?? [0, 0];
    entry[1]++;
    if (matchedTruth.has(fault)) tally.found++;
    else {
      entry[0]++;
      if (verbose)
        console.log(
          `seed ${seed} MISSED ${fault.cause} ${JSON.stringify(fault.scope)} excess ${fault.excess} ${fault.origin}`,
        );
    }
    misses.set(fault.cause, entry);
  }
}

/**
 * The fault that the finding is about: most of the failures in the finding's place and time lie in the fault's too, and
 * it covers half of what the fault did; of several the one whose place and time fit best.
 */
function bestMatch(
  finding: Finding,
  truth: readonly PlantedFault[],
  attempts: readonly Attempt[],
): PlantedFault | null {
  if (finding.scope.card_ref) return truth.find(({ scope }) => scope.card_ref === finding.scope.card_ref) ?? null;
  const since = Date.parse(finding.since);
  const until = finding.until === null ? Number.POSITIVE_INFINITY : Date.parse(finding.until);
  const failed = attempts.filter(
    (attempt) =>
      attempt.outcome !== 'ok' && attempt.time >= since && attempt.time <= until && inScope(attempt, finding.scope),
  );
  const inFinding = new Set(failed);
  let best: { fault: PlantedFault; fit: number } | null = null;
  for (const fault of truth) {
    const shared = failed.filter(
      ({ time, ...rest }) =>
        time >= fault.since &&
        time <= (fault.until ?? Number.POSITIVE_INFINITY) &&
        inScope({ time, ...rest }, fault.scope),
    ).length;
    const caused = fault.attempts.filter((index) => inFinding.has(attempts[index]!)).length;
    if (fault.scope.card_ref || shared < 0.5 * failed.length || caused < 0.4 * identified(fault, attempts)) continue;
    const fit = (caused / fault.attempts.length) * (shared / failed.length);
    if (!best || fit > best.fit) best = { fault, fit };
  }
  return best?.fault ?? null;
}

/** What a fault did that the log lays at its door: failures whose records name what bounds it, or a sale of the same card. */
function identified(fault: PlantedFault, attempts: readonly Attempt[]): number {
  if (fault.scope.card_ref === undefined)
    return fault.attempts.filter((index) => inScope(attempts[index]!, fault.scope)).length;
  const sales = new Set(
    attempts.flatMap(({ card_ref, sale_id }) => (card_ref === fault.scope.card_ref && sale_id ? [sale_id] : [])),
  );
  return fault.attempts.filter((index) => {
    const { card_ref, sale_id } = attempts[index]!;
    return card_ref !== undefined || (sale_id !== undefined && sales.has(sale_id));
  }).length;
}

function inScope(attempt: Attempt, scope: Scope): boolean {
  return Object.entries(scope).every(([column, wanted]) => {
    const value = attempt[column as keyof Attempt];
    if (column === 'bin' && value === undefined) return true;
    return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
  });
}

function sameScope(a: Scope, b: Scope): boolean {
  const plain = ({ interface: _, ...rest }: Scope) => JSON.stringify(Object.entries(rest).sort());
  return plain(a) === plain(b);
}

function line(finding: Finding): string {
  const [first, second] = finding.causes;
  return `${first?.cause} ${first?.probability} (${second?.cause} ${second?.probability}) ${JSON.stringify(finding.scope)} ${finding.failures}/${finding.attempts} exp ${finding.expected_failures} e ${finding.e_value.toPrecision(2)} ${finding.since.slice(5, 16)}..${finding.until?.slice(5, 16) ?? ''}`;
}

function print(): void {
  const percent = (part: number, whole: number) =>
    whole === 0 ? 'none to judge' : `${((100 * part) / Math.max(1, whole)).toFixed(1)} % (${part}/${whole})`;
  console.log(`fleets        seeds ${from}-${to}, ${JSON.stringify(config)}`);
  console.log(`precision     ${percent(tally.matched, tally.findings)}, said twice ${tally.duplicates}`);
  console.log(`recall        ${percent(tally.found, tally.faults)} of faults with ${FEWEST_EXCESS} or more failures`);
  console.log(`top-1 cause   ${percent(tally.top1, tally.matched)}`);
  console.log(`top-3 causes  ${percent(tally.top3, tally.matched)}`);
  console.log(`domain        ${percent(tally.domain, tally.matched)}`);
  console.log(`scope exact   ${percent(tally.exactScope, tally.matched)}`);
  const bins = Array.from({ length: 10 }, () => ({ n: 0, p: 0, right: 0 }));
  for (const { p, right } of tally.calibration) {
    const bin = bins[Math.min(9, Math.floor(p * 10))]!;
    bin.n++;
    bin.p += p;
    if (right) bin.right++;
  }
  const error =
    bins.reduce((sum, { n, p, right }) => sum + (n > 0 ? Math.abs(p - right) : 0), 0) /
    Math.max(1, tally.calibration.length);
  console.log(
    `calibration   error ${error.toFixed(3)}; ${bins.flatMap(({ n, p, right }) => (n > 0 ? [`${(p / n).toFixed(2)}→${(right / n).toFixed(2)} (${n})`] : [])).join('  ')}`,
  );
  if (!verbose) return;
  console.log(
    [...misses]
      .filter(([, [missed]]) => missed > 0)
      .map(([cause, [missed, all]]) => `missed ${cause} ${missed}/${all}`)
      .join('\n'),
  );
  console.log(
    [...confusions]
      .sort((a, b) => b[1] - a[1])
      .map(([key, n]) => `${n} × ${key}`)
      .join('\n'),
  );
}
