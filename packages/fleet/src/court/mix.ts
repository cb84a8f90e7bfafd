import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERNS } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import { normalised } from '../expected/baseline.ts';
import type { ObservationClass } from '../scene/observation.ts';
import { REASON_COUNT } from '../scene/observation.ts';
import type { Fault, Scene } from '../scene/scene.ts';

/** What a fault did on one interface: of so many attempts it is blamed for so many failures, for these reasons. */
export type Mix = {
  exposed: number;
  blame: number;
  /** The part of `blame` whose records tell the reason, or nearly. */
  told: number;
  /** Share of each reason, summing to one. */
  reasons: Float64Array;
  /** The failures blamed, by class. */
  readonly classes: Map<number, number>;
};

/** A record tells its reason where one has this part of all that it may stand for. */
const TELLING = 0.25;
/** The pattern's own mix counts as this many failures. */
const PATTERN_STRENGTH = 3;
const ROUNDS = 15;
/** Chance that a fault does what its mix does not hold. */
const STRAY = 0.04;

/** Each fault is compared with many others, and never changes. */
const MIXES = new WeakMap<Fault, readonly Mix[]>();

export function mixOf(scene: Scene, fault: Fault): readonly Mix[] {
  const known = MIXES.get(fault) ?? makeMix(scene, fault);
  MIXES.set(fault, known);
  return known;
}

function makeMix({ face, observed, classes }: Scene, fault: Fault): readonly Mix[] {
  const mixes: Mix[] = INTERFACES.map(() => ({
    exposed: 0,
    blame: 0,
    told: 0,
    reasons: new Float64Array(REASON_COUNT),
    classes: new Map<number, number>(),
  }));
  for (const row of fault.struck) mixes[face[row]!]!.exposed++;
  const { rows, share: shares } = fault.blame;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const share = shares[i]!;
    const mix = mixes[face[row]!]!;
    mix.blame += share;
    mix.classes.set(observed[row]!, (mix.classes.get(observed[row]!) ?? 0) + share);
  }
  const pattern: Pattern = PATTERNS[fault.pattern];
  mixes.forEach((mix, at) => {
    const sketch = normalised(pattern, INTERFACES[at]!);
    mix.reasons = reasonsOf(mix, classes, sketch ?? new Float64Array(REASON_COUNT).fill(1 / REASON_COUNT));
    for (const [index, blame] of mix.classes) if (isTelling(classes[index]!)) mix.told += blame;
  });
  return mixes;
}

function isTelling({ likelihood }: ObservationClass): boolean {
  let sum = 0;
  let most = 0;
  for (const weight of likelihood) {
    sum += weight;
    most = Math.max(most, weight);
  }
  return most >= TELLING * sum;
}

/** The likeliest mix of reasons behind the records, by expectation–maximisation. */
function reasonsOf(
  mix: Pick<Mix, 'blame' | 'classes'>,
  classes: readonly ObservationClass[],
  sketch: Float64Array,
): Float64Array {
  let reasons = Float64Array.from(sketch, (share) => (1 - STRAY) * share + STRAY / REASON_COUNT);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = Float64Array.from(sketch, (share) => PATTERN_STRENGTH * share);
    for (const [index, blame] of mix.classes) {
      const { likelihood } = classes[index]!;
      const chance = chanceOf(likelihood, reasons);
      if (chance === 0) continue;
      for (let f = 0; f < REASON_COUNT; f++) {
        if (likelihood[f]! > 0) counts[f]! += (blame * reasons[f]! * likelihood[f]!) / chance;
      }
    }
    reasons = counts.map((count) => ((1 - STRAY) * count) / (mix.blame + PATTERN_STRENGTH) + STRAY / REASON_COUNT);
  }
  return reasons;
}

/** Chance of a record, up to a factor that hangs on the record alone. */
export function chanceOf(likelihood: Float64Array, reasons: Float64Array): number {
  let chance = 0;
  for (let f = 0; f < REASON_COUNT; f++) chance += reasons[f]! * likelihood[f]!;
  return chance;
}

/** A maker's code may be misread altogether: that is decided once, however often it comes. */
const MISREAD = -Math.log(0.15);

/** How much better, as a logarithm, a fault's own mix explains the records it is blamed for than the other's mix does. */
export function logOwnReasons({ classes }: Scene, own: readonly Mix[], other: readonly Mix[]): number {
  let log = 0;
  own.forEach((mix, face) => {
    for (const [index, blame] of mix.classes) {
      const seen = classes[index]!;
      const own = chanceOf(seen.likelihood, mix.reasons);
      const gain = blame * Math.log(own / chanceOf(seen.likelihood, other[face]!.reasons));
      log += isTelling(seen) ? gain : Math.max(-MISREAD, Math.min(MISREAD, gain));
    }
  });
  return log;
}
