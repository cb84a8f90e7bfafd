import { INTERFACES } from '@duka/model';
import type { Fault, Scene } from '../scene/scene.ts';
import { FEWEST } from './how-far.ts';

const STRIPE = INTERFACES.indexOf('magstripe');
/** Nearly all are of one kind where more than this part is, and hardly any where less than the rest. */
const NEARLY_ALL = 0.8;

/**
 * Whether the cards whose swipes failed have a chip, as their service codes tell (ISO/IEC 7813): a stripe may be refused for the chip's
 * sake, and one that could not be read gives no service code at all. Fallbacks are of cards with a chip, and tell nothing.
 */
export function swipedChips(
  { frame, face, observed }: Scene,
  fault: Fault,
  failures: Int32Array,
): 'chips' | 'both' | 'none' | 'unread' | 'untold' {
  const eventOf = (row: number) => frame.events[frame.event[row]!]!;
  const isSwipe = (row: number): boolean => face[row] === STRIPE && !eventOf(row).fallback;
  const isKnown = (row: number): boolean => eventOf(row).cardHasChip !== null;
  const failed = failures.filter(isSwipe);
  if (2 * failed.length < failures.length) return 'untold';
  const known = failed.filter(isKnown);
  if (known.length >= FEWEST) {
    const part = known.filter((row) => eventOf(row).cardHasChip).length / known.length;
    return part >= NEARLY_ALL ? 'chips' : part <= 1 - NEARLY_ALL ? 'none' : 'both';
  }
  const sales = fault.rows.filter((row) => isSwipe(row) && observed[row]! < 0);
  const isTold = sales.length >= FEWEST && 2 * sales.filter(isKnown).length >= sales.length;
  return isTold && failed.length >= FEWEST ? 'unread' : 'untold';
}
