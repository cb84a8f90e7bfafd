import type { Problem } from './problem.ts';
import type { Wear } from './wear.ts';

/** A course ends in the call where what is left of it costs less than this part of what was spent: long tails cost time and change nothing. */
const TAIL = 0.05;
/** So many repairs in a row that did not pay for themselves, and what follows is not looked at. */
const IN_VAIN = 6;

/** Repairs one after the other until the call: places in `problem.repairs`, and the cost of all, times the mass at the start. */
export type Course = { readonly repairs: readonly number[]; readonly cost: number };

/**
 * Again and again the repair that removes most for its cost, belief updated by each failure, until calling is better. With one
 * fault and repairs of different causes there is no better order (Heckerman, Breese and Rommelse 1995).
 * @param wear at the start of the course
 */
export function repairsOnly({ repairs, call }: Problem, wear: Wear): Course {
  wear.rate();
  const taken: number[] = [];
  let spent = 0;
  let best = call * wear.mass;
  let length = 0;
  for (;;) {
    const before = wear.mass;
    const next = wear.doMostForCost();
    if (next < 0) break;
    spent += repairs[next]!.cost * before;
    if (spent >= best) break;
    taken.push(next);
    if (spent + call * wear.mass < best) {
      best = spent + call * wear.mass;
      length = taken.length;
    }
    if (taken.length - length >= IN_VAIN) break;
    if (call * wear.mass < TAIL * spent) break;
  }
  return { repairs: taken.slice(0, length), cost: best };
}

/**
 * The cost of a course, or of the best beginning of it, where some of its repairs are done already.
 * @param done places in `problem.repairs`
 */
export function courseCost({ repairs, call }: Problem, wear: Wear, course: Course, done: ReadonlySet<number>): number {
  let spent = 0;
  let best = call * wear.mass;
  for (const place of course.repairs) {
    if (done.has(place)) continue;
    const repair = repairs[place]!;
    spent += repair.cost * wear.mass;
    if (spent >= best) return best;
    wear.do(repair);
    best = Math.min(best, spent + call * wear.mass);
    if (call * wear.mass < TAIL * spent) break;
  }
  return best;
}
