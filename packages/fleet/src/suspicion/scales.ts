import type { Pattern, ScopeKind } from '@duka/knowledge/signatures';
import { PATTERN_IDS, PATTERNS } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import type { Baseline, Ratios } from '../expected/baseline.ts';
import { patternRatios, patternShares, timesAsOnFirstTry } from '../expected/baseline.ts';
import type { Habits } from '../expected/habits.ts';
import type { Ledger } from '../expected/ledger.ts';
import type { Exposed, Group } from '../scene/group.ts';
import { CONTEXTS } from '../scene/sales.ts';
import type { Scene } from '../scene/scene.ts';
import { logEvidence } from './evidence.ts';
import { Screening } from './screening.ts';
import type { Slack } from './slack.ts';
import { isOfMake, SLACK, SLACK_OF_TELLING, SLACK_OF_UNITS } from './slack.ts';
import type { NumberedTrials } from './trials.ts';
import { exposed, makeRoom, trialsOf } from './trials.ts';

const FACES = INTERFACES.length;
const ALL_PATTERNS: readonly Pattern[] = PATTERN_IDS.map((id) => PATTERNS[id]);
const SHARES = patternShares(ALL_PATTERNS);

/** How strongly a pattern, by its place in PATTERN_IDS, hits each interface. */
export const sharesOfPattern = (pattern: number): Float64Array =>
  SHARES.subarray(pattern * FACES, (pattern + 1) * FACES);

/** Weighs the evidence for a pattern in a group's attempts, against the baseline, its habits and the faults in the ledger. */
export class Scales {
  readonly #scene: Scene;
  readonly #habits: Habits;
  readonly #ledger: Ledger;
  readonly #slack: Slack;
  readonly #ratios: { readonly units: Ratios; readonly makes: Ratios; readonly others: Ratios };
  /** One room for all groups that are weighed one after the other. */
  #room = makeRoom(256);
  #ofCards: Int32Array | null = null;
  #onFirstTry: Float64Array | null = null;
  readonly #baseline: Baseline;

  constructor(scene: Scene, baseline: Baseline, habits: Habits, ledger: Ledger, slack: Slack) {
    const ratios = (slack: number, ofRough = slack) =>
      patternRatios(scene.classes, baseline, ALL_PATTERNS, slack, ofRough);
    this.#scene = scene;
    this.#baseline = baseline;
    this.#habits = habits;
    this.#ledger = ledger;
    this.#slack = slack;
    this.#ratios = {
      units: ratios(SLACK_OF_UNITS),
      makes: ratios(slack.least, Math.max(slack.least, SLACK_OF_TELLING)),
      others: ratios(slack.least),
    };
  }

  /** Cheap bounds of what is weighed here, for a first look at each group. */
  screenings(): (kind: ScopeKind) => Screening {
    const faceOfClass = this.#scene.classes.map((one) => INTERFACES.indexOf(one.interface));
    const { units, makes, others } = this.#ratios;
    const screenings = new Map([units, makes, others].map((one) => [one, new Screening(one, SHARES, faceOfClass)]));
    return (kind) => screenings.get(this.#ratiosFor(kind))!;
  }

  #ratiosFor(kind: ScopeKind): Ratios {
    if (this.#habits.areUnits(kind)) return this.#ratios.units;
    return isOfMake(kind) ? this.#ratios.makes : this.#ratios.others;
  }

  /** The natural logarithm of the e-value that a part of a group gives for a pattern. */
  logEvidence(group: Group, part: Exposed, pattern: number): number {
    if (this.#room.failed.length < part.failed.length) this.#room = makeRoom(2 * part.failed.length);
    return logEvidence(this.trials(group, part, pattern, this.#room));
  }

  /** The attempts of a part of a group that the pattern can hit. */
  trials(group: Group, part: Exposed, pattern: number, room = makeRoom(part.failed.length)): NumberedTrials {
    const habits = this.#habits.of(group);
    const ratios = this.#ratiosFor(group.kind)[pattern]!;
    const explained = this.explainedTo(group.kind);
    const cells = this.cellsOf(group.kind);
    const { failed } = part;
    for (let i = 0; i < failed.length; i++) room.ratio[i] = ratios[cells[failed[i]!]!]! / explained(failed[i]!);
    if (habits) this.#asIsUsual(group, habits, part, room.ratio);
    else this.#asMayBe(group, part, room.ratio);
    return trialsOf(part, this.#scene, sharesOfPattern(pattern), room);
  }

  /** What a unit fails by habit speaks less against it, and how hard another fault struck there is known only roughly. */
  #asIsUsual({ failed: all }: Group, habits: Float64Array, { failed }: Exposed, ratio: Float64Array): void {
    for (let i = 0, at = 0; i < failed.length; i++, at++) {
      while (all[at] !== failed[i]) at++;
      ratio[i]! /= habits[at]! * (this.#ledger.isTouched(failed[i]!) ? SLACK : 1);
    }
  }

  /** A scope that is no unit may be somewhat worse, and how hard another fault struck there is known only roughly. */
  #asMayBe(group: Group, { failed }: Exposed, ratio: Float64Array): void {
    const { least } = this.#slack;
    // All ratios lie divided by it already.
    if (least === SLACK) return;
    const slack = this.#slack.of(group);
    for (let i = 0; i < failed.length; i++) ratio[i]! *= least / (this.#ledger.isTouched(failed[i]!) ? SLACK : slack);
  }

  /**
   * P(record | faults found so far) / P(record | baseline) of a failure, by its number, as groups of a kind have it. What is likely on a card's second try
   * anyhow is not on its first: held against that, what a fault explains of it is so many times more.
   */
  explainedTo(kind: ScopeKind): (failure: number) => number {
    const { explained, ownShare } = this.#ledger;
    if (kind !== 'card') return (failure) => explained[failure]!;
    this.#onFirstTry ??= timesAsOnFirstTry(this.#scene, this.#baseline);
    const times = this.#onFirstTry;
    const { cell } = this.#scene;
    return (failure) => explained[failure]! * (ownShare[failure]! + (1 - ownShare[failure]!) * times[cell[failure]!]!);
  }

  /** Whether a failure of the trials, by its place there, is of the pattern's kind, whatever else may explain it. */
  isTypical({ ratio, failed }: NumberedTrials, at: number): boolean {
    return ratio[at]! * this.#ledger.explained[failed[at]!]! > 1;
  }

  /** The attempts among rows that are no group. */
  trialsWithin(rows: Int32Array, pattern: number): NumberedTrials {
    const part = exposed(rows, this.#scene);
    const room = makeRoom(part.failed.length);
    const ratios = this.#ratios.others[pattern]!;
    part.failed.forEach((failure, i) => {
      room.ratio[i] =
        (ratios[this.#scene.cell[failure]!]! * (this.#slack.least / SLACK)) / this.#ledger.explained[failure]!;
    });
    return trialsOf(part, this.#scene, sharesOfPattern(pattern), room);
  }

  /**
   * `observed * contexts + context` of all failures, by number, as groups of a kind have it. A card is judged by all that it did: its own
   * second and third try are no repeat but the matter itself.
   */
  cellsOf(kind: ScopeKind): Int32Array {
    if (kind !== 'card') return this.#scene.cell;
    this.#ofCards ??= this.#scene.cell.map((cell) => cell - (cell % CONTEXTS.length));
    return this.#ofCards;
  }
}
