import { AttemptStore, readFrame } from '@duka/fleet';
import type { Attempt, Finding } from '@duka/model';
import { isRefused, makeReport, takeRecord } from '@duka/runtime';
import type { FleetConfig } from '@duka/sim';
import { simulate } from '@duka/sim';
import { failureThreshold, zTest } from './baselines.ts';
import type { Claim, Judged, KnownFault } from './matching.ts';
import { judge, knowFaults, sameScope } from './matching.ts';
import { makeOracle } from './oracle.ts';
import type { Played } from './tally.ts';
import { tallyOf } from './tally.ts';

const METHODS: { readonly [name: string]: (attempts: readonly Attempt[]) => Claim[] } = {
  Duka: diagnosed,
  '2 % threshold': failureThreshold,
  'z-test + BH': zTest,
};
const DUKA = 'Duka';

/** One fleet, read by every method, held against what was planted. */
export function play(config: Partial<FleetConfig>, seed: number): Played {
  const { attempts: records, truth, minor } = simulate(config, seed);
  const attempts = records.map((record) => {
    const taken = takeRecord(record, { tokenize: String, zone: null });
    if (isRefused(taken)) throw new Error(taken.complaint.text.en);
    return taken.attempt;
  });
  const faults = knowFaults([...truth, ...minor], attempts);
  const oracle = makeOracle(attempts, truth);
  const judgements = Object.entries(METHODS).map(
    ([name, claims]) => [name, judge(claims(attempts), faults, attempts)] as const,
  );
  const tallies = judgements.map(([name, judged]) => [name, tallyOf(judged, faults, oracle)] as const);
  return {
    attempts: attempts.length,
    tallies: Object.fromEntries(tallies),
    lines: judgements.flatMap(([name, judged]) =>
      name === DUKA ? [...judged.map(lineOf), ...missed(judged, faults, oracle)] : [],
    ),
  };
}

/** As the command does it. */
function diagnosed(attempts: readonly Attempt[]): Claim[] {
  const store = new AttemptStore();
  store.update(attempts);
  const counts = { rejected: 0, removed_card_data: 0, reject_samples: [] };
  const { report } = makeReport(readFrame(store), counts, { fdr: 0.05, offset: 480 });
  return report.findings.map((finding) => ({
    scope: finding.scope,
    time: {
      from: Date.parse(finding.since),
      to: finding.until === null ? Number.POSITIVE_INFINITY : Date.parse(finding.until),
    },
    detectedAt: Date.parse(finding.detected_at),
    causes: finding.causes,
    line: describeFinding(finding),
  }));
}

function describeFinding(finding: Finding): string {
  const causes = finding.causes.slice(0, 3).map(({ cause, probability }) => `${cause} ${probability}`);
  const { failures, attempts, expected_failures: expected, since, until, e_value } = finding;
  return `${causes.join(', ')} ${JSON.stringify(finding.scope)} ${failures}/${attempts} exp ${expected} e ${e_value.toPrecision(2)} ${since.slice(5, 16)}..${until?.slice(5, 16) ?? ''}`;
}

function describeFault({ fault, named }: KnownFault): string {
  const { cause, scope, origin, excess, since, until } = fault;
  const day = (time: number | null) => (time === null ? '' : new Date(time + 8 * 3_600_000).toISOString().slice(5, 16));
  return `${cause} ${JSON.stringify(scope)} ${excess} failures, ${named.length} named, ${day(since)}..${day(until)}${origin === 'natural' ? ' natural' : ''}`;
}

function lineOf({ claim, verdict, fault: known }: Judged): string {
  if (known === null) return `WRONG  ${claim.line}`;
  const { cause, scope } = known.fault;
  const marks = [
    verdict === 'again' ? 'AGAIN' : 'right',
    ...(claim.causes[0]?.cause === cause ? [] : ['CAUSE']),
    ...(sameScope(claim.scope, scope) ? [] : ['SCOPE']),
  ];
  return `${marks.join(' ')}  ${claim.line} is ${describeFault(known)}`;
}

function missed(
  judged: readonly Judged[],
  faults: readonly KnownFault[],
  oracle: (known: KnownFault) => number | null,
): string[] {
  const found = new Set(judged.map(({ fault }) => fault));
  return faults
    .filter((known) => known.named.length >= 8 && !found.has(known))
    .map((known) => `MISSED ${describeFault(known)}; oracle ${oracle(known) ?? 'never'}`);
}
