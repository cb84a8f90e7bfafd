/** A seeded source of chance (sfc32). A fork depends on the seed and the label only, never on what was drawn before. */
export class Rng {
  readonly #key: number;
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  #spare: number | null = null;

  constructor(seed: number) {
    this.#key = seed | 0;
    this.#a = mixBits(this.#key ^ 0x9e3779b9);
    this.#b = mixBits(this.#a ^ Math.floor(seed / 2 ** 32));
    this.#c = mixBits(this.#b + 0x85ebca6b);
    for (let i = 0; i < 12; i++) this.unit();
  }

  /** A source of its own for one part of the world. */
  fork(label: string | number): Rng {
    let hash = mixBits(this.#key ^ 0x51ed270b);
    for (const char of String(label)) hash = mixBits(hash ^ (char.codePointAt(0) ?? 0));
    return new Rng(hash);
  }

  /** In [0, 1). */
  unit(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  /** Uniform on the scale of orders of magnitude: for durations and sizes. */
  logBetween(low: number, high: number): number {
    return low * (high / low) ** this.unit();
  }

  below(count: number): number {
    return Math.floor(this.unit() * count);
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new RangeError('cannot pick from an empty list');
    return picked;
  }

  /** Weights need not sum to 1. */
  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let total = 0;
    for (const entry of list) total += entry[1];
    let rest = this.unit() * total;
    for (const [value, weight] of list) {
      rest -= weight;
      if (rest < 0) return value;
    }
    const last = list.at(-1);
    if (last === undefined) throw new RangeError('cannot pick from an empty list');
    return last[0];
  }

  /** Marsaglia's polar method. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    for (;;) {
      const x = 2 * this.unit() - 1;
      const y = 2 * this.unit() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = y * scale;
      return x * scale;
    }
  }

  lognormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.unit());
  }

  /** Arrivals of unit rate counted until `mean` has passed: exact, and linear in the mean. */
  poisson(mean: number): number {
    let count = 0;
    for (let passed = this.exponential(1); passed < mean; passed += this.exponential(1)) count++;
    return count;
  }

  /** Letters and digits, as vendors number things. */
  text(length: number, alphabet: string): string {
    let out = '';
    for (let i = 0; i < length; i++) out += alphabet[this.below(alphabet.length)];
    return out;
  }
}

/** The finaliser of MurmurHash3. */
function mixBits(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
