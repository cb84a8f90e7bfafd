import { INTERFACES } from '@duka/model';
import type { Frame } from '../log/frame.ts';
import { COURSE_OF_INNER } from './course.ts';
import { chancesOfSpans, noDurations, SPANS, spanOf } from './how-long.ts';
import { chancesOfLights, LIGHTS, lightOf } from './lights.ts';
import type { ObservationClass, Observed } from './observation.ts';
import { CERTAIN, REASON_COUNT } from './observation.ts';
import { chancesOfNext, NEXTS, noSequences } from './what-follows.ts';

/** How long each attempt took, which light it left on, and what came next, as numbers of spans, lights and nexts; -1 where not known. */
type Traces = {
  readonly span: (row: number) => number;
  readonly light: (row: number) => number;
  readonly next: (row: number) => number;
};

/**
 * A failure that does not tell its reason for sure leaves traces of it all the same: a read that failed is over soon, who waits for an answer in vain
 * waits long, a light stays on that elsewhere goes with one kind of failure, and whose card could not be read tries again where one that was declined
 * leaves. What goes with what is learned from the failures that tell their reason.
 *
 * @param follows what comes next after each failure
 */
export function byTraces(frame: Frame, { observed, classes }: Observed, follows: Uint8Array): Observed {
  const traces = tracesOf(frame, follows);
  const told = classes.map(toldBy);
  const chance = learned(frame, observed, told, traces);
  const keyOf = (row: number): number => {
    const own = observed[row]!;
    if (own < 0 || told[own] !== null) return -1;
    return (
      ((own * (SPANS + 1) + traces.span(row) + 1) * (LIGHTS + 1) + traces.light(row) + 1) * NEXTS + traces.next(row)
    );
  };
  const all = [...classes];
  const split = new Map<number, number>();
  for (const { key, row } of mostFrequent(keyOf, frame.length)) {
    split.set(key, all.length);
    all.push(withTraces(classes[observed[row]!]!, traces, row, chance));
  }
  return { observed: observed.map((own, row) => split.get(keyOf(row)) ?? own), classes: all };
}

/** More than small logs have. In a large one the rarest classes, of a few failures each, are not split: tables hang on their number. */
const MOST_CLASSES = 4000;

/** The keys that occur, each with a row; where they are too many the most frequent, and of equally frequent ones the lower. */
function mostFrequent(keyOf: (row: number) => number, length: number) {
  const found = new Map<number, { readonly key: number; readonly row: number; count: number }>();
  for (let row = 0; row < length; row++) {
    const key = keyOf(row);
    if (key < 0) continue;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { key, row, count: 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.key - b.key).slice(0, MOST_CLASSES);
}

function tracesOf({ number, event, events }: Frame, follows: Uint8Array): Traces {
  const lights = events.map(({ indicator }) => lightOf(indicator));
  return {
    span: (row) => spanOf(number.duration_ms[row]!),
    light: (row) => lights[event[row]!]!,
    next: (row) => follows[row]!,
  };
}

/** The reasons that a class tells, as parts of one. */
type Told = readonly { readonly reason: number; readonly share: number }[];

/** Null where it tells none, or reasons that end an attempt in different ways. */
function toldBy({ likelihood, isTold }: ObservationClass): Told | null {
  if (!isTold) return null;
  const sum = likelihood.reduce((total, chance) => total + chance, 0);
  const shares = Array.from(likelihood, (chance, reason) => ({ reason, share: chance / sum }));
  const best = shares.reduce((top, one) => (one.share > top.share ? one : top));
  if (best.share >= CERTAIN) return [{ reason: best.reason, share: 1 }];
  const alike = shares.filter(({ reason }) => COURSE_OF_INNER[reason] === COURSE_OF_INNER[best.reason]);
  return alike.reduce((part, { share }) => part + share, 0) >= CERTAIN ? alike.filter(({ share }) => share > 0) : null;
}

type Chances = { readonly ofSpan: Float64Array; readonly ofLight: Float64Array; readonly ofNext: Float64Array };

function learned(
  { length, event, events }: Frame,
  observed: Int32Array,
  told: readonly (Told | null)[],
  traces: Traces,
): Chances {
  const faceOfEvent = events.map((one) => INTERFACES.indexOf(one.interface));
  const durations = noDurations();
  const lights = new Float64Array(REASON_COUNT * LIGHTS);
  const sequences = noSequences();
  for (let row = 0; row < length; row++) {
    const own = observed[row]!;
    const face = faceOfEvent[event[row]!]!;
    const span = traces.span(row);
    if (span >= 0) (own < 0 ? durations.well : durations.failed)[face * SPANS + span]!++;
    const light = traces.light(row);
    const next = traces.next(row);
    if (own >= 0) sequences.failed[face * NEXTS + next]!++;
    for (const { reason, share } of (own >= 0 && told[own]) || []) {
      if (span >= 0) durations.told[(face * REASON_COUNT + reason) * SPANS + span]! += share;
      if (light >= 0) lights[reason * LIGHTS + light]! += share;
      sequences.told[(face * REASON_COUNT + reason) * NEXTS + next]! += share;
    }
  }
  return { ofSpan: chancesOfSpans(durations), ofLight: chancesOfLights(lights), ofNext: chancesOfNext(sequences) };
}

function withTraces(
  one: ObservationClass,
  traces: Traces,
  row: number,
  { ofSpan, ofLight, ofNext }: Chances,
): ObservationClass {
  const reasons = INTERFACES.indexOf(one.interface) * REASON_COUNT;
  const span = traces.span(row);
  const light = traces.light(row);
  const next = traces.next(row);
  return {
    ...one,
    // Makes differ in how fast they are and what their lights mean.
    isRough: one.isRough || span >= 0 || light >= 0,
    likelihood: one.likelihood.map(
      (chance, f) =>
        chance *
        (span < 0 ? 1 : ofSpan[(reasons + f) * SPANS + span]!) *
        (light < 0 ? 1 : ofLight[f * LIGHTS + light]!) *
        ofNext[(reasons + f) * NEXTS + next]!,
    ),
  };
}
