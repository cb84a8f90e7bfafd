import type { FeatureValues, PatternId } from '@duka/knowledge/signatures';
import type { FindingSeries, Interface, Reason, Scope, TerminalRow } from '@duka/model';
import { INTERFACES, REASONS } from '@duka/model';
import { UNKNOWN } from './attempt-store.ts';
import { fillAttributes } from './attributes.ts';
import { badCards } from './bad-cards.ts';
import { isReported } from './court.ts';
import { faultFeatures } from './features.ts';
import type { Frame } from './frame.ts';
import { hash53 } from './hash.ts';
import type { CauseLikelihoods } from './likelihood.ts';
import { causeLikelihoods } from './likelihood.ts';
import type { Loss } from './loss.ts';
import { lossCounter } from './loss.ts';
import { joinPieces } from './merge.ts';
import { observe } from './observation.ts';
import { refine } from './refine.ts';
import { joinSales } from './sales.ts';
import type { Fault, Scene } from './scene.ts';
import { rowsInScope, scopeOf } from './scope.ts';
import type { Searched } from './search.ts';
import { searchFaults } from './search.ts';

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
  readonly excess: number;
  /** Reasons that the failures gave, commonest first. */
  readonly reasons: readonly { readonly reason: Reason; readonly count: number }[];
  readonly likelihoods: CauseLikelihoods;
  readonly features: FeatureValues;
  readonly loss: Loss;
  readonly series: Omit<FindingSeries, 'finding'>;
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
  const narrow = (fault: Fault) => refine(scene, fault);
  const faults = joinPieces(scene, searched.faults.filter(isReported).map(narrow)).map(narrow);
  const likelihoods = causeLikelihoods(scene, searched);
  const loss = lossCounter(scene);
  return {
    findings: faults.map((fault) => describe(scene, fault, usual, likelihoods, loss)),
    terminals: terminalRows(scene, usual),
    badCards: badCards(scene, searched),
  };
}

function setScene(frame: Frame): Scene {
  const observations = observe(frame);
  const attributes = fillAttributes(frame);
  const kinds = Uint8Array.from(observations.classOf, (index) => (index < 0 ? 0 : observations.classes[index]!.kind));
  return { frame, observations, attributes, sales: joinSales(frame, attributes.store_id, kinds) };
}

/** The ordinary share of failures on each interface, with the found faults taken out. */
function usualRates({ frame, observations }: Scene, { ownShare }: Searched): ReadonlyMap<number, number> {
  const attempts = new Float64Array(frame.text.interface.values.length);
  const failures = new Float64Array(attempts.length);
  for (let row = 0; row < frame.length; row++) {
    const face = frame.text.interface.codes[row]!;
    const failed = observations.classOf[row]! >= 0;
    attempts[face]! += failed ? ownShare[row]! : 1;
    if (failed) failures[face]! += ownShare[row]!;
  }
  return new Map(Array.from(attempts, (n, face) => [face, n > 0 ? failures[face]! / n : 0]));
}

function describe(
  scene: Scene,
  fault: Fault,
  usual: ReadonlyMap<number, number>,
  likelihoods: (fault: Fault) => CauseLikelihoods,
  loss: (fault: Fault) => Loss,
): FleetFinding {
  const { frame, observations } = scene;
  const scope = scopeOf(scene, fault);
  const inScope = rowsInScope(scene, scope);
  const since = frame.time[fault.first]!;
  const end = frame.time[fault.over ? fault.last : frame.length - 1]!;
  const rows: number[] = [];
  for (let row = 0; row < frame.length; row++) if (inScope(row)) rows.push(row);
  const during = rows.filter((row) => frame.time[row]! >= since && frame.time[row]! <= end);
  const failures = during.filter((row) => observations.classOf[row]! >= 0);
  const { terminal_id: terminal, interface: face } = frame.text;
  return {
    id: `F-${hash53(`${JSON.stringify(scope)} ${fault.pattern} ${since}`)
      .toString(36)
      .padStart(11, '0')}`,
    scope,
    pattern: fault.pattern,
    since,
    until: fault.over ? end : null,
    detectedAt: frame.time[fault.detected]!,
    attempts: during.length,
    failures: failures.length,
    expectedFailures: during.reduce((sum, row) => sum + usual.get(face.codes[row]!)!, 0),
    logEvidence: fault.logEvidence,
    excess: fault.excess,
    reasons: reasonsOf(scene, fault),
    likelihoods: likelihoods(fault),
    features: faultFeatures(scene, fault, usual),
    loss: loss(fault),
    series: seriesOf(scene, rows, usual),
    terminals: new Set(during.map((row) => terminal.values[terminal.codes[row]!]!)),
  };
}

function reasonsOf({ observations }: Scene, fault: Fault): FleetFinding['reasons'] {
  const counts = new Map<Reason, number>();
  for (const [row, { share }] of fault.blame) {
    if (share < 0.5) continue;
    const observed = observations.classes[observations.classOf[row]!];
    if (!observed?.reported) continue;
    const weights = observed.likelihood;
    const best = weights.reduce((top, weight, i) => (weight > weights[top]! ? i : top), 0);
    const reason = REASONS[best]!;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

const BUCKETS = 48;
const HOUR = 3_600_000;
const WIDTHS = [1, 2, 3, 6, 12, 24, 48, 24 * 7, 24 * 14, 24 * 28].map((hours) => hours * HOUR);

/** Failures over the whole time of the log, in at most about 48 buckets of a round width. */
function seriesOf({ frame, observations }: Scene, rows: readonly number[], usual: ReadonlyMap<number, number>) {
  const from = frame.time[0]!;
  const span = frame.time[frame.length - 1]! - from;
  const width = WIDTHS.find((candidate) => span / candidate <= BUCKETS) ?? WIDTHS.at(-1)!;
  const start = Math.floor(from / width) * width;
  const buckets = Array.from({ length: Math.floor((from + span - start) / width) + 1 }, () => ({
    attempts: 0,
    failures: 0,
    expected: 0,
  }));
  for (const row of rows) {
    const bucket = buckets[Math.floor((frame.time[row]! - start) / width)]!;
    bucket.attempts++;
    bucket.expected += usual.get(frame.text.interface.codes[row]!)!;
    if (observations.classOf[row]! >= 0) bucket.failures++;
  }
  return { start, width, buckets };
}

function terminalRows({ frame, observations, attributes }: Scene, usual: ReadonlyMap<number, number>) {
  const { terminal_id: terminal, interface: face, store_id: store, model } = frame.text;
  const faces = face.values.length;
  const attempts = new Int32Array(terminal.values.length * faces);
  const failures = new Int32Array(attempts.length);
  const lastRow = new Int32Array(terminal.values.length).fill(UNKNOWN);
  for (let row = 0; row < frame.length; row++) {
    const slot = terminal.codes[row]! * faces + face.codes[row]!;
    attempts[slot]!++;
    if (observations.classOf[row]! >= 0) failures[slot]!++;
    lastRow[terminal.codes[row]!] = row;
  }
  return terminal.values.flatMap((terminal_id, code) => {
    const row = lastRow[code]!;
    if (row === UNKNOWN) return [];
    const by = INTERFACES.flatMap((name: Interface) => {
      const index = face.values.indexOf(name);
      const slot = code * faces + index;
      return index < 0 || attempts[slot] === 0
        ? []
        : [
            {
              interface: name,
              attempts: attempts[slot]!,
              failures: failures[slot]!,
              expected: attempts[slot]! * usual.get(index)!,
            },
          ];
    });
    const sum = (key: 'attempts' | 'failures' | 'expected') => by.reduce((total, item) => total + item[key], 0);
    return [
      {
        terminal_id,
        store_id: store.values[attributes.store_id[row]!] ?? null,
        model: model.values[attributes.model[row]!] ?? null,
        attempts: sum('attempts'),
        failures: sum('failures'),
        expected: sum('expected'),
        by_interface: by.map(({ interface: name, attempts: n, failures: m }) => ({
          interface: name,
          attempts: n,
          failures: m,
        })),
      },
    ];
  });
}
