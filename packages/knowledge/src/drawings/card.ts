import { t } from '../t.ts';
import { accent, arrow, at, circle, cross, fine, line, pale, path, rect, solid, tick, tint } from './pen.ts';
import type { DrawingTable } from './row.ts';
import { card, cardBack, chip, clock, eye, lens, person, phone } from './things.ts';

const small = (x: number, y: number): string => at(x, y, card(chip(10, 22)), 0, 0.7);

/** Cards, and whose they are. Never a number on one. */
export const CARD_DRAWINGS = {
  'one-or-many': {
    title: t('一张卡不行，还是每张都不行', 'One card that fails, or every card'),
    body:
      at(0, 30, small(8, 24) + small(82, 24) + small(8, 84) + small(82, 84)) +
      at(0, 30, cross(42, 45, 14) + tick(116, 45, 9) + tick(42, 105, 9) + tick(116, 105, 9)) +
      pale(line(160, 16, 160, 184)) +
      at(0, 30, small(172, 24) + small(246, 24) + small(172, 84) + small(246, 84)) +
      at(0, 30, cross(206, 45, 14) + cross(280, 45, 14) + cross(206, 105, 14) + cross(280, 105, 14)),
  },
  'card-kinds': {
    title: t('芯片卡、磁条卡、手机', 'Chip card, stripe card, phone'),
    body:
      at(14, 62, card(accent(chip(12, 22))), 0, 0.95) +
      at(122, 62, cardBack(), 0, 0.95) +
      at(236, 40, phone(), 0, 1.15),
  },
  'look-at-chip': {
    title: t('看卡上的芯片脏不脏、有没有裂', 'Look whether the chip is dirty or cracked'),
    body: at(40, 44, card(''), 0, 1.9) + accent(at(74, 82, chip(0, 0), 0, 2)) + lens(94, 98, 50),
  },
  'look-at-stripe': {
    title: t('看卡背的磁条有没有划伤', 'Look whether the stripe is scratched'),
    body:
      at(40, 44, cardBack(), 0, 1.9) + accent(fine(path('M92 62l10 24M108 62l-4 24M122 64l6 20'))) + lens(108, 76, 46),
  },
  'new-card': {
    title: t('刚换的新卡', 'A card that is new'),
    body: at(66, 56, card(chip(12, 22)), 0, 1.6) + accent(path('M252 30v36M234 48h36M240 36l24 24M264 36l-24 24')),
  },
  'card-date': {
    title: t('看卡有没有过有效期', 'See whether the card is past its date'),
    body:
      at(30, 44, card(chip(12, 16)), 0, 1.7) +
      accent(rect(106, 112, 64, 24, 5)) +
      fine(line(116, 124, 132, 124) + line(144, 124, 160, 124)) +
      accent(clock(254, 96, 40, 0, 90)),
  },
  'ask-customer': {
    title: t('问顾客：这张卡别处能用吗', 'Ask the holder: does this card work elsewhere?'),
    body:
      at(60, 98, person(), 0, 1.2) +
      at(260, 98, person(), 0, 1.2) +
      tint(
        path(
          'M98 16h124a10 10 0 0 1 10 10v50a10 10 0 0 1-10 10h-92l-22 16v-16h-10a10 10 0 0 1-10-10v-50a10 10 0 0 1 10-10z',
        ),
      ) +
      at(112, 28, card(accent(chip(10, 22))), 0, 0.75) +
      accent(path('M198 40q0-8 8-8t8 8q0 6-8 9v6M206 66v1')),
  },
  'many-customers': {
    title: t('好几位顾客都这样', 'Several holders have the same'),
    body:
      [60, 160, 260].map((x) => at(x, 56, person(), 0, 1.3)).join('') +
      [60, 160, 260].map((x) => solid([-14, 0, 14].map((d) => circle(x + d, 158, 3)).join(''))).join('') +
      cross(60, 182, 7) +
      cross(160, 182, 7) +
      cross(260, 182, 7),
  },
  'shield-pin': {
    title: t(
      '请顾客用手遮挡，自己输密码，别人不看',
      'The holder covers the keys and enters the PIN alone; nobody looks',
    ),
    body:
      tint(rect(36, 92, 140, 96, 12)) +
      solid(
        [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => circle(72 + column * 34, 116 + row * 24, 4))).join(''),
      ) +
      accent(path('M20 128v-36q0-52 50-56h72q50 4 50 56v36')) +
      accent(fine(path('M70 36v40M94 36v46M118 36v46M142 36v40'))) +
      eye(260, 92) +
      cross(260, 92, 26),
  },
  charged: {
    title: t('顾客手机收到扣款提醒没有', "Whether the holder's phone says that the money went"),
    body:
      at(60, 30, phone(fine(line(14, 30, 46, 30) + line(14, 44, 36, 44))), 0, 1.35) +
      accent(circle(230, 92, 46)) +
      tick(228, 94, 18) +
      arrow(146, 92, 176, 92),
  },
  'choose-method': {
    title: t('收银机上选对付款方式', 'Choose the right payment method at the till'),
    body:
      tint(rect(26, 24, 268, 128, 12)) +
      path('M130 152v22h60v-22') +
      accent(rect(44, 50, 72, 76, 8)) +
      at(54, 70, card(accent(chip(10, 22))), 0, 0.55) +
      rect(124, 50, 72, 76, 8) +
      fine(rect(142, 68, 14, 14, 2) + rect(166, 68, 14, 14, 2) + rect(142, 94, 14, 14, 2)) +
      solid(rect(168, 96, 4, 4, 0) + rect(176, 104, 4, 4, 0)) +
      rect(204, 50, 72, 76, 8) +
      circle(240, 88, 18),
  },
  'kinds-of-sale': {
    title: t('哪种交易失败：消费、退货、预授权', 'Which kind fails: sale, refund, pre-authorisation'),
    body:
      at(112, 66, card()) +
      circle(34, 96, 20) +
      arrow(66, 96, 102, 96) +
      circle(288, 96, 20) +
      arrow(258, 96, 218, 96) +
      accent(path('M276 96h24')) +
      accent(path('M34 86v20M24 96h20')),
  },
} as const satisfies DrawingTable;
