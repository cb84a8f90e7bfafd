import type { Bounds } from './bounds.ts';
import { boundColumns, isOfHomes, rowTest } from './bounds.ts';
import { strikeFactor } from './evidence.ts';
import { inOrder, lowerBound } from './places.ts';
import { OWN_FAULT } from './priors.ts';
import type { Scene } from './scene.ts';

const RATES = { least: 0.02, most: 0.95 };

/** A wide fault as it was found among the terminals that name all its bounds. */
export type WideFault = {
  readonly bounds: Bounds;
  /** First and last row. */
  readonly first: number;
  readonly last: number;
  /** Share of the attempts struck. */
  readonly rate: number;
  /** How strongly it hits each interface. */
  readonly shares: Float64Array;
  /** P(record | struck) / P(record | ordinary) of a failed row. */
  readonly ratioOf: (row: number) => number;
};

/** What a mute terminal's attempts say: the logarithm of their likelihood ratio, all of them and up to where it was least. */
type Told = { sum: number; attempts: number; least: number; since: number };

/**
 * Terminals that leave a bounding column out of their records, and that the fault strikes all the same: a terminal that does not
 * report its version still runs one, if only from some time on. Each is weighed by its attempts during the trouble: it belongs to
 * the fault where that explains them better than "nothing is wrong here" and than a fault of its own. That it might belong is as
 * likely beforehand as the scope is large among the terminals that do tell.
 *
 * @param ownEvidence logarithm of the most evidence that there is now against a terminal alone
 * @returns their rows that may lie within the bounds, ascending
 */
export function rowsOfMuteTerminals(
  scene: Scene,
  fault: WideFault,
  ownEvidence: (terminal: number) => number,
): Int32Array {
  const { rows, stays } = scene.places.terminals();
  const { observed, face } = scene;
  const within = rowTest(scene, fault.bounds, false);
  const mayBeWithin = rowTest(scene, fault.bounds, true);
  const rate = Math.min(RATES.most, Math.max(RATES.least, fault.rate));
  const clean = Float64Array.from(fault.shares, (share) => Math.log(1 - rate * share));
  const mute = new Map<number, Told>();
  let inside = 0;
  let outside = 0;
  const alike = boundColumns(fault.bounds).every((column) => isOfHomes(scene, column));
  for (const { terminal, from, to } of stays) {
    const start = lowerBound(rows, from, to, fault.first);
    const end = lowerBound(rows, start, to, fault.last + 1);
    if (alike && end > start) {
      // All rows of a stay are alike, and few are mute.
      if (within(rows[start]!)) inside += end - start;
      else if (!mayBeWithin(rows[start]!)) outside += end - start;
      if (within(rows[start]!) || !mayBeWithin(rows[start]!)) continue;
    }
    for (let i = start; i < end; i++) {
      const row = rows[i]!;
      if (within(row)) {
        inside++;
      } else if (!mayBeWithin(row)) {
        outside++;
      } else {
        const told = mute.get(terminal) ?? { sum: 0, attempts: 0, least: 0, since: row };
        mute.set(terminal, told);
        if (told.sum < told.least) Object.assign(told, { least: told.sum, since: row });
        const share = fault.shares[face[row]!]!;
        told.attempts++;
        told.sum += observed[row]! < 0 ? clean[face[row]!]! : Math.log(strikeFactor(rate, share, fault.ratioOf(row)));
      }
    }
  }
  const part = Math.log(inside / (inside + outside + 1));
  const lists: Int32Array[] = [];
  for (const [terminal, { sum, attempts, least, since }] of mute) {
    const gain = Math.max(sum, sum - least - Math.log(attempts));
    if (gain + part <= 0 || gain + part <= ownEvidence(terminal) + Math.log(OWN_FAULT)) continue;
    const begins = gain > sum ? since : 0;
    const own = scene.places.ofTerminal(terminal);
    lists.push(own.filter((row) => row >= begins && !within(row) && mayBeWithin(row)));
  }
  return inOrder(lists);
}
