import { t } from '../t.ts';
import type { CauseTable } from './row.ts';

export const CARD_CAUSES = {
  'card.stripe_damaged': {
    name: t('磁条损坏', 'Stripe damaged'),
    what: t('卡的磁条被划伤、消磁或磨损。', 'The stripe is scratched, demagnetised or worn.'),
    shows: t('这张卡到哪台都刷不出，别的卡正常。', 'This card fails at every terminal; other cards are fine.'),
    meanwhile: t('请顾客换卡、挥手机或扫码。', 'Another card, a phone, or QR.'),
    weight: 0.03,
    counter: 0.03,
    remedies: [
      'clean.wipe_stripe',
      'present.bare_card',
      'present.use_chip',
      'present.other_card',
      'holder.call_issuer',
    ],
    prevention: t('卡远离磁铁和手机磁扣。', 'Keep cards away from magnets and magnetic clasps.'),
  },
  'card.chip_damaged': {
    name: t('芯片损坏', 'Chip damaged'),
    what: t('卡的芯片脏、裂、脱落或失效。', 'The chip is dirty, cracked, loose or dead.'),
    shows: t('这张卡到哪台都插不出，别的卡正常。', 'This card is mute at every terminal; other cards are fine.'),
    meanwhile: t('请顾客挥卡、换卡或扫码，不改刷磁条。', 'Tap, another card, or QR; do not swipe instead.'),
    weight: 0.03,
    counter: 0.045,
    remedies: [
      'clean.wipe_chip',
      'present.bare_card',
      'present.other_interface',
      'present.other_card',
      'holder.call_issuer',
    ],
    prevention: t('不折、不压、不打孔；失效就换卡。', 'Do not bend, press or punch cards; replace dead ones.'),
  },
  'card.unsupported': {
    name: t('卡不受理', 'Card not supported'),
    what: t(
      '终端或商户不受理这种卡、这个应用。',
      'Terminal or merchant does not take this kind of card or application.',
    ),
    shows: t(
      '提示无应用、不支持；同类卡都一样。',
      'It reports no application or not supported; cards of this kind all do.',
    ),
    meanwhile: t('请顾客换卡或扫码。', 'Another card, or QR.'),
    weight: 0.015,
    counter: 0.02,
    remedies: ['present.other_interface', 'present.other_card', 'terminal.download_parameters', 'acquirer.register'],
    prevention: t(
      '门口标明受理的卡种；开通外卡要下参数。',
      'Show at the door which cards are taken; opening a scheme needs new parameters.',
    ),
  },
  'card.blocked_or_expired': {
    name: t('卡被锁、过期或被拒', 'Card blocked, expired or declined'),
    what: t(
      '卡过期、挂失、锁定、余额不足，或发卡行拒绝。',
      'The card is expired, lost, blocked or short of funds, or its issuer declines.',
    ),
    shows: t(
      '读卡成功，发卡行拒绝；这不是读卡故障。',
      'The card is read and its issuer declines: this is not a read failure.',
    ),
    meanwhile: t('请顾客换卡或扫码。', 'Another card, or QR.'),
    weight: 0.02,
    counter: 0.03,
    remedies: ['present.other_card', 'holder.call_issuer'],
    prevention: t(
      '教收银员分清“读卡失败”和“交易被拒”。',
      'Teach cashiers the difference between a failed read and a decline.',
    ),
  },
} as const satisfies CauseTable<'card'>;
