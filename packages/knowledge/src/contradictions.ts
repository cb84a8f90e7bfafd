import type { Answer, Contradiction, Text } from '@duka/model';
import type { QuestionId } from './observations/counter.ts';
import { t } from './t.ts';

const is = (observation: QuestionId, ...values: readonly string[]): Answer => ({ observation, values });
const rule = (id: string, first: Answer, second: Answer, text: Text): Contradiction => ({
  id,
  between: [first, second],
  text,
});

/** Answers that cannot both be true: the guide reads `text` out and asks the second question again. */
export const CONTRADICTIONS: readonly Contradiction[] = [
  rule(
    'every-card-other-works',
    is('try.other_card', 'works', 'second_try'),
    is('know.cards', 'every'),
    t(
      '换的卡成功了，前面说每张卡都不行。到底哪些卡不行？',
      'Another card worked, yet you said that every card fails. Which cards fail?',
    ),
  ),
  rule(
    'one-card-other-fails',
    is('know.cards', 'one'),
    is('try.other_card', 'fails'),
    t(
      '前面说别的卡行，换的卡却一样失败。再试一次：',
      'You said that other cards work, yet the other card failed too. Once more:',
    ),
  ),
  rule(
    'locked-tap-works',
    is('know.tap_works', 'yes', 'sometimes'),
    is('see.message', 'locked'),
    t(
      '挥卡能成功，终端就没有锁死。屏幕上到底写什么？',
      'A terminal that takes taps is not locked. What does the screen say?',
    ),
  ),
  rule(
    'locked-insert-works',
    is('know.insert_works', 'yes', 'sometimes'),
    is('see.message', 'locked'),
    t(
      '插卡能成功，终端就没有锁死。屏幕上到底写什么？',
      'A terminal that takes cards is not locked. What does the screen say?',
    ),
  ),
  rule(
    'before-card-yet-pin',
    is('know.pin', 'accepted', 'once', 'often', 'failed'),
    is('see.stage', 'start', 'read'),
    t('到了输密码，卡就已经读到了。停在哪一步？', 'Who came to the PIN had the card read. At which step does it stop?'),
  ),
  rule(
    'pin-step-yet-not-reached',
    is('see.stage', 'pin'),
    is('know.pin', 'not_reached'),
    t('前面说停在输密码。密码是怎么样的？', 'You said that it stops at the PIN. What happened there?'),
  ),
  rule(
    'pin-message-not-reached',
    is('see.message', 'pin'),
    is('know.pin', 'not_reached'),
    t(
      '屏幕说密码错，应该输过密码。被拒了几次？',
      'The screen says wrong PIN, so one was entered. How often was it refused?',
    ),
  ),
  rule(
    'pin-code-accepted',
    is('see.code', 'pin'),
    is('know.pin', 'not_reached', 'accepted'),
    t('应答码说密码错。密码被拒了几次？', 'The code says wrong PIN. How often was it refused?'),
  ),
  rule(
    'printing-no-sale',
    is('see.stage', 'print'),
    is('see.slip', 'no_sale'),
    t('前面说已成功、停在打单。小票打得怎么样？', 'You said that it stops at printing. How does the slip come out?'),
  ),
  rule(
    'printing-clear-slip',
    is('see.stage', 'print'),
    is('see.slip', 'fine'),
    t(
      '小票打得清楚，就不是停在打单。再看一下小票：',
      'A clear slip does not stop at printing. Look at the slip again:',
    ),
  ),
  rule(
    'slip-out-paper-out',
    is('see.paper', 'out'),
    is('see.slip', 'fine', 'pale', 'blank'),
    t('没有纸，小票打不出来。小票是怎么样的？', 'Without paper there is no slip. How does it come out?'),
  ),
  rule(
    'stripe-card-inserted',
    is('know.way', 'insert', 'tap'),
    is('see.card_kind', 'stripe_only'),
    t(
      '只有磁条的卡不能插、不能挥。这是什么卡？',
      'A card with only a stripe is neither inserted nor tapped. What kind is it?',
    ),
  ),
  rule(
    'no-network-qr-works',
    is('know.qr_works', 'works'),
    is('see.network_icon', 'none'),
    t(
      '扫码能收款，网络就是通的。网络图标是什么样？',
      'QR payments work, so there is a network. How does the icon look?',
    ),
  ),
  rule(
    'line-fails-qr-works',
    is('know.qr_works', 'works'),
    is('try.line_test', 'fails'),
    t('扫码能收款，网络测试却失败。再测一次：', 'QR payments work, yet the network test failed. Test once more:'),
  ),
  rule(
    'no-icon-line-passes',
    is('try.line_test', 'passes', 'slow'),
    is('see.network_icon', 'none'),
    t('网络测试成功，图标却没有。再看一眼图标：', 'The network test passed, yet there is no icon. Look again:'),
  ),
  rule(
    'just-now-getting-worse',
    is('know.began', 'now'),
    is('know.pattern', 'busy_hours', 'after_long_use'),
    t(
      '前面说就刚才这一笔。是一直失败，还是时好时坏？',
      'You said that it is this sale alone. Does it always fail, or on and off?',
    ),
  ),
  rule(
    'dead-screen-message',
    is('see.responds', 'no'),
    is('see.stage', 'pin', 'answer', 'print'),
    t(
      '完全没反应，走不到这一步。停在哪一步？',
      'A terminal that does not respond does not get there. At which step does it stop?',
    ),
  ),
  rule(
    'worked-second-time-every-time',
    is('know.retry', 'worked'),
    is('know.pattern', 'always'),
    t(
      '第二次成功了，就不是每次都失败。是哪一种？',
      'The second try worked, so it does not fail every time. Which is it?',
    ),
  ),
  rule(
    'expired-yet-works-elsewhere',
    is('see.expired', 'yes'),
    is('know.card_elsewhere', 'worked'),
    t('卡过期了，别处也用不了。问一下顾客：', 'A card past its date works nowhere. Ask the holder:'),
  ),
];
