import type { PatternId, ScopeKind } from '@duka/knowledge/signatures';
import type { Attributes } from './attributes.ts';
import type { Bounds } from './bounds.ts';
import type { Blame } from './fault-fit.ts';
import type { Frame } from './frame.ts';
import type { Observations } from './observation.ts';
import type { Sales } from './sales.ts';

/** All that is known of the attempts before anybody is suspected. */
export type Scene = {
  readonly frame: Frame;
  readonly attributes: Attributes;
  readonly sales: Sales;
  readonly observations: Observations;
};

/** A fault that the search has found: where, in what pattern, from when to when, and how sure. Rows index the frame. */
export type Fault = {
  readonly kind: ScopeKind;
  readonly pattern: PatternId;
  /** All attempts of the scope, and of these the ones during the trouble that the pattern can hit. */
  readonly rows: Int32Array;
  /** The columns that bound it, each with the codes of its values. */
  readonly bounds: Bounds;
  readonly struck: Int32Array;
  /** First and last row of the trouble; `over` is false where it lasts. */
  readonly first: number;
  readonly last: number;
  readonly over: boolean;
  readonly rate: number;
  /** The failures that it may have caused, a row. */
  readonly blame: ReadonlyMap<number, Blame>;
  /** Row at which the evidence first sufficed. */
  readonly detected: number;
  /** How many failures the fault is thought to have caused. */
  readonly excess: number;
  /** Natural logarithms. */
  readonly logEvidence: number;
  readonly logPrior: number;
};
