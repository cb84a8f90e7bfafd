import type { ScopeKind } from '@duka/knowledge/signatures';
import { SCOPE_KINDS } from '@duka/knowledge/signatures';
import type { ScopeColumn } from '@duka/model';
import { VERSION_COLUMNS } from '../scene/attributes.ts';
import type { Group } from '../scene/group.ts';
import type { Scene } from '../scene/scene.ts';

/** How much worse than the baseline a sound issuer, region, line or version may be: clean fleets differ within. Of units see Habits. */
export const SLACK = 1.3;
/** The same of units, beyond their habits: some days are worse than others. */
export const SLACK_OF_UNITS = 1.06;

/** Models of one habit leave up to so many times as many failures untold as the next: where less is allowed for else. Expert estimate. */
export const SLACK_OF_TELLING = 1.3;

/** By how much the likelihood ratio of each failure of a group that is no unit is divided, and the least of all such numbers. */
export type Slack = { readonly least: number; readonly of: (group: Group) => number };

export const SAME_SLACK: Slack = { least: SLACK, of: () => SLACK };

/** Standard deviation, as a logarithm, of how much sound versions differ, and of how much a terminal does from the next. */
const OF_VERSIONS = 0.06;
const OF_TERMINALS = 0.26;

const VERSIONS: ReadonlySet<ScopeColumn> = new Set(VERSION_COLUMNS);
const MAKES: ReadonlySet<ScopeColumn> = new Set([...VERSIONS, 'model']);
const WITH_VERSIONS: ReadonlySet<ScopeColumn> = new Set([...VERSIONS, 'model', 'acquirer']);

/** Scopes of a release: bounded by a version, and by no place, issuer or line. */
export function isOfRelease(kind: ScopeKind): boolean {
  const columns: readonly ScopeColumn[] = SCOPE_KINDS[kind];
  return columns.some((column) => VERSIONS.has(column)) && columns.every((column) => WITH_VERSIONS.has(column));
}

/** Scopes that are bounded by what tells of failures: a make or a version of it. */
export const isOfMake = (kind: ScopeKind): boolean => SCOPE_KINDS[kind].some((column) => MAKES.has(column));

/**
 * A version is the same program at each of its terminals, and what these differ by averages out where they are many: it may be worse
 * than the baseline by much less than an issuer or a region, which are worlds of their own.
 */
export function slackOfReleases(scene: Scene): Slack {
  const known = new WeakMap<Group, number>();
  const slackOf = (group: Group): number => {
    const terminals = effectiveTerminals(group, scene);
    return Math.min(SLACK, Math.exp(Math.sqrt(OF_VERSIONS ** 2 + OF_TERMINALS ** 2 / terminals)));
  };
  return {
    least: Math.exp(OF_VERSIONS),
    of(group) {
      const slack = known.get(group) ?? slackOf(group);
      known.set(group, slack);
      return slack;
    },
  };
}

/** As how many terminals of equal part in its failures a group counts: (Σn)² / Σn² (Kish 1965, effective sample size). */
function effectiveTerminals({ failed }: Group, { terminalOfFailed }: Scene): number {
  const counts = new Map<number, number>();
  for (const failure of failed) {
    const terminal = terminalOfFailed[failure]!;
    counts.set(terminal, (counts.get(terminal) ?? 0) + 1);
  }
  let squares = 0;
  for (const count of counts.values()) squares += count * count;
  return failed.length ** 2 / squares;
}
