import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Frame } from '../log/frame.ts';
import { PARTS, partOf } from './log-parts.ts';
import type { ObservationClass } from './observation.ts';
import { reasonIndex } from './observation.ts';

const TAP = INTERFACES.indexOf('contactless');
const OTHER_INTERFACE = reasonIndex('use_other_interface');
/** A failure whose record leaves less than this part of its meaning to "use another interface" does not say that a limit was met. */
const LEAST_TOLD = 0.2;
/** A limit is met this often, and by so many; above it taps are refused so many times as often as below. */
const FEWEST = 30;
const LEAST_SHARE = 0.03;
const TIMES = 5;
/** It was there all the time, in every part of the log at least half as much as in all. */
const IN_EVERY_PART = 0.5;
/** So many amounts are tried. */
const TRIED = 60;

type Amounts = { readonly rows: Int32Array; readonly refused: Int32Array };

/**
 * The taps of an amount from which on issuers and terminals ask for the chip and the PIN: nobody's fault, and no sign of a bad reader
 * where meals and rooms cost more than bread. Learned for each currency from the log, as limits differ by country and year.
 *
 * @param isFresh whether nothing has failed before in the sale
 * @returns rows by currency; the unknown are those of unknown amount where it may be above a limit
 */
export function tapsAboveLimit(
  frame: Frame,
  face: Uint8Array,
  observed: Int32Array,
  classes: readonly ObservationClass[],
  isFresh: (row: number) => boolean,
): { readonly above: readonly Int32Array[]; readonly unknown: readonly Int32Array[] } {
  const meets = classes.map(meetsLimit);
  const amount = frame.number.amount_minor;
  const currency = frame.sites.codes.currency;
  const known = frame.sites.values.currency.length;
  const counts = new Int32Array(known + 1);
  const isAsked = (row: number): boolean => face[row] === TAP && isFresh(row);
  const codeOf = (row: number): number => {
    const code = currency[frame.site[row]!]!;
    return code === UNKNOWN ? known : code;
  };
  for (let row = 0; row < frame.length; row++) if (isAsked(row)) counts[codeOf(row)]!++;
  const byCurrency = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(known + 1);
  for (let row = 0; row < frame.length; row++) {
    if (!isAsked(row)) continue;
    const code = codeOf(row);
    byCurrency[code]![filled[code]!++] = row;
  }
  const isKnown = (row: number): boolean => amount[row]! > 0;
  const limits = byCurrency.map((all) => {
    const rows = all.filter(isKnown);
    const refused = rows.filter((row) => observed[row]! >= 0 && meets[observed[row]!]!);
    return limitOf({ rows, refused }, amount);
  });
  const isLimited = limits.some((limit) => limit !== null);
  return {
    above: byCurrency.map((rows, code) => {
      const limit = limits[code] ?? Number.POSITIVE_INFINITY;
      return rows.filter((row) => amount[row]! >= limit);
    }),
    unknown: byCurrency.map((rows, code) => {
      const mayBeAbove = code === known ? isLimited : limits[code] !== null;
      return mayBeAbove ? rows.filter((row) => !isKnown(row)) : new Int32Array(0);
    }),
  };
}

function meetsLimit({ interface: face, likelihood, reported }: ObservationClass): boolean {
  if (face !== 'contactless' || !reported) return false;
  const sum = likelihood.reduce((all, one) => all + one, 0);
  return likelihood[OTHER_INTERFACE]! >= LEAST_TOLD * sum;
}

/** The amount that parts taps that are refused from those that are not best of all; null where there is no limit. */
function limitOf({ rows, refused }: Amounts, amount: Float64Array): number | null {
  if (refused.length < FEWEST) return null;
  const refusedAmounts = Float64Array.from(refused, (row) => amount[row]!).sort();
  const tried = new Float64Array(TRIED).map((_, i) => refusedAmounts[Math.floor((i * refused.length) / TRIED)]!);
  const limits = tried.filter((value, i) => i === 0 || value > tried[i - 1]!);
  const all = countsFrom(rows, amount, limits);
  const hit = countsFrom(refused, amount, limits);
  let best = -1;
  let most = 0;
  limits.forEach((_, i) => {
    const evidence = logLikelihood(hit[i]!, all[i]!) + logLikelihood(refused.length - hit[i]!, rows.length - all[i]!);
    if (evidence > most || best < 0) [best, most] = [i, evidence];
  });
  const share = hit[best]! / all[best]!;
  const below = (refused.length - hit[best]!) / Math.max(1, rows.length - all[best]!);
  if (hit[best]! < FEWEST || share < LEAST_SHARE || share < TIMES * below) return null;
  return isLasting({ rows, refused }, amount, limits[best]!, share) ? limits[best]! : null;
}

/** Of each limit, how many rows' amounts reach it. */
function countsFrom(rows: Int32Array, amount: Float64Array, limits: Float64Array): Int32Array {
  const counts = new Int32Array(limits.length);
  for (const row of rows) {
    let [low, high] = [0, limits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (limits[middle]! <= amount[row]!) low = middle + 1;
      else high = middle;
    }
    if (low > 0) counts[low - 1]!++;
  }
  for (let i = limits.length - 2; i >= 0; i--) counts[i]! += counts[i + 1]!;
  return counts;
}

/** Of `hit` among `all` at their own rate. */
function logLikelihood(hit: number, all: number): number {
  if (hit === 0 || hit >= all) return 0;
  return hit * Math.log(hit / all) + (all - hit) * Math.log1p(-hit / all);
}

function isLasting({ rows, refused }: Amounts, amount: Float64Array, limit: number, share: number): boolean {
  const ofPart = (list: Int32Array): Int32Array => {
    const counts = new Int32Array(PARTS);
    const [first, last] = [rows[0]!, rows.at(-1)!];
    for (const row of list) {
      if (amount[row]! >= limit) counts[partOf(row - first, last - first + 1)]!++;
    }
    return counts;
  };
  const hit = ofPart(refused);
  return ofPart(rows).every((count, part) => hit[part]! >= IN_EVERY_PART * share * count);
}
