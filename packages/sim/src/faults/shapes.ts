import type { CauseId, Interface, Reason } from '@duka/model';
import { DAY, HOUR, MINUTE } from '../calendar.ts';
import type { Rng } from '../rng.ts';
import type { Ending } from '../sale/ending.ts';
import { failed } from '../sale/ending.ts';
import type { Presentation } from '../sale/presentation.ts';
import { firstAbove } from '../zipf.ts';
import type { Values } from './ranges.ts';
import { drawDuration, drawValues } from './ranges.ts';
import type { Behaviour, FaultKind, Setting, Span, Tilt } from './types.ts';

/** The parts of which kinds of fault are made. */

export function kind<C extends CauseId>(
  cause: C,
  parts: Omit<FaultKind, 'cause' | 'lasts' | 'behave'> & {
    readonly behave: (values: Values<C>, setting: Setting) => Behaviour;
  },
): FaultKind {
  return {
    ...parts,
    cause,
    lasts: (ranges, rng) => drawDuration(cause, ranges, rng),
    behave: (setting) => parts.behave(drawValues(cause, setting.ranges, setting.rng), setting),
  };
}

/** A fault that shows itself as its kind usually does. */
export const UPRIGHT: Tilt = () => 1;

export type Mix = readonly (readonly [Reason, number])[];
export type MixByInterface = { readonly [I in Interface]?: Mix };

/** Chance at a time. */
export type Chance = (time: number) => number;
export type Strike = NonNullable<Behaviour['strike']>;

export const steady =
  (chance: number): Chance =>
  () =>
    chance;

/** Grows from `from` to `to` within `ramp` days: slowly at first, as wear does. */
export function growing({ from, to, ramp }: { from: number; to: number; ramp: number }, { since }: Span): Chance {
  return (time) => from + (to - from) * Math.min(1, (time - since) / (ramp * DAY)) ** 1.5;
}

/** `chance` within bursts that begin every so many hours and last so many minutes on average; else nothing. */
export function bursting(
  { every, for: minutes, chance }: { every: number; for: number; chance: number },
  span: Span,
  rng: Rng,
): Chance {
  const ends: number[] = [];
  const starts: number[] = [];
  const horizon = Math.min(span.until, span.since + 400 * DAY);
  // The first burst is what starts the trouble.
  for (let at = span.since; at < horizon; at += rng.exponential(every * HOUR)) {
    starts.push(at);
    at += (0.3 + rng.exponential(0.7)) * minutes * MINUTE;
    ends.push(at);
  }
  return (time) => {
    const next = firstAbove(ends, time);
    return time >= (starts[next] ?? Infinity) && time < (ends[next] ?? -Infinity) ? chance : 0;
  };
}

function tilted(mix: Mix, tilt: Tilt): Mix {
  return tilt === UPRIGHT ? mix : mix.map(([reason, weight]) => [reason, weight * tilt(reason)]);
}

type Details = (reason: Reason, rng: Rng) => Parameters<typeof failed>[1];

/** Ends an attempt by one of the reasons, at the chance of the moment. */
export function striking(chance: Chance, mix: Mix, details?: Details): Strike {
  return (p, rng, tilt) => {
    if (!rng.chance(chance(p.time))) return null;
    const reason = rng.weighted(tilted(mix, tilt));
    return failed(reason, details?.(reason, rng));
  };
}

/** As above, with reasons that depend on the interface; interfaces without a row are left alone. */
export function strikingBy(chance: Chance, mixes: MixByInterface, details?: Details): Strike {
  return (p, rng, tilt) => {
    const mix = mixes[p.interface];
    if (mix === undefined || !rng.chance(chance(p.time))) return null;
    const reason = rng.weighted(tilted(mix, tilt));
    return failed(reason, details?.(reason, rng));
  };
}

/** Lets a strike through for some presentations only. */
export function only(test: (p: Presentation) => boolean, strike: Strike): Strike {
  return (p, rng, tilt): Ending | null => (test(p) ? strike(p, rng, tilt) : null);
}

const CAN_SWIPE: ReadonlySet<Interface> = new Set(['chip', 'contactless']);

/** Chip cards are swiped at this share of sales, and refused at this share of swipes. */
export const swipingChips = (swipes: number, refused: number): Behaviour => ({
  steer: (planned, card, rng) =>
    card?.chip === true && CAN_SWIPE.has(planned) && rng.chance(swipes) ? 'magstripe' : planned,
  strike: (p, rng) =>
    p.interface === 'magstripe' && p.card?.chip === true && !p.fallback && rng.chance(refused)
      ? failed('chip_required')
      : null,
});
