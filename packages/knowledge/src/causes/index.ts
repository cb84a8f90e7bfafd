import type { Cause, CauseId } from '@duka/model';
import { CAUSE_IDS } from '@duka/model';
import { EXPERT } from '../t.ts';
import { CARD_CAUSES } from './card.ts';
import { FRAUD_CAUSES } from './fraud.ts';
import { HARDWARE_CAUSES } from './hardware.ts';
import { NETWORK_CAUSES } from './network.ts';
import { OPERATION_CAUSES } from './operation.ts';
import { POLICY_CAUSES } from './policy.ts';
import type { CauseRow } from './row.ts';
import { SOFTWARE_CAUSES } from './software.ts';
import { UNKNOWN_CAUSES } from './unknown.ts';

const ROWS = {
  ...HARDWARE_CAUSES,
  ...SOFTWARE_CAUSES,
  ...NETWORK_CAUSES,
  ...OPERATION_CAUSES,
  ...CARD_CAUSES,
  ...POLICY_CAUSES,
  ...FRAUD_CAUSES,
  ...UNKNOWN_CAUSES,
} as const satisfies Record<CauseId, CauseRow>;

const causeOf = (id: CauseId): Cause => {
  const { weight, counter, ...row }: CauseRow = ROWS[id];
  return { id, ...row, prior: { weight, counter, source: EXPERT } };
};

export const CAUSES = Object.fromEntries(CAUSE_IDS.map((id) => [id, causeOf(id)])) as Readonly<Record<CauseId, Cause>>;
