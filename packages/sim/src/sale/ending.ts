import type { Interface, Reason, Stage } from '@duka/model';
import { REASON_TABLE, STAGES } from '@duka/model';

/** How an attempt that did not get through ended, in truth. */
export type Ending = {
  readonly outcome: 'failed' | 'cancelled';
  readonly stage: Stage;
  readonly reason: Reason;
  /** The field 39 code, where the answer was a particular one. */
  readonly iso39?: string;
  /** Seconds that it took beyond the usual. */
  readonly wait?: number;
  /** Set where the card itself was to blame, or its holder in a spell of forgetting the PIN. */
  readonly blame?: 'chip' | 'stripe' | 'issuer' | 'holder';
};

type Details = {
  readonly stage?: Stage;
  readonly iso39?: string;
  readonly wait?: number;
  readonly blame?: Ending['blame'];
};

/** A failure at the stage where its reason happens. */
export function failed(reason: Reason, details: Details = {}): Ending {
  const { stage = REASON_TABLE[reason].stage ?? 'detect', iso39, wait, blame } = details;
  return {
    outcome: reason === 'cancelled_by_operator' ? 'cancelled' : 'failed',
    stage,
    reason,
    ...(iso39 !== undefined && { iso39 }),
    ...(wait !== undefined && { wait }),
    ...(blame !== undefined && { blame }),
  };
}

const ORDER: ReadonlyMap<Stage, number> = new Map(STAGES.map((stage, place) => [stage, place]));

/** Place of a stage in the course of an attempt. */
export function stageOrder(stage: Stage): number {
  return ORDER.get(stage) ?? 0;
}

/** Whether the terminal knew the card by then. */
export function cardKnown(interface_: Interface, ending: Ending | null): boolean {
  if (ending === null) return true;
  if (ending.reason === 'chip_required') return true;
  const reached = stageOrder(ending.stage);
  return interface_ === 'magstripe' ? reached > stageOrder('read') : reached >= stageOrder('authenticate');
}
