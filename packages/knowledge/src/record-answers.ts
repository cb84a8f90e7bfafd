import type { Attempt, CodeEntry, Reason, Stage } from '@duka/model';
import { REASON_TABLE } from '@duka/model';
import { decodeCodes, splitCodes } from './decode.ts';
import type { QuestionId } from './observations/counter.ts';

/** Whatever of an attempt is known. */
type Record = Partial<Attempt>;

/** The answers that a record of the attempt gives by itself: nobody need be asked. */
export type RecordAnswers = { readonly [question in QuestionId | 'finding.signal']?: string };

const WAY = { chip: 'insert', contactless: 'tap', magstripe: 'swipe', qr: 'qr', manual: undefined } as const;
const LINK = { ethernet: 'cable', wifi: 'wifi', cellular: 'sim' } as const;

/** What a terminal's screen says for a reason. */
const MESSAGES: { readonly [message: string]: readonly Reason[] } = {
  read_failed: [
    ...(['mute', 'bad_atr', 'power_error', 'protocol_error', 'removed_early', 'bad_data', 'oda_failed'] as const),
    ...(['rf_lost', 'collision', 'blank', 'start_sentinel', 'parity', 'lrc', 'partial'] as const),
  ],
  other_way: ['use_other_interface', 'chip_required', 'wrong_method'],
  no_card: ['no_card', 'no_response_rf'],
  pin: ['pin_wrong', 'pin_tries_exceeded'],
  declined: ['declined', 'application_blocked'],
  network: ['link_down', 'dns_failed', 'connect_failed', 'tls_failed', 'no_response', 'link_lost'],
  sign_in: ['not_signed_in', 'sign_in_needed', 'mac_error'],
  busy: ['busy'],
  printer: ['paper_out', 'overheat', 'print_error', 'cover_open'],
  locked: ['tamper'],
  nothing: ['frozen'],
};

const STAGES: { readonly [S in Stage]?: string } = {
  detect: 'read',
  power_up: 'read',
  select: 'read',
  read: 'read',
  authenticate: 'read',
  cvm: 'pin',
  online: 'answer',
  print: 'print',
};
/** These keep a sale from beginning, whatever the record's stage. */
const AT_START: readonly Reason[] = ['busy', 'frozen', 'tamper', 'not_signed_in'];

/** The answer codes as the question groups them. */
const CODE_GROUPS: { readonly [group: string]: string } = {
  pin: '38 55 75',
  card: '05 14 33 41 43 51 54 61 62 65',
  not_taken: '31 40 57 58',
  issuer: '06 68 91 92 98',
  host: '09 20 90 96',
  sign_in: '22 77 99 A0 A7 C1',
  format: '12 13 19 30',
  registration: '03 63 97',
  stripe_closed: '45',
};

/** dBm, as in the reports. */
const WEAK_SIGNAL = -100;
/** A code speaks for a reason where it is at least this likely. */
const CLEAR = 0.5;

/** What a record of an attempt answers of Duka's own questions; of one that went well, how the terminal is connected alone. */
export function recordAnswers(record: Record): RecordAnswers {
  const { link, signal_dbm, interface: used, outcome, fallback, indicator } = record;
  const standing: RecordAnswers = {
    ...(link && { 'see.link': LINK[link] }),
    ...(signal_dbm !== undefined && { 'finding.signal': signal_dbm <= WEAK_SIGNAL ? 'low' : 'normal' }),
  };
  if (outcome === 'ok') return standing;
  const entries = decodeCodes(record.code ?? '');
  const reason = record.reason ?? likeliestReason(entries);
  const stage = record.stage ?? (reason && REASON_TABLE[reason].stage) ?? entries[0]?.stage ?? undefined;
  return withoutGaps({
    ...standing,
    'know.way': used && WAY[used],
    'know.insert_works': fallback === true ? 'no' : undefined,
    'see.message': reason && Object.keys(MESSAGES).find((message) => MESSAGES[message]!.includes(reason)),
    'see.stage': stageSeen(stage, reason),
    'see.code': codeGroup(record.code ?? ''),
    'see.reader_light': light(indicator ?? ''),
  });
}

function likeliestReason(entries: readonly CodeEntry[]): Reason | undefined {
  for (const { reasons } of entries)
    for (const [reason, weight] of Object.entries(reasons)) if (weight >= CLEAR) return reason as Reason;
  return undefined;
}

function stageSeen(stage: Stage | null | undefined, reason: Reason | undefined): string | undefined {
  if (reason && AT_START.includes(reason)) return 'start';
  if (stage === 'online' && reason && REASON_TABLE[reason].of === 'network') return 'connect';
  return stage ? STAGES[stage] : undefined;
}

function codeGroup(code: string): string | undefined {
  for (const one of splitCodes(code)) {
    const value = /^iso39:(\w\w)$/i.exec(one)?.[1]?.toUpperCase();
    const found = Object.keys(CODE_GROUPS).find((group) => value && CODE_GROUPS[group]!.split(' ').includes(value));
    if (found) return found;
  }
  return undefined;
}

/** Red before blinking before steady, as one sees it. */
function light(indicator: string): string | undefined {
  const lights = indicator.toLowerCase().split(/\s+/).filter(Boolean);
  if (lights.some((one) => /^red:(on|blink)$/.test(one))) return 'red';
  if (lights.some((one) => one.endsWith(':blink'))) return 'blinking';
  if (lights.some((one) => one.endsWith(':on'))) return 'steady';
  return lights.some((one) => one.endsWith(':off')) ? 'off' : undefined;
}

const withoutGaps = (answers: { readonly [question in keyof RecordAnswers]: string | undefined }): RecordAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
