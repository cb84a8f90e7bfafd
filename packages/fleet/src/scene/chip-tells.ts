import type { Frame } from '../log/frame.ts';

/** How many times as many of the stripes that are refused for a chip's sake as of all that are swiped are of cards with a chip, and of cards without. */
export type ChipTells = { readonly chip: number; readonly none: number };

export const NOTHING_TOLD: ChipTells = { chip: 1, none: 1 };

/** Part of the stripes refused that are of cards with a chip, and as how many refusals it counts. Some places take no stripe at all. Expert estimate. */
const TYPICAL = { chips: 0.95, weight: 20 };
/** Places differ in which stripes they refuse: so much of the ratio's logarithm is held to be true of each. Expert estimate. */
const OF_EACH = 0.75;

/**
 * A stripe is refused for the sake of the chip that its service code tells of: on that hangs what a swipe may be that failed without a
 * word. Learned from the swipes of the log, but for fallbacks, all of which are of cards with a chip.
 */
export function chipTells({ event, events, length }: Pick<Frame, 'event' | 'events' | 'length'>): ChipTells {
  const swiped = { chips: 1, all: 2 };
  const refused = { chips: TYPICAL.chips * TYPICAL.weight, all: TYPICAL.weight };
  for (let row = 0; row < length; row++) {
    const { interface: face, fallback, cardHasChip, reason } = events[event[row]!]!;
    if (face !== 'magstripe' || fallback || cardHasChip === null) continue;
    for (const count of reason === 'chip_required' ? [swiped, refused] : [swiped]) {
      count.all++;
      if (cardHasChip) count.chips++;
    }
  }
  const ofRefused = refused.chips / refused.all;
  const ofSwiped = swiped.chips / swiped.all;
  return {
    chip: (ofRefused / ofSwiped) ** OF_EACH,
    none: ((1 - ofRefused) / (1 - ofSwiped)) ** OF_EACH,
  };
}
