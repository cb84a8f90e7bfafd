import type { Interface, Reason } from '@duka/model';
import { REASON_TABLE } from '@duka/model';
import type { Rng } from '../rng.ts';
import type { Ending } from './ending.ts';

/** What people do next. `swipe` is the fallback from a chip that could not be read. */
export type Move = 'again' | 'insert' | 'tap' | 'swipe' | 'other_card' | 'qr' | 'give_up';
type Moves = readonly (readonly [Move, number])[];

const AFTER = {
  chip: [
    ['again', 62],
    ['tap', 9],
    ['swipe', 9],
    ['other_card', 6],
    ['qr', 9],
    ['give_up', 5],
  ],
  contactless: [
    ['again', 48],
    ['insert', 34],
    ['qr', 8],
    ['other_card', 4],
    ['give_up', 6],
  ],
  magstripe: [
    ['again', 66],
    ['other_card', 10],
    ['qr', 12],
    ['give_up', 12],
  ],
  chip_required: [
    ['insert', 80],
    ['again', 8],
    ['qr', 7],
    ['give_up', 5],
  ],
  refused: [
    ['again', 10],
    ['other_card', 36],
    ['qr', 24],
    ['give_up', 30],
  ],
  pin: [
    ['again', 74],
    ['other_card', 8],
    ['qr', 8],
    ['give_up', 10],
  ],
  trouble: [
    ['again', 70],
    ['qr', 10],
    ['give_up', 20],
  ],
  cancelled: [
    ['again', 40],
    ['qr', 8],
    ['give_up', 52],
  ],
} as const satisfies Record<string, Moves>;

const REFUSALS: ReadonlySet<Reason> = new Set([
  'declined',
  'issuer_unavailable',
  'no_application',
  'application_blocked',
  'pin_tries_exceeded',
]);
const MOST_ATTEMPTS = 6;

export function nextMove(interface_: Interface, ending: Ending, nth: number, rng: Rng): Move {
  // Printing comes after approval: the sale is made.
  if (ending.stage === 'print' || nth + 1 >= MOST_ATTEMPTS) return 'give_up';
  return rng.weighted<Move>(AFTER[situation(interface_, ending)]);
}

function situation(interface_: Interface, { outcome, reason }: Ending): keyof typeof AFTER {
  if (outcome === 'cancelled') return 'cancelled';
  if (reason === 'chip_required') return 'chip_required';
  if (REFUSALS.has(reason)) return 'refused';
  const { of } = REASON_TABLE[reason];
  if (of === 'holder') return reason.startsWith('pin') ? 'pin' : 'trouble';
  if (of === 'network' || of === 'host') return 'trouble';
  return interface_ === 'chip' || interface_ === 'contactless' || interface_ === 'magstripe' ? interface_ : 'trouble';
}

const TARGET: { readonly [M in Move]?: Interface } = {
  insert: 'chip',
  tap: 'contactless',
  swipe: 'magstripe',
  qr: 'qr',
};

/** The interface of the next attempt. */
export function interfaceAfter(move: Move, before: Interface, rng: Rng): Interface {
  if (move === 'other_card') return before === 'magstripe' || rng.chance(0.7) ? 'chip' : 'contactless';
  return TARGET[move] ?? before;
}
