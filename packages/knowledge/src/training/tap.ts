import { t } from '../t.ts';
import type { LessonRow } from './row.ts';

export const TAP_LESSON: LessonRow = {
  id: 'tap',
  title: t('怎样挥卡、挥手机', 'How to tap a card or a phone'),
  pages: [
    { text: t('等屏幕和灯提示可以用卡。', 'Wait until screen and light say ready.'), drawing: 'wait-for-light' },
    {
      text: t('挥卡区旁不放手机、钥匙、金属支架。', 'No phones, keys or metal holders at the mark.'),
      drawing: 'clear-tap-area',
    },
    {
      text: t('只拿一张卡，离开钱包，平贴标志。', 'One card, out of the wallet, flat on the mark.'),
      drawing: 'tap-hold',
    },
    { text: t('停住约两秒，听到“嘀”再拿开。', 'Stay for about two seconds, until the beep.'), drawing: 'tap-card' },
    { text: t('用手机：先解锁、开NFC、选好卡。', 'A phone: unlock it, NFC on, card chosen.'), drawing: 'phone-ready' },
  ],
  quiz: [
    {
      question: t('卡要贴多久？', 'How long does the card stay?'),
      options: [
        t('一晃就好', 'Just a wave'),
        t('一直贴到打完单', 'Until the slip is printed'),
        t('停约两秒，听到“嘀”', 'About two seconds, until the beep'),
      ],
      right: 2,
      why: t('一晃而过，数据还没读完就断了。', 'A wave breaks off before all is read.'),
    },
    {
      question: t('顾客把整个钱包贴上来，会怎样？', 'The holder taps the whole wallet. What happens?'),
      options: [
        t('机器自动选最好的卡', 'The terminal takes the best card'),
        t('几张卡互相干扰，常读不出', 'Several cards disturb each other, and often none is read'),
        t('没影响', 'Nothing'),
      ],
      right: 1,
      why: t('一次只能读一张，请顾客把要用的卡拿出来。', 'It reads one at a time: ask for the one card.'),
    },
    {
      question: t('挥卡老是要贴得很近才行，先看什么？', 'It reads only very close. What do you look at first?'),
      options: [
        t('挥卡区旁有没有金属、手机', 'Metal or a phone at the mark'),
        t('打印纸还有多少', 'How much paper is left'),
        t('顾客的密码', 'The PIN'),
      ],
      right: 0,
      why: t(
        '金属会挡住信号；拿开还不行，可能是天线，报修。',
        'Metal weakens the field; if clearing it does not help it may be the antenna: call service.',
      ),
    },
    {
      question: t(
        '屏幕提示“请插卡”，顾客还想挥，怎么办？',
        'The screen says insert, the holder wants to tap. What now?',
      ),
      options: [
        t('多挥几次', 'Tap some more'),
        t('照屏幕提示插卡', 'Insert, as the screen says'),
        t('重启终端', 'Restart the terminal'),
      ],
      right: 1,
      why: t('这张卡或这个金额要求插卡，再挥也一样。', 'This card or amount wants the chip; more taps change nothing.'),
    },
    {
      question: t('手机挥不了，先请顾客做什么？', 'A phone does not work. What does the holder do first?'),
      options: [
        t('解锁、打开NFC、选好卡', 'Unlock, NFC on, choose the card'),
        t('告诉我支付密码', 'Tell me the payment PIN'),
        t('把手机交给我操作', 'Hand me the phone'),
      ],
      right: 0,
      why: t('密码和手机都只由顾客自己用。', 'PIN and phone stay with the holder.'),
    },
  ],
};
