import type { CauseId } from '@duka/model';
import { CAUSE_IDS } from '@duka/model';
import { t } from '../t.ts';
import { NEVER } from './forbidden.ts';
import type { ActionTable } from './row.ts';

/** The way out that is always open: by definition it ends the trouble, whatever the cause. */
const EVERY_CAUSE = Object.fromEntries(CAUSE_IDS.map((id) => [id, 1])) as Record<CauseId, number>;

export const SERVICE_ACTIONS = {
  'call.service': {
    by: 'technician',
    minutes: 80,
    text: t(
      '报修：把已做的步骤和观察到的现象一起交给维修人员。',
      'Call service, and hand over what was tried and what was seen.',
    ),
    steps: [
      t('把本页的报告发给维修人员。', 'Send the report of this page to service.'),
      t('说清：终端号、什么时候开始、试过什么。', 'Say the number of the terminal, since when, what was tried.'),
      t('修好前用另一台终端或扫码收款。', 'Use another terminal or QR until it is repaired.'),
    ],
    drawing: 'call-service',
    tools: [],
    forbidden: [NEVER.open_tampered, NEVER.keep_card_data],
    fixes: EVERY_CAUSE,
  },
} as const satisfies ActionTable;
