import type { Action, Actor } from '@duka/model';

/**
 * What each person costs, in minutes of a cashier's time: to get hold of at all, and for each minute. Getting a technician
 * is the journey and the time that the counter waits for it. Expert estimate.
 */
const ACTOR_COST = {
  cashier: { call: 0, minute: 1 },
  cardholder: { call: 1, minute: 0.5 },
  manager: { call: 3, minute: 1.2 },
  operations: { call: 15, minute: 1.5 },
  acquirer: { call: 20, minute: 2 },
  issuer: { call: 20, minute: 2 },
  technician: { call: 120, minute: 2.5 },
} as const satisfies { readonly [A in Actor]: { readonly call: number; readonly minute: number } };

type Work = Pick<Action, 'by' | 'minutes'>;

/** What a minute of the work costs, in minutes of a cashier's time. */
export const perMinute = ({ by }: Pick<Action, 'by'>): number => ACTOR_COST[by].minute;

/** The work of an action in minutes of a cashier's time, once the person is there. */
export const effortOf = ({ by, minutes }: Work): number => minutes * perMinute({ by });

/** What an action costs at the counter, in minutes of a cashier's time: to get the person, and the work. */
export const costOf = (work: Work): number => ACTOR_COST[work.by].call + effortOf(work);
