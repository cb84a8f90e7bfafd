import { WireError } from '../errors.ts';
import type { Secrecy } from '../secrecy.ts';
import type { Text } from '../text.ts';
import { parseFormat } from './format.ts';
import { LENGTH_NAMES } from './lengths.ts';
import { type FieldRow, type Part, type Rules, WAYS } from './rows.ts';
import { LAST_FIELD, makeSpec, type Spec } from './spec.ts';
import { SPECS } from './specs.ts';

/** Checks a value of the file and gives it back typed; undefined where it is not what is needed. */
type Check<T> = { readonly needed: string; readonly read: (value: unknown, path: string) => T | undefined };

const oneOf = <const T extends string>(values: readonly T[]): Check<T> => ({
  needed: values.join(' '),
  read: (value) => values.find((known) => known === value),
});

const count = (least: number, most: number): Check<number> => ({
  needed: `${least}-${most}`,
  read: (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined,
});

const text = (longest: number): Check<string> => ({
  needed: `text 1-${longest}`,
  read: (value) => (typeof value === 'string' && value.length > 0 && value.length <= longest ? value : undefined),
});

const yes: Check<true> = { needed: 'true', read: (value) => (value === true ? true : undefined) };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names what was found without quoting what may be long or secret. */
function found(value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value.length <= 24 ? value : `text of ${value.length}`;
  return Array.isArray(value) ? 'list' : 'map';
}

const refuse = (path: string, needed: string, value: unknown): WireError =>
  new WireError('dialect.value', { path, offset: null, needed, found: found(value) });

const under = (path: string, key: string): string => (path ? `${path}.${key}` : key);

type Shape = { readonly [key: string]: Check<unknown> };
type Read<S extends Shape> = { readonly [K in keyof S]?: NonNullable<ReturnType<S[K]['read']>> };

/** A map that has nothing but the keys of `shape`, each as it says. */
function readMap<S extends Shape>(value: unknown, shape: S, path: string): Read<S> {
  if (!isObject(value)) throw refuse(path || 'dialect', 'map', value);
  const read: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const check = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (!check) {
      const needed = Object.keys(shape).join(' ');
      throw new WireError('dialect.key', { path: path || 'dialect', offset: null, needed, found: found(key) });
    }
    const known = check.read(item, under(path, key));
    if (known === undefined) throw refuse(under(path, key), check.needed, item);
    read.push([key, known]);
  }
  return Object.fromEntries(read) as Read<S>;
}

const map = <S extends Shape>(shape: S): Check<Read<S>> => ({
  needed: 'map',
  read: (value, path) => readMap(value, shape, path),
});

const ALIGN = oneOf(['left', 'right']);
const LENGTHS = oneOf(LENGTH_NAMES);

const parts: Check<readonly Part[]> = {
  needed: 'list',
  read: (value, path) => {
    if (!Array.isArray(value)) return undefined;
    return value.map((item, index) => {
      const { id, length } = readMap(item, { id: text(16), length: count(1, 999) }, under(path, String(index)));
      if (id === undefined || length === undefined) throw refuse(under(path, String(index)), 'id length', item);
      return { id, length };
    });
  },
};

const FIELD = {
  format: text(12),
  encoding: oneOf(WAYS),
  lengths: LENGTHS,
  align: ALIGN,
  counts: oneOf(['bytes']),
  secret: oneOf<Secrecy>(['all', 'number']),
  parts,
  tlv: yes,
} as const satisfies Shape;

/** What stays of a row whose format is changed: how a value is written only if it is still of the same kind. */
function keptOf(base: FieldRow, format: string): Omit<FieldRow, 'format'> {
  const { plain, encoding, align, counts, ...kept } = base;
  if (format === base.format) return base;
  return parseFormat(format)?.kind === parseFormat(base.format)?.kind
    ? { ...kept, ...(encoding && { encoding }), ...(align && { align }), ...(counts && { counts }) }
    : kept;
}

/** A field that the file changes or adds; null takes one away. What the base holds secret stays so. */
function changeField(base: FieldRow | undefined, value: unknown, path: string): FieldRow | undefined {
  if (value === null) return undefined;
  const change = readMap(typeof value === 'string' ? { format: value } : value, FIELD, path);
  const format = change.format ?? base?.format;
  if (format === undefined) throw refuse(under(path, 'format'), FIELD.format.needed, undefined);
  const secret = base?.secret ?? change.secret;
  return { ...(base && keptOf(base, format)), ...change, format, ...(secret && { secret }) };
}

function changeFields(base: Spec['fields'], value: unknown): Spec['fields'] {
  if (!isObject(value)) throw refuse('fields', 'map', value);
  const fields: { [no: number]: FieldRow } = { ...base };
  for (const [key, change] of Object.entries(value)) {
    const no = /^\d{1,3}$/.test(key) ? Number(key) : 0;
    if (no < 2 || no > LAST_FIELD) throw refuse('fields', `2-${LAST_FIELD}`, key);
    const field = changeField(base[no], change, `fields.${no}`);
    if (field) fields[no] = field;
    else delete fields[no];
  }
  return fields;
}

const BASES = Object.keys(SPECS) as (keyof typeof SPECS)[];

const DIALECT = {
  id: text(64),
  name: map({ zh: text(64), en: text(64) }),
  base: oneOf(BASES),
  frame: map({ lengths: LENGTHS, bytes: count(1, 6), counts: oneOf(['rest', 'all']) }),
  tpdu: { needed: '0 5', read: (value: unknown) => ([0, 5] as const).find((known) => known === value) },
  header: count(0, 256),
  digits: oneOf(['ascii', 'bcd']),
  binary: oneOf(['hex', 'raw']),
  bitmap: oneOf(['hex', 'raw']),
  lengths: LENGTHS,
  odd: map({ fixed: ALIGN, variable: ALIGN }),
  fields: { needed: 'map', read: (value: unknown) => (isObject(value) ? value : undefined) },
} as const satisfies Shape;

/** @internal Each key of a dialect file and what it may be, for the page that tells of them. */
export const DIALECT_KEYS: readonly (readonly [key: string, needed: string])[] = [
  ...Object.entries(DIALECT).map(([key, { needed }]) => [key, needed] as const),
  ...Object.entries(FIELD).map(([key, { needed }]) => [`fields.N.${key}`, needed] as const),
];

/**
 * The specification that a dialect file describes: one of ours, and what differs. See docs/guides/dialect.md.
 * @param value what JSON or YAML gave
 * @throws WireError `dialect.key`, `dialect.value`, `spec.format`, `spec.encoding`; the path is that within the file
 */
export function readDialect(value: unknown): Spec {
  const dialect = readMap(value, DIALECT, '');
  const { id, name, base: baseId, fields, frame, odd, ...changes } = dialect;
  if (id === undefined) throw refuse('id', DIALECT.id.needed, undefined);
  if (baseId === undefined) throw refuse('base', DIALECT.base.needed, undefined);
  const base = SPECS[baseId];
  const rules: Rules = {
    ...base.rules,
    ...changes,
    frame: { ...base.rules.frame, ...frame },
    odd: { ...base.rules.odd, ...odd },
  };
  const named: Text = { zh: name?.zh ?? id, en: name?.en ?? id };
  return makeSpec({
    id,
    name: named,
    family: base.family,
    rules,
    fields: fields ? changeFields(base.fields, fields) : base.fields,
  });
}
