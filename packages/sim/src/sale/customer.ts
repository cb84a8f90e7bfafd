import type { Interface } from '@duka/model';
import { localDay } from '../calendar.ts';
import type { FleetConfig } from '../config.ts';
import type { Rng } from '../rng.ts';
import type { CardMaker } from '../world/cards.ts';
import type { Card, Customers, Store, World } from '../world/types.ts';

/** A customer who is known to come so often: the chance that a card sale of the store is theirs. */
export type Frequent = { readonly card: Card; readonly chance: number };

export type CardSource = {
  readonly world: World;
  readonly maker: CardMaker;
  readonly config: FleetConfig;
  readonly frequents: ReadonlyMap<Store, readonly Frequent[]>;
};

/** On holidays, more of the customers are strangers. */
const REGULARS_ON_HOLIDAYS = 0.6;

/** Of swipes, few are made with a card that has a chip. */
const CHIP_CARD_SWIPED = 0.06;

/** Whose card it is: a regular's of the store, one of the neighbourhood's, or a stranger's. */
export function drawCard(at: Interface, store: Store, time: number, source: CardSource, rng: Rng): Card | null {
  if (at === 'qr') return null;
  const chip = at !== 'magstripe' || rng.chance(CHIP_CARD_SWIPED);
  for (const { card, chance } of source.frequents.get(store) ?? []) {
    if (card.chip === chip && rng.chance(chance)) return card;
  }
  const { neighbours } = source.config.cards;
  const away = source.world.holiday(localDay(time));
  const regulars = source.config.cards.regulars * (away ? REGULARS_ON_HOLIDAYS : 1);
  const who = rng.unit();
  if (who < regulars) return drawRegular(store.customers, chip, rng);
  const region = who < regulars + neighbours ? source.world.neighbours.get(store.region) : undefined;
  return region === undefined ? source.maker.make(chip, store.poorness, rng) : drawRegular(region, chip, rng);
}

function drawRegular(customers: Customers, chip: boolean, rng: Rng): Card | null {
  const card = chip ? customers.chip[customers.chipRank(rng)] : customers.stripe[customers.stripeRank(rng)];
  return card ?? null;
}

/** Turns the visits a day of known customers into shares of their store's card sales. */
export function frequentCustomers(
  wanted: readonly { readonly ref: string; readonly visits: number }[],
  world: World,
  config: FleetConfig,
): ReadonlyMap<Store, readonly Frequent[]> {
  const { chip, contactless, manual, magstripe } = config.interfaces;
  const found = new Map<Store, Frequent[]>();
  for (const { ref, visits } of wanted) {
    for (const store of world.stores) {
      const card = [...store.customers.chip, ...store.customers.stripe].find((one) => one.ref === ref);
      if (card === undefined) continue;
      const daily = store.terminals.reduce((sum, { volume }) => sum + volume, 0);
      const usable = daily * (card.chip ? chip + contactless + manual : magstripe);
      found.set(store, [...(found.get(store) ?? []), { card, chance: Math.min(0.3, visits / Math.max(0.1, usable)) }]);
    }
  }
  return found;
}
