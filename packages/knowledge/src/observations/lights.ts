import { t } from '../t.ts';
import { all, CONTACTS } from './likelihood.ts';
import type { QuestionTable } from './row.ts';

/** Lights and sounds. What a colour means differs from model to model: the table of devices says it where a source does. */
export const LIGHT_QUESTIONS = {
  'see.reader_light': {
    text: t('等待用卡时，读卡区的指示灯是什么样？', 'While it waits for a card, how are the lights of the reader?'),
    hint: t('没有灯的机型，看屏幕上的灯。', 'Where there are none, look at those drawn on the screen.'),
    cost: 0.25,
    drawing: 'lights',
    values: {
      steady: t('常亮', 'Steady'),
      blinking: t('闪烁', 'Blinking'),
      red: t('红灯', 'Red'),
      off: t('不亮', 'Off'),
    },
    otherwise: [64, 24, 4, 8],
    odds: {
      'hardware.contactless_antenna': [46, 12, 8, 34],
      'hardware.reader_module': [18, 10, 22, 50],
      'software.reader_firmware': [20, 22, 16, 42],
      'software.frozen': [30, 12, 10, 48],
      'hardware.tamper_lock': [4, 20, 46, 30],
      'hardware.power': [26, 22, 16, 36],
      'operation.indicator_misread': [16, 34, 20, 30],
      'operation.cancel_forgotten': [22, 38, 12, 28],
      'operation.not_signed_in': [14, 10, 10, 66],
    },
  },
  'see.light_changes': {
    text: t('卡靠上去或插进去时，灯和声音有反应吗？', 'Do lights and sound react when the card comes?'),
    cost: 0.3,
    drawing: 'lights-change',
    values: {
      read: t('灯变了，“嘀”一声', 'The lights change, one beep'),
      error: t('出错灯、两声或长声', 'Error light, two beeps or a long one'),
      none: t('没反应', 'No reaction'),
    },
    otherwise: [55, 28, 17],
    odds: {
      'hardware.contactless_antenna': [5, 20, 75],
      'hardware.reader_module': [3, 15, 82],
      'software.reader_firmware': [8, 18, 74],
      'software.frozen': [8, 6, 86],
      ...all(CONTACTS, [8, 62, 30]),
      'card.chip_damaged': [5, 62, 33],
      'operation.insert_technique': [4, 48, 48],
      'operation.removed_early': [38, 54, 8],
      'operation.indicator_misread': [10, 22, 68],
      'operation.cancel_forgotten': [4, 8, 88],
      'network.down': [82, 14, 4],
      'operation.wrong_pin': [88, 10, 2],
      'card.blocked_or_expired': [84, 14, 2],
      'card.unsupported': [28, 60, 12],
    },
  },
  'know.waited_for_light': {
    text: t('是等灯或屏幕提示之后才用卡的吗？', 'Was the card presented only after light or screen asked for it?'),
    cost: 0.25,
    drawing: 'wait-for-light',
    values: {
      yes: t('是', 'Yes'),
      no: t('提示前就用了', 'No, before'),
      not_watched: t('没留意', 'Did not watch'),
    },
    otherwise: [72, 10, 18],
    odds: {
      'operation.indicator_misread': [8, 54, 38],
      'operation.cancel_forgotten': [34, 36, 30],
      'operation.removed_early': [58, 14, 28],
    },
  },
} as const satisfies QuestionTable;
