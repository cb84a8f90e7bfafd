import type { ScopeKind } from '@duka/knowledge/signatures';
import { PATTERN_IDS, PATTERN_SCOPES, PATTERNS, SCOPE_KIND_IDS } from '@duka/knowledge/signatures';

const UNNAMED_KINDS = 0.05;

/** Of each pattern, the logarithm of its prior share for each kind of scope; all together sum to one. */
export function logPriors(): ReadonlyMap<ScopeKind, number>[] {
  const sum = PATTERN_IDS.reduce((total, id) => total + PATTERNS[id].prior, 0);
  return PATTERN_IDS.map((id) => {
    const odds: { readonly [K in ScopeKind]?: number } = PATTERN_SCOPES[id];
    const named = Object.values(odds).reduce((a, b) => a + b, 0);
    const unnamed = SCOPE_KIND_IDS.filter((kind) => odds[kind] === undefined && kind !== 'card').length;
    return new Map(
      SCOPE_KIND_IDS.map((kind) => {
        // A card cannot bring a line down or empty a battery.
        if (kind === 'card' && odds.card === undefined) return [kind, Number.NEGATIVE_INFINITY];
        const share = odds[kind] === undefined ? UNNAMED_KINDS / unnamed : ((1 - UNNAMED_KINDS) * odds[kind]) / named;
        return [kind, Math.log((PATTERNS[id].prior / sum) * share)];
      }),
    );
  });
}
