import { t } from '../t.ts';
import type { CauseTable } from './row.ts';

export const OPERATION_CAUSES = {
  'operation.wrong_pin': {
    name: t('密码输错', 'Wrong PIN'),
    what: t('持卡人输错密码。', 'The holder entered a wrong PIN.'),
    shows: t('读卡成功，返回密码错；换张卡正常。', 'The card is read, then the PIN is refused; another card works.'),
    weight: 0.05,
    counter: 0.04,
    remedies: ['pin.enter_again', 'present.other_card', 'holder.call_issuer', 'train.pin'],
    prevention: t(
      '请持卡人遮挡慢输，提示剩余次数。',
      'Let the holder shield the pad and take time; mention the tries left.',
    ),
  },
  'operation.wrong_method': {
    name: t('用卡方式不对', 'Wrong method'),
    what: t(
      '该插的刷了，该挥的插了，或钱包整个贴上去。',
      'Swiped instead of inserted, inserted instead of tapped, or a whole wallet held up.',
    ),
    shows: t(
      '终端提示改用其他方式；同一张卡换方式就成。',
      'The terminal asks for another way; the same card works that way.',
    ),
    weight: 0.03,
    counter: 0.045,
    remedies: [
      'present.follow_screen',
      'present.wait_for_light',
      'present.use_chip',
      'present.other_interface',
      'present.hold_flat',
      'present.choose_method',
      'present.phone_ready',
      'train.methods',
    ],
    prevention: t('柜台贴图：先挥、再插、最后才刷。', 'A picture at the counter: tap, then insert, swipe last.'),
  },
  'operation.swipe_technique': {
    name: t('刷卡手法不对', 'Swipe technique'),
    what: t(
      '刷得太快、太慢、倾斜、没刷到头或刷反。',
      'Too fast, too slow, tilted, not to the end, or the wrong way round.',
    ),
    shows: t(
      '某位收银员刷卡失败多，别人用同一台正常。',
      'One cashier fails often at swiping; others on the same terminal do not.',
    ),
    weight: 0.03,
    counter: 0.035,
    remedies: ['present.swipe_steady', 'present.use_chip', 'train.swipe'],
    prevention: t('新员工上岗前刷五次验收。', 'New staff swipe five times before their first shift.'),
  },
  'operation.insert_technique': {
    name: t('插卡手法不对', 'Insert technique'),
    what: t('插反、没插到底，或插歪。', 'Wrong way round, not to the stop, or crooked.'),
    shows: t(
      '卡无应答，再插一次就好；集中在某位收银员。',
      'The card is mute and works when inserted again; mostly with one cashier.',
    ),
    weight: 0.03,
    counter: 0.05,
    remedies: ['present.other_way', 'present.insert_fully', 'present.bare_card', 'train.insert'],
    prevention: t('卡槽旁贴方向图。', 'A picture of the right way beside the slot.'),
  },
  'operation.removed_early': {
    name: t('过早拔卡', 'Card removed early'),
    what: t('交易没完，卡就拔了或移开了。', 'The card was taken away before the end.'),
    shows: t(
      '读到一半中断；等提示再取卡就好。',
      'It breaks off in the middle; it works when the card stays until prompted.',
    ),
    weight: 0.025,
    counter: 0.05,
    remedies: ['present.leave_until_prompt', 'present.insert_fully', 'present.hold_flat', 'train.insert'],
    prevention: t('教一句话：“屏幕说取卡才取卡。”', 'One sentence to teach: out only when the screen says so.'),
  },
  'operation.indicator_misread': {
    name: t('看错指示灯', 'Indicator misread'),
    what: t('把等待灯、出错灯当成可以用卡。', 'A waiting or error light was taken for ready.'),
    shows: t(
      '终端没准备好就用卡，报超时或没有卡。',
      'Cards are presented before the terminal is ready: it reports time-out or no card.',
    ),
    weight: 0.01,
    counter: 0.02,
    remedies: [
      'present.wait_for_light',
      'present.hold_flat',
      'present.follow_screen',
      'present.phone_ready',
      'train.methods',
      'train.lights',
    ],
    prevention: t('柜台贴本机型的指示灯图。', 'The picture of the lights of this model at the counter.'),
  },
  'operation.not_signed_in': {
    name: t('未签到', 'Not signed in'),
    what: t('开班没签到，或批次号与中心不一致。', 'Nobody signed in, or the batch number differs from the host.'),
    shows: t('提示请先签到或返回77；签到后正常。', 'It asks to sign in or answers 77; fine after signing in.'),
    weight: 0.015,
    counter: 0.02,
    remedies: ['terminal.sign_in', 'terminal.settle', 'train.routine'],
    prevention: t('开班先签到，设自动签到。', 'Sign in at the start of the day, or let the terminal do it.'),
  },
  'operation.cancel_forgotten': {
    name: t('上一笔没取消', 'Last sale not cancelled'),
    what: t(
      '前一笔没做完也没取消，终端还占着。',
      'The sale before was neither finished nor cancelled, and the terminal still holds it.',
    ),
    shows: t('报忙或交易进行中；按取消后正常。', 'It says busy or in progress; fine after cancel.'),
    weight: 0.015,
    counter: 0.02,
    remedies: ['terminal.cancel', 'present.choose_method', 'terminal.close_apps', 'terminal.restart', 'train.routine'],
    prevention: t(
      '教：没做完先按取消；收银机侧设超时自动取消。',
      'Teach: cancel what is not finished; let the till cancel after a time-out.',
    ),
  },
} as const satisfies CauseTable<'operation'>;
