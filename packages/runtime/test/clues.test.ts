import type { FleetFinding } from '@duka/fleet';
import { FEATURES } from '@duka/knowledge/signatures';
import type { CauseId } from '@duka/model';
import { CAUSE_IDS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { cluesOf } from '../src/diagnose/clues.ts';

const DAMAGED: CauseId = 'card.chip_damaged';
const FORGOTTEN: CauseId = 'operation.wrong_pin';

/** A finding of so many failures, each of which is so much likelier (natural logarithm) with a damaged chip than with any other cause. */
const finding = (excess: number, each: number, features: FleetFinding['features'] = {}): FleetFinding =>
  ({
    excess,
    features,
    likelihoods: Object.fromEntries(CAUSE_IDS.map((id) => [id, id === DAMAGED ? excess * each : 0])),
  }) as FleetFinding;

/** By how much a clue speaks for a damaged chip against a forgotten PIN. */
function speaks(found: FleetFinding, clue: string): number {
  const { logLikelihood } = cluesOf(found).find(({ id }) => id === clue)!;
  return logLikelihood[DAMAGED] - logLikelihood[FORGOTTEN];
}

describe('The clues of a finding', () => {
  it('let many failures say more than few, but not as if each were a witness of its own', () => {
    const [few, many, legion] = [10, 100, 100_000].map((n) => speaks(finding(n, 0.5), 'reasons')) as [
      number,
      number,
      number,
    ];
    expect(few).toBeLessThan(many);
    expect(many).toBeLessThan(10 * few);
    expect(legion / many).toBeLessThan(1.1);
  });

  it('count how far attempts got for half, as their reasons hang on it already, and where they failed in full', () => {
    const inFull = (feature: 'read' | 'seat', value: string): number => {
      const { values, given, otherwise } = FEATURES[feature] as unknown as {
        readonly values: readonly string[];
        readonly given: { readonly [C in CauseId]?: readonly number[] };
        readonly otherwise: readonly number[];
      };
      const share = (cause: CauseId): number => {
        const row = given[cause] ?? otherwise;
        return row[values.indexOf(value)]! / row.reduce((sum, part) => sum + part, 0);
      };
      return Math.log(share(DAMAGED) / share(FORGOTTEN));
    };
    expect(speaks(finding(10, 0, { read: 'no' }), 'read')).toBeCloseTo(inFull('read', 'no') / 2, 10);
    expect(speaks(finding(10, 0, { seat: 'card' }), 'seat')).toBeCloseTo(inFull('seat', 'card'), 10);
  });
});
