import { AttemptStore, readFrame } from '@duka/fleet';
import type { Attempt, Finding } from '@duka/model';
import { isRefused, makeReport, takeRecord } from '@duka/runtime';
import type { FleetConfig } from '@duka/sim';
import { simulate } from '@duka/sim';
import { failureThreshold, zTest } from './baselines.ts';
import type { Claim, Judged, KnownFault } from './matching.ts';
import { heldBy, judge, knowFaults, sameScope } from './matching.ts';
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
      name === DUKA
        ? [...judged.map((one) => lineOf(one, faults, attempts)), ...missed(judged, faults, attempts, oracle)]
        : [],
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

function lineOf({ claim, verdict, fault: known }: Judged, faults: readonly KnownFault[], attempts: readonly Attempt[]) {
  if (known === null) return `WRONG  ${claim.line} holds ${whatItHolds(claim, faults, attempts)}`;
  const { cause, scope } = known.fault;
  const marks = [
    verdict === 'again' ? 'AGAIN' : 'right',
    ...(claim.causes[0]?.cause === cause ? [] : ['CAUSE']),
    ...(sameScope(claim.scope, scope) ? [] : ['SCOPE']),
  ];
  return `${marks.join(' ')}  ${claim.line} is ${describeFault(known)}`;
}

const FAULTS_SHOWN = 3;

/** Whose failures a wrong claim holds: pieces of a fault, a card's, or nobody's. */
function whatItHolds(claim: Claim, faults: readonly KnownFault[], attempts: readonly Attempt[]): string {
  const held = new Set(heldBy(claim, attempts));
  const whose = faults
    .map((known) => ({ known, count: known.caused.filter((attempt) => held.has(attempt)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, FAULTS_SHOWN)
    .map(({ known, count }) => `${count} of ${describeFault(known)}`);
  return whose.length === 0 ? 'no fault’s work' : whose.join('; ');
}

/** Faults that no claim is about, each with the claim that holds most of it. */
function missed(
  judged: readonly Judged[],
  faults: readonly KnownFault[],
  attempts: readonly Attempt[],
  oracle: (known: KnownFault) => number | null,
): string[] {
  const found = new Set(judged.map(({ fault }) => fault));
  return faults
    .filter((known) => known.named.length >= 8 && !found.has(known))
    .map((known) => {
      const own = new Set(known.caused);
      const [most] = judged
        .map(({ claim }) => ({ claim, count: heldBy(claim, attempts).filter((attempt) => own.has(attempt)).length }))
        .sort((a, b) => b.count - a.count);
      const holder = most && most.count > 0 ? `${most.count} of them in ${most.claim.line}` : 'no claim holds any';
      return `MISSED ${describeFault(known)}; oracle ${oracle(known) ?? 'never'}; ${holder}`;
    });
}
