import { t } from '../t.ts';
import type { CauseTable } from './row.ts';

export const FRAUD_CAUSES = {
  'fraud.deliberate_fallback': {
    name: t('故意降级', 'Deliberate fallback'),
    what: t(
      '故意弄成芯片读不出，改刷磁条，可能用的是伪卡。',
      'The chip is made to fail on purpose so that the stripe is used, perhaps with a cloned card.',
    ),
    shows: t(
      '某人、某店降级笔数异常高，金额大，同机其他班次正常。',
      'One person or shop has far too many fallbacks, of high amounts; other shifts on the same terminal do not.',
    ),
    weight: 0.013,
    counter: 0.002,
    remedies: ['fraud.stop_fallback', 'fraud.report', 'fraud.block_fallback'],
    prevention: t(
      '每日看每店、每人的降级率，超限即查。',
      'Watch the fallback rate of each shop and person daily, and ask where it is too high.',
    ),
  },
} as const satisfies CauseTable<'fraud'>;
