import { UNKNOWN } from '../log/dictionary.ts';
import type { Exposure } from './exposure.ts';
import { AS_BAD, shareStruck } from './exposure.ts';

/** The part left out must have been exposed to at least so many failures, and have shown at most this part of them. */
const EXPOSED = 10;
const SPARED = 0.12;
/** Evidence that remains when the choice of values is paid for, as a logarithm. */
const MARGIN = 5;
/** Evidence that one more value is struck like those that suffice, as a logarithm. */
const ONE_MORE = 2;

/** Attempts during a fault: how likely it struck each, and how many times likelier each failure is where it strikes. */
export type Struck = { readonly shares: Float64Array; readonly ratios: Float64Array };

/**
 * The fewest values of a column that a fault strikes while it spares the others, and how much those would have had.
 * @param codeOf each attempt's value, UNKNOWN where it is not known
 * @param count values run from 0 to this number − 1
 */
export function fewStruck(
  codeOf: Int32Array,
  struck: Struck,
  count: number,
  most: number,
): { readonly codes: readonly number[]; readonly spared: number } | null {
  const { exposure, blame, all } = countByCode(codeOf, struck, count);
  const overall = sumOf(struck.shares) / codeOf.length;
  const tried = exposure.reduce((values, attempts) => values + (attempts > 0 ? 1 : 0), 0);
  const byConcentration: { readonly code: number; readonly log: number }[] = [];
  blame.forEach((found, code) => {
    const log = concentration(found, (all.blame / all.exposure) * exposure[code]!);
    if (log > 0) byConcentration.push({ code, log });
  });
  byConcentration.sort((a, b) => b.log - a.log || a.code - b.code);
  const chosen = { exposure: 0, blame: 0 };
  const codes: number[] = [];
  let spared: number | null = null;
  for (const { code, log } of byConcentration.slice(0, most)) {
    const isLike = blame[code]! * chosen.exposure >= AS_BAD * chosen.blame * exposure[code]!;
    if (spared !== null && !(isLike && log >= ONE_MORE)) break;
    codes.push(code);
    chosen.exposure += exposure[code]!;
    chosen.blame += blame[code]!;
    const rest = { exposure: all.exposure - chosen.exposure, blame: all.blame - chosen.blame };
    const rate = chosen.blame / chosen.exposure;
    const exposed = rate * rest.exposure;
    if (spared !== null || chosen.blame < EXPOSED || exposed < EXPOSED) continue;
    // Attempts that leave the column out are struck at most as often as those of the right values.
    if (rate < overall || logSplit(chosen, rest) < MARGIN + logChoices(tried, codes.length)) continue;
    // Of many values, what the fault does at the right ones may cast suspicion on the others.
    const others = most > 1 && rest.blame <= AS_BAD * exposed ? blameAlone(codeOf, struck, codes) : rest.blame;
    const left = Math.min(others, rest.blame);
    // What leaves out most of what a fault did is not its scope, however many more there would have been.
    if (left <= SPARED * exposed && left <= chosen.blame) spared = exposed;
  }
  return spared === null ? null : { codes: codes.sort((a, b) => a - b), spared };
}

type Counts = { readonly exposure: number; readonly blame: number };

function countByCode(codeOf: Int32Array, { shares }: Struck, count: number) {
  const exposure = new Int32Array(count);
  const blame = new Float64Array(count);
  const all = { exposure: 0, blame: 0 };
  for (let i = 0; i < codeOf.length; i++) {
    const code = codeOf[i]!;
    if (code === UNKNOWN) continue;
    exposure[code]!++;
    blame[code]! += shares[i]!;
    all.exposure++;
    all.blame += shares[i]!;
  }
  return { exposure, blame, all };
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** What the fault is to blame for at all other values, were it fitted to these alone. */
function blameAlone(codeOf: Int32Array, { ratios }: Struck, except: readonly number[]): number {
  const others: Exposure = { attempts: 0, ratios: [] };
  for (let i = 0; i < codeOf.length; i++) {
    const code = codeOf[i]!;
    if (code === UNKNOWN || except.includes(code)) continue;
    others.attempts++;
    if (ratios[i]! > 0) others.ratios.push(ratios[i]!);
  }
  return shareStruck(others) * others.attempts;
}

/** Logarithm of the likelihood ratio of "struck at two rates" to "struck at one". */
function logSplit(one: Counts, other: Counts): number {
  const rate = (one.blame + other.blame) / (one.exposure + other.exposure);
  const part = ({ blame, exposure }: Counts): number => (blame > 0 ? blame * Math.log(blame / (rate * exposure)) : 0);
  return part(one) + part(other);
}

/** Logarithm of the number of ways to choose so many of the values. */
function logChoices(values: number, chosen: number): number {
  let log = 0;
  for (let i = 0; i < chosen; i++) log += Math.log((values - i) / (i + 1));
  return log;
}

/** Logarithm of the likelihood ratio of a Poisson count: by how much more lies here than its share. */
const concentration = (found: number, expected: number): number =>
  found > expected ? found * Math.log(found / expected) - (found - expected) : 0;
