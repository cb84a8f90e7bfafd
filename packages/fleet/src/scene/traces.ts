import { INTERFACES } from '@duka/model';
import type { Frame } from '../log/frame.ts';
import { COURSE_OF_INNER } from './course.ts';
import { chancesOfSpans, noDurations, SPANS, spanOf } from './how-long.ts';
import { chancesOfLights, LIGHTS, lightOf } from './lights.ts';
import type { ObservationClass, Observed } from './observation.ts';
import { CERTAIN, REASON_COUNT } from './observation.ts';

/** How long each attempt took and which light it left on, as numbers of spans and lights; -1 where not known. */
type Traces = { readonly span: (row: number) => number; readonly light: (row: number) => number };

/**
 * A failure that does not tell its reason for sure leaves traces of it all the same: a read that failed is over soon, who waits for an answer in vain waits long,
 * and a light stays on that elsewhere goes with one kind of failure. What goes with what is learned from the failures that tell their
 * reason.
 */
export function byTraces(frame: Frame, { observed, classes }: Observed): Observed {
  const traces = tracesOf(frame);
  const told = classes.map(toldBy);
  const chance = learned(frame, observed, told, traces);
  const all = [...classes];
  const finer = observed.slice();
  const split = new Map<number, number>();
  for (let row = 0; row < frame.length; row++) {
    const own = observed[row]!;
    if (own < 0 || told[own] !== null) continue;
    const span = traces.span(row);
    const light = traces.light(row);
    if (span < 0 && light < 0) continue;
    const key = (own * (SPANS + 1) + span + 1) * (LIGHTS + 1) + light + 1;
    let index = split.get(key);
    if (index === undefined) {
      index = all.length;
      split.set(key, index);
      all.push(withTraces(classes[own]!, span, light, chance));
    }
    finer[row] = index;
  }
  return { observed: finer, classes: all };
}

function tracesOf({ number, event, events }: Frame): Traces {
  const lights = events.map(({ indicator }) => lightOf(indicator));
  return { span: (row) => spanOf(number.duration_ms[row]!), light: (row) => lights[event[row]!]! };
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

type Chances = { readonly ofSpan: Float64Array; readonly ofLight: Float64Array };

function learned(
  { length, event, events }: Frame,
  observed: Int32Array,
  told: readonly (Told | null)[],
  traces: Traces,
): Chances {
  const faceOfEvent = events.map((one) => INTERFACES.indexOf(one.interface));
  const durations = noDurations();
  const lights = new Float64Array(REASON_COUNT * LIGHTS);
  for (let row = 0; row < length; row++) {
    const own = observed[row]!;
    const face = faceOfEvent[event[row]!]!;
    const span = traces.span(row);
    if (span >= 0) (own < 0 ? durations.well : durations.failed)[face * SPANS + span]!++;
    const light = traces.light(row);
    for (const { reason, share } of (own >= 0 && told[own]) || []) {
      if (span >= 0) durations.told[(face * REASON_COUNT + reason) * SPANS + span]! += share;
      if (light >= 0) lights[reason * LIGHTS + light]! += share;
    }
  }
  return { ofSpan: chancesOfSpans(durations), ofLight: chancesOfLights(lights) };
}

function withTraces(
  one: ObservationClass,
  span: number,
  light: number,
  { ofSpan, ofLight }: Chances,
): ObservationClass {
  const reasons = INTERFACES.indexOf(one.interface) * REASON_COUNT;
  return {
    ...one,
    // Makes differ in how fast they are and what their lights mean.
    isRough: true,
    likelihood: one.likelihood.map(
      (chance, f) =>
        chance *
        (span < 0 ? 1 : ofSpan[(reasons + f) * SPANS + span]!) *
        (light < 0 ? 1 : ofLight[f * LIGHTS + light]!),
    ),
  };
}
