import { UNKNOWN } from '../log/dictionary.ts';
import type { Frame } from '../log/frame.ts';
import { CONTEXTS } from '../scene/sales.ts';
import type { Scene } from '../scene/scene.ts';
import { isLargeFleet } from '../scene/scene.ts';
import type { Differences } from './differences.ts';
import type { Families } from './families.ts';
import { FAMILIES, FAMILY } from './families.ts';

/**
 * Wet cards, dry air and gloves, hot print heads, and how many times as often as usual they may make attempts fail: expert estimates.
 * Lines have their bad days too, but those are somebody's to mend.
 */
const OF_WEATHER = [
  { family: FAMILY.chip, most: 1.5 },
  { family: FAMILY.contactless, most: 1.5 },
  { family: FAMILY.magstripe, most: 1.5 },
  { family: FAMILY.printer, most: 4 },
] as const;
const KINDS = OF_WEATHER.length;
const HOUR = 3_600_000;
const HOURS = 24;
/** So many attempts, evenly over the log, are enough to see what a day was like. */
const ENOUGH = 2_000_000;
/** As many expected failures speak for "a day like others". */
const SHRINK = 20;

/**
 * How many times likelier than usual each failure was on its day in its region, 1 or more, by its number: the season and the weather,
 * nobody's fault. Of each family of reasons that hangs on them the shrunken ratio of failures found to failures expected.
 *
 * @param ownShare chance that a failure was ordinary, by its number
 */
export function ofTheDay(
  scene: Scene,
  { rate, share }: Families,
  differences: Differences,
  ownShare: Float32Array,
): Float64Array {
  const { frame, attributes, face, numberOf, cell, sales, failed } = scene;
  const { home } = attributes;
  const region = attributes.of.region;
  const terminal = frame.text.terminal_id;
  const dayOf = daysFromTheQuietHour(frame.time);
  const regions = new UnitDays(frame.sites.values.region.length + 1, failed.length);
  // In a large fleet one terminal is little of its region, and the counts of all would be much.
  const terminals = isLargeFleet(scene) ? null : new UnitDays(terminal.count, failed.length);
  const step = Math.max(1, Math.floor(frame.length / ENOUGH));
  for (let row = 0; row < frame.length; row++) {
    const failure = numberOf[row]!;
    const isCounted = row % step === 0;
    if (!isCounted && failure < 0) continue;
    const day = dayOf(row);
    const there = regions.at(region[home[row]!]! - UNKNOWN, day, failure);
    const alone = terminals?.at(terminal.codes[row]!, day, failure);
    if (!isCounted) continue;
    const usual = (face[row]! * CONTEXTS.length + sales.context[row]!) * FAMILIES;
    for (let k = 0; k < KINDS; k++) {
      const { family } = OF_WEATHER[k]!;
      const likely = rate[usual + family]! * differences.ofHome(home[row]!, family);
      const seen = failure < 0 ? 0 : share[cell[failure]! * FAMILIES + family]! * ownShare[failure]!;
      there.expected[k]! += likely;
      there.found[k]! += seen;
      if (!alone) continue;
      alone.expected[k]! += likely;
      alone.found[k]! += seen;
    }
  }
  return Float64Array.from(failed, (_, failure) => {
    const there = regions.ofFailure(failure);
    const alone = terminals?.ofFailure(failure) ?? NOTHING;
    let factor = 1;
    for (let k = 0; k < KINDS; k++) {
      // A terminal's own trouble is no weather: the others tell what the day was like.
      const others = there.found[k]! - alone.found[k]!;
      const ratio = (others + SHRINK) / (there.expected[k]! - alone.expected[k]! + SHRINK);
      const { family, most } = OF_WEATHER[k]!;
      factor += (Math.min(most, Math.max(1, ratio)) - 1) * share[cell[failure]! * FAMILIES + family]!;
    }
    return factor;
  });
}

type Counts = { readonly expected: Float64Array; readonly found: Float64Array };

const counts = (): Counts => ({ expected: new Float64Array(KINDS), found: new Float64Array(KINDS) });
const NOTHING = counts();

/**
 * What each region or terminal did on each of its days. Attempts come in order of time, and only days on which something was tried are
 * kept: one wrong time must not cost the days of a thousand years.
 */
class UnitDays {
  readonly #counts: Counts[] = [];
  readonly #day: Float64Array;
  readonly #latest: Int32Array;
  readonly #ofFailure: Int32Array;

  constructor(units: number, failures: number) {
    this.#day = new Float64Array(units).fill(Number.NaN);
    this.#latest = new Int32Array(units);
    this.#ofFailure = new Int32Array(failures);
  }

  /** @param failure the attempt's number if it failed, else -1 */
  at(unit: number, day: number, failure: number): Counts {
    if (this.#day[unit] !== day) {
      this.#day[unit] = day;
      this.#latest[unit] = this.#counts.push(counts()) - 1;
    }
    const latest = this.#latest[unit]!;
    if (failure >= 0) this.#ofFailure[failure] = latest;
    return this.#counts[latest]!;
  }

  ofFailure(failure: number): Counts {
    return this.#counts[this.#ofFailure[failure]!]!;
  }
}

/** Days that end when least is tried, whatever the time zone. @returns of a row, days since 1970 */
function daysFromTheQuietHour(time: Frame['time']): (row: number) => number {
  const byHour = new Float64Array(HOURS);
  for (let row = 0; row < time.length; row++) byHour[hourOf(time[row]!)]!++;
  const quiet = byHour.indexOf(Math.min(...byHour)) * HOUR;
  return (row) => Math.floor((time[row]! - quiet) / (HOURS * HOUR));
}

/** Of the day, in UTC; also of times before 1970. */
const hourOf = (time: number): number => ((Math.floor(time / HOUR) % HOURS) + HOURS) % HOURS;
