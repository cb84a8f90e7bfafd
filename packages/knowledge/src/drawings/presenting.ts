import { t } from '../t.ts';
import { accent, again, arrow, at, circle, cross, fine, hot, line, path, rect, tint } from './pen.ts';
import type { DrawingTable } from './row.ts';
import { cardIn, foot, rightAndWrong, slot, swipeRail } from './scenes.ts';
import { card, cardBack, chip, clock, cloth, finger, lamp, phone, qr, terminal, waves } from './things.ts';

/** A card, its chip end first, or last. */
const chipFirst = card(accent(chip(10, 22)));
const chipLast = card(accent(chip(66, 22)));

/** How the card meets the reader. */
export const PRESENTING_DRAWINGS = {
  'four-ways': {
    title: t('插卡、挥卡、刷卡、扫码四种方式', 'Insert, tap, swipe and QR code'),
    body:
      line(160, 14, 160, 186) +
      line(20, 100, 300, 100) +
      at(30, -4, foot(), 0, 0.55) +
      at(66, 34, card(), 0, 0.6) +
      at(214, 24, card(), 0, 0.6) +
      accent(at(242, 84, waves(0, 0), 0, 0.7)) +
      at(48, 134, swipeRail(), 0, 0.6) +
      at(228, 118, qr(), 0, 0.9),
  },
  'insert-chip': {
    title: t('芯片朝上、芯片一头先进，插进卡口', 'Chip up and chip end first, into the slot'),
    body: slot() + at(190, 70, chipFirst) + arrow(272, 154, 196, 154),
  },
  'tap-card': {
    title: t('把卡平贴在挥卡标志上', 'The card is held flat on the contactless mark'),
    body: at(40, 40, terminal(accent(fine(waves(46, 52))))) + at(190, 30, card(), 8) + arrow(182, 76, 140, 84),
  },
  'swipe-card': {
    title: t('磁条朝里，沿卡槽从头刷到尾', 'Stripe inwards, through the slot from end to end'),
    body: at(60, 26, terminal()) + at(158, 120, cardBack(), -90) + arrow(244, 36, 244, 172),
  },
  'chip-side': {
    title: t('对：芯片一头先进。错：芯片留在外面', 'Right: chip end first. Wrong: chip end last'),
    body: rightAndWrong(foot() + at(52, 70, chipFirst), foot() + at(52, 70, chipLast)),
  },
  'push-home': {
    title: t('对：插到底。错：只插进一半', 'Right: in to the stop. Wrong: half way'),
    body: rightAndWrong(foot() + cardIn(28, 44) + arrow(128, 100, 88, 100), foot() + cardIn(76, 44)),
  },
  'leave-card': {
    title: t('对：卡留在里面等。错：没提示就拔卡', 'Right: the card stays in and one waits. Wrong: pulled out unasked'),
    body: rightAndWrong(
      foot() + cardIn(34, 44) + accent(clock(118, 100, 24, 0, 120)),
      foot() + at(60, 70, card(''), 0, 0.72) + arrow(88, 140, 134, 140),
    ),
  },
  'stripe-side': {
    title: t('对：磁条靠卡槽。错：磁条朝外', 'Right: the stripe is in the slot. Wrong: it is outside'),
    body: rightAndWrong(
      line(40, 48, 40, 160) + at(48, 152, cardBack(), -90),
      line(40, 48, 40, 160) + at(108, 56, cardBack(), 90),
    ),
  },
  'swipe-steady': {
    title: t('对：匀速直线刷到头。错：歪斜、停顿', 'Right: straight and steady to the end. Wrong: tilted and halting'),
    body: rightAndWrong(
      line(34, 44, 34, 164) + at(42, 120, cardBack(), -90, 0.8) + arrow(122, 50, 122, 158),
      line(34, 44, 34, 164) + at(52, 124, cardBack(), -68, 0.8) + accent(path('M132 50v34l-14 12 22 14-14 12v34')),
    ),
  },
  'tap-hold': {
    title: t(
      '对：一张卡平贴标志。错：几张卡装在钱包里',
      'Right: one card, flat on the mark. Wrong: several in a wallet',
    ),
    body: rightAndWrong(
      accent(waves(75, 172)) + at(27, 58, card()),
      accent(waves(75, 172)) +
        at(38, 40, card(''), -8, 0.75) +
        at(40, 50, card(''), 4, 0.75) +
        tint(rect(20, 72, 110, 50, 8)) +
        line(20, 88, 130, 88),
    ),
  },
  'wait-for-light': {
    title: t('对：灯亮了再用卡。错：灯没亮就用卡', 'Right: card after the light. Wrong: card before the light'),
    body: rightAndWrong(lamp(75, 52, 'blink') + at(27, 88, card()), lamp(75, 52, 'off') + at(27, 88, card())),
  },
  'try-again': {
    title: t('同一张卡再试一次', 'The same card once more'),
    body: at(112, 70, card()) + again(160, 100, 80),
  },
  'press-card': {
    title: t('卡插着，用手指轻轻按一下', 'With the card in, a finger presses it lightly'),
    body: slot() + cardIn(62) + at(200, 122, finger(), 0, 0.9) + arrow(200, 30, 200, 60),
  },
  'other-card': {
    title: t('换一张卡，用同样的方式', 'Another card, in the same way'),
    body:
      slot() +
      at(190, 18, card(chip(10, 22))) +
      cross(238, 48, 20) +
      at(190, 122, chipFirst) +
      accent(path('M180 152q-8 0-8-20')) +
      arrow(172, 140, 172, 112),
  },
  'insists-on-swipe': {
    title: t('芯片卡被拿去刷磁条', 'A chip card is being swiped'),
    body:
      at(28, 26, terminal()) +
      at(128, 120, cardBack(), -90) +
      arrow(208, 40, 208, 150) +
      at(236, 30, card(), 0, 0.7) +
      circle(268, 52, 46) +
      hot(line(236, 84, 300, 20)),
  },
  'follow-prompt': {
    title: t('屏幕要求怎样用卡，就怎样用', 'The card is used the way the screen asks for'),
    body:
      tint(rect(24, 24, 130, 152, 14)) +
      fine(rect(42, 44, 94, 74, 6)) +
      at(58, 62, card(accent(chip(10, 22))), 0, 0.62) +
      arrow(160, 82, 206, 82) +
      at(212, 52, card()),
  },
  'phone-ready': {
    title: t('手机已解锁，贴近挥卡标志', 'The phone is unlocked and near the contactless mark'),
    body:
      at(36, 40, terminal(accent(fine(waves(46, 52))))) +
      at(200, 40, phone(accent(path('M18 50l10 10 18-20')))) +
      arrow(190, 92, 140, 86) +
      accent(fine(path('M276 40v-10a12 12 0 0 1 23-4'), rect(270, 40, 36, 28, 5))),
  },
  'wipe-stripe': {
    title: t('用干软布擦卡背的磁条', 'A soft dry cloth wipes the stripe of the card'),
    body:
      at(36, 60, cardBack(), 0, 1.9) +
      at(152, 112, cloth()) +
      at(170, 118, finger(), -12, 0.9) +
      arrow(96, 36, 50, 36) +
      arrow(80, 36, 132, 36),
  },
  'wipe-chip': {
    title: t('用干软布擦卡上的芯片', 'A soft dry cloth wipes the chip of the card'),
    body:
      at(36, 60, card(accent(chip(14, 22))), 0, 1.9) +
      at(152, 118, cloth()) +
      at(170, 124, finger(), -12, 0.9) +
      arrow(96, 36, 50, 36) +
      arrow(80, 36, 132, 36),
  },
} as const satisfies DrawingTable;
