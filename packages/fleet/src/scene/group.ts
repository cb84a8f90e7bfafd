import type { ScopeKind } from '@duka/knowledge/signatures';

/** Small where that is enough: they are most of what groups take up. */
export type Counts = Uint16Array | Int32Array;

/** Failures of a scope, and the successes between them: a Group, or what is left of one. Evidence needs no more. */
export type Exposed = {
  /** The numbers of those that failed (see Scene), ascending. */
  readonly failed: Int32Array;
  /** Successes before each failure and after the last, `exposure[failure * interfaces + interface]`. */
  readonly exposure: Counts;
};

/** The attempts that share one value of a scope kind. */
export type Group = Exposed & {
  readonly kind: ScopeKind;
  readonly severalTerminals: boolean;
  /** The terminals that are looked at: EVERYWHERE, or less where a sample is enough. See sample.ts. */
  readonly sample: number;
};

/** A scope of several terminals that is no person's and no card's. */
export const isWide = ({ kind, severalTerminals }: Group): boolean =>
  severalTerminals && kind !== 'operator' && kind !== 'card';
