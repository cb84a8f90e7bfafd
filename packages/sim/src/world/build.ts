import type { Link } from '@duka/model';
import { DAY, localDay } from '../calendar.ts';
import type { FleetConfig } from '../config.ts';
import type { Rng } from '../rng.ts';
import type { CardMaker } from './cards.ts';
import { cardMaker, makeCustomers } from './cards.ts';
import { makeShifts } from './operators.ts';
import type { ReleasePlan } from './releases.ts';
import { planReleases, releasesOf, softwareOf } from './releases.ts';
import type { Model, Trade } from './tables.ts';
import { ACQUIRERS, CARRIERS, MODELS, REGIONS, TRADES } from './tables.ts';
import type { Customers, Store, Terminal, World } from './types.ts';
import { alwaysFair, makeWeather } from './weather.ts';

const LARGEST_STORE = 40;
const NO_CUSTOMERS: Customers = { chip: [], stripe: [], chipRank: () => 0, stripeRank: () => 0 };

export function buildWorld(config: FleetConfig, rng: Rng): World & { readonly maker: CardMaker } {
  const plan = planReleases(config.rollouts, rng.fork('releases'));
  const maker = cardMaker(config.cards, config.start, config.days);
  const volumes = drawVolumes(config, rng.fork('volumes'));
  const regions = drawRegions(config, rng.fork('regions'));
  const stores: Store[] = [];
  const terminals: Terminal[] = [];
  while (terminals.length < config.terminals) {
    const own = rng.fork(`store ${stores.length}`);
    const store = makeStore(
      stores,
      Math.min(storeSize(own), config.terminals - terminals.length),
      regions,
      config.differences.links,
      own,
    );
    stores.push(store.store);
    for (let place = 0; place < store.size; place++) {
      const index = terminals.length;
      const site = { index, place, volume: volumes[index] ?? config.volume, link: store.link, model: store.model };
      const terminal = makeTerminal(site, store.store, plan, config, rng.fork(`terminal ${index}`));
      terminals.push(terminal);
      store.store.terminals.push(terminal);
    }
    store.store.customers = regularsOf(store.store, config, maker, own);
  }
  return {
    start: config.start,
    end: config.start + config.days * DAY,
    stores,
    terminals,
    neighbours: neighboursOf(terminals, config, regions, maker, rng.fork('neighbours')),
    releases: releasesOf([...new Set(terminals.map(({ model }) => model))], plan),
    holiday: holidays(config),
    maker,
  };
}

function holidays({ start, seasons }: FleetConfig): World['holiday'] {
  const first = localDay(start);
  return (day) => seasons.holidays.some(([from, to]) => day >= first + from && day <= first + to);
}

type Regions = ReadonlyMap<string, Pick<Store, 'poorness' | 'weather'>>;

function drawRegions({ start, days, seasons, differences }: FleetConfig, rng: Rng): Regions {
  return new Map(
    REGIONS.map(([region]) => {
      const own = rng.fork(region);
      const poor = own.chance(differences.poorRegions);
      const weather = seasons.weather > 0 ? makeWeather(start, days, seasons.weather, own) : alwaysFair;
      return [region, { poorness: poor ? differences.poorness : 1, weather }];
    }),
  );
}

/** Lognormal between terminals, scaled so that the fleet's mean is the one asked for. */
function drawVolumes(config: FleetConfig, rng: Rng): number[] {
  const drawn = Array.from({ length: config.terminals }, () => rng.lognormal(1, config.volumeSpread));
  const mean = drawn.reduce((sum, volume) => sum + volume, 0) / Math.max(1, drawn.length);
  return drawn.map((volume) => (volume * config.volume) / mean);
}

/** Half of the stores have one terminal; the tail is Pareto's. */
function storeSize(rng: Rng): number {
  return Math.min(LARGEST_STORE, Math.floor((1 - rng.unit()) ** (-1 / 1.1)));
}

type StorePlan = { readonly store: Store; readonly size: number; readonly link: Link; readonly model: Model };

function makeStore(before: readonly Store[], size: number, regions: Regions, links: number, rng: Rng): StorePlan {
  const trade = rng.weighted<Trade>(TRADES);
  const previous = before.at(-1);
  // A chain's branches share the merchant, its region's acquirer, and little else.
  const chain = previous !== undefined && rng.chance(0.25) ? previous : null;
  const region = chain?.region ?? rng.weighted<string>(REGIONS);
  const acquirer = rng.weighted<(typeof ACQUIRERS)[number][0]>(ACQUIRERS);
  const sequence = String(before.length % 10_000).padStart(4, '0');
  return {
    store: {
      id: `S${1000 + before.length}`,
      merchantId: chain?.merchantId ?? `${acquirer.prefix}${region.slice(0, 4)}${trade.mcc}${sequence}`,
      region,
      acquirer: chain?.acquirer ?? acquirer.id,
      trade,
      shifts: makeShifts(before.length, size, rng),
      terminals: [],
      poorness: regions.get(region)?.poorness ?? 1,
      weather: regions.get(region)?.weather ?? alwaysFair,
      linkTrouble: unlike(links, rng.fork('links')),
      customers: NO_CUSTOMERS,
    },
    size,
    link: rng.weighted<Link>([
      ['ethernet', 38],
      ['wifi', 14],
      ['cellular', 48],
    ]),
    model: rng.weighted<Model>(MODELS),
  };
}

type Site = {
  readonly index: number;
  readonly place: number;
  readonly volume: number;
  readonly link: Link;
  readonly model: Model;
};

function makeTerminal(site: Site, store: Store, plan: ReleasePlan, config: FleetConfig, rng: Rng): Terminal {
  const model = rng.chance(0.7) ? site.model : rng.weighted<Model>(MODELS);
  const link = rng.chance(0.85) ? site.link : 'cellular';
  return {
    index: site.index,
    id: `${store.region.slice(0, 2)}${String(10_000 + site.index * 7).padStart(6, '0')}`,
    store,
    place: site.place,
    model,
    serial: `${model.serial}${rng.text(1, 'ABCDEFGHJKLMNPRSTVXY')}${rng.text(7, '0123456789')}`,
    ...softwareOf(model, plan, config, store.region, rng),
    link,
    carrier: link === 'cellular' ? rng.weighted<string>(CARRIERS) : null,
    signal: link === 'ethernet' ? null : Math.round(rng.between(-92, -58)),
    rtt:
      link === 'ethernet'
        ? rng.lognormal(20, 0.25)
        : link === 'wifi'
          ? rng.lognormal(30, 0.35)
          : rng.lognormal(80, 0.25),
    misreads: unlike(config.differences.misreads, rng.fork('misreads')),
    volume: site.volume,
  };
}

function unlike(spread: number, rng: Rng): number {
  return spread > 0 ? rng.lognormal(1, spread) : 1;
}

/** Enough regulars that the most frequent come almost daily and the usual one a few times a month. */
function regularsOf({ terminals, poorness }: Store, config: FleetConfig, maker: CardMaker, rng: Rng): Customers {
  const volume = terminals.reduce((sum, terminal) => sum + terminal.volume, 0);
  const visits = volume * config.days * config.cards.regulars;
  const { chip, contactless, magstripe } = config.interfaces;
  return makeCustomers(
    Math.ceil(4 + (visits * (chip + contactless)) / 2.5),
    Math.ceil(2 + (visits * magstripe) / 2.5),
    poorness,
    maker,
    rng,
  );
}

function neighboursOf(
  terminals: readonly Terminal[],
  config: FleetConfig,
  regions: Regions,
  maker: CardMaker,
  rng: Rng,
): ReadonlyMap<string, Customers> {
  const volumes = new Map<string, number>();
  for (const { store, volume } of terminals) volumes.set(store.region, (volumes.get(store.region) ?? 0) + volume);
  return new Map(
    [...volumes].map(([region, volume]) => {
      const visits = volume * config.days * config.cards.neighbours;
      const poorness = regions.get(region)?.poorness ?? 1;
      return [region, makeCustomers(Math.ceil(20 + visits / 4), Math.ceil(4 + visits / 40), poorness, maker, rng)];
    }),
  );
}
