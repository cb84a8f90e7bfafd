import type { CauseId, Text } from '@duka/model';

/**
 * What a finding tells beyond the reasons: where it sits, how it began, how often it strikes … Each is an observation
 * with a likelihood of each value given each cause. Not named: the cause has the `otherwise` row.
 * Source of all numbers: expert estimate.
 */
export type Feature = {
  readonly values: readonly string[];
  readonly otherwise: readonly number[];
  readonly given: { readonly [C in CauseId]?: readonly number[] };
  /** The observed value in words, for the evidence. */
  readonly says: { readonly [value: string]: Text };
};

export const SEATS = [
  'terminal',
  'card',
  'operator',
  'store',
  'release',
  'firmware',
  'parameters',
  'issuer',
  'acquirer',
  'area',
  'model',
] as const;
export type Seat = (typeof SEATS)[number];

const seat = (odds: { readonly [S in Seat]?: number }): readonly number[] => SEATS.map((name) => odds[name] ?? 0.1);

const PART = seat({ terminal: 93, store: 1.5, operator: 2, model: 1 });
const LINE = seat({ terminal: 30, store: 48, area: 16, acquirer: 2, parameters: 1 });
const HABIT = seat({ operator: 82, terminal: 9, store: 6 });

export const FEATURES = {
  seat: {
    values: SEATS,
    otherwise: seat({
      terminal: 40,
      operator: 10,
      store: 12,
      release: 10,
      firmware: 3,
      issuer: 8,
      acquirer: 6,
      area: 6,
      card: 4,
      model: 4,
    }),
    given: {
      'hardware.magstripe_head_worn': PART,
      'hardware.magstripe_head_dirty': PART,
      'hardware.chip_contacts_dirty': PART,
      'hardware.chip_contacts_worn': PART,
      'hardware.contactless_antenna': PART,
      'hardware.reader_module': PART,
      'hardware.pinpad': PART,
      'hardware.printer_head_worn': PART,
      'hardware.printer_paper': seat({ terminal: 85, store: 12 }),
      'hardware.power': seat({ terminal: 88, store: 10 }),
      'hardware.tamper_lock': seat({ terminal: 99 }),
      'software.app_defect': seat({ release: 88, firmware: 3, model: 4, terminal: 2, issuer: 2, acquirer: 1 }),
      'software.app_outdated': seat({ release: 80, terminal: 6, issuer: 8, model: 4 }),
      'software.host_incompatible': seat({ release: 72, acquirer: 6, parameters: 8, terminal: 5, model: 5 }),
      'software.parameters_outdated': seat({ parameters: 72, terminal: 14, release: 4, issuer: 6, store: 3 }),
      'software.keys_out_of_sync': seat({ terminal: 88, store: 5, acquirer: 3, parameters: 2 }),
      'software.reader_firmware': seat({ firmware: 86, release: 4, model: 7, terminal: 2 }),
      'software.frozen': seat({ terminal: 80, release: 14, model: 4 }),
      'network.down': LINE,
      'network.unstable': LINE,
      'network.slow': LINE,
      'network.misconfigured': seat({ terminal: 58, store: 28, parameters: 10, area: 2 }),
      'network.signal_weak': seat({ terminal: 72, store: 18, area: 9 }),
      'network.acquirer_host_down': seat({ acquirer: 95, area: 2, store: 1, terminal: 1 }),
      'network.issuer_unreachable': seat({ issuer: 96, acquirer: 1 }),
      'operation.wrong_pin': seat({ card: 68, operator: 8, terminal: 14, store: 5, issuer: 3 }),
      'operation.wrong_method': seat({ operator: 80, store: 8, terminal: 8 }),
      'operation.swipe_technique': HABIT,
      'operation.insert_technique': HABIT,
      'operation.removed_early': HABIT,
      'operation.indicator_misread': seat({ operator: 82, terminal: 8, store: 6, model: 2 }),
      'operation.not_signed_in': seat({ operator: 48, terminal: 42, store: 8 }),
      'operation.cancel_forgotten': seat({ operator: 52, terminal: 42, store: 4 }),
      'card.stripe_damaged': seat({ card: 98 }),
      'card.chip_damaged': seat({ card: 98 }),
      'card.unsupported': seat({ card: 55, issuer: 40, terminal: 1 }),
      'card.blocked_or_expired': seat({ card: 96, issuer: 3 }),
      'policy.magstripe_closed': seat({
        operator: 22,
        store: 22,
        terminal: 22,
        acquirer: 12,
        area: 12,
        parameters: 5,
        issuer: 4,
      }),
      'fraud.deliberate_fallback': seat({ operator: 88, terminal: 8, store: 3 }),
    },
    says: {
      terminal: { zh: '只在这一台终端上', en: 'only at this terminal' },
      card: { zh: '跟着这张卡走', en: 'it follows this card' },
      operator: { zh: '只在这位收银员当班时出现', en: 'only on the shifts of this cashier' },
      store: { zh: '这家店的几台终端一起出问题', en: 'several terminals of this store at once' },
      release: { zh: '只在装了这个版本的终端上，跨门店', en: 'only on terminals with this version, across stores' },
      firmware: { zh: '只在装了这个固件的终端上，跨门店', en: 'only on terminals with this firmware, across stores' },
      parameters: { zh: '只在用这版参数的终端上', en: 'only on terminals with this parameter set' },
      issuer: { zh: '只有这家发卡行的卡，各处都一样', en: 'only cards of this issuer, everywhere' },
      acquirer: { zh: '同一收单机构的终端同时失败', en: 'terminals of one acquirer fail at the same time' },
      area: { zh: '同一地区或运营商的终端同时失败', en: 'terminals of one area or carrier fail at the same time' },
      model: { zh: '只在这个型号上', en: 'only on this model' },
    },
  },
  onset: {
    values: ['sudden', 'creeping', 'before'],
    otherwise: [62, 13, 25],
    given: {
      'hardware.magstripe_head_worn': [26, 54, 20],
      'hardware.magstripe_head_dirty': [60, 20, 20],
      'hardware.chip_contacts_worn': [22, 56, 22],
      'hardware.chip_contacts_dirty': [58, 22, 20],
      'hardware.printer_head_worn': [30, 45, 25],
      'hardware.contactless_antenna': [58, 20, 22],
      'hardware.reader_module': [72, 14, 14],
      'hardware.tamper_lock': [88, 4, 8],
      'network.acquirer_host_down': [95, 3, 2],
      'network.issuer_unreachable': [95, 3, 2],
      'network.down': [93, 4, 3],
      'operation.removed_early': [45, 8, 47],
      'operation.insert_technique': [45, 8, 47],
      'operation.swipe_technique': [45, 8, 47],
      'operation.wrong_method': [45, 8, 47],
      'operation.indicator_misread': [45, 8, 47],
      'operation.not_signed_in': [45, 8, 47],
      'operation.cancel_forgotten': [45, 8, 47],
      'policy.magstripe_closed': [50, 8, 42],
      'card.chip_damaged': [45, 10, 45],
      'card.stripe_damaged': [45, 15, 40],
      'software.app_outdated': [40, 10, 50],
      'software.parameters_outdated': [40, 10, 50],
      'network.signal_weak': [45, 8, 47],
      'network.misconfigured': [66, 4, 30],
    },
    says: {
      sudden: { zh: '从某一时刻起突然变差', en: 'it began at once' },
      creeping: { zh: '失败率一天天升高', en: 'the failure rate rises day by day' },
      before: { zh: '日志一开始就有', en: 'it was there when the log begins' },
    },
  },
  change: {
    values: ['release', 'parameters', 'none'],
    otherwise: [3, 2, 95],
    given: {
      'software.app_defect': [70, 4, 26],
      'software.reader_firmware': [62, 4, 34],
      'software.host_incompatible': [58, 12, 30],
      'software.parameters_outdated': [8, 40, 52],
      'software.keys_out_of_sync': [10, 10, 80],
      'network.misconfigured': [8, 18, 74],
      'software.frozen': [14, 3, 83],
    },
    says: {
      release: { zh: '开始的时间紧跟版本更新', en: 'it began right after a version change' },
      parameters: { zh: '开始的时间紧跟参数更新', en: 'it began right after a parameter change' },
      none: { zh: '开始前没有版本或参数变化', en: 'no version or parameter changed before it began' },
    },
  },
  rate: {
    values: ['few', 'some', 'many', 'nearly_all'],
    otherwise: [25, 30, 25, 20],
    given: {
      'hardware.magstripe_head_worn': [20, 45, 30, 5],
      'hardware.magstripe_head_dirty': [20, 45, 28, 7],
      'hardware.chip_contacts_dirty': [25, 45, 25, 5],
      'hardware.chip_contacts_worn': [25, 45, 25, 5],
      'hardware.contactless_antenna': [20, 35, 30, 15],
      'hardware.reader_module': [5, 15, 35, 45],
      'hardware.tamper_lock': [0.5, 0.5, 4, 95],
      'software.keys_out_of_sync': [3, 10, 25, 62],
      'network.down': [1, 3, 11, 85],
      'network.unstable': [25, 45, 25, 5],
      'network.slow': [25, 45, 22, 8],
      'network.signal_weak': [25, 45, 25, 5],
      'network.misconfigured': [4, 10, 22, 64],
      'network.acquirer_host_down': [2, 8, 30, 60],
      'network.issuer_unreachable': [3, 10, 32, 55],
      'card.chip_damaged': [5, 10, 30, 55],
      'card.stripe_damaged': [5, 12, 33, 50],
    },
    says: {
      few: { zh: '少数几次才失败', en: 'it strikes now and then' },
      some: { zh: '时好时坏', en: 'it comes and goes' },
      many: { zh: '经常失败', en: 'it strikes often' },
      nearly_all: { zh: '几乎每次都失败', en: 'nearly every attempt fails' },
    },
  },
  lasting: {
    values: ['hours', 'days', 'weeks', 'still'],
    otherwise: [10, 20, 10, 60],
    given: {
      'network.down': [72, 10, 4, 14],
      'network.acquirer_host_down': [88, 5, 1, 6],
      'network.issuer_unreachable': [82, 7, 2, 9],
      'network.unstable': [18, 26, 9, 47],
      'hardware.printer_paper': [40, 34, 6, 20],
      'software.frozen': [35, 23, 7, 35],
      'hardware.magstripe_head_dirty': [4, 34, 8, 54],
      'hardware.chip_contacts_dirty': [4, 36, 8, 52],
      'hardware.magstripe_head_worn': [1, 9, 20, 70],
      'hardware.chip_contacts_worn': [1, 9, 20, 70],
      'hardware.tamper_lock': [3, 14, 3, 80],
      'software.keys_out_of_sync': [30, 30, 5, 35],
    },
    says: {
      hours: { zh: '几小时后自己恢复', en: 'it was over within hours' },
      days: { zh: '几天后恢复', en: 'it was over within days' },
      weeks: { zh: '持续几周后才恢复', en: 'it was over after weeks' },
      still: { zh: '到日志结束仍在继续', en: 'it lasts to the end of the log' },
    },
  },
  signal: {
    values: ['low', 'normal', 'unknown'],
    otherwise: [5, 50, 45],
    given: {
      'network.signal_weak': [70, 5, 25],
      'network.unstable': [10, 42, 48],
      'network.down': [10, 42, 48],
    },
    says: {
      low: { zh: '失败时信号很弱', en: 'the signal is weak when it fails' },
      normal: { zh: '信号正常', en: 'the signal is normal' },
      unknown: { zh: '日志里没有信号强度', en: 'the log does not tell the signal strength' },
    },
  },
  latency: {
    values: ['high', 'normal', 'unknown'],
    otherwise: [5, 50, 45],
    given: {
      'network.slow': [72, 4, 24],
      'network.unstable': [18, 34, 48],
      'network.signal_weak': [22, 30, 48],
      'network.acquirer_host_down': [14, 40, 46],
    },
    says: {
      high: { zh: '这段时间应答明显变慢', en: 'replies took much longer in that time' },
      normal: { zh: '应答时间正常', en: 'reply times are normal' },
      unknown: { zh: '日志里没有应答时间', en: 'the log does not tell reply times' },
    },
  },
  retry: {
    values: ['helps', 'in_vain', 'unknown'],
    otherwise: [35, 35, 30],
    given: {
      'operation.removed_early': [66, 8, 26],
      'operation.insert_technique': [62, 10, 28],
      'operation.swipe_technique': [60, 12, 28],
      'operation.indicator_misread': [60, 12, 28],
      'hardware.chip_contacts_dirty': [48, 24, 28],
      'hardware.tamper_lock': [1, 66, 33],
      'hardware.reader_module': [20, 50, 30],
      'network.down': [10, 60, 30],
      'network.misconfigured': [10, 60, 30],
      'network.acquirer_host_down': [12, 58, 30],
      'network.issuer_unreachable': [12, 58, 30],
      'software.keys_out_of_sync': [12, 58, 30],
      'card.chip_damaged': [15, 60, 25],
      'card.stripe_damaged': [15, 60, 25],
      'fraud.deliberate_fallback': [3, 62, 35],
    },
    says: {
      helps: { zh: '再试一次往往就好', en: 'a second try mostly works' },
      in_vain: { zh: '再试也没用', en: 'a second try is mostly in vain' },
      unknown: { zh: '很少有人再试', en: 'few tried again' },
    },
  },
  swiped: {
    values: ['often', 'seldom'],
    otherwise: [8, 92],
    given: {
      'fraud.deliberate_fallback': [88, 12],
      'hardware.chip_contacts_dirty': [18, 82],
      'hardware.chip_contacts_worn': [20, 80],
      'hardware.reader_module': [15, 85],
      'card.chip_damaged': [25, 75],
      'operation.insert_technique': [15, 85],
    },
    says: {
      often: {
        zh: '插卡失败后大多改刷磁条(降级)',
        en: 'after the chip failed the stripe was mostly swiped (fallback)',
      },
      seldom: { zh: '很少降级刷磁条', en: 'the stripe was seldom used instead' },
    },
  },
} as const satisfies Record<string, Feature>;

export type FeatureId = keyof typeof FEATURES;
export type FeatureValues = { readonly [F in FeatureId]?: (typeof FEATURES)[F]['values'][number] };
