import { WireError } from '../errors.ts';
import { startOf } from './frame-length.ts';
import type { Spec } from './spec.ts';
import { SPECS } from './specs.ts';
import { unpack } from './unpack.ts';

/** How a message was recognised: by which specification, and where it begins after the length of its frame. */
export type Recognised = { readonly spec: Spec; readonly start: number };

/** How well a specification reads the bytes: the number of troubles, or undefined where it does not. */
function troublesOf(bytes: Uint8Array, spec: Spec, start: number): number | undefined {
  try {
    return unpack(bytes, spec, { start }).troubles.length;
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

/**
 * The specification that reads the bytes from their first to their last with the fewest troubles; undefined where none
 * does.
 */
export function recognise(bytes: Uint8Array, specs: readonly Spec[] = Object.values(SPECS)): Recognised | undefined {
  let best: Recognised | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const spec of specs) {
    const start = startOf(bytes, spec);
    const troubles = troublesOf(bytes, spec, start);
    if (troubles === undefined || troubles >= fewest) continue;
    best = { spec, start };
    fewest = troubles;
  }
  return best;
}
