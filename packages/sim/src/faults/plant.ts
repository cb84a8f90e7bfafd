import type { CauseId, Reason } from '@duka/model';
import { CAUSE_IDS, REASONS } from '@duka/model';
import { DAY, HOUR, localDay, midnightOf } from '../calendar.ts';
import type { FaultRequest, FleetConfig } from '../config.ts';
import type { Rng } from '../rng.ts';
import type { World } from '../world/types.ts';
import { CARD, POLICY_AND_FRAUD } from './card-policy-fraud.ts';
import { HARDWARE } from './hardware.ts';
import { NETWORK } from './network.ts';
import { OPERATION } from './operation.ts';
import { boundsOf } from './scope.ts';
import { UPRIGHT } from './shapes.ts';
import { SOFTWARE } from './software.ts';
import type { Fault, FaultKind, Tilt } from './types.ts';
import { UNKNOWN } from './unknown.ts';

const KINDS: ReadonlyMap<CauseId, FaultKind> = new Map(
  [...HARDWARE, ...SOFTWARE, ...NETWORK, ...OPERATION, ...CARD, ...POLICY_AND_FRAUD, UNKNOWN].map((kind) => [
    kind.cause,
    kind,
  ]),
);

/** The causes that are drawn where none are named: what nobody has a name for is planted on demand only. */
export const PLANTABLE_CAUSES = CAUSE_IDS.filter((cause) => cause !== 'unknown.other');

/** So many causes, evenly: each comes once before any comes twice. Places and times are left to the planting. */
export function randomFaults(config: Pick<FleetConfig, 'faults' | 'causes'>, rng: Rng): readonly FaultRequest[] {
  if (typeof config.faults !== 'number') return config.faults;
  const causes = config.causes ?? PLANTABLE_CAUSES;
  const requests: FaultRequest[] = [];
  let left = [...causes];
  while (requests.length < config.faults && causes.length > 0) {
    if (left.length === 0) left = [...causes];
    const [cause] = left.splice(rng.below(left.length), 1);
    if (cause !== undefined) requests.push({ cause });
  }
  return requests;
}

type Planting = Pick<FleetConfig, 'ranges' | 'variety' | 'overlaps'>;

const TRIES = 12;

/** Puts the faults that the world has a place for into it. No two drawn ones share a card or a whole scope. */
export function plantAll(requests: readonly FaultRequest[], world: World, planting: Planting, rng: Rng): Fault[] {
  const taken = new Set<string>();
  const planted: Fault[] = [];
  for (const [index, request] of requests.entries()) {
    const own = rng.fork(index);
    const host = drawHost(planted, planting, own.fork('host'));
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const fault = plant(host === null ? request : within(host, request, world, own.fork('since')), world, host, {
        ...planting,
        rng: own.fork(attempt),
      });
      if (fault === null) continue;
      const place = String(fault.scope.card_ref ?? JSON.stringify(fault.scope));
      if (taken.has(place) && request.scope === undefined) continue;
      taken.add(place);
      planted.push(fault);
      break;
    }
  }
  return planted;
}

/** An earlier fault at whose place and in whose time the next one is planted too; mostly there is none. */
function drawHost(planted: readonly Fault[], { overlaps }: Planting, rng: Rng): Fault | null {
  if (overlaps === 0 || !rng.chance(overlaps)) return null;
  // A card goes where it likes: what lies in its way is no overlap.
  const places = planted.filter(({ scope }) => scope.card_ref === undefined);
  return places.length > 0 ? rng.pick(places) : null;
}

/** The request, put into the time of the other fault. */
function within(host: Fault, request: FaultRequest, world: World, rng: Rng): FaultRequest {
  if (request.since !== undefined || KINDS.get(request.cause)?.prompt) return request;
  const end = Math.min(host.until, world.end - HOUR);
  return { ...request, since: rng.between(host.since, Math.max(host.since, end)) };
}

/** The terminals that a fault reaches, with their stores, as a world for another fault. */
function reachOf(host: Fault, world: World): World {
  const terminals = world.terminals.filter(boundsOf(host.scope).reaches);
  return { ...world, terminals, stores: [...new Set(terminals.map(({ store }) => store))] };
}

/** Null where the world has no place for it. */
function plant(
  request: FaultRequest,
  world: World,
  host: Fault | null,
  { ranges, variety, rng }: Planting & { readonly rng: Rng },
): Fault | null {
  const kind = KINDS.get(request.cause);
  if (kind === undefined) throw new RangeError(`no fault of cause ${request.cause} can be planted`);
  const scope = request.scope ?? kind.site(host === null ? world : reachOf(host, world), rng);
  if (scope === null) return null;
  const earliest = Math.max(world.start, kind.earliest?.(world, scope) ?? world.start);
  const since = request.since ?? (kind.prompt ? earliest : drawStart(world, rng));
  if (!(since < world.end)) return null;
  const until = request.until === undefined ? since + kind.lasts(ranges, rng) : (request.until ?? Infinity);
  const span = { since: Math.round(since), until: Math.round(until) };
  const tilt = variety > 0 ? drawTilt(variety, rng.fork('tilt')) : UPRIGHT;
  return { cause: kind.cause, scope, tilt, ...span, ...kind.behave({ world, scope, span, ranges, rng }) };
}

function drawTilt(variety: number, rng: Rng): Tilt {
  const factors = new Map<Reason, number>(REASONS.map((reason) => [reason, rng.lognormal(1, variety)]));
  return (reason) => factors.get(reason) ?? 1;
}

/** On some day of the first two thirds of the window, in business hours: trouble at night is seen in the morning. */
function drawStart(world: World, rng: Rng): number {
  const days = (world.end - world.start) / DAY;
  const day = localDay(world.start + rng.between(0.08, 0.66) * days * DAY);
  const start = midnightOf(day) + rng.between(8.5, 18) * HOUR;
  return Math.min(world.end - HOUR, Math.max(world.start, start));
}
