import { t } from '../t.ts';
import type { LessonRow } from './row.ts';

export const INSERT_LESSON: LessonRow = {
  id: 'insert',
  title: t('怎样插卡', 'How to insert a card'),
  pages: [
    {
      text: t('先看屏幕：提示“请插卡”再插。', 'Look at the screen: insert when it asks for the card.'),
      drawing: 'insert-chip',
    },
    { text: t('芯片朝上，芯片一头先进。', 'Chip up, chip end first.'), drawing: 'chip-side' },
    { text: t('一插到底，插到有“到底”的感觉。', 'Push it in until you feel the stop.'), drawing: 'push-home' },
  ],
  quiz: [
    {
      question: t('插卡时芯片应该朝哪边？', 'Which way does the chip go?'),
      options: [
        t('朝上，芯片一头先进', 'Up, chip end first'),
        t('朝下，芯片一头先进', 'Down, chip end first'),
        t('随便，机器会认', 'Any way, the terminal finds it'),
      ],
      right: 0,
      why: t(
        '触点在卡口上方，芯片朝上才碰得到。',
        'The contacts touch the chip only when it faces up and goes in first.',
      ),
    },
  ],
};
