import type { CauseId, Interface, Reason, Scope } from '@duka/model';
import type { Rng } from '../rng.ts';
import type { Ending } from '../sale/ending.ts';
import type { Presentation } from '../sale/presentation.ts';
import type { Card, World } from '../world/types.ts';
import type { FaultRanges } from './ranges.ts';

/** From `since` to `until`, in ms since 1970; `until` may lie beyond the window. */
export type Span = { readonly since: number; readonly until: number };

/** How much likelier than usual this very fault is to show itself by a reason: no two worn heads fail alike. */
export type Tilt = (reason: Reason) => number;

/** What a fault does to the attempts that it touches. */
export type Behaviour = {
  /** How the fault ends this attempt, or null where this one slips through. */
  readonly strike?: (p: Presentation, rng: Rng, tilt: Tilt) => Ending | null;
  /** Makes the link worse whether or not the attempt fails. */
  readonly disturb?: (p: Presentation, rng: Rng) => void;
  /** Another way of presenting the card than the one that was going to be used. */
  readonly steer?: (planned: Interface, card: Card | null, rng: Rng) => Interface;
  /** How many chip reads of this sale are spoilt on purpose before the stripe is swiped as a fallback. */
  readonly spoil?: (rng: Rng) => number;
  /** A customer who comes so many times a day, before the trouble as well as in it. */
  readonly frequents?: { readonly ref: string; readonly visits: number };
  /** Share of sales that still come while the fault holds at `time`; people do not queue at a dead terminal. */
  readonly traffic?: (time: number) => number;
};

export type Setting = {
  readonly world: World;
  readonly scope: Scope;
  readonly span: Span;
  readonly ranges: FaultRanges;
  readonly rng: Rng;
};

/** One kind of fault: where it can sit, how long it lasts, what it does. */
export type FaultKind = {
  readonly cause: CauseId;
  /** A place for it in this fleet, or null where there is none. */
  readonly site: (world: World, rng: Rng) => Scope | null;
  /** The earliest moment at which it can show there; the start of the window where not given. */
  readonly earliest?: (world: World, scope: Scope) => number;
  /** Where true, it shows as soon as it can. */
  readonly prompt?: true;
  readonly lasts: (ranges: FaultRanges, rng: Rng) => number;
  readonly behave: (setting: Setting) => Behaviour;
};

export type Fault = Behaviour & Span & { readonly cause: CauseId; readonly scope: Scope; readonly tilt: Tilt };
