import type { ScopeKind } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import { codeReader } from '../scene/bounds.ts';
import type { Group } from '../scene/group.ts';
import { CONTEXTS, FRESH } from '../scene/sales.ts';
import type { Scene } from '../scene/scene.ts';
import type { Differences } from './differences.ts';
import type { Families } from './families.ts';
import { FAMILIES, RULES } from './families.ts';
import { spreadOf } from './spread.ts';
import type { Tally } from './tallies.ts';
import { tallies } from './tallies.ts';

/**
 * Units in order differ: one terminal misreads half as often again as the next, one cashier's hands are not another's, one store's
 * line is worse, and nothing is wrong. Each is taken to fail by a factor of its own, gamma-distributed with mean 1, whose spread is
 * estimated from all units of its kind. What is expected of a unit next is then what it has shown so far, shrunken: (a + failures) /
 * (a + expected), the posterior mean of its factor. The likelihood ratio to these predictions is one to the mixture of all such
 * units, and so a martingale under "this unit is only unlike the others": an e-value made of it stays valid.
 */
const KINDS = ['terminal', 'operator', 'store', 'merchant'] as const satisfies readonly ScopeKind[];
type UnitKind = (typeof KINDS)[number];
const COLUMN = { terminal: 'terminal_id', operator: 'operator', store: 'store_id', merchant: 'merchant_id' } as const;

const FACES = INTERFACES.length;

export class Habits {
  readonly #scene: Scene;
  readonly #ownShare: Float32Array;
  readonly #families: Families;
  readonly #differences: Differences;
  readonly #shape: ReadonlyMap<ScopeKind, Float64Array>;
  readonly #known = new WeakMap<Group, Float64Array>();

  /** @param ownShare chance that a failure was ordinary, by its number */
  constructor(scene: Scene, families: Families, differences: Differences, ownShare: Float32Array) {
    this.#scene = scene;
    this.#families = families;
    this.#differences = differences;
    this.#ownShare = ownShare;
    const tally = tallies(scene, FRESH);
    this.#shape = new Map(KINDS.map((kind) => [kind, this.#shapesOf(kind, tally(COLUMN[kind]))]));
  }

  /** Whether groups of a kind are units. */
  areUnits(kind: ScopeKind): boolean {
    return this.#shape.has(kind);
  }

  /** How many times likelier than the baseline has it each failure of a group was for such a unit, at least 1; null for what is no unit. */
  of(group: Group): Float64Array | null {
    const shape = this.#shape.get(group.kind);
    if (!shape) return null;
    const known = this.#known.get(group) ?? this.#factors(group, shape);
    this.#known.set(group, known);
    return known;
  }

  #factors({ failed, exposure }: Group, shape: Float64Array): Float64Array {
    const { faceOfFailed, homeOfFailed, cell } = this.#scene;
    const { share } = this.#families;
    const rates = this.#ratesOf(homeOfFailed[failed[0]!]!);
    const found = new Float64Array(FAMILIES);
    const expected = new Float64Array(FAMILIES);
    return Float64Array.from(failed, (failure, i) => {
      for (let f = 0; f < FACES; f++) {
        const count = exposure[i * FACES + f]!;
        if (count > 0) for (let m = 0; m < FAMILIES; m++) expected[m]! += count * rates[f * FAMILIES + m]!;
      }
      let factor = 0;
      const fresh = cell[failure]! % CONTEXTS.length === FRESH;
      for (let m = 0; m < FAMILIES; m++) {
        const part = share[cell[failure]! * FAMILIES + m]!;
        factor += part * Math.max(1, (shape[m]! + found[m]!) / (shape[m]! + expected[m]!));
        if (!fresh) continue;
        found[m]! += part * this.#ownShare[failure]!;
        expected[m]! += rates[faceOfFailed[failure]! * FAMILIES + m]!;
      }
      return factor;
    });
  }

  /** Ordinary chance of each family on a first attempt in such a home, `rate[interface * families + family]`. */
  #ratesOf(home: number): Float64Array {
    const { rate } = this.#families;
    return Float64Array.from({ length: FACES * FAMILIES }, (_, at) => {
      const family = at % FAMILIES;
      const cell = Math.floor(at / FAMILIES) * CONTEXTS.length + FRESH;
      return rate[cell * FAMILIES + family]! * this.#differences.ofHome(home, family);
    });
  }

  /** Of each family, the shape of the factors of all units of a kind: how alike they are. */
  #shapesOf(kind: UnitKind, { counts, last }: Tally): Float64Array {
    const { home } = this.#scene.attributes;
    const units = last.length;
    const found = this.#foundBy(kind, units);
    const expected = new Float64Array(FAMILIES * units);
    for (let unit = 0; unit < units; unit++) {
      this.#expect(counts, unit, home[last[unit]!]!, expected);
    }
    const ofFamily = (of: Float64Array, m: number) => of.subarray(m * units, (m + 1) * units);
    return Float64Array.from({ length: FAMILIES }, (_, m) =>
      spreadOf(ofFamily(found, m), ofFamily(expected, m), RULES.has(m)),
    );
  }

  /** First tries of each unit that failed ordinarily, `found[family * units + unit]`. */
  #foundBy(kind: UnitKind, units: number): Float64Array {
    const { failed, cell } = this.#scene;
    const { share } = this.#families;
    const codeOf = codeReader(this.#scene, COLUMN[kind]);
    const found = new Float64Array(FAMILIES * units);
    failed.forEach((row, failure) => {
      const unit = codeOf(row);
      if (unit === UNKNOWN || cell[failure]! % CONTEXTS.length !== FRESH) return;
      for (let m = 0; m < FAMILIES; m++) {
        found[m * units + unit]! += share[cell[failure]! * FAMILIES + m]! * this.#ownShare[failure]!;
      }
    });
    return found;
  }

  /** @param counts of the unit's first tries, by interface; the last of them was made in this home */
  #expect(counts: Int32Array, unit: number, home: number, expected: Float64Array): void {
    const { rate } = this.#families;
    const units = expected.length / FAMILIES;
    for (let m = 0; m < FAMILIES; m++) {
      const factor = this.#differences.ofHome(home, m);
      let sum = 0;
      for (let f = 0; f < FACES; f++) {
        const count = counts[unit * FACES + f]!;
        if (count > 0) sum += count * (rate[(f * CONTEXTS.length + FRESH) * FAMILIES + m]! * factor);
      }
      expected[m * units + unit] = sum;
    }
  }
}
