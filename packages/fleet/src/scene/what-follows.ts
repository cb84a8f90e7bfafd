import { INNER_REASONS, reasonOf } from '@duka/knowledge/signatures';
import type { Reason } from '@duka/model';
import { INTERFACES, REASON_TABLE } from '@duka/model';
import { REASON_COUNT } from './observation.ts';
import type { Sales } from './sales.ts';
import type { Leaning } from './shares.ts';
import { drawnShares, sharesByReason, sumOfRows } from './shares.ts';

/** What comes next in a sale after an attempt that failed: nothing more, the same interface again, or another. */
const NEXT = ['none', 'same', 'other'] as const;
export const NEXTS = NEXT.length;

/** @returns of each attempt near a failure what comes next in its sale, an index into NEXT */
export function whatFollows({ near, saleOf, count }: Sales, face: Uint8Array): Uint8Array {
  const next = new Uint8Array(face.length);
  const later = new Int8Array(count).fill(-1);
  for (let i = near.length - 1; i >= 0; i--) {
    const row = near[i]!;
    const sale = saleOf[row]!;
    if (later[sale]! >= 0) next[row] = later[sale] === face[row] ? 1 : 2;
    later[sale] = face[row]!;
  }
  return next;
}

/** By what people do next: try a read again, go where they are sent, try another PIN, wait for a line, take a no, take their goods. */
type Sequel = 'read' | 'sent' | 'holder' | 'line' | 'answered' | 'done';

/** How often each comes next, by Sequel: expert estimates. What may end in any way is followed by what follows failures of all kinds. */
const TYPICAL: { readonly [S in Sequel]: readonly [none: number, same: number, other: number] } = {
  read: [0.15, 0.65, 0.2],
  sent: [0.15, 0.05, 0.8],
  holder: [0.2, 0.7, 0.1],
  line: [0.35, 0.55, 0.1],
  answered: [0.5, 0.3, 0.2],
  done: [0.85, 0.1, 0.05],
};
const SEQUEL_OF_REASON: { readonly [R in Reason]?: Sequel | null } = {
  chip_required: 'sent',
  use_other_interface: 'sent',
  wrong_method: 'sent',
  cancelled_by_operator: null,
  no_card: 'read',
};

function sequelOf(reason: Reason): Sequel | null {
  const own = SEQUEL_OF_REASON[reason];
  if (own !== undefined) return own;
  const { of } = REASON_TABLE[reason];
  if (of === 'holder') return 'holder';
  if (of === 'network') return 'line';
  if (of === 'host') return 'answered';
  if (of === 'printer') return 'done';
  return of === 'any' ? null : 'read';
}

const SEQUELS: readonly (Sequel | null)[] = INNER_REASONS.map((inner) => sequelOf(reasonOf(inner)));

/** "Each as often" counts as so many failures. */
const USUAL = 10;
const LEANING: Leaning = { weight: { typical: 15, alike: 30 }, otherwise: { typical: 0.2, shown: 0.1 } };

/** Counts by what came next: of all failures by interface, of those that tell their reason by interface and reason. */
export type Sequences = { readonly failed: Float64Array; readonly told: Float64Array };

export const noSequences = (): Sequences => ({
  failed: new Float64Array(INTERFACES.length * NEXTS),
  told: new Float64Array(INTERFACES.length * REASON_COUNT * NEXTS),
});

/** Where this part of all failures is tried again, a log tells which attempts are of one sale. */
const TRIED_AGAIN = 0.3;

/** As far as a log joins attempts to sales at all, from 0 to 1: where none is ever tried again, each has a number of its own. */
function partTold(failed: Float64Array): number {
  const sums = sumOfRows(failed, NEXTS, () => true);
  const all = sums.reduce((sum, count) => sum + count, 0);
  return Math.min(1, (all - sums[0]!) / Math.max(1, TRIED_AGAIN * all));
}

/**
 * Chance that each comes next after a failure for a reason, `chance[(interface * reasons + reason) * nexts + next]`: as the failures show that tell
 * their reason, drawn towards all with such a sequel, and those towards what is typical of it.
 */
export function chancesOfNext({ failed, told }: Sequences): Float64Array {
  const chance = new Float64Array(told.length);
  const any = new Float64Array(NEXTS).fill(1 / NEXTS);
  const isTold = partTold(failed);
  INTERFACES.forEach((_, face) => {
    const ofFace = (of: Float64Array): Float64Array =>
      of.subarray((face * of.length) / INTERFACES.length, ((face + 1) * of.length) / INTERFACES.length);
    const whatever = drawnShares(ofFace(failed), any, USUAL);
    const reasons = ofFace(told);
    const typicalOf = (reason: number): ArrayLike<number> => {
      const sequel = SEQUELS[reason]!;
      return whatever.map((part, next) =>
        sequel === null ? part : isTold * TYPICAL[sequel][next]! + (1 - isTold) * part,
      );
    };
    chance.set(sharesByReason(reasons, NEXTS, SEQUELS, typicalOf, LEANING), face * REASON_COUNT * NEXTS);
  });
  return chance;
}
