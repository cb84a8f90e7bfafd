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
  'cards',
  'operator',
  'store',
  'release',
  'release_at_host',
  'firmware',
  'parameters',
  'issuer',
  'issuer_at_model',
  'acquirer',
  'area',
  'model',
  'everywhere',
] as const;
export type Seat = (typeof SEATS)[number];

type Odds = { readonly [S in Seat]?: number };
/** Seats at one place or one card; all others are of places far apart. */
const NARROW: ReadonlySet<Seat> = new Set(['terminal', 'card', 'cards', 'operator', 'store']);
const WIDE = SEATS.filter((name) => !NARROW.has(name) && name !== 'everywhere');
/** So many logs are of terminals that are all alike in what a wide trouble hangs on. Expert estimate. */
const ALL_ALIKE = 0.05;

const seat = (odds: Odds): readonly number[] => {
  const of = (name: Seat): number => odds[name] ?? 0.1;
  return SEATS.map((name) =>
    name === 'everywhere' ? ALL_ALIKE * WIDE.reduce((sum, one) => sum + of(one), 0) : of(name),
  );
};

const PART = seat({ terminal: 93, store: 1.5, operator: 2, model: 1 });
const LINE = seat({ terminal: 30, store: 48, area: 16, acquirer: 2, parameters: 1 });
const HABIT = seat({ operator: 82, terminal: 9, store: 6 });

/** The same chances for several causes. */
const each = <C extends CauseId>(
  causes: readonly C[],
  odds: readonly number[],
): { readonly [K in C]: readonly number[] } =>
  Object.fromEntries(causes.map((cause) => [cause, odds])) as { readonly [K in C]: readonly number[] };

export const FEATURES = {
  seat: {
    values: SEATS,
    otherwise: seat({
      terminal: 40,
      operator: 10,
      store: 12,
      release: 8,
      release_at_host: 2,
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
      'software.app_defect': seat({
        release: 88,
        release_at_host: 2,
        firmware: 3,
        model: 4,
        terminal: 2,
        issuer: 2,
        issuer_at_model: 2,
        acquirer: 1,
      }),
      'software.app_outdated': seat({
        release: 76,
        release_at_host: 10,
        terminal: 2,
        issuer: 5,
        issuer_at_model: 2,
        model: 4,
      }),
      'software.host_incompatible': seat({
        release_at_host: 55,
        release: 17,
        acquirer: 6,
        parameters: 8,
        terminal: 5,
        model: 5,
      }),
      'software.parameters_outdated': seat({
        parameters: 80,
        terminal: 3,
        release: 5,
        release_at_host: 1,
        issuer: 6,
        store: 3,
      }),
      'software.keys_out_of_sync': seat({ terminal: 84, store: 9, acquirer: 3, parameters: 2 }),
      'software.reader_firmware': seat({ firmware: 84, release: 4, model: 7, issuer_at_model: 2, terminal: 2 }),
      'software.frozen': seat({ terminal: 80, release: 14, model: 4 }),
      'network.down': LINE,
      'network.unstable': LINE,
      'network.slow': LINE,
      'network.misconfigured': seat({ terminal: 58, store: 28, parameters: 10, area: 2 }),
      'network.signal_weak': seat({ terminal: 72, store: 18, area: 9 }),
      'network.acquirer_host_down': seat({ acquirer: 95, area: 2, store: 1, terminal: 1 }),
      'network.issuer_unreachable': seat({ issuer: 96, acquirer: 1 }),
      'operation.wrong_pin': seat({ card: 68, operator: 8, terminal: 14, store: 5, issuer: 3 }),
      'operation.wrong_method': seat({ operator: 88, store: 3, terminal: 5 }),
      'operation.swipe_technique': HABIT,
      'operation.insert_technique': HABIT,
      'operation.removed_early': HABIT,
      'operation.indicator_misread': seat({ operator: 82, terminal: 8, store: 6, model: 2 }),
      'operation.not_signed_in': seat({ operator: 48, terminal: 42, store: 8 }),
      'operation.cancel_forgotten': seat({ operator: 68, terminal: 26, store: 4 }),
      'card.stripe_damaged': seat({ card: 98 }),
      'card.chip_damaged': seat({ card: 98 }),
      'card.unsupported': seat({ card: 34, issuer: 46, issuer_at_model: 14, release: 4, terminal: 1 }),
      'card.blocked_or_expired': seat({ card: 92, issuer: 7 }),
      'policy.magstripe_closed': seat({
        operator: 3,
        store: 32,
        terminal: 28,
        acquirer: 12,
        area: 14,
        parameters: 5,
        issuer: 5,
      }),
      'fraud.deliberate_fallback': seat({ operator: 54, terminal: 30, card: 4, cards: 4, store: 6 }),
    },
    says: {
      terminal: { zh: '只在这一台终端上', en: 'only at this terminal' },
      card: { zh: '跟着这张卡走', en: 'it follows this card' },
      cards: { zh: '跟着这几张卡走，到哪台终端都一样', en: 'it follows these cards, whatever the terminal' },
      operator: { zh: '只在这位收银员当班时出现', en: 'only on the shifts of this cashier' },
      store: { zh: '这家店的几台终端一起出问题', en: 'several terminals of this store at once' },
      release: { zh: '只在装了这个版本的终端上，跨门店', en: 'only on terminals with this version, across stores' },
      release_at_host: {
        zh: '只在装了这个版本、接这家收单机构的终端上',
        en: 'only on terminals with this version at this acquirer',
      },
      firmware: { zh: '只在装了这个固件的终端上，跨门店', en: 'only on terminals with this firmware, across stores' },
      parameters: { zh: '只在用这版参数的终端上', en: 'only on terminals with this parameter set' },
      issuer: { zh: '只有这家发卡行的卡，各处都一样', en: 'only cards of this issuer, everywhere' },
      issuer_at_model: {
        zh: '只有这家发卡行的卡在这个型号上',
        en: 'only cards of this issuer at this model',
      },
      acquirer: { zh: '同一收单机构的终端同时失败', en: 'terminals of one acquirer fail at the same time' },
      area: { zh: '同一地区或运营商的终端同时失败', en: 'terminals of one area or carrier fail at the same time' },
      model: { zh: '只在这个型号上', en: 'only on this model' },
      everywhere: {
        zh: '日志里的终端都这样，看不出集中在哪里',
        en: 'at all terminals of the log, so that it cannot be told where it sits',
      },
    },
  },
  onset: {
    values: ['sudden', 'creeping', 'before', 'unknown'],
    otherwise: [62, 13, 25, 25],
    given: {
      'hardware.magstripe_head_worn': [14, 52, 10, 44],
      'hardware.magstripe_head_dirty': [56, 14, 10, 40],
      'hardware.chip_contacts_worn': [24, 46, 9, 41],
      'hardware.chip_contacts_dirty': [44, 22, 15, 39],
      'hardware.printer_head_worn': [20, 50, 15, 40],
      'hardware.contactless_antenna': [58, 20, 22, 25],
      'hardware.reader_module': [72, 14, 14, 25],
      'hardware.tamper_lock': [88, 4, 8, 25],
      'network.acquirer_host_down': [95, 3, 2, 25],
      'network.issuer_unreachable': [95, 3, 2, 25],
      'network.down': [93, 4, 3, 25],
      'operation.removed_early': [45, 8, 47, 25],
      'operation.insert_technique': [45, 8, 47, 25],
      'operation.swipe_technique': [45, 8, 47, 25],
      'operation.wrong_method': [45, 8, 47, 25],
      'operation.indicator_misread': [45, 8, 47, 25],
      'operation.not_signed_in': [45, 8, 47, 25],
      'operation.wrong_pin': [45, 8, 47, 25],
      'operation.cancel_forgotten': [45, 8, 47, 25],
      'policy.magstripe_closed': [50, 8, 42, 25],
      'card.chip_damaged': [45, 10, 45, 25],
      'card.stripe_damaged': [45, 15, 40, 25],
      // An old version works until the host changes; a defect comes with its version.
      'software.app_outdated': [63, 6, 31, 25],
      'software.parameters_outdated': [66, 5, 29, 25],
      'software.app_defect': [36, 9, 55, 25],
      'card.blocked_or_expired': [37, 6, 57, 25],
      'network.signal_weak': [45, 8, 47, 25],
      'network.misconfigured': [66, 4, 30, 25],
    },
    says: {
      sudden: { zh: '从某一时刻起突然变差', en: 'it began at once' },
      creeping: { zh: '失败率一天天升高', en: 'the failure rate rises day by day' },
      before: { zh: '在日志里一出现就这样', en: 'like this since it first appears in the log' },
      unknown: { zh: '看不清是突然变差还是慢慢变差', en: 'whether it began at once or crept up cannot be told' },
    },
  },
  change: {
    values: ['release', 'parameters', 'none'],
    otherwise: [3, 2, 95],
    given: {
      'software.app_defect': [88, 4, 8],
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
  version: {
    values: ['behind', 'midway', 'newest', 'unknown'],
    otherwise: [20, 22, 38, 20],
    given: {
      'software.app_outdated': [72, 6, 2, 20],
      'software.parameters_outdated': [72, 6, 2, 20],
      'software.app_defect': [5, 10, 65, 20],
      'software.reader_firmware': [11, 11, 58, 20],
      'software.host_incompatible': [22, 10, 48, 20],
    },
    says: {
      behind: { zh: '多数终端的版本比它新', en: 'most terminals have a newer version' },
      midway: { zh: '有的终端版本比它新，有的比它旧', en: 'some terminals have a newer version, some an older one' },
      newest: { zh: '几乎没有终端的版本比它新', en: 'hardly any terminal has a newer version' },
      unknown: { zh: '看不出版本新旧', en: 'whether the version is old cannot be told' },
    },
  },
  rate: {
    values: ['few', 'some', 'many', 'nearly_all'],
    otherwise: [25, 30, 25, 20],
    given: {
      // Wear lets some reads through; dirt may stop them all.
      'hardware.magstripe_head_worn': [9, 26, 54, 11],
      'hardware.magstripe_head_dirty': [14, 34, 37, 15],
      'hardware.chip_contacts_dirty': [18, 38, 34, 10],
      'hardware.chip_contacts_worn': [20, 42, 34, 4],
      'hardware.contactless_antenna': [12, 20, 38, 30],
      'hardware.reader_module': [5, 15, 35, 45],
      'hardware.tamper_lock': [0.5, 0.5, 4, 95],
      'software.keys_out_of_sync': [3, 10, 25, 62],
      'software.frozen': [20, 25, 22, 33],
      'network.down': [1, 3, 11, 85],
      'network.unstable': [25, 45, 25, 5],
      'network.slow': [25, 45, 22, 8],
      'network.signal_weak': [25, 45, 25, 5],
      'network.misconfigured': [4, 10, 22, 64],
      'network.acquirer_host_down': [2, 8, 30, 60],
      'network.issuer_unreachable': [3, 10, 32, 55],
      // The right PIN is mostly found in the end; a blocked card never pays.
      'operation.wrong_pin': [12, 33, 40, 15],
      'card.blocked_or_expired': [1, 2, 7, 90],
      'card.unsupported': [3, 7, 25, 65],
      'card.chip_damaged': [5, 10, 30, 55],
      'card.stripe_damaged': [5, 12, 33, 50],
      'operation.cancel_forgotten': [26, 44, 22, 8],
      'operation.not_signed_in': [12, 36, 15, 37],
      // Who swipes on purpose still inserts what is too small to pay.
      'fraud.deliberate_fallback': [10, 36, 44, 10],
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
      'operation.not_signed_in': [26, 20, 10, 44],
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
      'network.signal_weak': [80, 3, 17],
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
    values: ['helps', 'at_times', 'in_vain', 'unknown'],
    otherwise: [35, 15, 20, 30],
    given: {
      'operation.removed_early': [46, 22, 6, 26],
      'operation.insert_technique': [44, 22, 6, 28],
      'operation.swipe_technique': [44, 22, 6, 28],
      'operation.indicator_misread': [44, 22, 6, 28],
      'hardware.magstripe_head_worn': [40, 27, 5, 28],
      'hardware.magstripe_head_dirty': [36, 23, 13, 28],
      'hardware.chip_contacts_dirty': [38, 22, 12, 28],
      'hardware.chip_contacts_worn': [42, 25, 5, 28],
      'hardware.contactless_antenna': [38, 24, 10, 28],
      'hardware.tamper_lock': [1, 4, 62, 33],
      'hardware.reader_module': [25, 20, 25, 30],
      'network.down': [10, 12, 48, 30],
      'network.misconfigured': [10, 12, 48, 30],
      'network.acquirer_host_down': [12, 16, 42, 30],
      'network.issuer_unreachable': [12, 16, 42, 30],
      'software.keys_out_of_sync': [12, 12, 46, 30],
      'card.chip_damaged': [15, 20, 40, 25],
      'card.stripe_damaged': [15, 20, 40, 25],
      'fraud.deliberate_fallback': [3, 9, 53, 35],
      'software.frozen': [16, 34, 30, 20],
      'hardware.power': [44, 26, 8, 22],
      'operation.cancel_forgotten': [56, 16, 8, 20],
      'operation.not_signed_in': [26, 17, 34, 23],
    },
    says: {
      helps: { zh: '再试一次往往就好', en: 'a second try mostly works' },
      at_times: { zh: '再试有时能好', en: 'a second try works at times' },
      in_vain: { zh: '再试也没用', en: 'a second try is mostly in vain' },
      unknown: { zh: '很少有人再试', en: 'few tried again' },
    },
  },
  amount: {
    values: ['large', 'ordinary', 'unknown'],
    otherwise: [2, 80, 18],
    given: {
      'fraud.deliberate_fallback': [52, 30, 18],
      // A tap asks for the PIN where the amount is large.
      'operation.wrong_pin': [6, 76, 18],
      'hardware.pinpad': [6, 76, 18],
    },
    says: {
      large: { zh: '失败的多是金额特别大的交易', en: 'the sales that failed were far larger than usual' },
      ordinary: { zh: '失败的交易金额和平时一样', en: 'the sales that failed were no larger than usual' },
      unknown: { zh: '看不出金额有没有不同', en: 'whether the amounts differed cannot be told' },
    },
  },
  swiped: {
    values: ['mostly', 'often', 'seldom'],
    otherwise: [2, 9, 89],
    given: {
      'fraud.deliberate_fallback': [80, 14, 6],
      'hardware.chip_contacts_dirty': [4, 18, 78],
      'hardware.chip_contacts_worn': [4, 18, 78],
      'hardware.reader_module': [4, 14, 82],
      'card.chip_damaged': [30, 30, 40],
      'operation.insert_technique': [4, 14, 82],
    },
    says: {
      mostly: {
        zh: '芯片读不出的交易，几乎都改刷了磁条(降级)',
        en: 'sales whose chip failed were nearly all swiped instead (fallback)',
      },
      often: { zh: '插卡失败后常改刷磁条(降级)', en: 'after the chip failed the stripe was often swiped (fallback)' },
      seldom: { zh: '很少降级刷磁条', en: 'the stripe was seldom used instead' },
    },
  },
  chips: {
    values: ['chips', 'both', 'none', 'unread', 'untold'],
    otherwise: [6, 6, 24, 24, 40],
    given: {
      // A stripe that could not be read gives no service code.
      ...each(
        [
          'hardware.magstripe_head_worn',
          'hardware.magstripe_head_dirty',
          'operation.swipe_technique',
          'software.reader_firmware',
          'card.stripe_damaged',
        ],
        [1.5, 4, 22, 32.5, 40],
      ),
      // Some places refuse all stripes, most only those of cards with a chip.
      'policy.magstripe_closed': [36, 7, 12, 5, 40],
      'operation.wrong_method': [34, 6, 3, 17, 40],
    },
    says: {
      chips: {
        zh: '失败的刷卡几乎都是带芯片的卡',
        en: 'nearly all swipes that failed were of cards with a chip',
      },
      both: { zh: '失败的刷卡里，带芯片和不带芯片的卡都有', en: 'cards with and without a chip were swiped in vain' },
      none: {
        zh: '失败的刷卡几乎都是没有芯片的卡',
        en: 'hardly any of the swipes that failed was of a card with a chip',
      },
      unread: {
        zh: '刷卡失败时，连服务代码都没读到',
        en: 'of the swipes that failed not even the service code was read',
      },
      untold: { zh: '看不出刷的卡有没有芯片', en: 'whether the swiped cards have a chip cannot be told' },
    },
  },
  read: {
    values: ['yes', 'partly', 'no', 'unknown'],
    otherwise: [25, 20, 35, 20],
    given: {
      ...each(
        [
          'hardware.magstripe_head_worn',
          'hardware.magstripe_head_dirty',
          'hardware.chip_contacts_dirty',
          'hardware.chip_contacts_worn',
          'hardware.contactless_antenna',
          'hardware.reader_module',
          'hardware.tamper_lock',
          'software.reader_firmware',
          'software.frozen',
          'software.app_outdated',
          'operation.swipe_technique',
          'operation.insert_technique',
          'operation.cancel_forgotten',
          'card.chip_damaged',
          'card.stripe_damaged',
          'fraud.deliberate_fallback',
        ],
        [1.5, 6, 72.5, 20],
      ),
      ...each(
        [
          'hardware.pinpad',
          'hardware.printer_head_worn',
          'hardware.printer_paper',
          'software.keys_out_of_sync',
          'software.host_incompatible',
          'network.down',
          'network.unstable',
          'network.slow',
          'network.misconfigured',
          'network.signal_weak',
          'network.acquirer_host_down',
          'network.issuer_unreachable',
          'operation.wrong_pin',
          'card.blocked_or_expired',
        ],
        [72.5, 6, 1.5, 20],
      ),
      'hardware.power': [15, 45, 20, 20],
      'software.app_defect': [8, 24, 48, 20],
      'software.parameters_outdated': [24, 40, 16, 20],
      'operation.removed_early': [16, 46, 18, 20],
      'operation.indicator_misread': [16, 46, 18, 20],
      // A stripe is refused for what was read of it.
      'operation.wrong_method': [25, 12, 43, 20],
      'operation.not_signed_in': [40, 15, 25, 20],
      'card.unsupported': [8, 20, 52, 20],
      'policy.magstripe_closed': [55, 10, 15, 20],
    },
    says: {
      yes: { zh: '失败时卡已经读出来了', en: 'the card had been read when it failed' },
      partly: { zh: '失败时卡有时已读出，有时没有', en: 'when it failed, the card had been read at times' },
      no: { zh: '失败时卡还没读出来', en: 'it failed before the card was read' },
      unknown: { zh: '看不出失败时卡读出来没有', en: 'whether the card had been read cannot be told' },
    },
  },
  answered: {
    values: ['yes', 'partly', 'no', 'unknown'],
    otherwise: [15, 15, 50, 20],
    given: {
      ...each(
        [
          'hardware.magstripe_head_worn',
          'hardware.magstripe_head_dirty',
          'hardware.chip_contacts_dirty',
          'hardware.chip_contacts_worn',
          'hardware.contactless_antenna',
          'hardware.reader_module',
          'hardware.tamper_lock',
          'software.reader_firmware',
          'software.frozen',
          'operation.swipe_technique',
          'operation.insert_technique',
          'operation.wrong_method',
          'operation.cancel_forgotten',
          'card.chip_damaged',
          'card.stripe_damaged',
          'fraud.deliberate_fallback',
        ],
        [1, 4, 75, 20],
      ),
      ...each(
        [
          'hardware.printer_head_worn',
          'hardware.printer_paper',
          'software.keys_out_of_sync',
          'software.host_incompatible',
          'network.issuer_unreachable',
          'card.blocked_or_expired',
        ],
        [72, 6.5, 1.5, 20],
      ),
      'hardware.pinpad': [4, 12, 64, 20],
      'hardware.power': [6, 40, 34, 20],
      'operation.wrong_pin': [12, 18, 50, 20],
      'network.down': [8, 27, 45, 20],
      'network.unstable': [20, 46, 14, 20],
      'network.slow': [14, 40, 26, 20],
      'network.signal_weak': [20, 42, 18, 20],
      'network.misconfigured': [28, 20, 32, 20],
      'network.acquirer_host_down': [24, 42, 14, 20],
      'operation.removed_early': [8, 40, 32, 20],
      'operation.indicator_misread': [8, 40, 32, 20],
      'operation.not_signed_in': [35, 15, 30, 20],
    },
    says: {
      yes: { zh: '失败时后台已有应答', en: 'the host had answered when it failed' },
      partly: { zh: '失败时后台有时已应答，有时没有', en: 'when it failed, the host had answered at times' },
      no: { zh: '失败时后台还没有应答', en: 'it failed before the host had answered' },
      unknown: { zh: '看不出后台应答没有', en: 'whether the host had answered cannot be told' },
    },
  },
  ended: {
    values: ['mostly', 'seldom', 'unknown'],
    otherwise: [3, 77, 20],
    given: {
      'hardware.printer_head_worn': [77, 3, 20],
      'hardware.printer_paper': [77, 3, 20],
      'hardware.power': [10, 70, 20],
      'operation.indicator_misread': [16, 64, 20],
      'card.blocked_or_expired': [16, 64, 20],
      'card.unsupported': [14, 66, 20],
    },
    says: {
      mostly: { zh: '失败后几乎没人再试', en: 'after a failure hardly anybody tried again' },
      seldom: { zh: '失败后大多会再试', en: 'after a failure people mostly tried again' },
      unknown: { zh: '看不出失败后有没有再试', en: 'whether people tried again cannot be told' },
    },
  },
  cards: {
    values: ['one', 'few', 'many', 'unknown'],
    otherwise: [1, 4, 75, 20],
    given: {
      ...each(['card.chip_damaged', 'card.stripe_damaged', 'card.blocked_or_expired'], [62, 14, 4, 20]),
      // These sit at terminals, stores and issuers as well, and there many cards fail.
      ...each(['operation.wrong_pin', 'card.unsupported'], [31, 8, 41, 20]),
    },
    says: {
      one: { zh: '失败的几乎都是同一张卡', en: 'nearly all failures are of one card' },
      few: { zh: '失败集中在少数几张卡', en: 'the failures are of a few cards' },
      many: { zh: '失败分散在很多张卡上', en: 'the failures are of many cards' },
      unknown: { zh: '看不出是哪些卡', en: 'whose cards they were cannot be told' },
    },
  },
  hosts: {
    values: ['several', 'one', 'unknown'],
    otherwise: [35, 5, 60],
    given: { 'software.host_incompatible': [5, 35, 60], 'software.app_defect': [56, 4, 40] },
    says: {
      several: { zh: '这个版本接哪家收单机构都失败', en: 'this version fails at every acquirer' },
      one: { zh: '这个版本只在一家收单机构那里失败', en: 'this version fails at one acquirer only' },
      unknown: { zh: '看不出和收单机构有没有关系', en: 'whether it depends on the acquirer cannot be told' },
    },
  },
  issuers: {
    values: ['some', 'any', 'unknown'],
    otherwise: [4, 66, 30],
    given: {
      'software.app_outdated': [34, 36, 30],
      'software.parameters_outdated': [45, 25, 30],
      'network.issuer_unreachable': [66, 4, 30],
      'card.unsupported': [54, 16, 30],
    },
    says: {
      some: { zh: '失败集中在某些发卡行的卡', en: 'the failures are of certain issuers' },
      any: { zh: '各家发卡行的卡都会失败', en: 'cards of any issuer fail' },
      unknown: { zh: '看不出是哪些发卡行的卡', en: 'whose issuers they are cannot be told' },
    },
  },
  rhythm: {
    values: ['bursts', 'steady', 'unknown'],
    otherwise: [10, 60, 30],
    given: {
      'hardware.power': [26, 44, 30],
      'hardware.printer_paper': [55, 15, 30],
      'software.frozen': [52, 18, 30],
      'network.unstable': [34, 36, 30],
      'network.down': [30, 40, 30],
      'network.acquirer_host_down': [30, 40, 30],
      'network.issuer_unreachable': [30, 40, 30],
      'software.keys_out_of_sync': [20, 50, 30],
      'operation.not_signed_in': [36, 36, 28],
    },
    says: {
      bursts: { zh: '失败一阵一阵地来', en: 'the failures come in bursts' },
      steady: { zh: '失败零散出现，不成阵', en: 'the failures come singly, not in bursts' },
      unknown: { zh: '失败太稀，看不出是否成阵', en: 'too few failures lie close to tell bursts' },
    },
  },
  shift: {
    values: ['start', 'anytime', 'unknown'],
    otherwise: [3, 82, 15],
    // Who takes over a shift forgets it, or nobody signs a terminal in that lost its session.
    given: { 'operation.not_signed_in': [48, 37, 15] },
    says: {
      start: { zh: '失败集中在开班后一小时内', en: 'the failures lie in the first hour of a shift' },
      anytime: { zh: '整个班次都有失败', en: 'it fails at any time of a shift' },
      unknown: { zh: '看不出与开班有无关系', en: 'whether it has to do with the start of a shift cannot be told' },
    },
  },
} as const satisfies Record<string, Feature>;

export type FeatureId = keyof typeof FEATURES;
export type FeatureValues = { readonly [F in FeatureId]?: (typeof FEATURES)[F]['values'][number] };
