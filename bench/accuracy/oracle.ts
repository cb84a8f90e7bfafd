import type { Attempt } from '@duka/model';
import { CAUSE_IDS } from '@duka/model';
import type { PlantedFault } from '@duka/sim';
import type { KnownFault } from './matching.ts';

/**
 * How few failures could be enough: a cumulative sum that is told the place, the start, the strike rates and the reasons of a
 * fault, and the ordinary rates, and only has to be sure that the fault is there. Of all tests with so few false alarms the
 * cumulative sum has the least delay (Moustakides 1986). It must outweigh as many suspicions as there are places of this kind
 * and causes, at the share of false findings that Duka is run with.
 */
const FDR = 0.05;

/** Failures of the fault up to the attempt at which the sum passes; null where it never does. */
export type Oracle = (known: KnownFault) => number | null;

export function makeOracle(attempts: readonly Attempt[], truth: readonly PlantedFault[]): Oracle {
  const habits = habitsOf(attempts);
  const signOf = (attempt: Attempt) => signature(attempt, habits);
  const blamed = new Set(truth.flatMap((fault) => fault.attempts));
  const ordinary = new Map<string, number>();
  for (const [index, attempt] of attempts.entries()) {
    if (blamed.has(index)) continue;
    const { place, sign } = signOf(attempt);
    add(ordinary, place);
    if (sign !== null) add(ordinary, sign);
  }
  const ordinaryRate = (place: string, sign: string) =>
    ((ordinary.get(sign) ?? 0) + 0.5) / ((ordinary.get(place) ?? 0) + 1);

  const known = new Map<PlantedFault, number | null>();
  const places = new Map<string, number>();
  const delayOf: Oracle = ({ fault, holds, named }) => {
    const own = new Set(named);
    const seen = attempts.filter((attempt) => holds(attempt));
    const struck = new Map<string, number>();
    const tried = new Map<string, number>();
    for (const attempt of seen) {
      const { place, sign } = signOf(attempt);
      add(tried, place);
      if (!own.has(attempt) || sign === null) continue;
      add(struck, place);
      add(struck, sign);
    }
    const { interface: _, ...rest } = fault.scope;
    const kind = Object.keys(rest).join(' ');
    if (!places.has(kind)) places.set(kind, placesLike(fault, attempts));
    const needed = Math.log((places.get(kind)! * CAUSE_IDS.length) / FDR);
    let sum = 0;
    let failures = 0;
    for (const attempt of seen) {
      const { place, sign } = signOf(attempt);
      const strikes = (struck.get(place) ?? 0) / tried.get(place)!;
      if (sign === null) sum += Math.log(Math.max(1e-3, 1 - strikes));
      else {
        const usual = ordinaryRate(place, sign);
        sum += Math.log(1 - strikes + (struck.get(sign) ?? 0) / tried.get(place)! / usual);
      }
      if (own.has(attempt)) failures++;
      if (sum >= needed) return Math.max(1, failures);
      sum = Math.max(0, sum);
    }
    return null;
  };
  return (one) => {
    const before = known.get(one.fault);
    if (before !== undefined) return before;
    const delay = delayOf(one);
    known.set(one.fault, delay);
    return delay;
  };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** How each terminal tells of its failures: by reason, code, both, or neither. Its ordinary signs depend on that. */
function habitsOf(attempts: readonly Attempt[]): ReadonlyMap<string, string> {
  const habits = new Map<string, string>();
  for (const { terminal_id, outcome, reason, code } of attempts) {
    if (outcome === 'ok') continue;
    const before = habits.get(terminal_id) ?? '';
    const now = `${reason && !before.includes('r') ? 'r' : ''}${code && !before.includes('c') ? 'c' : ''}`;
    habits.set(terminal_id, before + now);
  }
  return habits;
}

/** `place`: interface and habit, which the ordinary rates depend on; `sign`: with what a failure says; null for a success. */
function signature(
  { interface: at, terminal_id, outcome, stage, reason, code }: Attempt,
  habits: ReadonlyMap<string, string>,
): { readonly place: string; readonly sign: string | null } {
  const place = `${at} ${[...(habits.get(terminal_id) ?? '')].sort().join('')}`;
  if (outcome === 'ok') return { place, sign: null };
  return { place, sign: `${place} ${outcome} ${reason ?? `${code ?? ''} ${stage ?? ''}`}` };
}

/** How many places of the fault's kind the log names. */
function placesLike({ scope }: PlantedFault, attempts: readonly Attempt[]): number {
  const { interface: _, ...rest } = scope;
  const columns = Object.keys(rest) as (keyof typeof rest)[];
  if (columns.length === 0) return 1;
  return new Set(attempts.map((attempt) => columns.map((column) => attempt[column] ?? '').join(' '))).size;
}
