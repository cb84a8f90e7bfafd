import type { Reason } from '@duka/model';
import { REASONS } from '@duka/model';
import type { Rng } from '../rng.ts';
import type { Mix } from './shapes.ts';
import { kind, steady, striking } from './shapes.ts';
import { anOperator, aStore, aTerminal, oneOf } from './sites.ts';
import type { FaultKind } from './types.ts';

/** Reasons that a fault of whatever kind may show: not those that only a card or its issuer gives. */
const ANY: readonly Reason[] = REASONS.filter((reason) => !['declined', 'unknown', 'tamper'].includes(reason));
const REASONS_SHOWN = 5;

/** Reasons that go together in no known fault. */
function oddMix(rng: Rng): Mix {
  const left = [...ANY];
  return Array.from({ length: REASONS_SHOWN }, () => [left.splice(rng.below(left.length), 1)[0]!, rng.between(0.5, 1)]);
}

export const UNKNOWN: FaultKind = kind('unknown.other', {
  site: oneOf([aTerminal(), 60], [aStore, 20], [anOperator(), 20]),
  behave: (v, { rng }) => ({ strike: striking(steady(v.chance), oddMix(rng)) }),
});
