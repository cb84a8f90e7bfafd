import type { Interface } from '@duka/model';
import { MINUTE } from '../calendar.ts';
import type { Bounds } from '../faults/scope.ts';
import type { Fault } from '../faults/types.ts';
import type { Rng } from '../rng.ts';
import { operatorAt } from '../world/operators.ts';
import type { Card, Terminal } from '../world/types.ts';
import { versionAt } from '../world/types.ts';
import type { CardSource } from './customer.ts';
import { drawCard } from './customer.ts';
import { durationOf } from './duration.ts';
import type { Ending } from './ending.ts';
import { failed, stageOrder } from './ending.ts';
import { ordinaryEnding } from './noise.ts';
import type { Presentation } from './presentation.ts';
import { interfaceAfter, nextMove } from './reaction.ts';

export type BoundFault = { readonly index: number; readonly fault: Fault; readonly bounds: Bounds };

/** What happened, and which planted fault, if any, did it. */
export type Happened = {
  readonly presentation: Presentation;
  readonly ending: Ending | null;
  readonly duration: number;
  readonly by: number | null;
};

type Plan = { interface: Interface; card: Card | null; fallback: boolean; spoilt: number; spoiler: BoundFault | null };

/** Whoever spoils a chip on purpose does it for more than the price of a lunch: so many times the amount. Expert estimate. */
const WORTH_IT = 6;

/** Retries come 8 to 80 s after the attempt before. */
const RETRY = { least: 8, mean: 13, most: 80 } as const;
/** Above this amount a tap asks for a PIN. */
const TAP_LIMIT = 100_000;

const holdsAt = ({ fault }: BoundFault, time: number): boolean => time >= fault.since && time < fault.until;

/** One sale from the first attempt to success or to giving up. Gives the time at which the terminal is free again. */
export function runSale(
  start: number,
  terminal: Terminal,
  faults: readonly BoundFault[],
  source: CardSource,
  rng: Rng,
  happen: (happened: Happened) => void,
): number {
  const amount = Math.max(100, Math.round(rng.lognormal(terminal.store.trade.ticket, 0.9)));
  const plan = planSale(start, amount, terminal, faults, source, rng);
  let time = start;
  for (let nth = 0; ; nth++) {
    const p = present(time, nth, amount, plan, terminal, rng);
    const { ending, by } = endingOf(p, plan, faults, source, rng);
    const duration = durationOf(p.interface, ending, p.rtt, rng);
    happen({ presentation: p, ending, duration, by });
    const done = time + duration;
    if (ending === null) return done;
    const move = followPlan(plan, nth) ?? nextMove(p.interface, ending, nth, rng);
    if (move === 'give_up') return done;
    plan.fallback = move === 'swipe' || (move === 'again' && plan.fallback);
    plan.interface = interfaceAfter(move, plan.interface, rng);
    if (move === 'other_card' || plan.card === null || plan.interface === 'qr') {
      plan.card = drawCard(plan.interface, terminal.store, time, source, rng);
    }
    const pause = Math.min(RETRY.most, RETRY.least + rng.exponential(RETRY.mean)) * 1000;
    time = Math.round(Math.max(time + pause, Math.min(done + 2000, time + RETRY.most * 1000)));
  }
}

function planSale(
  start: number,
  amount: number,
  terminal: Terminal,
  faults: readonly BoundFault[],
  source: CardSource,
  rng: Rng,
): Plan {
  const { interfaces } = source.config;
  const at = rng.weighted<Interface>(Object.entries(interfaces) as [Interface, number][]);
  const card = drawCard(at, terminal.store, start, source, rng);
  const plan: Plan = { interface: at, card, fallback: false, spoilt: 0, spoiler: null };
  for (const bound of faults) {
    const { steer, spoil } = bound.fault;
    if ((steer === undefined && spoil === undefined) || !holdsAt(bound, start)) continue;
    if (!bound.bounds.holdsButInterface(present(start, 0, amount, plan, terminal, rng))) continue;
    if (steer !== undefined) plan.interface = steer(plan.interface, plan.card, rng);
    if (spoil !== undefined && plan.interface === 'chip') {
      plan.spoilt = spoil(rng);
      plan.spoiler = bound;
    }
  }
  return plan;
}

/** A sale whose chip is spoilt on purpose goes on with the chip until the stripe is to be swiped. */
function followPlan(plan: Plan, nth: number): 'again' | 'swipe' | null {
  if (nth >= plan.spoilt) return null;
  return nth + 1 < plan.spoilt ? 'again' : 'swipe';
}

function present(time: number, nth: number, amount: number, plan: Plan, terminal: Terminal, rng: Rng): Presentation {
  const { card, fallback } = plan;
  const at = plan.interface;
  const asks = card?.pin === true && at !== 'qr' && at !== 'manual';
  return {
    time,
    terminal,
    operator: operatorAt(terminal, time),
    interface: at,
    card,
    amount: plan.spoilt > 0 ? WORTH_IT * amount : amount,
    pin: asks && (at !== 'contactless' || amount > TAP_LIMIT),
    fallback: fallback && at === 'magstripe' && card?.chip === true,
    nth,
    app: versionAt(terminal.app, time),
    firmware: versionAt(terminal.firmware, time),
    params: versionAt(terminal.params, time),
    rtt: terminal.rtt * rng.lognormal(1, 0.35),
    weather: terminal.store.weather(time),
    signal: terminal.signal === null ? null : terminal.signal + 3 * rng.normal(),
  };
}

/** Whatever stops the attempt at the earliest stage is what ends it. */
function endingOf(
  p: Presentation,
  plan: Plan,
  faults: readonly BoundFault[],
  source: CardSource,
  rng: Rng,
): { ending: Ending | null; by: number | null } {
  if (p.nth < plan.spoilt && plan.spoiler !== null && p.interface === 'chip') {
    return { ending: failed(rng.pick(['removed_early', 'mute', 'bad_atr', 'no_card'])), by: plan.spoiler.index };
  }
  let ending = ordinaryEnding(p, source.config, rng);
  let by: number | null = null;
  for (const bound of faults) {
    const { strike, disturb, tilt } = bound.fault;
    if (!holdsAt(bound, p.time) || !bound.bounds.holds(p)) continue;
    disturb?.(p, rng);
    const struck = strike?.(p, rng, tilt) ?? null;
    if (struck === null) continue;
    const earlier = ending === null || stageOrder(struck.stage) - stageOrder(ending.stage) < (by === null ? 1 : 0);
    if (!earlier) continue;
    ending = struck;
    by = bound.index;
  }
  return { ending, by };
}

/** The least time between the end of a sale and the next one at the same terminal. */
export const TURNOVER = MINUTE / 6;
