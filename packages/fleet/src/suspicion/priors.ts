import type { Pattern, ScopeKind } from '@duka/knowledge/signatures';
import { PATTERN_IDS, PATTERN_SCOPES, PATTERNS, SCOPE_KIND_IDS } from '@duka/knowledge/signatures';

/** Share of a pattern's faults that sit where nobody expects them. */
const UNNAMED_KINDS = 0.05;
/** Chance that a terminal has a fault of its own: it must not be counted as part of a wider one. */
export const OWN_FAULT = 0.01;

/** Of each pattern, the logarithm of its prior share for each kind of scope; all together sum to at most one. */
export function logPriors(): ReadonlyMap<ScopeKind, number>[] {
  const sum = PATTERN_IDS.reduce((total, id) => total + PATTERNS[id].prior, 0);
  return PATTERN_IDS.map((id) => {
    const { prior, anywhere }: Pattern = PATTERNS[id];
    const odds: { readonly [K in ScopeKind]?: number } = PATTERN_SCOPES[id];
    const named = Object.values(odds).reduce((a, b) => a + b, 0);
    // A card cannot bring a line down or empty a battery: it is never among the rest.
    const rest = anywhere ? SCOPE_KIND_IDS.filter((kind) => odds[kind] === undefined && kind !== 'card') : [];
    const shares = SCOPE_KIND_IDS.map((kind) => {
      if (odds[kind] !== undefined) return ((1 - UNNAMED_KINDS) * odds[kind]) / named;
      return rest.includes(kind) ? UNNAMED_KINDS / rest.length : 0;
    });
    return new Map(SCOPE_KIND_IDS.map((kind, i) => [kind, Math.log((prior / sum) * shares[i]!)]));
  });
}
