import { t } from '../t.ts';
import type { CauseTable } from './row.ts';

export const POLICY_CAUSES = {
  'policy.magstripe_closed': {
    name: t('磁条交易已关闭', 'Stripe closed by policy'),
    what: t(
      '芯片卡按规定不得刷磁条（国内自2017年5月1日起）。',
      'By rule a chip card may not be swiped (in China since 1 May 2017).',
    ),
    shows: t(
      '刷芯片卡被拒或返回45，插卡、挥卡正常；磁头没坏。',
      'A swiped chip card is refused or answered with 45; chip and tap are fine; the head is not broken.',
    ),
    weight: 0.015,
    counter: 0.02,
    remedies: ['present.use_chip', 'present.follow_screen', 'present.other_card', 'train.methods'],
    prevention: t('柜台写明：芯片卡请插卡或挥卡。', 'A sign at the counter: chip cards are inserted or tapped.'),
  },
} as const satisfies CauseTable<'policy'>;
