import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERN_IDS, PATTERNS } from '@duka/knowledge/signatures';
import type { Interface } from '@duka/model';
import { INTERFACES } from '@duka/model';
import type { Baseline, Ratios } from './baseline.ts';
import { patternRatios, patternShares } from './baseline.ts';
import { boundsOfGroup } from './bounds.ts';
import type { Trials } from './evidence.ts';
import { evidenceBound, firstCrossing, likeliestEpisode, logEvidence, STRIKE_RATES, strikeFactor } from './evidence.ts';
import { fitFault } from './fault-fit.ts';
import type { Group, Groups } from './groups.ts';
import { logPriors } from './priors.ts';
import type { Fault, Scene } from './scene.ts';

/** How much worse than the baseline a sound terminal, operator or issuer may be: clean fleets differ within. */
export const SLACK = 1.3;
const MOST_FAULTS = 400;
/** A card is a finding of its own only from this excess on; below it, it explains but accuses nobody. */
const CARD_EXCESS = 8;
export const isReported = (fault: Fault): boolean => fault.kind !== 'card' || fault.excess >= CARD_EXCESS;
const ALL_PATTERNS: readonly Pattern[] = PATTERN_IDS.map((id) => PATTERNS[id]);
const SHARES = patternShares(ALL_PATTERNS);
/** Evidence that must remain when the worst sale, card or terminal is left out. */
const WITHOUT_WORST = Math.log(50);
const NOTHING_AGAINST = Math.log(0.8);
/** A fault is convicted at most so often, and not for less than so many failures. */
const MOST_CONVICTIONS = 3;
const FEWEST_FAILURES = 2;

type Suspicion = { group: Group; pattern: number; logPrior: number; log: number; heard: number; convicted: number };

/**
 * Hears the suspicions against one baseline. What a convicted fault explains is then expected, so that the others are judged by
 * what it leaves.
 */
export class Court {
  readonly ownShare: Float32Array<ArrayBuffer>;
  readonly #scene: Scene;
  readonly #baseline: Baseline;
  readonly #ratios: Ratios;
  readonly #fdr: number;
  /** P(record | faults found so far) / P(record | baseline), a row. */
  readonly explained: Float64Array;
  readonly #face: Int8Array;
  readonly #hit: Float32Array;
  readonly #ratio: Float32Array;
  readonly #index: Int32Array;

  constructor(scene: Scene, baseline: Baseline, fdr: number) {
    const { frame } = scene;
    this.#scene = scene;
    this.#baseline = baseline;
    this.#ratios = patternRatios(scene.observations, baseline, ALL_PATTERNS, SLACK);
    this.#fdr = fdr;
    this.ownShare = new Float32Array(frame.length).fill(1);
    this.explained = new Float64Array(frame.length).fill(1);
    const order = frame.text.interface.values.map((name) => INTERFACES.indexOf(name as Interface));
    this.#face = Int8Array.from(frame.text.interface.codes, (code) => order[code]!);
    this.#hit = new Float32Array(frame.length);
    this.#ratio = new Float32Array(frame.length);
    this.#index = new Int32Array(frame.length);
  }

  hear(groups: Groups): readonly Fault[] {
    const suspicions = this.#suspicions(groups);
    const faults: Fault[] = [];
    const discarded = new Set<Suspicion>();
    while (faults.length < MOST_FAULTS) {
      const needed = -Math.log(this.#fdr * (faults.filter(isReported).length + 1));
      const best = this.#best(suspicions, discarded, faults.length);
      if (!best || best.log + best.logPrior < needed) break;
      if (!this.#standsWithoutWorst(best)) {
        discarded.add(best);
        continue;
      }
      const fault = this.#convict(best, needed);
      // What is left of a conviction is no second one: it joins the first, and three times is enough.
      best.convicted++;
      if (best.convicted >= MOST_CONVICTIONS || fault.excess < FEWEST_FAILURES) discarded.add(best);
      if (fault.excess >= FEWEST_FAILURES) faults.push(fault);
    }
    return faults;
  }

  /** Every group and pattern whose failures could suffice at all. */
  #suspicions({ groups, countOf }: Groups): Suspicion[] {
    const enough = -Math.log(this.#fdr * MOST_FAULTS);
    const priors = logPriors();
    const suspicions: Suspicion[] = [];
    for (const group of groups) {
      for (let pattern = 0; pattern < PATTERN_IDS.length; pattern++) {
        const logPrior = priors[pattern]!.get(group.kind)! - Math.log(countOf.get(group.kind)!);
        if (logPrior === Number.NEGATIVE_INFINITY) continue;
        if (this.#mostPossible(group, pattern, enough - logPrior) < enough - logPrior) continue;
        const log = logEvidence(this.#trials(group, pattern));
        if (log + logPrior >= enough) suspicions.push({ group, pattern, logPrior, log, heard: 0, convicted: 0 });
      }
    }
    return suspicions;
  }

  /** About the most evidence that the group can give, from its failures and the number of successes between them. */
  #mostPossible(group: Group, pattern: number, worthIt: number): number {
    const trials = this.#trials(group, pattern, group.failed);
    const withoutSuccesses = failuresAlone(trials);
    if (withoutSuccesses < worthIt) return withoutSuccesses;
    const shares = SHARES.subarray(pattern * INTERFACES.length, (pattern + 1) * INTERFACES.length);
    const clean = STRIKE_RATES.map((q) => shares.map((share) => Math.log(1 - q * share)));
    // The successes between the failures that this pattern can hit.
    const between = new Float64Array(trials.length * STRIKE_RATES.length);
    let trial = 0;
    for (let failure = 0; failure < group.failed.length && trial < trials.length; failure++) {
      for (let face = 0; face < INTERFACES.length; face++) {
        const count = group.exposure[failure * INTERFACES.length + face]!;
        if (count === 0 || shares[face] === 0) continue;
        for (let k = 0; k < clean.length; k++) between[trial * clean.length + k]! += count * clean[k]![face]!;
      }
      if (this.#index[trial] === group.failed[failure]) trial++;
    }
    return evidenceBound(trials, between);
  }

  /** The suspicion with the most evidence now. What was found since can only have weakened the others. */
  #best(suspicions: Suspicion[], discarded: ReadonlySet<Suspicion>, now: number): Suspicion | null {
    for (;;) {
      let best: Suspicion | null = null;
      for (const suspicion of suspicions) {
        if (discarded.has(suspicion)) continue;
        if (!best || suspicion.log + suspicion.logPrior > best.log + best.logPrior) best = suspicion;
      }
      if (!best || best.heard === now) return best;
      best.log = logEvidence(this.#trials(best.group, best.pattern));
      best.heard = now;
    }
  }

  /**
   * No part is convicted on one card, no card on one sale, and nothing wider than a terminal on one terminal: with the
   * worst one left out there must still be evidence.
   */
  #standsWithoutWorst({ group, pattern }: Suspicion): boolean {
    const { sales, frame } = this.#scene;
    if (!this.#standsWithout(group, pattern, sales.saleOf)) return false;
    if (group.kind === 'card') return true;
    if (!this.#standsWithout(group, pattern, sales.card)) return false;
    if (group.kind === 'terminal') return true;
    const terminal = frame.text.terminal_id.codes;
    if (group.rows.every((row) => terminal[row] === terminal[group.rows[0]!])) return true;
    // A habit shows wherever the operator works; at the other terminals there may be little of it, but nothing against it.
    const enough = group.kind === 'operator' ? NOTHING_AGAINST : WITHOUT_WORST;
    return this.#standsWithout(group, pattern, terminal, enough);
  }

  #standsWithout(group: Group, pattern: number, unit: Int32Array, enough = WITHOUT_WORST): boolean {
    const trials = this.#trials(group, pattern);
    const weight = new Map<number, number>();
    for (let i = 0; i < trials.length; i++) {
      const of = unit[this.#index[i]!]!;
      if (of < 0 || trials.ratio[i]! <= 1) continue;
      weight.set(of, (weight.get(of) ?? 0) + Math.log(strikeFactor(0.3, trials.hit[i]!, trials.ratio[i]!)));
    }
    let worst = -1;
    for (const [of, sum] of weight) if (worst < 0 || sum > weight.get(worst)!) worst = of;
    if (worst < 0) return true;
    const rows = group.rows.filter((row) => unit[row] !== worst);
    return logEvidence(this.#trials(group, pattern, rows)) >= enough;
  }

  #convict({ group, pattern, logPrior, log }: Suspicion, needed: number): Fault {
    const trials = this.#trials(group, pattern);
    const episode = likeliestEpisode(trials);
    const crossed = firstCrossing(trials, needed - logPrior);
    const struck = this.#index.slice(episode.first, episode.last + 1);
    const detected = this.#index[crossed < 0 ? trials.length - 1 : crossed]!;
    const context = this.#contextOf(group);
    const fit = fitFault(this.#scene, this.#baseline, ALL_PATTERNS[pattern]!, struck, context, this.explained);
    let excess = 0;
    for (const [row, { factor, share }] of fit.blame) {
      excess += share;
      this.explained[row]! *= factor;
      this.ownShare[row]! *= 1 - share;
    }
    return {
      kind: group.kind,
      pattern: PATTERN_IDS[pattern]!,
      rows: group.rows,
      bounds: boundsOfGroup(this.#scene, group),
      struck,
      first: struck[0]!,
      last: struck[struck.length - 1]!,
      over: episode.over,
      rate: fit.rate,
      blame: fit.blame,
      detected,
      excess,
      logEvidence: log,
      logPrior,
    };
  }

  /** A card is judged by all that it did: its own second and third try are no repeat but the matter itself. */
  #contextOf({ kind }: Group): (row: number) => number {
    const { context } = this.#scene.sales;
    return kind === 'card' ? () => 0 : (row) => context[row]!;
  }

  /** The group's attempts that the pattern can hit, seen against the baseline and the faults found so far. */
  #trials(group: Group, pattern: number, rows = group.rows): Trials {
    const { observations } = this.#scene;
    const context = this.#contextOf(group);
    let length = 0;
    for (const row of rows) {
      const hit = SHARES[pattern * INTERFACES.length + this.#face[row]!]!;
      if (hit === 0) continue;
      const observed = observations.classOf[row]!;
      this.#hit[length] = hit;
      this.#ratio[length] = observed < 0 ? 0 : this.#ratios(observed, context(row), pattern) / this.explained[row]!;
      this.#index[length] = row;
      length++;
    }
    return { length, hit: this.#hit, ratio: this.#ratio };
  }
}

/** More than any evidence: every failure struck, every success free. */
function failuresAlone({ length, hit, ratio }: Trials): number {
  const q = STRIKE_RATES[STRIKE_RATES.length - 1]!;
  let sum = 0;
  for (let i = 0; i < length; i++) if (ratio[i]! > 1) sum += Math.log(strikeFactor(q, hit[i]!, ratio[i]!));
  return sum;
}
