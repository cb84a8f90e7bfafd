import type { CauseId } from '@duka/model';
import type { Judged, KnownFault } from './matching.ts';
import { sameScope } from './matching.ts';
import type { Oracle } from './oracle.ts';

/** The contract's limit: from so many failures on, a fault is to be found. */
const FEWEST = 8;
/** Sizes of faults, in failures that they caused and whose records name what bounds them. */
export const SIZES = [
  [8, 15],
  [16, 31],
  [32, 63],
  [64, Number.POSITIVE_INFINITY],
] as const;

/** What a method said of some fleets. All are counts, or lists of one entry a claim or fault: tallies add up. */
export type Tally = {
  fleets: number;
  claims: number;
  right: number;
  again: number;
  wrong: number;
  top1: number;
  top3: number;
  domain: number;
  scope: number;
  /** Faults of each size, and those found. */
  faults: number[];
  found: number[];
  /** Probability that a claim gave its first cause, and whether that was the cause. */
  stated: { readonly p: number; readonly right: boolean }[];
  /** Failures of a fault until it was known, and until the oracle knew. */
  delays: { readonly own: number; readonly least: number }[];
};

/** What happened in one fleet: a tally for each method, and what `--verbose` prints. */
export type Played = {
  readonly attempts: number;
  readonly tallies: { readonly [method: string]: Tally };
  readonly lines: readonly string[];
};

const emptyTally = (): Tally => ({
  fleets: 0,
  claims: 0,
  right: 0,
  again: 0,
  wrong: 0,
  top1: 0,
  top3: 0,
  domain: 0,
  scope: 0,
  faults: SIZES.map(() => 0),
  found: SIZES.map(() => 0),
  stated: [],
  delays: [],
});

export function addTallies(all: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const one of all) {
    for (const key of ['fleets', 'claims', 'right', 'again', 'wrong', 'top1', 'top3', 'domain', 'scope'] as const) {
      sum[key] += one[key];
    }
    for (const key of ['faults', 'found'] as const) sum[key] = sum[key].map((count, size) => count + one[key][size]!);
    sum.stated.push(...one.stated);
    sum.delays.push(...one.delays);
  }
  return sum;
}

export function tallyOf(judged: readonly Judged[], faults: readonly KnownFault[], oracle: Oracle): Tally {
  const tally = emptyTally();
  tally.fleets = 1;
  for (const one of judged) count(tally, one, oracle);
  const found = new Set(judged.map(({ fault }) => fault));
  for (const known of faults) {
    const size = sizeOf(known);
    if (size < 0) continue;
    tally.faults[size]!++;
    if (found.has(known)) tally.found[size]!++;
  }
  return tally;
}

function count(tally: Tally, { claim, verdict, fault: known }: Judged, oracle: Oracle): void {
  tally.claims++;
  tally[verdict]++;
  const [first] = claim.causes;
  if (first?.probability != null) {
    tally.stated.push({ p: first.probability, right: known?.fault.cause === first.cause });
  }
  if (verdict !== 'right' || known === null) return;
  const { cause, scope } = known.fault;
  const rank = claim.causes.findIndex((one) => one.cause === cause);
  if (rank === 0) tally.top1++;
  if (rank >= 0 && rank < 3) tally.top3++;
  if (first !== undefined && domainOf(first.cause) === domainOf(cause)) tally.domain++;
  if (sameScope(claim.scope, scope)) tally.scope++;
  const { detectedAt } = claim;
  const least = detectedAt === null || sizeOf(known) < 0 ? null : oracle(known);
  if (least === null || detectedAt === null) return;
  tally.delays.push({ own: Math.max(1, known.named.filter(({ time }) => time <= detectedAt).length), least });
}

const domainOf = (cause: CauseId): string => cause.slice(0, cause.indexOf('.'));

function sizeOf({ named }: KnownFault): number {
  return named.length < FEWEST ? -1 : SIZES.findIndex(([, most]) => named.length <= most);
}
