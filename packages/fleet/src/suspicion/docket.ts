import { PATTERN_IDS } from '@duka/knowledge/signatures';
import type { Ledger } from '../expected/ledger.ts';
import type { Group } from '../scene/group.ts';
import { isWide } from '../scene/group.ts';
import type { Scene } from '../scene/scene.ts';
import { isLargeFleet } from '../scene/scene.ts';
import { inBlocks } from './blocks.ts';
import { EvidentTerminals } from './evident-terminals.ts';
import type { Groups } from './groups.ts';
import { Heap } from './heap.ts';
import { BETTER_APART, isPartOf, strongestParts } from './parts.ts';
import { logPriors } from './priors.ts';
import type { Scales } from './scales.ts';
import type { Suspicion } from './suspicion.ts';
import { ALL_ALIKE, oddsOf, strengthOf } from './suspicion.ts';

/** So many failures of a wide scope are first looked at in blocks. */
const MANY = 256;
/** Lets a suspicion come right after another one. */
const JUST_AFTER = 1e-6;

/** The suspicions, the strongest at hand. They are weighed only when they come up, and again where more was explained since. */
export class Docket {
  /** The most evidence that there is against each terminal alone; natural logarithm. */
  readonly ofTerminal: Float64Array;
  readonly #scene: Scene;
  readonly #scales: Scales;
  readonly #ledger: Ledger;
  readonly #suspicions = new Heap<Suspicion>(strengthOf);
  readonly #ofGroup = new Map<Group, Suspicion[]>();
  /** The groups that are one terminal, by it. */
  readonly #terminals = new Map<number, Group>();

  /** @param ofTerminal the most evidence that is known already against each terminal alone */
  constructor(scene: Scene, scales: Scales, ledger: Ledger, ofTerminal: Float64Array) {
    this.#scene = scene;
    this.#scales = scales;
    this.#ledger = ledger;
    this.ofTerminal = ofTerminal;
  }

  put(suspicion: Suspicion): void {
    this.#suspicions.push(suspicion);
  }

  /** Weighs a suspicion by what is explained now. If it lies in the heap, its place there is no longer right. */
  weigh(suspicion: Suspicion): void {
    suspicion.log = this.#scales.logEvidence(suspicion.group, suspicion.group, suspicion.pattern);
    suspicion.heard = this.#ledger.convictions;
  }

  /** The suspicion with the most evidence now, taken out. What was found since can only have weakened the others. */
  strongest(): Suspicion | null {
    const heap = this.#suspicions;
    for (let best = heap.pop(); best; best = heap.pop()) {
      if (best.heard >= 0 && !best.moved && !this.#hasChanged(best)) return best;
      if (!best.moved || this.#hasChanged(best)) this.weigh(best);
      best.moved = false;
      heap.push(best);
    }
    return null;
  }

  /**
   * By how much all patterns together are better evidence against a group than this one alone, as a logarithm: where records do
   * not tell reasons, what fails looks like any of them, and the mean of e-values weighted by their priors is an e-value as well.
   */
  gainOfOthers(best: Suspicion): number {
    const own = oddsOf(best);
    let sum = 0;
    for (const other of this.#ofGroup.get(best.group)!) {
      if (other === best || oddsOf(other) < own - ALL_ALIKE) continue;
      if (other.heard < 0 || this.#hasChanged(other)) this.#weighInPlace(other);
      sum += Math.exp(Math.min(0, oddsOf(other) - own));
    }
    return Math.log1p(sum);
  }

  /**
   * Several troubles at one place, each on an interface of its own, look like one that strikes them all; broken terminals that a cashier
   * works at, like the cashier's habit. Where they are better evidence than that one, it waits until they were heard.
   *
   * @param whole the strongest suspicion, taken out
   * @returns whether it was put back
   */
  waitsForParts(whole: Suspicion): boolean {
    const now = this.#ledger.convictions;
    if (whole.waitedAt === now) return false;
    const [strongest, ...others] =
      whole.group.kind === 'operator' ? this.#ofItsTerminals(whole.group) : this.#ofItsInterfaces(whole);
    if (!strongest || others.length === 0) return false;
    const together = oddsOf(strongest) + others.reduce((sum, part) => sum + oddsOf(part), 0);
    if (together < (1 + BETTER_APART) * oddsOf(whole)) return false;
    whole.waitedAt = now;
    whole.log = Math.min(whole.log, oddsOf(strongest) - whole.logPrior - JUST_AFTER);
    this.#suspicions.push(whole);
    return true;
  }

  #ofItsInterfaces(whole: Suspicion): readonly Suspicion[] {
    return strongestParts(this.#weighed(this.#ofGroup.get(whole.group)!.filter((other) => isPartOf(other, whole))));
  }

  /** Of each terminal at which the group failed the strongest suspicion that is worth something, the strongest first. */
  #ofItsTerminals({ failed }: Group): readonly Suspicion[] {
    const terminals = new Set(Array.from(failed, (failure) => this.#scene.terminalOfFailed[failure]!));
    const strongest = [...terminals].flatMap((terminal) => {
      const group = this.#terminals.get(terminal);
      const [best] = group ? this.#weighed(this.#ofGroup.get(group)!).toSorted((a, b) => oddsOf(b) - oddsOf(a)) : [];
      return best && oddsOf(best) > 0 ? [best] : [];
    });
    return strongest.sort((a, b) => oddsOf(b) - oddsOf(a));
  }

  /** As they are now. */
  #weighed(suspicions: readonly Suspicion[]): readonly Suspicion[] {
    for (const one of suspicions) if (one.heard < 0 || this.#hasChanged(one)) this.#weighInPlace(one);
    return suspicions;
  }

  /** Takes in every group and pattern whose evidence, with its prior, could reach `enough`. */
  fill({ groups, countOf }: Groups, enough: number): void {
    const screeningOf = this.#scales.screenings();
    const priors = logPriors();
    let evident: EvidentTerminals | null = null;
    const room = new Int32Array(groups.reduce((most, { failed }) => Math.max(most, failed.length), 0));
    for (const group of groups) {
      if (group.kind !== 'terminal' && isLargeFleet(this.#scene)) {
        evident ??= new EvidentTerminals(this.#scene, this.ofTerminal);
      }
      const cellOf = this.#scales.cellsOf(group.kind);
      const cells = room.subarray(0, group.failed.length);
      for (let i = 0; i < cells.length; i++) cells[i] = cellOf[group.failed[i]!]!;
      if (isWide(group)) evident?.leaveOut(group, cells);
      const screening = screeningOf(group.kind);
      const inBlocksOnly = evident && isWide(group) && cells.length >= MANY;
      const boundOf = inBlocksOnly
        ? screening.boundsOfBlocks(inBlocks(group, cells))
        : screening.boundsOf(group, cells);
      for (let pattern = 0; pattern < PATTERN_IDS.length; pattern++) {
        const logPrior = priors[pattern]!.get(group.kind)! - Math.log(countOf.get(group.kind)!);
        if (logPrior === Number.NEGATIVE_INFINITY) continue;
        const bound = boundOf(pattern, enough - logPrior);
        if (bound >= enough - logPrior) this.#add(group, pattern, logPrior, bound);
      }
    }
  }

  #add(group: Group, pattern: number, logPrior: number, log: number): void {
    const suspicion: Suspicion = {
      group,
      pattern,
      logPrior,
      log,
      heard: -1,
      convicted: 0,
      moved: false,
      total: 0,
      waitedAt: -1,
    };
    if (group.kind === 'terminal') {
      this.weigh(suspicion);
      const terminal = this.#scene.terminalOfFailed[group.failed[0]!]!;
      this.#terminals.set(terminal, group);
      this.ofTerminal[terminal] = Math.max(this.ofTerminal[terminal]!, suspicion.log);
    }
    this.#suspicions.push(suspicion);
    const others = this.#ofGroup.get(group);
    if (others) others.push(suspicion);
    else this.#ofGroup.set(group, [suspicion]);
  }

  #hasChanged({ group, heard }: Suspicion): boolean {
    return this.#ledger.hasChanged(group, heard);
  }

  /** The same for one that lies there and will come up again. */
  #weighInPlace(suspicion: Suspicion): void {
    this.weigh(suspicion);
    suspicion.moved = true;
  }
}
