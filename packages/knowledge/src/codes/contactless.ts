import type { Stage, Text } from '@duka/model';
import { L1_ERRORS, L2_ERRORS, L3_ERRORS, MESSAGES, OUTCOMES } from '@duka/wire/tables';
import { t } from '../t.ts';
import type { Because, CodeRow } from './table.ts';
import { namespaceOf } from './table.ts';

const UI = 'EMV contactless entry point, message identifiers';
const C2 = 'EMV Book C-2, error indication';

/** Why the kernel says it, with the stage where that is not the reason's own. */
type Why = Because | readonly [because: Because, stage: Stage];
type Whys<V extends Values> = { readonly [hex in keyof V]: Why };
type Values = { readonly [hex: string]: Text };

const WHYS = {
  msg: {
    '03': 'ok',
    '07': 'declined',
    '09': ['unknown', 'cvm'],
    '0F': 'unknown',
    '10': 'unknown',
    '14': 'unknown',
    '15': ['unknown', 'detect'],
    '16': 'unknown',
    '17': 'ok',
    '18': 'use_other_interface',
    '19': 'collision',
    '1A': 'ok',
    '1B': ['unknown', 'online'],
    '1C': 'use_other_interface',
    '1D': 'use_other_interface',
    '1E': 'unknown',
    '20': ['use_other_interface', 'cvm'],
    '21': 'rf_lost',
  },
  outcome: {
    '10': 'ok',
    '20': 'declined',
    '30': ['unknown', 'online'],
    '40': 'unknown',
    '50': ['unknown', 'select'],
    '60': 'use_other_interface',
    '70': 'rf_lost',
    '80': 'unknown',
  },
  l1: {
    '00': 'ok',
    '01': 'rf_lost',
    '02': 'rf_lost',
    '03': 'rf_lost',
  },
  l2: {
    '00': 'ok',
    '01': 'bad_data',
    '02': 'oda_failed',
    '03': [{ bad_data: 0.5, unknown: 0.5 }, 'read'],
    '04': 'bad_data',
    '05': 'use_other_interface',
    '06': 'bad_data',
    '07': 'no_application',
    '08': 'no_application',
    '09': ['bad_data', 'select'],
    '0A': 'no_application',
    '0B': 'bad_data',
    '0C': 'bad_data',
    '0D': 'bad_data',
    '0E': 'bad_data',
    '0F': 'unknown',
  },
  l3: {
    '00': 'ok',
    '01': 'no_card',
    '02': 'cancelled_by_operator',
    '03': 'unknown',
  },
} as const satisfies {
  readonly msg: Whys<typeof MESSAGES>;
  readonly outcome: Whys<typeof OUTCOMES>;
  readonly l1: Whys<typeof L1_ERRORS>;
  readonly l2: Whys<typeof L2_ERRORS>;
  readonly l3: Whys<typeof L3_ERRORS>;
};

const rowsOf = (prefix: string, values: Values, whys: { readonly [hex: string]: Why }, source?: string): CodeRow[] =>
  Object.entries(values).map(([hex, { zh, en }]) => {
    const why = whys[hex] ?? 'unknown';
    const [because, stage] = isStaged(why) ? why : [why];
    return [`${prefix}.${hex}`, because, zh, en, { ...(stage && { stage }), ...(source && { source }) }];
  });

const isStaged = (why: Why): why is readonly [Because, Stage] => Array.isArray(why);

/** What a contactless kernel says: `msg.` on its screen, `outcome.` as its result, `l1.`/`l2.`/`l3.` as its error. */
const ROWS: readonly CodeRow[] = [
  ...rowsOf('msg', MESSAGES, WHYS.msg),
  ...rowsOf('outcome', OUTCOMES, WHYS.outcome),
  ...rowsOf('l1', L1_ERRORS, WHYS.l1, C2),
  ...rowsOf('l2', L2_ERRORS, WHYS.l2, C2),
  ...rowsOf('l3', L3_ERRORS, WHYS.l3, C2),
];

export const CONTACTLESS = namespaceOf(
  {
    id: 'contactless',
    title: t('非接内核的提示与结果', 'Contactless kernel messages and outcomes'),
    form: 'name',
    source: UI,
  },
  ROWS,
);
