import { HOUR, localDay, sinceMidnight } from '../calendar.ts';
import type { Rng } from '../rng.ts';
import type { Operator, Store, Terminal } from './types.ts';

/** Hours of the day at which the night, early and late shifts begin. */
const SHIFT_STARTS = [0, 7, 15.5] as const;

/** Most stores number their cashiers 01, 02, …, the same numbers everywhere; some use staff numbers. */
export function makeShifts(store: number, terminals: number, rng: Rng): Operator[][] {
  const plain = rng.chance(0.4);
  const offset = rng.below(8);
  let made = 0;
  const operator = (): Operator => {
    const number = made++;
    return {
      id: plain ? String(number + 1 + offset).padStart(2, '0') : `U${20_000 + store * 97 + number * 7}`,
      clumsiness: rng.lognormal(1, 0.2),
    };
  };
  const team = (size: number): Operator[] => Array.from({ length: size }, operator);
  const night = team(Math.ceil(terminals / 4));
  const early = team(terminals + rng.below(2));
  // In a small store the same person may well work through both shifts.
  const late = terminals <= 2 && rng.chance(0.3) ? early : team(terminals + rng.below(2));
  return [night, early, late];
}

function shiftAt(time: number): number {
  const hour = sinceMidnight(time) / HOUR;
  return hour < SHIFT_STARTS[1] ? 0 : hour < SHIFT_STARTS[2] ? 1 : 2;
}

/** People rotate over the terminals of their shift from day to day. */
export function operatorAt(terminal: Terminal, time: number): Operator | undefined {
  const team = terminal.store.shifts[shiftAt(time)] ?? [];
  return team[(terminal.place + localDay(time)) % team.length];
}

/** One number for every shift of every day. */
export function shiftNumber(time: number): number {
  return localDay(time) * SHIFT_STARTS.length + shiftAt(time);
}

export function operatorsOf(store: Store): readonly Operator[] {
  return [...new Set(store.shifts.flat())];
}
