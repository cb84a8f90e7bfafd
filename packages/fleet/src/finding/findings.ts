import type { FeatureValues, PatternId } from '@duka/knowledge/signatures';
import { INNER_REASONS, reasonOf } from '@duka/knowledge/signatures';
import type { FindingSeries, Reason, Scope, TerminalRow } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { isAtOneTerminal } from '../court/belongs.ts';
import { isReported } from '../court/court.ts';
import { refine } from '../court/refine.ts';
import type { Searched } from '../court/search.ts';
import { searchFaults } from '../court/search.ts';
import { isWithoutMoney } from '../court/without-money.ts';
import type { Frame } from '../log/frame.ts';
import { hash53 } from '../log/hash.ts';
import { itsWork } from '../scene/blame.ts';
import { CONTEXTS, FRESH } from '../scene/sales.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { setScene } from '../scene/scene.ts';
import { EVERYWHERE, isInSample, sampleOf } from '../suspicion/sample.ts';
import type { WearDay } from '../wear/forecast.ts';
import { badCards } from './bad-cards.ts';
import { gatherRing } from './card-rings.ts';
import { gatherCards } from './cards-together.ts';
import type { UsualRates } from './features.ts';
import { faultFeatures } from './features.ts';
import type { CauseLikelihoods } from './likelihood.ts';
import { causeLikelihoods } from './likelihood.ts';
import type { Loss } from './loss.ts';
import { lossCounter } from './loss.ts';
import { joinPieces } from './merge.ts';
import { daysOf, seriesOf } from './over-time.ts';
import { rowsInScope, scopeOf } from './scope.ts';
import { withdrawn } from './withdrawn.ts';

/** A fault as the fleet engine hands it on: all that diagnosis needs to name its cause. Times in ms since 1970. */
export type FleetFinding = {
  readonly id: string;
  readonly scope: Scope;
  readonly pattern: PatternId;
  readonly since: number;
  readonly until: number | null;
  readonly detectedAt: number;
  readonly attempts: number;
  readonly failures: number;
  readonly expectedFailures: number;
  /** Natural logarithm of the e-value. */
  readonly logEvidence: number;
  /** The same with the prior odds of such a fault at this very place. */
  readonly logOdds: number;
  readonly excess: number;
  /** Reasons that the failures gave, commonest first. */
  readonly reasons: readonly { readonly reason: Reason; readonly count: number }[];
  readonly likelihoods: CauseLikelihoods;
  readonly features: FeatureValues;
  readonly loss: Loss;
  readonly series: Omit<FindingSeries, 'finding'>;
  /** Of a fault of one terminal that lasts, the days of the log on the interfaces that it strikes; else none. Days since 1970, UTC. */
  readonly days: readonly WearDay[];
  readonly terminals: ReadonlySet<string>;
};

export type FleetReading = {
  readonly findings: readonly FleetFinding[];
  readonly terminals: readonly Omit<TerminalRow, 'findings'>[];
  readonly badCards: number;
};

/**
 * The third verb: what the attempts say.
 * @param fdr bound on the expected share of findings that are false, 0 to 1
 */
export function readFindings(frame: Frame, fdr: number): FleetReading {
  const scene = setScene(frame);
  const searched = searchFaults(scene, fdr);
  const usual = usualRates(scene, searched);
  const narrow = (fault: Fault) => refine(scene, searched, fault);
  const flawed = searched.faults.filter((fault) => !isWithoutMoney(scene, fault));
  const found = gatherRing(scene, gatherCards(scene, flawed)).filter((fault) => isReported(scene, fault));
  const faults = joinPieces(scene, found.map(narrow)).map((fault) => withdrawn(scene, narrow(fault)));
  const likelihoods = causeLikelihoods(scene, searched);
  const loss = lossCounter(scene);
  return {
    findings: faults.map((fault) => describe(scene, fault, usual, likelihoods, loss)),
    terminals: terminalRows(scene, usual),
    badCards: badCards(scene, searched, faults),
  };
}

/** What the baseline expects counts as so many attempts: where all of them failed, the log itself does not show what is usual. */
const PSEUDO_ATTEMPTS = 50;

/** The ordinary share of failures on each interface, with the found faults taken out. */
function usualRates({ frame, observed, face, failed }: Scene, { ownShare, baseline }: Searched): UsualRates {
  const attempts = new Float64Array(INTERFACES.length);
  const failures = new Float64Array(INTERFACES.length);
  for (let row = 0; row < frame.length; row++) if (observed[row]! < 0) attempts[face[row]!]!++;
  failed.forEach((row, failure) => {
    attempts[face[row]!]! += ownShare[failure]!;
    failures[face[row]!]! += ownShare[failure]!;
  });
  return attempts.map((n, f) => {
    const expected = baseline.total[f * CONTEXTS.length + FRESH]!;
    return (failures[f]! + PSEUDO_ATTEMPTS * expected) / (n + PSEUDO_ATTEMPTS);
  });
}

function describe(
  scene: Scene,
  fault: Fault,
  usual: UsualRates,
  likelihoods: (fault: Fault) => CauseLikelihoods,
  loss: (failures: readonly number[]) => Loss,
): FleetFinding {
  const { frame } = scene;
  const seen = atSomeTerminals(scene, fault);
  const scope = scopeOf(scene, fault);
  const since = frame.time[fault.first]!;
  const end = frame.time[fault.over ? fault.last : frame.length - 1]!;
  const rows = rowsInScope(scene, scope, fault.bounds);
  const work = inBoth(itsWork(fault.blame), rows);
  return {
    id: `F-${hash53(`${JSON.stringify(scope)} ${fault.pattern} ${since}`)
      .toString(36)
      .padStart(11, '0')}`,
    scope,
    pattern: fault.pattern,
    since,
    until: fault.over ? end : null,
    detectedAt: frame.time[fault.detected]!,
    ...countsOf(scene, rows, since, end, usual),
    logEvidence: fault.logEvidence,
    logOdds: fault.logEvidence + fault.logPrior,
    excess: fault.excess,
    reasons: reasonsOf(scene, work),
    likelihoods: likelihoods(seen),
    features: faultFeatures(scene, seen, usual),
    loss: loss(work),
    series: seriesOf(scene, rows, usual),
    days: isAtOneTerminal(fault) && !fault.over ? daysOf(scene, fault, usual) : [],
  };
}

/** What the rows show from `since` to `end`, ms since 1970. */
function countsOf(
  { frame, observed, face }: Scene,
  rows: Int32Array,
  since: number,
  end: number,
  usual: UsualRates,
): Pick<FleetFinding, 'attempts' | 'failures' | 'expectedFailures' | 'terminals'> {
  const { codes, count, value } = frame.text.terminal_id;
  const seen = new Uint8Array(count);
  let attempts = 0;
  let failures = 0;
  let expectedFailures = 0;
  for (const row of rows) {
    const time = frame.time[row]!;
    if (time < since || time > end) continue;
    attempts++;
    if (observed[row]! >= 0) failures++;
    expectedFailures += usual[face[row]!]!;
    seen[codes[row]!] = 1;
  }
  const terminals = new Set<string>();
  for (let code = 0; code < count; code++) if (seen[code] === 1) terminals.add(value(code));
  return { attempts, failures, expectedFailures, terminals };
}

/** So many attempts are enough to see what a fault is like. */
const ENOUGH_ROWS = 20_000;

/** A wide fault as a sample of its terminals shows it. */
function atSomeTerminals({ frame }: Scene, fault: Fault): Fault {
  const sample = sampleOf(fault.rows.length, ENOUGH_ROWS);
  if (sample === EVERYWHERE) return fault;
  const terminal = frame.text.terminal_id.codes;
  const isSeen = (row: number): boolean => isInSample(terminal[row]!, sample);
  return { ...fault, rows: fault.rows.filter(isSeen), struck: fault.struck.filter(isSeen) };
}

/** What is in both lists, which ascend. */
function inBoth(a: Int32Array, b: Int32Array): number[] {
  let at = 0;
  return Array.from(a).filter((row) => {
    while (at < b.length && b[at]! < row) at++;
    return b[at] === row;
  });
}

function reasonsOf({ observed, classes }: Scene, failures: readonly number[]): FleetFinding['reasons'] {
  const counts = new Map<Reason, number>();
  for (const row of failures) {
    const told = classes[observed[row]!];
    if (!told?.reported) continue;
    const weights = told.likelihood;
    const best = weights.reduce((top, weight, i) => (weight > weights[top]! ? i : top), 0);
    const reason = reasonOf(INNER_REASONS[best]!);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

const FACES = INTERFACES.length;

/** All terminals by name. */
function terminalRows({ frame, observed, face, attributes }: Scene, usual: UsualRates): FleetReading['terminals'] {
  const terminal = frame.text.terminal_id;
  const attempts = new Int32Array(terminal.count * FACES);
  const failures = new Int32Array(attempts.length);
  const lastRow = new Int32Array(terminal.count);
  for (let row = 0; row < frame.length; row++) {
    const slot = terminal.codes[row]! * FACES + face[row]!;
    attempts[slot]!++;
    if (observed[row]! >= 0) failures[slot]!++;
    lastRow[terminal.codes[row]!] = row;
  }
  const { values } = frame.sites;
  const rows = Array.from(lastRow, (row, code) => {
    const by = INTERFACES.flatMap((name, f) => {
      const slot = code * FACES + f;
      const n = attempts[slot]!;
      return n === 0 ? [] : [{ interface: name, attempts: n, failures: failures[slot]!, expected: n * usual[f]! }];
    });
    const sum = (key: 'attempts' | 'failures' | 'expected') => by.reduce((total, item) => total + item[key], 0);
    const home = attributes.home[row]!;
    return {
      terminal_id: terminal.value(code),
      store_id: values.store_id[attributes.of.store_id[home]!] ?? null,
      model: values.model[attributes.of.model[home]!] ?? null,
      attempts: sum('attempts'),
      failures: sum('failures'),
      expected: sum('expected'),
      by_interface: by.map(({ expected: _, ...counts }) => counts),
    };
  });
  return rows.sort((a, b) => (a.terminal_id < b.terminal_id ? -1 : 1));
}
