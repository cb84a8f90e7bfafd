import type { Interface, Scope } from '@duka/model';
import type { Rng } from '../rng.ts';
import { operatorsOf } from '../world/operators.ts';
import { ISSUERS } from '../world/tables.ts';
import type { Card, Release, Schedule, Store, Terminal, World } from '../world/types.ts';
import type { FaultKind } from './types.ts';

/** Places where faults sit. What is used more breaks more, and more than in proportion: busy hands are rough. */
const WEAR = 1.5;

type Site = FaultKind['site'];

export function drawTerminal(world: World, rng: Rng, test: (t: Terminal) => boolean = () => true): Terminal | null {
  const fit = world.terminals.filter(test);
  return fit.length === 0 ? null : rng.weighted(fit.map((terminal) => [terminal, terminal.volume ** WEAR]));
}

const bySome = (at: readonly Interface[]): Scope => {
  const [first, ...others] = at;
  return first === undefined ? {} : { interface: others.length === 0 ? first : at };
};

/** One terminal, at some or all of its interfaces. */
export const aTerminal =
  (...at: readonly Interface[]): Site =>
  (world, rng) => {
    const terminal = drawTerminal(world, rng);
    return terminal === null ? null : { terminal_id: terminal.id, ...bySome(at) };
  };

export const aTerminalOn =
  (...links: readonly Terminal['link'][]): Site =>
  (world, rng) => {
    const terminal = drawTerminal(world, rng, ({ link }) => links.includes(link));
    return terminal === null ? null : { terminal_id: terminal.id };
  };

export const aStore: Site = (world, rng) => {
  const terminal = drawTerminal(world, rng, ({ store }) => store.terminals.length > 1) ?? drawTerminal(world, rng);
  return terminal === null ? null : { store_id: terminal.store.id };
};

export const anAcquirer: Site = (world, rng) => {
  const terminal = drawTerminal(world, rng);
  return terminal === null ? null : { acquirer: terminal.store.acquirer };
};

/** A carrier in one region. */
export const aCoverage: Site = (world, rng) => {
  const terminal = drawTerminal(world, rng, ({ carrier }) => carrier !== null);
  return terminal?.carrier == null ? null : { carrier: terminal.carrier, region: terminal.store.region };
};

/** One person in one store, at some or all interfaces. */
export const anOperator =
  (...at: readonly Interface[]): Site =>
  (world, rng) => {
    const store = drawTerminal(world, rng)?.store;
    if (store === undefined) return null;
    // The first team is the night's, with next to no trade.
    const day = operatorsOf({ ...store, shifts: store.shifts.slice(1) });
    return {
      store_id: store.id,
      operator_id: rng.pick(day).id,
      ...bySome(at),
    };
  };

/** A card of one of the most frequent customers of a busy store. */
export const aRegular =
  (type: 'chip' | 'stripe', test: (card: Card) => boolean, ...at: readonly Interface[]): Site =>
  (world, rng) => {
    const store = busiest(world, rng);
    const card =
      rng.pick([...(store?.customers[type].filter(test).slice(0, 3) ?? []), null]) ?? store?.customers[type].find(test);
    if (card === undefined) return null;
    return { card_ref: card.ref, ...bySome(at) };
  };

/** A card with nothing wrong of its own. */
export const sound = (card: Card): boolean =>
  card.chipFlaw === 0 && card.stripeFlaw === 0 && card.refused === null && card.forgets === null;

function busiest(world: World, rng: Rng): Store | null {
  if (world.stores.length === 0) return null;
  const trade = (store: Store) => store.terminals.reduce((sum, { volume }) => sum + volume, 0);
  return rng.weighted(world.stores.map((store) => [store, trade(store) ** 1.5]));
}

export const anIssuer: Site = (_world, rng) => ({ bin: [...rng.weighted<readonly string[]>(ISSUERS)] });

/** A few ranges of one or two issuers: the newer cards. */
export function someBins(rng: Rng): string[] {
  const bins = ISSUERS.slice(0, 6).flatMap(([list]) => [...list]);
  const first = rng.pick(bins);
  const second = rng.pick(bins);
  const third = rng.pick(bins);
  return [...new Set([first, second, third])].sort();
}

export const oneOf =
  (...sites: readonly (readonly [Site, number])[]): Site =>
  (world, rng) =>
    rng.weighted(sites)(world, rng) ?? sites.map(([site]) => site(world, rng)).find((scope) => scope !== null) ?? null;

/** A release of the window that some terminals really got, with those terminals. */
export function drawRelease(
  world: World,
  rng: Rng,
  column: Release['column'],
): { readonly version: string; readonly terminals: readonly Terminal[] } | null {
  const reached = world.releases
    .filter((release) => release.column === column)
    .map(({ version }) => ({
      version,
      terminals: world.terminals.filter((terminal) => arrival(scheduleOf(terminal, column), version) < world.end),
    }))
    .filter(({ terminals }) => terminals.length > 0);
  return reached.length === 0 ? null : rng.weighted(reached.map((release) => [release, release.terminals.length]));
}

export function scheduleOf(terminal: Terminal, column: 'app_version' | 'firmware_version' | 'param_version'): Schedule {
  return { app_version: terminal.app, firmware_version: terminal.firmware, param_version: terminal.params }[column];
}

/** When a version arrives by a schedule; Infinity where it never does. */
export function arrival(schedule: Schedule, version: string): number {
  return schedule.find((entry) => entry.version === version)?.from ?? Infinity;
}
