import type { Attempt, CauseId, Scope } from '@duka/model';
import type { PlantedFault } from '@duka/sim';
import { cardLender, scopeTest } from './scope.ts';

/** What a method says is wrong. Times in ms since 1970. */
export type Claim = {
  readonly scope: Scope;
  /** Null where the method does not say when: it is judged as if it had named the time of the fault. */
  readonly time: { readonly from: number; readonly to: number } | null;
  /** When it could first be known; null where the method looks once, at the end. */
  readonly detectedAt: number | null;
  /** Best first. `probability` is null where the method gives none. */
  readonly causes: readonly { readonly cause: CauseId; readonly probability: number | null }[];
  readonly line: string;
};

/**
 * A fault with what the log tells of it: `caused` are its failures, `named` those whose records name what bounds it. An attempt that
 * it caused lies in its place and time, whether its record names them or not.
 */
export type KnownFault = {
  readonly fault: PlantedFault;
  readonly holds: (attempt: Attempt) => boolean;
  readonly caused: readonly Attempt[];
  readonly named: readonly Attempt[];
};

/** `right`: the first claim about a fault; `again`: a further one about the same; `wrong`: about none. */
export type Judged = {
  readonly claim: Claim;
  readonly verdict: 'right' | 'again' | 'wrong';
  readonly fault: KnownFault | null;
};

/** Below so many failures nobody could know of a fault, and nobody is blamed for naming it either. */
const FEWEST_CAUSED = 3;
/** Most of what failed in the claim's place and time is the fault's. */
const MOST = 0.5;
/** The claims about a fault hold at least this part of what it did. */
const PART = 0.4;

export function knowFaults(truth: readonly PlantedFault[], attempts: readonly Attempt[]): KnownFault[] {
  const cardOf = cardLender(attempts);
  return truth.map((fault) => {
    const inScope = scopeTest(fault.scope, cardOf);
    const until = fault.until ?? Number.POSITIVE_INFINITY;
    const caused = fault.attempts.map((index) => attempts[index]!);
    const own = new Set(caused);
    return {
      fault,
      holds: (attempt) =>
        own.has(attempt) || (attempt.time >= fault.since && attempt.time <= until && inScope(attempt)),
      caused,
      named: caused.filter(inScope),
    };
  });
}

/**
 * Which claims are right. A claim is about the fault in whose place and time at least half of the failures of its own place and
 * time lie; of several faults, the one that fits best: share of the fault's failures that the claim holds × share of the
 * claim's failures that are in the fault. A card is the same card or not; several are judged by what they did. The claims about a fault must together hold two
 * fifths of its failures, or of those that the log names; then the first of them is right and the others say it again. Claims that
 * hold less are wrong: a single terminal of a fault of the whole acquirer is not the fault. The terminal of a cashier whom it never
 * names is as near to the truth as its log can lead.
 */
export function judge(claims: readonly Claim[], faults: readonly KnownFault[], attempts: readonly Attempt[]): Judged[] {
  const cardOf = cardLender(attempts);
  const failed = attempts.filter(({ outcome }) => outcome !== 'ok');
  const byTerminal = Map.groupBy(failed, ({ terminal_id }) => terminal_id);
  const near = ({ scope: { terminal_id } }: Claim) =>
    typeof terminal_id === 'string' ? (byTerminal.get(terminal_id) ?? []) : failed;
  const candidates = faults.filter(({ fault }) => fault.excess >= FEWEST_CAUSED);
  const about = claims.map((claim) => aboutFault(claim, candidates, near(claim), cardOf));
  const found = new Set(candidates.filter((fault) => holdsEnough(fault, claims, about, cardOf)));
  const said = new Set<KnownFault>();
  return claims.map((claim, i): Judged => {
    const fault = about[i] ?? null;
    if (fault === null || !found.has(fault)) return { claim, verdict: 'wrong', fault: null };
    const verdict = said.has(fault) ? 'again' : 'right';
    said.add(fault);
    return { claim, verdict, fault };
  });
}

const isOneCard = ({ card_ref }: Scope): boolean => typeof card_ref === 'string';

type CardOf = (attempt: Attempt) => string | undefined;

function aboutFault(
  claim: Claim,
  faults: readonly KnownFault[],
  failed: readonly Attempt[],
  cardOf: CardOf,
): KnownFault | null {
  const card = claim.scope.card_ref;
  if (typeof card === 'string') return faults.find(({ fault }) => [fault.scope.card_ref].flat().includes(card)) ?? null;
  const inScope = scopeTest(claim.scope, cardOf);
  const held = failed.filter((attempt) => within(claim, attempt) && inScope(attempt));
  const own = new Set(held);
  let best: { readonly fault: KnownFault; readonly fit: number } | null = null;
  for (const known of faults) {
    const { fault, holds, caused } = known;
    if (isOneCard(fault.scope) || caused.length === 0) continue;
    const until = fault.until ?? Number.POSITIVE_INFINITY;
    const judged = claim.time ? held : held.filter(({ time }) => time >= fault.since && time <= until);
    const shared = judged.filter(holds).length / judged.length;
    if (!(shared >= MOST)) continue;
    const fit = (caused.filter((attempt) => own.has(attempt)).length / caused.length) * shared;
    if (fit > (best?.fit ?? 0)) best = { fault: known, fit };
  }
  return best?.fault ?? null;
}

function holdsEnough(
  known: KnownFault,
  claims: readonly Claim[],
  about: readonly (KnownFault | null)[],
  cardOf: CardOf,
): boolean {
  const own = claims.filter((_, i) => about[i] === known);
  if (own.length === 0) return false;
  if (isOneCard(known.fault.scope)) return true;
  const tests = own.map((claim) => {
    const inScope = scopeTest(claim.scope, cardOf);
    return (attempt: Attempt) => within(claim, attempt) && inScope(attempt);
  });
  const holdsPart = (list: readonly Attempt[]): boolean =>
    list.length > 0 && list.filter((attempt) => tests.some((test) => test(attempt))).length >= PART * list.length;
  return holdsPart(known.named) || holdsPart(known.caused);
}

/** The failed attempts in the place and time of a claim. */
export function heldBy(claim: Claim, attempts: readonly Attempt[]): readonly Attempt[] {
  const inScope = scopeTest(claim.scope, cardLender(attempts));
  return attempts.filter((attempt) => attempt.outcome !== 'ok' && within(claim, attempt) && inScope(attempt));
}

function within({ time }: Claim, attempt: Attempt): boolean {
  return time === null || (attempt.time >= time.from && attempt.time <= time.to);
}

/** The same columns with the same values, the interface aside. */
export function sameScope(a: Scope, b: Scope): boolean {
  const plain = ({ interface: _, ...rest }: Scope) =>
    JSON.stringify(
      Object.entries(rest)
        .map(([column, value]) => [column, [value].flat().sort()])
        .sort(),
    );
  return plain(a) === plain(b);
}
