import { STATUS_WORDS, type StatusWord } from '@duka/wire/tables';
import { t } from '../t.ts';
import type { Because, CodeRow, RowExtra } from './table.ts';
import { namespaceOf } from './table.ts';

const WRONG_COMMAND = { protocol_error: 0.5, unknown: 0.5 } as const;
const NO_DIAGNOSIS = { unknown: 0.5, bad_data: 0.3, protocol_error: 0.2 } as const;

type Why = Because | readonly [because: Because, extra: RowExtra];

/** Why a card says it; the words are those of the decoder's table. */
const WHYS = {
  '9000': 'ok',
  '61xx': 'ok',
  '6200': ['unknown', { stage: 'read' }],
  '6281': 'bad_data',
  '6282': 'bad_data',
  '6283': 'application_blocked',
  '6284': ['bad_data', { stage: 'select' }],
  '6285': 'application_blocked',
  '6300': { pin_wrong: 0.6, unknown: 0.4 },
  '63C0': [
    'pin_tries_exceeded',
    { advice: t('停止输密码，请持卡人联系发卡行。', 'No more PIN tries; the holder calls the issuer.') },
  ],
  '63Cx': ['pin_wrong', { advice: t('请持卡人想清楚再输。', 'Let the holder think before the next try.') }],
  '6400': [{ unknown: 0.6, bad_data: 0.4 }, { stage: 'read' }],
  '6581': 'bad_data',
  '66xx': ['unknown', { stage: 'read' }],
  '6700': WRONG_COMMAND,
  '6800': ['unknown', { stage: 'read' }],
  '6881': ['unknown', { stage: 'read' }],
  '6882': ['unknown', { stage: 'read' }],
  '6900': ['unknown', { stage: 'read' }],
  '6981': 'bad_data',
  '6982': ['unknown', { stage: 'read' }],
  '6983': [
    'pin_tries_exceeded',
    { advice: t('停止输密码，请持卡人联系发卡行。', 'No more PIN tries; the holder calls the issuer.') },
  ],
  '6984': { use_other_interface: 0.6, unknown: 0.4 },
  '6985': { no_application: 0.7, unknown: 0.3 },
  '6986': ['unknown', { stage: 'read' }],
  '6987': ['unknown', { stage: 'read' }],
  '6988': ['unknown', { stage: 'read' }],
  '6A80': [{ unknown: 0.5, bad_data: 0.5 }, { stage: 'read' }],
  '6A81': [
    { application_blocked: 0.8, no_application: 0.2 },
    { advice: t('卡被锁不得降级刷磁条，请换卡。', 'A blocked card must not fall back to the stripe: another card.') },
  ],
  '6A82': 'no_application',
  '6A83': [{ unknown: 0.6, bad_data: 0.4 }, { stage: 'read' }],
  '6A84': ['unknown', { stage: 'read' }],
  '6A86': WRONG_COMMAND,
  '6A88': [{ unknown: 0.7, bad_data: 0.3 }, { stage: 'read' }],
  '6B00': WRONG_COMMAND,
  '6Cxx': 'protocol_error',
  '6D00': [{ no_application: 0.5, unknown: 0.5 }, { stage: 'select' }],
  '6E00': [{ no_application: 0.5, unknown: 0.5 }, { stage: 'select' }],
  '6F00': [NO_DIAGNOSIS, { stage: 'read' }],
} as const satisfies { readonly [sw in StatusWord]: Why };

const isExtended = (why: Why): why is readonly [Because, RowExtra] => Array.isArray(why);

const ROWS: readonly CodeRow[] = (Object.keys(STATUS_WORDS) as StatusWord[]).map((sw) => {
  const why: Why = WHYS[sw];
  const [zh, en] = STATUS_WORDS[sw];
  return isExtended(why) ? [sw, why[0], zh, en, why[1]] : [sw, why, zh, en];
});

export const SW = namespaceOf(
  {
    id: 'sw',
    title: t('卡片状态字 SW1SW2', 'Card status words SW1-SW2'),
    form: 'hex',
    source: 'EMV 4.4 Books 1-3, ISO/IEC 7816-4 (by openemv/emv-utils c29b155)',
  },
  ROWS,
);
