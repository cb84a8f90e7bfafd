import type { Action, CauseId, CodeEntry, Reason } from '@duka/model';
import { ACTIONS } from './actions/index.ts';
import { CAUSES } from './causes/index.ts';
import { allDictionaries, decodeCode, lookUpEverywhere, splitCodes } from './decode.ts';
import { nearestTo } from './nearest.ts';
import { REASON_CAUSES } from './reason-causes.ts';

export type Explained = {
  readonly namespace: string;
  readonly entry: CodeEntry;
  /** Likely first; empty where the code says that nothing failed. */
  readonly causes: readonly CauseId[];
  /** What helps most for the time that it takes comes first. */
  readonly actions: readonly Action[];
};

export type Explanation = { readonly found: readonly Explained[]; readonly nearest: readonly CodeEntry[] };

const ACTIONS_SHOWN = 8;
/** Characters of a query that are read: many codes, but no work without bound. */
const QUERY_READ = 2000;

/** Share of each cause: a reason's weight is divided among its causes as 1, 1/2, 1/3 … in their order. */
const causeShares = (entry: CodeEntry): readonly (readonly [CauseId, number])[] => {
  const shares = new Map<CauseId, number>();
  for (const [reason, weight] of Object.entries(entry.reasons) as [Reason, number][]) {
    REASON_CAUSES[reason].forEach((cause, rank) => {
      shares.set(cause, (shares.get(cause) ?? 0) + weight / (rank + 1));
    });
  }
  const isOther = (cause: CauseId): number => (cause === 'unknown.other' ? 1 : 0);
  return [...shares].toSorted(([a, p], [b, q]) => isOther(a) - isOther(b) || q - p);
};

const actionsFor = (shares: readonly (readonly [CauseId, number])[]): readonly Action[] => {
  const gain = new Map<Action, number>();
  for (const [cause, share] of shares) {
    for (const id of CAUSES[cause].remedies) {
      const action = ACTIONS[id];
      if (action) gain.set(action, (gain.get(action) ?? 0) + (share * (action.fixes[cause] ?? 0)) / action.minutes);
    }
  }
  return [...gain]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, ACTIONS_SHOWN)
    .map(([action]) => action);
};

const explainEntry = (entry: CodeEntry): Explained => {
  const shares = causeShares(entry);
  return {
    namespace: entry.code.slice(0, entry.code.indexOf(':')),
    entry,
    causes: shares.map(([cause]) => cause),
    actions: actionsFor(shares),
  };
};

const explainOne = (code: string): Explanation => {
  const colon = code.indexOf(':');
  const prefix = colon < 0 ? '' : code.slice(0, colon).trim().toLowerCase();
  const named = allDictionaries().has(prefix);
  const value = code.slice(colon + 1);
  const exact = named ? decodeCode(code) : null;
  const elsewhere = exact === null ? lookUpEverywhere(value) : [];
  if (exact !== null) return { found: [explainEntry(exact)], nearest: [] };
  // Whatever its value means elsewhere, a code that its own namespace does not know is unknown, and so is one of a namespace that nobody knows.
  if (named || (/^[a-z][a-z0-9_]*$/.test(prefix) && !value.includes(' '))) {
    const near = named ? nearestTo(value, prefix) : [];
    const all = [...near, ...elsewhere];
    return { found: [], nearest: all.length > 0 ? all : nearestTo(value, null) };
  }
  return { found: elsewhere.map(explainEntry), nearest: elsewhere.length > 0 ? [] : nearestTo(value, null) };
};

/** Says what a code means and what to do: with its namespace, without it, or several joined by spaces. */
export const explain = (query: string): Explanation => {
  const parts = splitCodes(query.slice(0, QUERY_READ).normalize('NFKC')).map(explainOne);
  return { found: parts.flatMap((part) => part.found), nearest: parts.flatMap((part) => part.nearest).slice(0, 5) };
};
