import { t } from '../t.ts';
import { accent, arrow, at, fine } from './pen.ts';
import type { DrawingTable } from './row.ts';
import { cardIn, foot, rightAndWrong, slot } from './scenes.ts';
import { card, cardBack, chip, terminal, waves } from './things.ts';

/** A card, its chip end first, or last. */
const chipFirst = card(accent(chip(10, 22)));
const chipLast = card(accent(chip(66, 22)));

/** How the card meets the reader. */
export const PRESENTING_DRAWINGS = {
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
} as const satisfies DrawingTable;
