import { t } from '../t.ts';
import { all } from './likelihood.ts';
import type { QuestionTable } from './row.ts';

/** The terminal itself: its slots, its housing, its supply, where it stands. Looking never means opening or poking. */
export const TERMINAL_QUESTIONS = {
  'see.chip_slot': {
    text: t('用手电照一下插卡口（不要伸东西进去）：', 'Shine a light into the chip slot (put nothing in):'),
    cost: 0.6,
    drawing: 'look-into-slot',
    values: {
      clean: t('干净', 'Clean'),
      dirty: t('有灰、油、水渍', 'Dust, grease or damp'),
      object: t('有异物，或卡口歪了', 'Something is in it, or it is bent'),
    },
    otherwise: [82, 15, 3],
    odds: {
      'hardware.chip_contacts_dirty': [28, 58, 14],
      'hardware.chip_contacts_worn': [56, 32, 12],
      'hardware.tamper_lock': [74, 15, 11],
    },
  },
  'see.swipe_slot': {
    text: t('看刷卡槽里面：', 'Look into the swipe slot:'),
    cost: 0.4,
    drawing: 'look-into-swipe-slot',
    values: {
      clean: t('干净', 'Clean'),
      dirty: t('有灰、油、纸屑', 'Dust, grease, scraps'),
      worn: t('磁头发亮、有沟痕', 'The head is shiny or grooved'),
    },
    otherwise: [78, 17, 5],
    odds: { 'hardware.magstripe_head_dirty': [26, 66, 8], 'hardware.magstripe_head_worn': [34, 20, 46] },
  },
  'see.tap_area': {
    text: t('挥卡区旁边有这些东西吗？', 'Is any of this at the contactless mark?'),
    cost: 0.25,
    drawing: 'clear-tap-area',
    values: {
      clear: t('没有，空着', 'No, it is clear'),
      metal: t('金属、磁吸支架、另一部手机', 'Metal, a magnetic holder, another phone'),
      cover: t('厚保护套、贴纸', 'A thick cover or sticker'),
    },
    otherwise: [86, 7, 7],
    odds: { 'hardware.contactless_antenna': [52, 32, 16] },
  },
  'know.surroundings': {
    text: t('终端放在什么样的地方？', 'What kind of place does the terminal stand in?'),
    cost: 0.25,
    drawing: 'surroundings',
    values: {
      clean: t('干净、干燥', 'Clean and dry'),
      greasy: t('厨房、油烟', 'Kitchen, grease'),
      dusty: t('粉尘、户外', 'Dust, outdoors'),
      wet: t('潮湿、有水', 'Damp or wet'),
    },
    otherwise: [68, 14, 10, 8],
    odds: {
      'hardware.magstripe_head_dirty': [28, 36, 30, 6],
      'hardware.chip_contacts_dirty': [28, 34, 24, 14],
      'hardware.reader_module': [54, 14, 10, 22],
      'hardware.pinpad': [54, 20, 8, 18],
      'hardware.printer_head_worn': [56, 20, 18, 6],
    },
  },
  'know.age': {
    text: t('这台终端用了多久？', 'How long has this terminal been in use?'),
    cost: 0.25,
    drawing: 'calendar',
    values: {
      new: t('不到一年', 'Under a year'),
      some: t('一到三年', 'One to three years'),
      old: t('三年以上', 'Over three years'),
    },
    otherwise: [30, 42, 28],
    odds: {
      ...all(
        ['hardware.magstripe_head_worn', 'hardware.chip_contacts_worn', 'hardware.printer_head_worn'],
        [4, 30, 66],
      ),
      'hardware.power': [12, 36, 52],
      'software.app_outdated': [12, 36, 52],
      'network.misconfigured': [48, 32, 20],
    },
  },
  'know.accident': {
    text: t('最近摔过、进过水吗？', 'Was it dropped or did it get wet lately?'),
    cost: 0.25,
    drawing: 'drop-or-water',
    values: { no: t('没有', 'No'), dropped: t('摔过', 'Dropped'), wet: t('进过水', 'Got wet') },
    otherwise: [94, 4, 2],
    odds: {
      'hardware.reader_module': [58, 24, 18],
      'hardware.contactless_antenna': [60, 34, 6],
      'hardware.tamper_lock': [46, 40, 14],
      'hardware.pinpad': [66, 16, 18],
      'hardware.power': [78, 10, 12],
      'hardware.chip_contacts_worn': [88, 8, 4],
      'network.signal_weak': [91, 6, 3],
    },
  },
  'see.seal': {
    text: t('看封签、外壳、卡口：', 'Look at seal, housing and slots:'),
    hint: t(
      '卡口多出东西、封签破了：不要碰，先停用，报店长。',
      'Something added to a slot, a broken seal: do not touch it, stop using it, tell the manager.',
    ),
    cost: 0.4,
    drawing: 'look-at-seal',
    values: {
      fine: t('完好', 'Whole'),
      broken: t('封签破了、壳有缝', 'Seal broken or housing open'),
      added: t('卡口多出了东西', 'Something is added to a slot'),
    },
    otherwise: [97, 2, 1],
    odds: { 'hardware.tamper_lock': [52, 40, 8] },
  },
  'see.power': {
    text: t('现在怎么供电？', 'How is it powered now?'),
    cost: 0.25,
    drawing: 'plug-in',
    values: {
      original: t('原装电源，插紧了', 'Its own adapter, firmly in'),
      other: t('别的充电头、充电宝、收银机USB', 'Another charger, power bank or till USB'),
      battery: t('只用电池', 'Battery alone'),
      loose: t('插头松、要拧着', 'A loose plug'),
    },
    otherwise: [56, 10, 32, 2],
    odds: { 'hardware.power': [14, 32, 28, 26] },
  },
  'see.reader_link': {
    text: t('读卡器是分开的吗？连着吗？', 'Is the reader a separate one, and is it connected?'),
    cost: 0.3,
    drawing: 'reader-link',
    values: {
      built_in: t('一体机，不分开', 'Built in'),
      connected: t('分开的，已连接', 'Separate, connected'),
      lost: t('分开的，没连上', 'Separate, not connected'),
    },
    otherwise: [70, 28, 2],
    odds: {
      'software.reader_firmware': [34, 50, 16],
      'hardware.reader_module': [50, 20, 30],
      'hardware.pinpad': [42, 28, 30],
      'hardware.power': [60, 18, 22],
    },
    source: 'expert estimate; stripe-terminal-android issue 350',
  },
  'know.cleaned': {
    text: t('上次按说明书清洁卡口是什么时候？', 'When were the slots last cleaned as the manual says?'),
    cost: 0.25,
    drawing: 'cleaning-card',
    values: {
      recent: t('一个月内', 'Within a month'),
      long_ago: t('很久以前', 'Long ago'),
      never: t('没清洁过', 'Never'),
      helped: t('清洁后好了几天又坏', 'It helped for some days only'),
    },
    otherwise: [22, 38, 36, 4],
    odds: {
      ...all(['hardware.magstripe_head_dirty', 'hardware.chip_contacts_dirty'], [4, 42, 50, 4]),
      ...all(['hardware.magstripe_head_worn', 'hardware.chip_contacts_worn'], [20, 28, 22, 30]),
    },
  },
} as const satisfies QuestionTable;
