import { UNKNOWN } from './dictionary.ts';
import type { Differences } from './differences.ts';
import type { Families } from './families.ts';
import { FAMILIES, FAMILY } from './families.ts';
import type { Frame } from './frame.ts';
import { CONTEXTS } from './sales.ts';
import type { Scene } from './scene.ts';
import { isLargeFleet } from './scene.ts';

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
  const days = dayOf(frame.length - 1) + 1;
  const placeOf = (row: number): number => ((region[home[row]!]! - UNKNOWN) * days + dayOf(row)) * KINDS;
  const places = (frame.sites.values.region.length + 1) * days * KINDS;
  const expected = new Float64Array(places);
  const found = new Float64Array(places);
  const own = isLargeFleet(scene) ? null : new OwnDays(terminal.count, days);
  const step = Math.max(1, Math.floor(frame.length / ENOUGH));
  for (let row = 0; row < frame.length; row += step) {
    const place = placeOf(row);
    const usual = (face[row]! * CONTEXTS.length + sales.context[row]!) * FAMILIES;
    const failure = numberOf[row]!;
    const mine = own?.placeOf(terminal.codes[row]!, dayOf(row)) ?? 0;
    for (let k = 0; k < KINDS; k++) {
      const { family } = OF_WEATHER[k]!;
      const likely = rate[usual + family]! * differences.ofHome(home[row]!, family);
      const seen = failure < 0 ? 0 : share[cell[failure]! * FAMILIES + family]! * ownShare[failure]!;
      expected[place + k]! += likely;
      found[place + k]! += seen;
      if (own === null) continue;
      own.expected[mine + k]! += likely;
      own.found[mine + k]! += seen;
    }
  }
  return Float64Array.from(failed, (row, failure) => {
    const place = placeOf(row);
    const mine = own?.placeOf(terminal.codes[row]!, dayOf(row)) ?? 0;
    let factor = 1;
    for (let k = 0; k < KINDS; k++) {
      // A terminal's own trouble is no weather: the others tell what the day was like.
      const others = found[place + k]! - (own?.found[mine + k] ?? 0);
      const ratio = (others + SHRINK) / (expected[place + k]! - (own?.expected[mine + k] ?? 0) + SHRINK);
      const { family, most } = OF_WEATHER[k]!;
      factor += (Math.min(most, Math.max(1, ratio)) - 1) * share[cell[failure]! * FAMILIES + family]!;
    }
    return factor;
  });
}

/** What each terminal did on each day. In a large fleet one terminal is little of its region, and the counts of all would be much. */
class OwnDays {
  readonly expected: Float32Array;
  readonly found: Float32Array;
  readonly #days: number;

  constructor(terminals: number, days: number) {
    this.expected = new Float32Array(terminals * days * KINDS);
    this.found = new Float32Array(this.expected.length);
    this.#days = days;
  }

  placeOf(terminal: number, day: number): number {
    return (terminal * this.#days + day) * KINDS;
  }
}

/** Days that end when least is tried, whatever the time zone. @returns of a row, days since the first one's */
function daysFromTheQuietHour(time: Frame['time']): (row: number) => number {
  const byHour = new Float64Array(HOURS);
  for (let row = 0; row < time.length; row++) byHour[Math.floor(time[row]! / HOUR) % HOURS]!++;
  const quiet = byHour.indexOf(Math.min(...byHour)) * HOUR;
  const numberOf = (at: number): number => Math.floor((at - quiet) / (HOURS * HOUR));
  const first = numberOf(time[0]!);
  return (row) => numberOf(time[row]!) - first;
}
