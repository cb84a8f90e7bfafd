import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { TerminalAttribute } from '../scene/attributes.ts';
import type { BoundColumn } from '../scene/bounds.ts';
import { codeCount, ownCodes } from '../scene/bounds.ts';
import type { Scene } from '../scene/scene.ts';

const FACES = INTERFACES.length;

/** The attempts of each code of a column: how many on each interface, `counts[code * interfaces + interface]`, and the last one's row. */
export type Tally = { readonly counts: Int32Array; readonly last: Int32Array };

/**
 * Counts attempts by columns, in one pass for all that say something of homes.
 * @param context only those in this context, an index into CONTEXTS; null: all
 */
export function tallies(scene: Scene, context: number | null): (column: BoundColumn) => Tally {
  const { home, homes, of } = scene.attributes;
  let ofHomes: Tally | null = null;
  return (column) => {
    const own = ownCodes(scene, column);
    if (own) return counted(scene, own, codeCount(scene, column), context);
    ofHomes ??= counted(scene, home, homes, context);
    return joined(ofHomes, of[column as TerminalAttribute], codeCount(scene, column));
  };
}

const nothing = (count: number): Tally => ({ counts: new Int32Array(count * FACES), last: new Int32Array(count) });

function counted({ face, sales }: Scene, codes: Int32Array, count: number, context: number | null): Tally {
  const { counts, last } = nothing(count);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code === UNKNOWN || (context !== null && sales.context[row] !== context)) continue;
    counts[code * FACES + face[row]!]!++;
    last[code] = row;
  }
  return { counts, last };
}

/** @param codes of each home */
function joined(homes: Tally, codes: Int32Array, count: number): Tally {
  const { counts, last } = nothing(count);
  codes.forEach((code, home) => {
    if (code === UNKNOWN) return;
    for (let f = 0; f < FACES; f++) counts[code * FACES + f]! += homes.counts[home * FACES + f]!;
    last[code] = Math.max(last[code]!, homes.last[home]!);
  });
  return { counts, last };
}
