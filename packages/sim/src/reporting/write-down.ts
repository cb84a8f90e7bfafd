import type { Interface } from '@duka/model';
import { chinaTime } from '../calendar.ts';
import type { AttemptRecord } from '../record.ts';
import type { Rng } from '../rng.ts';
import type { Ending } from '../sale/ending.ts';
import { cardKnown, stageOrder } from '../sale/ending.ts';
import type { Presentation } from '../sale/presentation.ts';
import { DIALECTS, HOST_CODES } from './dialects.ts';
import type { Habit } from './habit.ts';
import { OPTIONAL_FIELDS } from './habit.ts';

const TOLD = ['stage', 'reason', 'code'] as const;

/** What the terminal's log says of an attempt: only what it could know, only what it is in the habit of telling. */
export function writeDown(
  p: Presentation,
  ending: Ending | null,
  ids: { readonly attempt: string; readonly sale: string; readonly duration: number },
  habit: Habit,
  random: number,
  rng: Rng,
): AttemptRecord {
  const { terminal } = p;
  const record: AttemptRecord = {
    time: chinaTime(p.time),
    terminal_id: terminal.id,
    interface: p.interface,
    outcome: ending?.outcome ?? 'ok',
  };
  tell(record, p, ending, habit, rng);
  const { never } = habit;
  for (const field of TOLD) if (never.has(field)) delete record[field];
  if (!never.has('attempt_id')) record.attempt_id = ids.attempt;
  if (!never.has('sale_id')) record.sale_id = ids.sale;
  if (!never.has('merchant_id')) record.merchant_id = terminal.store.merchantId;
  if (!never.has('store_id')) record.store_id = terminal.store.id;
  if (!never.has('region')) record.region = terminal.store.region;
  if (!never.has('acquirer')) record.acquirer = terminal.store.acquirer;
  if (p.operator !== undefined && !never.has('operator_id')) record.operator_id = p.operator.id;
  describeCard(record, p, ending, never, rng);
  if (!never.has('model')) record.model = terminal.model.name;
  if (!never.has('serial')) record.serial = terminal.serial;
  if (!never.has('app_version')) record.app_version = p.app;
  if (!never.has('firmware_version')) record.firmware_version = p.firmware;
  if (!never.has('param_version')) record.param_version = p.params;
  if (!never.has('link')) record.link = terminal.link;
  if (terminal.carrier !== null && !never.has('carrier')) record.carrier = terminal.carrier;
  if (p.signal !== null && !never.has('signal_dbm')) record.signal_dbm = Math.max(-125, Math.round(p.signal));
  if (!never.has('rtt_ms') && (ending === null || answered(ending))) record.rtt_ms = Math.round(p.rtt);
  if (!never.has('duration_ms')) record.duration_ms = ids.duration;
  const indicator = lights(p.interface, ending, rng);
  if (indicator !== null && !never.has('indicator')) record.indicator = indicator;
  if (!never.has('amount_minor')) record.amount_minor = p.amount;
  if (!never.has('currency')) record.currency = 'CNY';
  if (random > 0) lose(record, random, rng);
  return record;
}

function tell(record: AttemptRecord, p: Presentation, ending: Ending | null, habit: Habit, rng: Rng): void {
  if (ending === null) {
    if (habit.approvals) record.code = 'iso39:00';
    return;
  }
  if (habit.tells === 'outcome') return;
  if (habit.stages) record.stage = ending.stage;
  if (habit.tells !== 'code') record.reason = ending.reason;
  const code = habit.tells === 'reason' ? null : codeOf(p, ending, rng);
  if (code !== null) record.code = code;
  else if (ending.iso39 !== undefined && rng.chance(0.25)) record.code = `iso39:${ending.iso39}`;
}

function codeOf(p: Presentation, ending: Ending, rng: Rng): string | null {
  if (ending.iso39 !== undefined) return `iso39:${ending.iso39}`;
  const dialect = DIALECTS[p.terminal.model.vendor];
  const own = dialect[ending.reason];
  const host = HOST_CODES[ending.reason];
  if (own === undefined && host !== undefined) return `iso39:${rng.weighted(host)}`;
  const codes = own ?? dialect.unknown;
  return codes === undefined ? null : rng.weighted(codes);
}

/** A failed read often knows none of these. */
function describeCard(
  record: AttemptRecord,
  p: Presentation,
  ending: Ending | null,
  never: Habit['never'],
  rng: Rng,
): void {
  if (p.interface === 'magstripe' && p.card !== null && !never.has('fallback')) record.fallback = p.fallback;
  if (p.card === null || !cardKnown(p.interface, ending)) return;
  if (!never.has('card_ref')) record.card_ref = p.card.ref;
  if (!never.has('bin')) record.bin = p.card.bin;
  const read = p.interface !== 'manual' && !rng.chance(0.05);
  if (read && !never.has('service_code')) record.service_code = p.card.serviceCode;
}

function answered({ stage, reason }: Ending): boolean {
  return stageOrder(stage) >= stageOrder('online') && reason !== 'no_response' && reason !== 'link_down';
}

function lights(at: Interface, ending: Ending | null, rng: Rng): string | null {
  if (ending === null) return 'green:on';
  if (ending.outcome === 'cancelled' || ending.reason === 'removed_early') {
    return at === 'contactless' ? 'blue:blink' : rng.pick(['yellow:blink', 'yellow:blink', 'blue:blink']);
  }
  if (ending.reason === 'frozen') return rng.pick(['yellow:on', 'green:off red:off']);
  if (ending.reason === 'tamper') return 'red:blink';
  return rng.weighted([
    ['red:on', 70],
    ['red:blink', 18],
    ['yellow:blink', 8],
    ['yellow:on', 4],
  ]);
}

/** Each optional field is lost with the same small chance; the gaps between losses are drawn, not each field. */
function lose(record: AttemptRecord, chance: number, rng: Rng): void {
  const mean = -1 / Math.log(1 - Math.min(0.99, chance));
  for (
    let at = Math.floor(rng.exponential(mean));
    at < OPTIONAL_FIELDS.length;
    at += 1 + Math.floor(rng.exponential(mean))
  ) {
    delete record[OPTIONAL_FIELDS[at] as keyof AttemptRecord];
  }
}
