import { PATTERN_IDS, PATTERN_SCOPES, PATTERNS, SCOPE_KIND_IDS } from '@duka/knowledge/signatures';
import type { Pattern, PatternId, ScopeKind } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import type { Interface } from '@duka/model';
import type { Attributes } from './attributes.ts';
import { fitBaseline, patternRatios, patternShares } from './baseline.ts';
import type { Baseline, Ratios } from './baseline.ts';
import { firstCrossing, likeliestEpisode, logEvidence, STRIKE_RATES, strikeFactor } from './evidence.ts';
import type { Trials } from './evidence.ts';
import type { Frame } from './frame.ts';
import { fitFault } from './fault-fit.ts';
import type { Blame } from './fault-fit.ts';
import { boundsOfGroup } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import { findGroups } from './groups.ts';
import type { Group, Groups } from './groups.ts';
import type { Observations } from './observation.ts';
import type { Sales } from './sales.ts';

/** All that is known of the attempts before anybody is suspected. */
export type Scene = {
  readonly frame: Frame;
  readonly attributes: Attributes;
  readonly sales: Sales;
  readonly observations: Observations;
};

/** A fault that the search has found: where, in what pattern, from when to when, and how sure. Rows index the frame. */
export type Fault = {
  readonly kind: ScopeKind;
  readonly pattern: PatternId;
  /** All attempts of the scope, and of these the ones during the trouble that the pattern can hit. */
  readonly rows: Int32Array;
  /** The columns that bound it, each with the codes of its values. */
  readonly bounds: Bounds;
  readonly struck: Int32Array;
  /** First and last row of the trouble; `over` is false where it lasts. */
  readonly first: number;
  readonly last: number;
  readonly over: boolean;
  readonly rate: number;
  /** The failures that it may have caused, a row. */
  readonly blame: ReadonlyMap<number, Blame>;
  /** Row at which the evidence first sufficed. */
  readonly detected: number;
  /** How many failures the fault is thought to have caused. */
  readonly excess: number;
  /** Natural logarithms. */
  readonly logEvidence: number;
  readonly logPrior: number;
};

export type Searched = {
  readonly faults: readonly Fault[];
  readonly baseline: Baseline;
  /** Chance that a failed attempt was an ordinary failure, given the faults found. */
  readonly ownShare: Float32Array;
  /** P(record | faults found) / P(record | baseline), a row. */
  readonly explained: Float64Array;
};

/** How much worse than the baseline a sound terminal, operator or issuer may be: clean fleets differ within. */
export const SLACK = 1.3;
const MOST_FAULTS = 400;
/** A card is a finding of its own only from this excess on; below it, it explains but accuses nobody. */
export const CARD_EXCESS = 8;
export const isReported = (fault: Fault): boolean => fault.kind !== 'card' || fault.excess >= CARD_EXCESS;
const PASSES = 3;
const ALL_PATTERNS: readonly Pattern[] = PATTERN_IDS.map((id) => PATTERNS[id]);
const SHARES = patternShares(ALL_PATTERNS);
/** Evidence that must remain when the worst card, or the worst terminal, is left out. */
const WITHOUT_WORST = Math.log(50);
const NOTHING_AGAINST = Math.log(0.8);

/**
 * Finds faults one after the other, the best explained first: each finding's failures are then expected, and what is left is
 * searched again. Suspicions are weighed by how common they are; the k-th one is accepted where its weighted e-value
 * reaches k-fold the inverse of the rate (e-BH: Wang & Ramdas 2022, which holds under any dependence).
 * The baseline is then fitted anew without the found failures, and the search repeated until it is stable.
 */
export function searchFaults(scene: Scene, fdr: number): Searched {
  const { frame, observations, sales } = scene;
  const terminals = frame.text.terminal_id.values.length;
  const groups = findGroups(frame, scene.attributes, sales, observations.classOf);
  let ownShare = new Float32Array(frame.length).fill(1);
  let faults: readonly Fault[] = [];
  for (let pass = 1; ; pass++) {
    const baseline = fitBaseline(frame, observations, sales.context, ownShare, terminals);
    const ratios = patternRatios(observations, baseline, ALL_PATTERNS, SLACK);
    const court = new Court(scene, baseline, ratios, fdr);
    const found = court.hear(groups);
    const stable = sameFaults(faults, found);
    faults = found;
    ownShare = court.ownShare;
    if (stable || pass === PASSES) return { faults, baseline, ownShare, explained: court.explained };
  }
}

type Suspicion = { group: Group; pattern: number; logPrior: number; log: number; heard: number; convicted: number };

class Court {
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

  constructor(scene: Scene, baseline: Baseline, ratios: Ratios, fdr: number) {
    const { frame } = scene;
    this.#scene = scene;
    this.#baseline = baseline;
    this.#ratios = ratios;
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
      if (best.convicted >= 3 || fault.excess < 2) discarded.add(best);
      if (fault.excess >= 2) faults.push(fault);
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
        if (mostPossible(this.#trials(group, pattern, group.failed)) + logPrior < enough) continue;
        const log = logEvidence(this.#trials(group, pattern));
        if (log + logPrior >= enough) suspicions.push({ group, pattern, logPrior, log, heard: 0, convicted: 0 });
      }
    }
    return suspicions;
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
      this.#ratio[length] =
        observed < 0
          ? 0
          : this.#ratios(observed, context(row), pattern) / this.explained[row]!;
      this.#index[length] = row;
      length++;
    }
    return { length, hit: this.#hit, ratio: this.#ratio };
  }
}

/** An upper bound of the logarithm of the e-value: every failure struck, every success free. */
function mostPossible({ length, hit, ratio }: Trials): number {
  let sum = 0;
  const q = STRIKE_RATES[STRIKE_RATES.length - 1]!;
  for (let i = 0; i < length; i++) {
    if (ratio[i]! > 1) sum += Math.log(strikeFactor(q, hit[i]!, ratio[i]!));
  }
  return sum;
}

const UNNAMED_KINDS = 0.05;

/** Of each pattern, the logarithm of its prior share for each kind of scope; all together sum to one. */
function logPriors(): ReadonlyMap<ScopeKind, number>[] {
  const sum = PATTERN_IDS.reduce((total, id) => total + PATTERNS[id].prior, 0);
  return PATTERN_IDS.map((id) => {
    const odds: { readonly [K in ScopeKind]?: number } = PATTERN_SCOPES[id];
    const named = Object.values(odds).reduce((a, b) => a + b, 0);
    const unnamed = SCOPE_KIND_IDS.filter((kind) => odds[kind] === undefined && kind !== 'card').length;
    return new Map(
      SCOPE_KIND_IDS.map((kind) => {
        // A card cannot bring a line down or empty a battery.
        if (kind === 'card' && odds.card === undefined) return [kind, Number.NEGATIVE_INFINITY];
        const share = odds[kind] === undefined ? UNNAMED_KINDS / unnamed : ((1 - UNNAMED_KINDS) * odds[kind]) / named;
        return [kind, Math.log((PATTERNS[id].prior / sum) * share)];
      }),
    );
  });
}

function sameFaults(a: readonly Fault[], b: readonly Fault[]): boolean {
  const mark = (fault: Fault) => `${fault.kind} ${fault.pattern} ${fault.rows[0]} ${fault.first} ${fault.last}`;
  const marks = new Set(a.map(mark));
  return a.length === b.length && b.every((fault) => marks.has(mark(fault)));
}
