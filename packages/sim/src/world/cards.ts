import { DAY } from '../calendar.ts';
import type { CardShares } from '../config.ts';
import type { Rng } from '../rng.ts';
import { zipf } from '../zipf.ts';
import { ISSUERS } from './tables.ts';
import type { Card, Customers } from './types.ts';

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
const CHIP_SERVICE_CODES = [
  ['201', 72],
  ['620', 22],
  ['221', 4],
  ['625', 2],
] as const;
const STRIPE_SERVICE_CODES = [
  ['121', 80],
  ['521', 15],
  ['120', 5],
] as const;
const REFUSALS = [
  ['54', 4],
  ['62', 3],
  ['14', 2],
  ['21', 1],
  ['43', 1],
] as const;

/** `poorness`: how many times as often as usual a card is bad. */
export type CardMaker = { readonly make: (chip: boolean, poorness: number, rng: Rng) => Card };

/** Cards are numbered by one counter, so that no two of a run are alike. */
export function cardMaker(shares: CardShares, start: number, days: number): CardMaker {
  let made = 0;
  return {
    make(chip, poorness, rng) {
      const serial = (made++).toString(36);
      const forgetsFrom = start + rng.unit() * days * DAY;
      return {
        ref: `k${rng.text(3, LETTERS)}${serial}z${rng.text(3, LETTERS)}`,
        bin: rng.pick(rng.weighted<readonly string[]>(ISSUERS)),
        serviceCode: rng.weighted<string>(chip ? CHIP_SERVICE_CODES : STRIPE_SERVICE_CODES),
        chip,
        pin: rng.chance(0.55),
        chipFlaw: chip && rng.chance(shares.flawedChips * poorness) ? rng.between(0.25, 1) : 0,
        stripeFlaw: rng.chance(shares.wornStripes * poorness) ? rng.between(0.1, 0.7) : 0,
        refused: rng.chance(shares.refused * poorness) ? rng.weighted<string>(REFUSALS) : null,
        forgets: rng.chance(shares.forgetful) ? [forgetsFrom, forgetsFrom + rng.between(1, 6) * DAY] : null,
      };
    },
  };
}

/** How fast the frequency of customers falls with their rank: a few come daily, most once a month. */
const EXPONENT = 0.6;
const OFFSET = 3;

/** People who come often have had a bad card replaced long ago. */
const REPLACED_SHARE = 0.15;

export function makeCustomers(chip: number, stripe: number, poorness: number, maker: CardMaker, rng: Rng): Customers {
  const ranked = (count: number, hasChip: boolean): Card[] =>
    Array.from({ length: count }, (_, rank) => {
      let card = maker.make(hasChip, poorness, rng);
      for (let tries = 0; rank < count * REPLACED_SHARE && isBad(card) && tries < 20; tries++) {
        card = maker.make(hasChip, poorness, rng);
      }
      return card;
    });
  return {
    chip: ranked(chip, true),
    stripe: ranked(stripe, false),
    chipRank: zipf(chip, EXPONENT, OFFSET),
    stripeRank: zipf(stripe, EXPONENT, OFFSET),
  };
}

function isBad(card: Card): boolean {
  return card.chipFlaw > 0 || card.stripeFlaw > 0 || card.refused !== null;
}
