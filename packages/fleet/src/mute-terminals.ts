import { INTERFACES } from '@duka/model';
import type { Bounds } from './bounds.ts';
import { rowTest } from './bounds.ts';
import { strikeFactor } from './evidence.ts';
import { inOrder, lowerBound } from './places.ts';
import { OWN_FAULT } from './priors.ts';
import type { Scene } from './scene.ts';

const FACES = INTERFACES.length;
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

/**
 * Terminals that leave a bounding column out of their records, and that the fault strikes all the same: a terminal that does not
 * report its version still runs one. Each is weighed by its attempts during the trouble: it belongs to the fault where that
 * explains them better than "nothing is wrong here" and than a fault of its own. That it might belong is as likely beforehand as
 * the scope is large among the terminals that do tell.
 *
 * @param ofTerminal logarithm of the most evidence against each terminal alone
 * @returns their rows that may lie within the bounds, ascending
 */
export function rowsOfMuteTerminals(scene: Scene, fault: WideFault, ofTerminal: Float64Array): Int32Array {
  const { rows, stays } = scene.places.terminals();
  const { observed, face } = scene;
  const within = rowTest(scene, fault.bounds, false);
  const mayBeWithin = rowTest(scene, fault.bounds, true);
  const rate = Math.min(RATES.most, Math.max(RATES.least, fault.rate));
  const clean = Float64Array.from(fault.shares, (share) => Math.log(1 - rate * share));
  const gains = new Map<number, number>();
  let inside = 0;
  let outside = 0;
  for (const { terminal, from, to } of stays) {
    const start = lowerBound(rows, from, to, fault.first);
    for (let i = start; i < to && rows[i]! <= fault.last; i++) {
      const row = rows[i]!;
      if (within(row)) {
        inside++;
      } else if (!mayBeWithin(row)) {
        outside++;
      } else {
        const share = fault.shares[face[row]!]!;
        const gain = observed[row]! < 0 ? clean[face[row]!]! : Math.log(strikeFactor(rate, share, fault.ratioOf(row)));
        gains.set(terminal, (gains.get(terminal) ?? 0) + gain);
      }
    }
  }
  const part = Math.log(inside / (inside + outside + FACES));
  const adopted = [...gains].filter(
    ([terminal, gain]) => gain + part > Math.max(0, ofTerminal[terminal]! + Math.log(OWN_FAULT)),
  );
  const lists = adopted.map(([terminal]) =>
    scene.places.ofTerminal(terminal).filter((row) => !within(row) && mayBeWithin(row)),
  );
  return inOrder(lists);
}
