import type { CauseId, Scope } from '@duka/model';
import type { FleetConfig } from './config.ts';
import { DEFAULT_CONFIG } from './config.ts';
import { plantAll, randomFaults } from './faults/plant.ts';
import { boundsOf } from './faults/scope.ts';
import type { Fault } from './faults/types.ts';
import type { AttemptRecord, PlantedFault, Simulation } from './record.ts';
import { drawHabit } from './reporting/habit.ts';
import { writeDown } from './reporting/write-down.ts';
import { Rng } from './rng.ts';
import type { CardSource } from './sale/customer.ts';
import { frequentCustomers } from './sale/customer.ts';
import type { BoundFault, Happened } from './sale/sale.ts';
import { runSale, TURNOVER } from './sale/sale.ts';
import { arrivals } from './traffic.ts';
import { buildWorld } from './world/build.ts';
import type { Terminal, World } from './world/types.ts';

/** `to` blames a planted fault by its number, or a bad card by what is bad of it. */
type Noted = { readonly time: number; readonly record: AttemptRecord; readonly to: number | string | null };

/** A fleet's log over some days, and what was really wrong. The same seed gives the same bytes. */
export function simulate(config: Partial<FleetConfig>, seed: number): Simulation {
  const fleet = setUp(config, seed);
  const noted: Noted[] = [];
  for (const terminal of fleet.source.world.terminals) {
    for (const one of work(terminal, fleet)) noted.push(one);
  }
  // The sort is stable: records of one moment stay in the order of their terminals.
  noted.sort((a, b) => a.time - b.time);
  return { attempts: noted.map(({ record }) => record), ...truthOf(fleet.faults, noted, fleet.source.world) };
}

/** The same attempts, one terminal after the other, each in order of time: for fleets whose log would not fit into memory. */
export function* simulateByTerminal(config: Partial<FleetConfig>, seed: number): Generator<readonly AttemptRecord[]> {
  const fleet = setUp(config, seed);
  for (const terminal of fleet.source.world.terminals) {
    const noted = work(terminal, fleet).sort((a, b) => a.time - b.time);
    yield noted.map(({ record }) => record);
  }
}

type Fleet = {
  readonly faults: readonly Fault[];
  readonly bound: readonly BoundFault[];
  readonly source: CardSource;
  readonly rng: Rng;
};

function setUp(config: Partial<FleetConfig>, seed: number): Fleet {
  const full: FleetConfig = { ...DEFAULT_CONFIG, ...config };
  const rng = new Rng(seed);
  const world = buildWorld(full, rng.fork('world'));
  const faults = plantAll(randomFaults(full, rng.fork('faults')), world, full, rng.fork('places'));
  const wanted = faults.flatMap(({ frequents }) => (frequents === undefined ? [] : [frequents]));
  const source: CardSource = {
    world,
    maker: world.maker,
    config: full,
    frequents: frequentCustomers(wanted, world, full),
  };
  const bound = faults.map((fault, index): BoundFault => ({ index, fault, bounds: boundsOf(fault.scope) }));
  return { faults, bound, source, rng };
}

/** All that happens at one terminal, written down as its software does. */
function work(terminal: Terminal, { bound, source, rng: fleetRng }: Fleet): Noted[] {
  const { config, world } = source;
  const faults = bound.filter(({ bounds }) => bounds.reaches(terminal));
  const rng = fleetRng.fork(`traffic ${terminal.index}`);
  const noted: Noted[] = [];
  const habit = drawHabit(config.reporting, config.missing, rng.fork('habit'));
  const name = terminal.index.toString(36);
  let attempts = 0;
  let sales = 0;
  let free = -Infinity;
  for (const arrival of arrivals(terminal, world, rng.fork('arrivals'))) {
    const start = Math.max(arrival, Math.ceil(free + TURNOVER));
    if (start >= world.end || !comes(faults, start, terminal, rng)) continue;
    const sale = `s${name}-${(sales++).toString(36)}`;
    free = runSale(start, terminal, faults, source, rng, (happened) => {
      const { presentation, ending, duration } = happened;
      if (presentation.time >= world.end) return;
      const ids = { attempt: `a${name}-${(attempts++).toString(36)}`, sale, duration };
      const record = writeDown(presentation, ending, ids, habit, config.missing.random, rng);
      noted.push({ time: presentation.time, record, to: blame(happened) });
    });
  }
  return noted;
}

/** Faults that everybody at the terminal can see keep some customers away. */
function comes(faults: readonly BoundFault[], time: number, terminal: Terminal, rng: Rng): boolean {
  return faults.every(({ fault, bounds }) => {
    if (fault.traffic === undefined || time < fault.since || time >= fault.until || !bounds.reaches(terminal))
      return true;
    const share = fault.traffic(time);
    return share >= 1 || rng.chance(share);
  });
}

function blame({ by, ending, presentation }: Happened): number | string | null {
  if (by !== null) return by;
  if (ending?.blame === undefined || presentation.card === null) return null;
  return `${ending.blame} ${presentation.card.ref}`;
}

/** From so many failures on, a bad card counts as a fault of its own; from fewer on, it may at least be named as one. */
const NATURAL_FROM = 8;
const MINOR_FROM = 4;
const NATURAL: { readonly [blame: string]: readonly [CauseId, Scope] } = {
  chip: ['card.chip_damaged', { interface: 'chip' }],
  stripe: ['card.stripe_damaged', { interface: 'magstripe' }],
  issuer: ['card.blocked_or_expired', {}],
  holder: ['operation.wrong_pin', {}],
};

function truthOf(faults: readonly Fault[], noted: readonly Noted[], world: World): Pick<Simulation, 'truth' | 'minor'> {
  const blamed = new Map<number | string, number[]>(faults.map((_, index) => [index, []]));
  noted.forEach(({ to }, place) => {
    if (to === null) return;
    const places = blamed.get(to);
    if (places === undefined) blamed.set(to, [place]);
    else places.push(place);
  });
  const planted = faults.map(({ cause, scope, since, until }, index): PlantedFault => {
    const attempts = blamed.get(index) ?? [];
    return {
      cause,
      scope,
      origin: 'planted',
      since,
      until: until < world.end ? until : null,
      excess: attempts.length,
      attempts,
    };
  });
  const natural = naturalFaults(blamed, world);
  return {
    truth: [...planted, ...natural.filter(({ excess }) => excess >= NATURAL_FROM)],
    minor: natural.filter(({ excess }) => excess < NATURAL_FROM),
  };
}

function naturalFaults(blamed: ReadonlyMap<number | string, number[]>, world: World): PlantedFault[] {
  return [...blamed].flatMap(([to, attempts]): PlantedFault[] => {
    if (typeof to === 'number' || attempts.length < MINOR_FROM) return [];
    const [what = '', ref = ''] = to.split(' ');
    const kind = NATURAL[what];
    if (kind === undefined) return [];
    const [cause, at] = kind;
    const excess = attempts.length;
    return [
      { cause, scope: { card_ref: ref, ...at }, origin: 'natural', since: world.start, until: null, excess, attempts },
    ];
  });
}
