import { t } from '../t.ts';
import { all, CARD, NETWORK, READER } from './likelihood.ts';
import type { QuestionTable } from './row.ts';

/** Slip, paper, and whether the money moved. */
export const PRINTING_QUESTIONS = {
  'see.slip': {
    text: t('小票打得怎么样？', 'How does the slip come out?'),
    cost: 0.25,
    drawing: 'slip',
    values: {
      fine: t('清楚', 'Clear'),
      pale: t('字淡、有白线', 'Pale, with white lines'),
      blank: t('出纸但空白', 'Paper comes, but blank'),
      nothing: t('不出纸', 'No paper comes'),
      no_sale: t('没到打单', 'It never came to that'),
    },
    otherwise: [30, 2, 1, 2, 65],
    odds: {
      'hardware.printer_head_worn': [4, 74, 12, 7, 3],
      'hardware.printer_paper': [3, 3, 30, 60, 4],
      'hardware.power': [26, 8, 2, 18, 46],
      ...all([...READER, ...CARD], [16, 2, 0, 1, 81]),
    },
  },
  'know.charged': {
    text: t('顾客收到扣款提醒了吗？', 'Did the holder get a message of payment?'),
    hint: t('收到了就先查询，不要再收一次。', 'If so, query first; do not charge again.'),
    cost: 0.4,
    drawing: 'charged',
    values: {
      no: t('没有', 'No'),
      yes: t('收到了', 'Yes'),
      no_messages: t('顾客没有提醒', 'The holder gets none'),
    },
    otherwise: [72, 2, 26],
    odds: {
      'hardware.printer_head_worn': [3, 71, 26],
      'hardware.printer_paper': [4, 70, 26],
      ...all(NETWORK, [64, 10, 26]),
      'network.slow': [48, 26, 26],
      'network.unstable': [52, 22, 26],
      'network.signal_weak': [54, 20, 26],
      'hardware.power': [60, 14, 26],
    },
  },
  'see.paper': {
    text: t('打开纸仓看：', 'Open the paper cover and look:'),
    cost: 0.5,
    drawing: 'paper-roll',
    values: {
      fine: t('有纸，装对了', 'Paper, in the right way'),
      out: t('没纸', 'No paper'),
      wrong_side: t('装反了', 'The wrong way round'),
      jammed: t('卡住、撕歪', 'Jammed'),
      wrong_roll: t('纸太宽、太窄、不是热敏纸', 'Wrong width, or not thermal paper'),
    },
    otherwise: [95, 2, 1, 1, 1],
    odds: {
      'hardware.printer_paper': [6, 44, 20, 22, 8],
      'hardware.printer_head_worn': [86, 2, 2, 2, 8],
    },
  },
  'see.paper_cover': {
    text: t('纸仓盖扣紧了吗？', 'Is the paper cover shut tight?'),
    cost: 0.25,
    drawing: 'paper-cover',
    values: { shut: t('扣紧了', 'Shut'), open: t('没扣紧', 'Not shut') },
    otherwise: [97, 3],
    odds: { 'hardware.printer_paper': [66, 34] },
  },
} as const satisfies QuestionTable;
