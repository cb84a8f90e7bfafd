import { WireError } from '../errors.ts';
import { startOf } from './frame-length.ts';
import { findNonDigit } from './read-text.ts';
import type { Spec } from './spec.ts';
import { SPECS } from './specs.ts';
import { unpack } from './unpack.ts';
import { Layout, walk } from './walk.ts';

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

const layout = new Layout();

/** Whether the numbers that were walked over are of decimal digits. */
function areNumbersDecimal(bytes: Uint8Array): boolean {
  for (let index = 0; index < layout.count; index++) {
    const { field, value, units } = layout.places[index]!;
    if (field!.isDecimal && findNonDigit(field!.encoding, bytes, value, units) >= 0) return false;
  }
  return true;
}

/** How many fields a specification reads before the input ends within one; 0 where anything tells that it reads them wrong. */
function fieldsBeforeCut(bytes: Uint8Array, spec: Spec, start: number): number {
  try {
    walk(bytes, spec, start, layout);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    const isCut = error.kind === 'incomplete' && layout.troubles.length === 0;
    return isCut && areNumbersDecimal(bytes) ? layout.count : 0;
  }
  return 0;
}

/** So many fields that fit are no accident. */
const FEWEST_FIELDS = 3;

/** The specification that reads most of a message that was cut off; undefined where none reads at least three fields. */
export function recogniseCut(bytes: Uint8Array, specs: readonly Spec[] = Object.values(SPECS)): Recognised | undefined {
  let best: Recognised | undefined;
  let most = FEWEST_FIELDS - 1;
  for (const spec of specs) {
    for (const start of [0, spec.rules.frame.bytes]) {
      const fields = fieldsBeforeCut(bytes, spec, start);
      if (fields <= most) continue;
      best = { spec, start };
      most = fields;
    }
  }
  return best;
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
