import type { Action, Actor } from '@duka/model';

/**
 * What each person costs, in minutes of a cashier's time: to get hold of at all, and for each minute. Getting a technician
 * is the journey and the time that the counter waits for it. Expert estimate.
 */
export const ACTOR_COST = {
  cashier: { call: 0, minute: 1 },
  cardholder: { call: 1, minute: 0.5 },
  manager: { call: 3, minute: 1.2 },
  operations: { call: 15, minute: 1.5 },
  acquirer: { call: 20, minute: 2 },
  issuer: { call: 20, minute: 2 },
  technician: { call: 120, minute: 2.5 },
} as const satisfies { readonly [A in Actor]: { readonly call: number; readonly minute: number } };

/** The cost of an action in minutes of a cashier's time, other people's weighted. */
export const costOf = ({ by, minutes }: Pick<Action, 'by' | 'minutes'>): number =>
  ACTOR_COST[by].call + minutes * ACTOR_COST[by].minute;
