import type { Complaint } from '@duka/model';
import { ATTEMPT_FIELDS, complain, quote, quoteBare } from '@duka/model';
import type { AmountUnit } from './amounts.ts';
import type { Target } from './columns.ts';
import { targetOf } from './columns.ts';
import type { TimeForm } from './time-forms.ts';
import { timeForm } from './time-forms.ts';

/** A column: what it holds, and what its words mean. */
type MappedColumn = { readonly target: Target; readonly values: ReadonlyMap<string, string> };

/** How an export is to be read; what it leaves open is found out from the names of its columns. */
export type Mapping = {
  readonly columns: ReadonlyMap<string, MappedColumn>;
  readonly constants: { readonly [field: string]: string };
  readonly times: readonly TimeForm[];
  readonly zone: string | null;
  readonly amount: AmountUnit | null;
};

export const NO_MAPPING: Mapping = { columns: new Map(), constants: {}, times: [], zone: null, amount: null };

const UNITS: ReadonlyMap<string, AmountUnit> = new Map([
  ['yuan', 'major'],
  ['major', 'major'],
  ['fen', 'minor'],
  ['minor', 'minor'],
]);
const KEYS = ['columns', 'constants', 'time', 'zone', 'amount'];

/**
 * The content of a mapping file: `columns` (header → target, or `{to, values}`), and optionally `constants`, `time`, `zone`, `amount`.
 * @returns the mapping, or what is wrong with it and where
 */
export function readMapping(content: unknown): Mapping | Complaint {
  const wrong = (at: string, found: unknown, needed: { zh: string; en: string }): Complaint =>
    complain('import.mapping', { at, found: quote(found), needed });
  if (!isObject(content)) return wrong('/', content, { zh: '一个对象', en: 'an object' });
  const stray = Object.keys(content).find((key) => !KEYS.includes(key));
  if (stray !== undefined) return wrong('/', stray, { zh: KEYS.join('、'), en: KEYS.join(', ') });
  const { columns = {}, constants = {}, time = [], zone = null, amount = null } = content;
  if (!isObject(columns)) return wrong('/columns', columns, { zh: '列名: 含义', en: 'column: meaning' });
  const mapped = new Map<string, MappedColumn>();
  for (const [header, written] of Object.entries(columns)) {
    const column = readColumn(written);
    if (column === null) {
      const needed = {
        zh: '字段名（如 terminal_id、f39、date、ignore），或 {to: 字段名, values: {原值: 新值}}',
        en: 'a field (terminal_id, f39, date, ignore), or {to: field, values: {written: meant}}',
      };
      return wrong(`/columns/${quoteBare(header)}`, written, needed);
    }
    mapped.set(header.normalize('NFKC').trim().toLowerCase(), column);
  }
  if (!isTexts(constants) || !Object.keys(constants).every((field) => Object.hasOwn(ATTEMPT_FIELDS, field))) {
    return wrong('/constants', constants, { zh: '字段名: 值', en: 'field: value' });
  }
  const times: TimeForm[] = [];
  for (const form of Array.isArray(time) ? time : [time]) {
    const read = typeof form === 'string' ? timeForm(form) : null;
    if (read === null) return wrong('/time', form, { zh: '如 YYYY/M/D H:mm:ss', en: 'such as YYYY/M/D H:mm:ss' });
    times.push(read);
  }
  if (zone !== null && typeof zone !== 'string') return wrong('/zone', zone, { zh: '"+08:00"', en: '"+08:00"' });
  const unit = amount === null ? null : UNITS.get(String(amount));
  if (unit === undefined) return wrong('/amount', amount, { zh: 'yuan 或 fen', en: 'yuan or fen' });
  return { columns: mapped, constants: textsOf(constants), times, zone, amount: unit };
}

function readColumn(written: unknown): MappedColumn | null {
  const { to, values = {} } = isObject(written) ? written : { to: written };
  const target = typeof to === 'string' ? targetOf(to) : null;
  if (target === null || !isTexts(values)) return null;
  return { target, values: new Map(Object.entries(textsOf(values))) };
}

type Content = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** YAML reads `00` and `yes` as numbers and booleans: they are taken as written. */
const isTexts = (value: unknown): value is Content =>
  isObject(value) && Object.values(value).every((item) => ['string', 'number', 'boolean'].includes(typeof item));

const textsOf = (object: Content): { readonly [key: string]: string } =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, String(value)]));
