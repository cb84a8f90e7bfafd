import { CAUSE_IDS } from '@duka/model';
import { DAY, HOUR, localDay, midnightOf } from '../calendar.ts';
import type { FaultRequest, FleetConfig } from '../config.ts';
import type { Rng } from '../rng.ts';
import type { World } from '../world/types.ts';
import { CARD, POLICY_AND_FRAUD } from './card-policy-fraud.ts';
import { HARDWARE } from './hardware.ts';
import { NETWORK } from './network.ts';
import { OPERATION } from './operation.ts';
import { SOFTWARE } from './software.ts';
import type { Fault, FaultKind } from './types.ts';

const KINDS: ReadonlyMap<string, FaultKind> = new Map(
  [...HARDWARE, ...SOFTWARE, ...NETWORK, ...OPERATION, ...CARD, ...POLICY_AND_FRAUD].map((kind) => [kind.cause, kind]),
);

export const PLANTABLE_CAUSES = CAUSE_IDS.filter((cause) => KINDS.has(cause));

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

const TRIES = 12;

/** Puts the faults that the world has a place for into it. No two drawn ones share a card or a whole scope. */
export function plantAll(requests: readonly FaultRequest[], world: World, rng: Rng): Fault[] {
  const taken = new Set<string>();
  return requests.flatMap((request, index) => {
    const own = rng.fork(index);
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const fault = plant(request, world, own.fork(attempt));
      if (fault === null) continue;
      const place = String(fault.scope.card_ref ?? JSON.stringify(fault.scope));
      if (taken.has(place) && request.scope === undefined) continue;
      taken.add(place);
      return [fault];
    }
    return [];
  });
}

/** Null where the world has no place for it. */
function plant(request: FaultRequest, world: World, rng: Rng): Fault | null {
  const kind = KINDS.get(request.cause);
  if (kind === undefined) throw new RangeError(`no fault of cause ${request.cause} can be planted`);
  const scope = request.scope ?? kind.site(world, rng);
  if (scope === null) return null;
  const earliest = Math.max(world.start, kind.earliest?.(world, scope) ?? world.start);
  const since = request.since ?? (kind.prompt ? earliest : drawStart(world, rng));
  if (!(since < world.end)) return null;
  const until = request.until === undefined ? since + kind.lasts(rng) : (request.until ?? Infinity);
  const span = { since: Math.round(since), until: Math.round(until) };
  return { cause: kind.cause, scope, ...span, ...kind.behave({ world, scope, span, rng }) };
}

/** On some day of the first two thirds of the window, in business hours: trouble at night is seen in the morning. */
function drawStart(world: World, rng: Rng): number {
  const days = (world.end - world.start) / DAY;
  const day = localDay(world.start + rng.between(0.08, 0.66) * days * DAY);
  const start = midnightOf(day) + rng.between(8.5, 18) * HOUR;
  return Math.min(world.end - HOUR, Math.max(world.start, start));
}
