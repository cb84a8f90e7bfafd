/**
 * The test of one suspicion: "from some attempt on, perhaps until another, a fault of this pattern struck a share q of
 * the attempts of this scope". Its e-value is the likelihood ratio against "nothing is wrong", averaged over start, end
 * and q with weights fixed beforehand. Under the null every such ratio is a non-negative martingale that starts at 1,
 * so its mean is at most 1 at any time one cares to look (Ville 1939; Shafer 2021, "Testing by betting").
 *
 * The average over all starts and ends is a walk through three states (not yet, struck, over), as in a hidden
 * Markov chain, and so takes one pass: Shiryaev's recursion with an end.
 */

/**
 * Shares of attempts that a fault may strike, and how much each counts. A release or a line that loses one sale in a hundred shows in
 * thousands of attempts only: there the weight of a rare thing costs little, and a fault of twenty failures hardly pays for it.
 */
export const STRIKE_RATES = [0.012, 0.04, 0.1, 0.22, 0.45, 0.8] as const;
export const RATE_WEIGHTS = [0.04, 0.192, 0.192, 0.192, 0.192, 0.192] as const;
const LEVELS = STRIKE_RATES.length;
/** Chance that the trouble was there before the log begins. */
export const FROM_START = 0.2;

/**
 * Some troubles come in bursts (the first sales of a shift, a line that drops out every evening): a second chain goes to and
 * fro between calm and struck. It has this part of the weight, and these chances of a burst to begin and to end at an attempt.
 */
export const BURSTS = { weight: 0.25, begin: 0.01, end: 0.15, rates: [0.45, 0.85] } as const;

/**
 * The attempts of a scope that a pattern can hit, as the test sees them. Those that failed stand one by one, in order of time:
 * `hit` is how strongly the pattern hits the attempt's interface (0 to 1), `ratio` is P(record | struck) / P(record | ordinary).
 * Those that went well are only counted: `gaps[failure * interfaces + interface]` before each failure and after the last;
 * within a gap their order is not known, and hardly matters. `shares` is how strongly each interface is hit. The lists may be
 * longer than the trials.
 */
export type Trials = {
  readonly failures: number;
  readonly hit: Float64Array;
  readonly ratio: Float64Array;
  readonly gaps: Int32Array;
  readonly shares: Float64Array;
  /** All attempts, those that failed and those that did not. */
  readonly length: number;
};

/** How an attempt's likelihood changes when a fault strikes a share q of such attempts. */
export const strikeFactor = (q: number, hit: number, ratio: number): number => 1 - q * hit + q * hit * ratio;

/** The natural logarithm of the e-value after the last attempt. */
export function logEvidence(trials: Trials): number {
  return new Walk(trials).toTheEnd();
}

/** The first failure after which the logarithm of the e-value reaches `level`; -1 where it never does. */
export function firstCrossing(trials: Trials, level: number): number {
  return new Walk(trials).toLevel(level);
}

const HUGE = 1e200;
const LASTING = 1 - BURSTS.weight;
/** The weight of each rate where the trouble was there before the log. */
const THERE_ALREADY = Float64Array.from(RATE_WEIGHTS, (weight) => LASTING * FROM_START * weight);

/** The three states of the lasting chain and the two of the bursts, led along the attempts. */
class Walk {
  readonly #trials: Trials;
  readonly #hits: readonly Hit[];
  readonly #struck: Float64Array;
  readonly #bursting = new Float64Array(1 + BURSTS.rates.length);
  readonly #begin: number;
  readonly #end: number;
  readonly #goOn: number;
  readonly #logGoOn: number;
  #waiting: number;
  #over = 0;
  #first = true;
  /** All masses but `waiting` are divided by exp(scale), which `unit` inverts. */
  #scale = 0;
  #unit = 1;

  constructor(trials: Trials) {
    this.#trials = trials;
    this.#hits = hitsOf(trials.shares);
    this.#struck = THERE_ALREADY.slice();
    this.#bursting[0] = BURSTS.weight;
    this.#begin = (LASTING * (1 - FROM_START)) / trials.length;
    this.#end = 1 / trials.length;
    this.#goOn = 1 - this.#end;
    this.#logGoOn = Math.log1p(-this.#end);
    this.#waiting = LASTING * (1 - FROM_START);
  }

  toTheEnd(): number {
    const { failures } = this.#trials;
    for (let i = 0; i < failures; i++) {
      this.#pass(i);
      this.#fail(i);
    }
    this.#pass(failures);
    return this.#log();
  }

  /** Only a failure can raise the evidence. */
  toLevel(level: number): number {
    for (let i = 0; i < this.#trials.failures; i++) {
      this.#pass(i);
      this.#fail(i);
      if (this.#log() >= level) return i;
    }
    return -1;
  }

  #log(): number {
    return Math.log(this.#inside() + Math.max(0, this.#waiting) * this.#unit) + this.#scale;
  }

  #inside(): number {
    let sum = this.#over;
    for (let k = 0; k < this.#struck.length; k++) sum += this.#struck[k]!;
    for (let k = 0; k < this.#bursting.length; k++) sum += this.#bursting[k]!;
    return sum;
  }

  /** Past the attempts of a gap that went well. */
  #pass(gap: number): void {
    const { gaps, shares } = this.#trials;
    for (let h = 0; h < this.#hits.length; h++) {
      const { faces, share, steps } = this.#hits[h]!;
      let count = 0;
      for (let at = 0; at < faces.length; at++) count += gaps[gap * shares.length + faces[at]!]!;
      if (count > 0) this.#succeed(count, share, steps);
    }
  }

  /** n successes at once: each level's mass follows m → ρ m + s, a geometric series. */
  #succeed(count: number, hit: number, { logs, powers, bursts }: Steps): void {
    const n = this.#first ? count - 1 : count;
    if (this.#first) this.#one(hit, 0);
    if (n === 0) return;
    const starting = this.#begin * this.#unit;
    const lasting = Math.exp(n * this.#logGoOn);
    for (let k = 0; k < LEVELS; k++) {
      const clean = 1 - STRIKE_RATES[k]! * hit;
      const stay = this.#goOn * clean;
      const left = lasting * (n < POWERS ? powers[n * LEVELS + k]! : Math.exp(n * logs[k]!));
      const settled = (starting * RATE_WEIGHTS[k]! * clean) / (1 - stay);
      const moving = this.#struck[k]! - settled;
      this.#over += this.#end * (n * settled + (moving * (1 - left)) / (1 - stay));
      this.#struck[k] = settled + moving * left;
    }
    this.#waiting -= this.#begin * n;
    advance(this.#bursting, bursts, n);
  }

  #fail(failure: number): void {
    this.#one(this.#trials.hit[failure]!, this.#trials.ratio[failure]!);
    if (this.#inside() <= HUGE) return;
    for (let k = 0; k < LEVELS; k++) this.#struck[k]! /= HUGE;
    for (let k = 0; k < this.#bursting.length; k++) this.#bursting[k]! /= HUGE;
    this.#over /= HUGE;
    this.#scale += Math.log(HUGE);
    this.#unit = Math.exp(-this.#scale);
  }

  /** One attempt. None begins at the first one but what was there before. */
  #one(hit: number, ratio: number): void {
    const starting = this.#first ? 0 : this.#begin * this.#unit;
    if (!this.#first) this.#waiting -= this.#begin;
    this.#first = false;
    for (let k = 0; k < LEVELS; k++) {
      const ended = this.#struck[k]! * this.#end;
      this.#over += ended;
      this.#struck[k] =
        (this.#struck[k]! - ended + starting * RATE_WEIGHTS[k]!) * strikeFactor(STRIKE_RATES[k]!, hit, ratio);
    }
    const calm = this.#bursting[0]!;
    const low = this.#bursting[1]!;
    const high = this.#bursting[2]!;
    const opened = (calm * BURSTS.begin) / BURSTS.rates.length;
    this.#bursting[0] = calm * (1 - BURSTS.begin) + (low + high) * BURSTS.end;
    this.#bursting[1] = (low * (1 - BURSTS.end) + opened) * strikeFactor(BURSTS.rates[0], hit, ratio);
    this.#bursting[2] = (high * (1 - BURSTS.end) + opened) * strikeFactor(BURSTS.rates[1], hit, ratio);
  }
}

/**
 * What successes do: the logarithm of one's factor at each level, the factors of so many, `powers[count * levels + level]`; and calm
 * and bursts as a matrix, with its powers 2, 4, 8 …
 */
type Steps = { readonly logs: Float64Array; readonly powers: Float64Array; readonly bursts: Float64Array[] };

/** Interfaces one after the other that are hit alike: their successes are as those of one. */
type Hit = { readonly share: number; readonly faces: number[]; readonly steps: Steps };

function hitsOf(shares: Float64Array): readonly Hit[] {
  const hits: Hit[] = [];
  shares.forEach((share, face) => {
    if (share === 0) return;
    const last = hits.at(-1);
    if (last?.share === share) last.faces.push(face);
    else hits.push({ share, faces: [face], steps: stepsOf(share) });
  });
  return hits;
}

/** Between most failures there are fewer successes. */
const POWERS = 64;

/** Interfaces are hit in a few strengths only: what each needs is made once. */
const STEPS = new Map<number, Steps>();

function stepsOf(hit: number): Steps {
  const known = STEPS.get(hit);
  if (known) return known;
  const opened = BURSTS.begin / BURSTS.rates.length;
  const [low, high] = BURSTS.rates.map((rate) => 1 - rate * hit) as [number, number];
  const goOn = 1 - BURSTS.end;
  const one = [1 - BURSTS.begin, BURSTS.end, BURSTS.end, opened * low, goOn * low, 0, opened * high, 0, goOn * high];
  const logs = Float64Array.from(STRIKE_RATES, (q) => Math.log(1 - q * hit));
  const powers = Float64Array.from({ length: POWERS * LEVELS }, (_, at) =>
    Math.exp(Math.floor(at / LEVELS) * logs[at % LEVELS]!),
  );
  const steps = { logs, powers, bursts: [Float64Array.from(one)] };
  STEPS.set(hit, steps);
  return steps;
}

function advance(masses: Float64Array, steps: Float64Array[], count: number): void {
  for (let power = 0, n = count; n > 0; power++, n = Math.floor(n / 2)) {
    if (power === steps.length) steps.push(squared(steps[power - 1]!));
    if (n % 2 === 0) continue;
    const m = steps[power]!;
    const a = masses[0]!;
    const b = masses[1]!;
    const c = masses[2]!;
    masses[0] = m[0]! * a + m[1]! * b + m[2]! * c;
    masses[1] = m[3]! * a + m[4]! * b + m[5]! * c;
    masses[2] = m[6]! * a + m[7]! * b + m[8]! * c;
  }
}

function squared(m: Float64Array): Float64Array {
  return m.map((_, at) => {
    const row = at - (at % 3);
    return m[row]! * m[at % 3]! + m[row + 1]! * m[3 + (at % 3)]! + m[row + 2]! * m[6 + (at % 3)]!;
  });
}
