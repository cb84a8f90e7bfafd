import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERN_IDS, PATTERNS } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import type { Baseline, Ratios } from './baseline.ts';
import { patternRatios, patternShares } from './baseline.ts';
import type { Blame } from './blame.ts';
import { itsWork } from './blame.ts';
import { inBlocks } from './blocks.ts';
import { boundsOfGroup, rowsWithin, rowTest } from './bounds.ts';
import type { Episode } from './episode.ts';
import { likeliestEpisode } from './episode.ts';
import { firstCrossing, logEvidence, strikeFactor } from './evidence.ts';
import { EvidentTerminals } from './evident-terminals.ts';
import type { FaultFit } from './fault-fit.ts';
import { fitFault } from './fault-fit.ts';
import type { Group, Groups } from './groups.ts';
import { CARD_FAILURES } from './groups.ts';
import type { Habits } from './habits.ts';
import { Heap } from './heap.ts';
import { evidenceInCommon } from './in-common.ts';
import { logPriors } from './priors.ts';
import { refine } from './refine.ts';
import { CONTEXTS } from './sales.ts';
import { isInSample, partOf } from './sample.ts';
import type { Fault, Scene } from './scene.ts';
import { isLargeFleet } from './scene.ts';
import { Screening } from './screening.ts';
import { strayBlame } from './strays.ts';
import type { Exposed, Room, RowTrials } from './trials.ts';
import { makeRoom, trialsOf, without } from './trials.ts';

const FACES = INTERFACES.length;
/** How much worse than the baseline a sound issuer, version or region may be: clean fleets differ within. Of units see Habits. */
export const SLACK = 1.3;
/** The same of units, beyond their habits: some days are worse than others. */
const SLACK_OF_UNITS = 1.06;
/** At most so many faults are looked for: more in a large fleet. */
const MOST_FAULTS = 400;
const TERMINALS_A_FAULT = 20;
/** So many failures of a wide scope are first looked at in blocks. */
const MANY = 256;
/** Below so many failures that are more likely its own work, a card explains but is not accused. */
export const isReported = ({ kind, blame }: Fault): boolean =>
  kind !== 'card' || itsWork(blame).length >= CARD_FAILURES;
const ALL_PATTERNS: readonly Pattern[] = PATTERN_IDS.map((id) => PATTERNS[id]);
const SHARES = patternShares(ALL_PATTERNS);
const sharesOf = (pattern: number): Float64Array => SHARES.subarray(pattern * FACES, (pattern + 1) * FACES);
/** Evidence that must remain when the worst sale, card or terminal is left out. */
const WITHOUT_WORST = Math.log(50);
const NOTHING_AGAINST = Math.log(0.8);
/** A fault is convicted at most so often, and not for less than so many failures. */
const MOST_CONVICTIONS = 3;
const FEWEST_FAILURES = 2;

/** All patterns together are at most so much better evidence than the best of them. */
const ALL_ALIKE = Math.log(PATTERN_IDS.length);

/** `heard` counts the convictions before its evidence was last weighed; -1 where `log` is but a bound of it. */
type Suspicion = {
  readonly group: Group;
  readonly pattern: number;
  readonly logPrior: number;
  log: number;
  heard: number;
  convicted: number;
  /** Weighed while it lay in the heap, so that its place there is no longer right. */
  moved: boolean;
  /** The last known evidence of all patterns against its group, weighted by their priors; natural logarithm. */
  total: number;
};

/**
 * How strong the evidence would be if all terminals of the scope were looked at, and not only a sample: so that a part of a scope
 * of which more was looked at does not come before the whole.
 */
const strengthOf = ({ group, log, logPrior }: Suspicion): number =>
  Math.max(log, log / partOf(group.sample)) + logPrior;

/**
 * Hears the suspicions against one baseline. What a convicted fault explains is then expected, so that the others are judged by
 * what it leaves.
 */
export class Court {
  readonly ownShare: Float32Array<ArrayBuffer>;
  /** P(record | faults found so far) / P(record | baseline), a row. */
  readonly explained: Float64Array;
  readonly #scene: Scene;
  readonly #baseline: Baseline;
  readonly #ratios: { readonly units: Ratios; readonly others: Ratios };
  readonly #habits: Habits;
  readonly #fdr: number;
  readonly #most: number;
  /** The conviction that last explained something of a row, counting from 1. */
  readonly #touched: Int32Array;
  #convictions = 0;
  #room = makeRoom(256);
  readonly #ofGroup = new Map<Group, Suspicion[]>();
  /** The most evidence that there is against each terminal alone. */
  readonly #ofTerminal: Float64Array;

  /** @param differences what lasting differences explain of each row beforehand */
  constructor(scene: Scene, baseline: Baseline, fdr: number, differences: Float64Array<ArrayBuffer>, habits: Habits) {
    const { frame } = scene;
    this.#scene = scene;
    this.#baseline = baseline;
    const ratios = (slack: number) => patternRatios(scene.classes, baseline, ALL_PATTERNS, slack);
    this.#ratios = { units: ratios(SLACK_OF_UNITS), others: ratios(SLACK) };
    this.#habits = habits;
    this.#fdr = fdr;
    this.#most = Math.max(MOST_FAULTS, frame.text.terminal_id.count / TERMINALS_A_FAULT);
    this.ownShare = new Float32Array(frame.length).fill(1);
    this.explained = differences;
    this.#touched = new Int32Array(frame.length);
    this.#ofTerminal = new Float64Array(frame.text.terminal_id.count);
  }

  hear(groups: Groups): readonly Fault[] {
    const suspicions = this.#suspicions(groups);
    const faults: Fault[] = [];
    const undecided = new Heap<Suspicion>(({ total }) => total);
    let reported = 0;
    while (faults.length < this.#most) {
      const needed = -Math.log(this.#fdr * (reported + 1));
      // The more are found, the less is needed.
      const again = undecided.pop();
      if (again) (again.total >= needed ? suspicions : undecided).push(again);
      const best = this.#best(suspicions);
      if (!best || strengthOf(best) < needed - ALL_ALIKE) break;
      const gain = this.#gainOfOthers(best);
      best.total = best.log + best.logPrior + gain;
      if (best.total < needed) {
        undecided.push(best);
        continue;
      }
      if (!this.#stands(best)) continue;
      const fault = this.#convict(best, gain, needed);
      // What is left of a conviction is no second one: it joins the first, and three times is enough.
      best.convicted++;
      if (fault.excess < FEWEST_FAILURES) continue;
      if (best.convicted < MOST_CONVICTIONS) suspicions.push(best);
      faults.push(fault);
      if (isReported(fault)) reported++;
    }
    return faults;
  }

  /**
   * By how much all patterns together are better evidence against a group than this one alone, as a logarithm: where records do
   * not tell reasons, what fails looks like any of them, and the mean of e-values weighted by their priors is an e-value as well.
   */
  #gainOfOthers(best: Suspicion): number {
    const own = best.log + best.logPrior;
    let sum = 0;
    for (const other of this.#ofGroup.get(best.group)!) {
      if (other === best || other.log + other.logPrior < own - ALL_ALIKE) continue;
      if (other.heard < 0 || this.#hasChanged(other)) {
        this.#weigh(other);
        other.moved = true;
      }
      sum += Math.exp(Math.min(0, other.log + other.logPrior - own));
    }
    return Math.log1p(sum);
  }

  /** Every group and pattern whose failures could suffice at all. */
  #suspicions({ groups, countOf }: Groups): Heap<Suspicion> {
    const { classes, frame } = this.#scene;
    const faceOfClass = classes.map((one) => INTERFACES.indexOf(one.interface));
    const screenings = {
      units: new Screening(this.#ratios.units, SHARES, faceOfClass),
      others: new Screening(this.#ratios.others, SHARES, faceOfClass),
    };
    const enough = -Math.log(this.#fdr * this.#most);
    const priors = logPriors();
    const suspicions = new Heap<Suspicion>(strengthOf);
    let evident: EvidentTerminals | null = null;
    for (const group of groups) {
      if (group.kind !== 'terminal' && isLargeFleet(this.#scene)) {
        evident ??= new EvidentTerminals(this.#scene, this.#ofTerminal);
      }
      const cells = group.failed.map(this.#cellOf(group));
      if (isWide(group)) evident?.leaveOut(group, cells);
      const screening = this.#habits.of(group) ? screenings.units : screenings.others;
      const blocks = evident && isWide(group) && cells.length >= MANY ? inBlocks(group, cells) : null;
      for (let pattern = 0; pattern < PATTERN_IDS.length; pattern++) {
        const logPrior = priors[pattern]!.get(group.kind)! - Math.log(countOf.get(group.kind)!);
        if (logPrior === Number.NEGATIVE_INFINITY) continue;
        const bound = blocks
          ? screening.boundOfBlocks(blocks, pattern)
          : screening.bound(group, cells, pattern, enough - logPrior);
        if (bound < enough - logPrior) continue;
        const suspicion: Suspicion = {
          group,
          pattern,
          logPrior,
          log: bound,
          heard: -1,
          convicted: 0,
          moved: false,
          total: 0,
        };
        if (group.kind === 'terminal') {
          this.#weigh(suspicion);
          const terminal = frame.text.terminal_id.codes[group.failed[0]!]!;
          this.#ofTerminal[terminal] = Math.max(this.#ofTerminal[terminal]!, suspicion.log);
        }
        suspicions.push(suspicion);
        const others = this.#ofGroup.get(group);
        if (others) others.push(suspicion);
        else this.#ofGroup.set(group, [suspicion]);
      }
    }
    return suspicions;
  }

  /** The suspicion with the most evidence now. What was found since can only have weakened the others. */
  #best(suspicions: Heap<Suspicion>): Suspicion | null {
    for (let best = suspicions.pop(); best; best = suspicions.pop()) {
      if (best.heard >= 0 && !best.moved && !this.#hasChanged(best)) return best;
      if (!best.moved || this.#hasChanged(best)) this.#weigh(best);
      best.moved = false;
      suspicions.push(best);
    }
    return null;
  }

  #hasChanged({ group, heard }: Suspicion): boolean {
    for (const row of group.failed) if (this.#touched[row]! > heard) return true;
    return false;
  }

  #weigh(suspicion: Suspicion): void {
    suspicion.log = this.#logEvidence(suspicion.group, suspicion.group, suspicion.pattern);
    suspicion.heard = this.#convictions;
  }

  /**
   * No part is convicted on one card, no card on one sale, and nothing wider than a terminal on one terminal, nor on
   * several that each have a fault of their own: with the worst one left out there must still be evidence.
   */
  #stands(suspicion: Suspicion): boolean {
    const { group, pattern, log } = suspicion;
    const { sales, frame, places } = this.#scene;
    const trials = this.#trials(group, group, pattern);
    const stands = (unitOf: (row: number) => number, rowsOf: (unit: number) => Int32Array, enough = WITHOUT_WORST) =>
      this.#standsWithout(suspicion, trials, unitOf, rowsOf, enough);
    const none = new Int32Array(0);
    if (
      !stands(
        (row) => sales.saleOf[row]!,
        () => none,
      )
    )
      return false;
    if (group.kind === 'card') return true;
    if (!stands((row) => sales.card[row]!, places.ofCard)) return false;
    if (!group.severalTerminals) return true;
    const terminalOf = (row: number): number => frame.text.terminal_id.codes[row]!;
    // A habit shows wherever the operator works; at the other terminals there may be little of it, but nothing against it.
    if (group.kind === 'operator') return stands(terminalOf, places.ofTerminal, NOTHING_AGAINST);
    if (!stands(terminalOf, places.ofTerminal)) return false;
    const episode = likeliestEpisode(trials);
    const bounds = boundsOfGroup(this.#scene, group);
    const common = evidenceInCommon(this.#scene, bounds, group.sample, trials, episode, this.#ofTerminal, log);
    return common >= WITHOUT_WORST;
  }

  /** @param rowsOf all rows of a unit that went well or not, ascending */
  #standsWithout(
    { group, pattern }: Suspicion,
    { failures, rows, hit, ratio }: RowTrials,
    unitOf: (row: number) => number,
    rowsOf: (unit: number) => Int32Array,
    enough: number,
  ): boolean {
    const { observed, face, frame } = this.#scene;
    const weight = new Map<number, number>();
    for (let i = 0; i < failures; i++) {
      const of = unitOf(rows[i]!);
      if (of < 0 || ratio[i]! <= 1) continue;
      weight.set(of, (weight.get(of) ?? 0) + Math.log(strikeFactor(0.3, hit[i]!, ratio[i]!)));
    }
    let worst = -1;
    for (const [of, sum] of weight) if (worst < 0 || sum > weight.get(worst)!) worst = of;
    if (worst < 0) return true;
    const within = rowTest(this.#scene, boundsOfGroup(this.#scene, group), false);
    const terminal = frame.text.terminal_id.codes;
    const inGroup = (row: number) => within(row) && isInSample(terminal[row]!, group.sample);
    const dropped = new Set(rowsOf(worst).filter(inGroup));
    for (const row of group.failed) if (unitOf(row) === worst) dropped.add(row);
    const rest = without(group, Int32Array.from(dropped).sort(), observed, face);
    return this.#logEvidence(group, rest, pattern) >= enough;
  }

  #convict({ group, pattern, logPrior, log }: Suspicion, gain: number, needed: number): Fault {
    const { face } = this.#scene;
    const trials = this.#trials(group, group, pattern);
    const episode = likeliestEpisode(trials);
    const crossed = firstCrossing(trials, needed - gain - logPrior);
    const bounds = boundsOfGroup(this.#scene, group);
    const rows = rowsWithin(this.#scene, bounds);
    const shares = sharesOf(pattern);
    const isHit = (row: number): boolean => shares[face[row]!]! > 0;
    const struck = during(rows.filter(isHit), trials.rows, episode);
    const detected = trials.rows[crossed < 0 ? trials.failures - 1 : crossed]!;
    const context = this.#contextOf(group);
    const fitTo = (struck: Int32Array) =>
      fitFault(this.#scene, this.#baseline, ALL_PATTERNS[pattern]!, struck, context, this.explained);
    const fit = fitTo(struck);
    this.#convictions++;
    const whole: Fault = {
      kind: group.kind,
      pattern: PATTERN_IDS[pattern]!,
      rows,
      bounds,
      struck,
      first: struck[0]!,
      last: struck.at(-1)!,
      over: episode.last >= 0,
      rate: fit.rate,
      blame: fit.blame,
      detected,
      excess: sumOf(fit.blame.share),
      logEvidence: log,
      logPrior: logPrior + gain,
    };
    const before = { explained: valuesAt(this.explained, fit.blame), ownShare: valuesAt(this.ownShare, fit.blame) };
    this.#expect(fit.blame);
    const narrow = isWide(group)
      ? refine(this.#scene, { ...this, faults: [], baseline: this.#baseline }, whole)
      : whole;
    if (narrow === whole) {
      if (isWide(group) || group.kind === 'operator') this.#expectStrays(whole, fit);
      return whole;
    }
    // What lies outside of its true scope is not its work, but perhaps another's.
    fit.blame.rows.forEach((row, i) => {
      this.explained[row] = before.explained[i]!;
      this.ownShare[row] = before.ownShare[i]!;
    });
    const refit = fitTo(narrow.struck);
    this.#expect(refit.blame);
    this.#expectStrays(narrow, refit);
    return {
      ...narrow,
      first: narrow.struck[0]!,
      last: narrow.struck[narrow.struck.length - 1]!,
      rate: refit.rate,
      blame: refit.blame,
      excess: sumOf(refit.blame.share),
    };
  }

  /** What a fault did to attempts that do not say whether they lie in its scope is expected as well. */
  #expectStrays({ bounds, first, last, over }: Fault, fit: FaultFit): void {
    const span = { first, last: over ? last : this.#scene.frame.length - 1 };
    this.#expect(strayBlame(this.#scene, this.#baseline, bounds, span, fit, this.explained));
  }

  /** What a fault did is expected from now on. */
  #expect({ rows, factor, share }: Blame): void {
    rows.forEach((row, i) => {
      this.explained[row]! *= factor[i]!;
      this.ownShare[row]! *= 1 - share[i]!;
      this.#touched[row] = this.#convictions;
    });
  }

  /** A card is judged by all that it did: its own second and third try are no repeat but the matter itself. */
  #contextOf({ kind }: Group): (row: number) => number {
    const { context } = this.#scene.sales;
    return kind === 'card' ? () => 0 : (row) => context[row]!;
  }

  /** `observed * contexts + context` of a row, as the group's context has it. */
  #cellOf({ kind }: Group): (row: number) => number {
    const { cell } = this.#scene;
    return kind === 'card' ? (row) => cell[row]! - (cell[row]! % CONTEXTS.length) : (row) => cell[row]!;
  }

  /** The evidence, weighed in the court's one room. */
  #logEvidence(group: Group, part: Exposed, pattern: number): number {
    if (this.#room.rows.length < part.failed.length) this.#room = makeRoom(2 * part.failed.length);
    return logEvidence(this.#trials(group, part, pattern, this.#room));
  }

  /** Attempts of a group that the pattern can hit, seen against the baseline and the faults found so far. */
  #trials(group: Group, part: Exposed, pattern: number, room?: Room): RowTrials {
    const habits = this.#habits.of(group);
    const { table, patterns } = habits ? this.#ratios.units : this.#ratios.others;
    const { explained } = this;
    const cellOf = this.#cellOf(group);
    const plain = (row: number): number => table[cellOf(row) * patterns + pattern]! / explained[row]!;
    let at = 0;
    /** Rows come in order. */
    const habitOf = (row: number): number => {
      while (group.failed[at] !== row) at++;
      return habits![at]!;
    };
    // How hard another fault struck here is known only roughly.
    const rough = (row: number): number => (this.#touched[row]! > 0 ? SLACK : 1);
    const ratioOf = habits ? (row: number): number => plain(row) / (habitOf(row) * rough(row)) : plain;
    return trialsOf(part, this.#scene.face, sharesOf(pattern), ratioOf, room);
  }
}

const sumOf = (shares: Float64Array): number => shares.reduce((sum, share) => sum + share, 0);

const valuesAt = (values: Float32Array | Float64Array, { rows }: Blame): Float64Array =>
  Float64Array.from(rows, (row) => values[row]!);

const isWide = ({ kind, severalTerminals }: Group): boolean =>
  severalTerminals && kind !== 'operator' && kind !== 'card';

/** Of ascending rows those from the first failure of an episode to its last. */
function during(rows: Int32Array, failures: Int32Array, { first, last }: Episode): Int32Array {
  const from = first < 0 ? 0 : rows.indexOf(failures[first]!);
  const to = last < 0 ? rows.length : rows.indexOf(failures[last]!) + 1;
  return rows.slice(from, to);
}
