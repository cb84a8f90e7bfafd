import type { CodeEntry, CodeNamespace } from '@duka/model';
import { filled } from '@duka/wire/tables';
import { NAMESPACES } from './codes/index.ts';
import type { Namespace } from './codes/table.ts';

type Pattern = { readonly prefix: string; readonly length: number; readonly entry: CodeEntry };

/** A namespace made ready for look-up. Keys are the values as listed and as normalised. */
type Dictionary = {
  readonly namespace: Namespace;
  readonly byValue: ReadonlyMap<string, CodeEntry>;
  readonly patterns: readonly Pattern[];
};

const LEADING_ZEROS = /^0+(?=.)/;

/** One spelling for all: `0x0A`, `0a` and `A` are one hex value; spaces in names are underscores. */
const normalise = (form: CodeNamespace['form'], value: string): string => {
  const upper = value.trim().toUpperCase();
  if (form === 'number') {
    const negative = upper.startsWith('-');
    return (negative ? '-' : '') + upper.replace(/^[+-]/, '').replace(LEADING_ZEROS, '');
  }
  // Java and Windows print a 32-bit code as a signed decimal: -2146434970 is 80100066.
  if (form === 'hex' && /^-\d{1,10}$/.test(upper)) return (Number(upper) >>> 0).toString(16).toUpperCase();
  return upper.replace(/^0X/, '').replace(LEADING_ZEROS, '').replace(/\s+/g, '_');
};

const valueIn = (entry: CodeEntry): string => entry.code.slice(entry.code.indexOf(':') + 1);

const dictionaryOf = (namespace: Namespace): Dictionary => {
  const byValue = new Map<string, CodeEntry>();
  const patterns: Pattern[] = [];
  for (const [name, entry] of namespace.names) byValue.set(normalise('name', name), entry);
  for (const entry of namespace.entries) {
    const value = valueIn(entry);
    byValue.set(value, entry);
    // The bits of a field count by their places: no zero may be left out.
    if (!namespace.interpret) byValue.set(normalise(namespace.form, value), entry);
    const wild = namespace.form === 'hex' ? value.indexOf('x') : -1;
    if (wild >= 0) patterns.push({ prefix: value.slice(0, wild), length: value.length, entry });
  }
  return { namespace, byValue, patterns };
};

let dictionaries: ReadonlyMap<string, Dictionary> | null = null;
let listedCodes: ReadonlyMap<string, CodeEntry> | null = null;

/** Built at the first question, in the order of NAMESPACES. */
export const allDictionaries = (): ReadonlyMap<string, Dictionary> => {
  dictionaries ??= new Map(NAMESPACES.map((namespace) => [namespace.id, dictionaryOf(namespace)]));
  return dictionaries;
};

/** A pattern's entry, with what its x stand for in its words. */
const counted = (entry: CodeEntry, key: string): CodeEntry => {
  const fill = (text: string): string => filled(text, valueIn(entry), key);
  return { ...entry, meaning: { zh: fill(entry.meaning.zh), en: fill(entry.meaning.en) } };
};

const lookUp = ({ namespace, byValue, patterns }: Dictionary, value: string): CodeEntry | null => {
  const listed = byValue.get(value);
  if (listed) return listed;
  const key = normalise(namespace.form, value);
  const known = byValue.get(key);
  if (known) return known;
  for (const { prefix, length, entry } of patterns) {
    const digits = key.startsWith(prefix) && key.length === length ? key.slice(prefix.length) : '';
    if (/^[0-9A-F]+$/.test(digits)) return counted(entry, key);
  }
  return namespace.interpret?.(value.trim()) ?? byValue.get(normalise('name', value)) ?? null;
};

/** Every namespace that knows a value written without one. A bit field counts only where nothing had to be filled in. */
export const lookUpEverywhere = (value: string): readonly CodeEntry[] =>
  [...allDictionaries().values()].flatMap((dictionary) => {
    const entry = lookUp(dictionary, value);
    if (entry === null) return [];
    const { interpret, id } = dictionary.namespace;
    return interpret && entry.code !== `${id}:${value.trim().toUpperCase()}` ? [] : [entry];
  });

/** `namespace:value` in any of its spellings; null where the dictionary does not know it. */
export const decodeCode = (code: string): CodeEntry | null => {
  // Most codes of a log are spelt as listed: one look decides.
  listedCodes ??= new Map(NAMESPACES.flatMap(({ entries }) => entries.map((entry) => [entry.code, entry])));
  const listed = listedCodes.get(code);
  if (listed) return listed;
  const colon = code.indexOf(':');
  if (colon < 0) return null;
  const id = code.slice(0, colon);
  const dictionary = allDictionaries().get(id) ?? allDictionaries().get(id.trim().toLowerCase());
  return dictionary ? lookUp(dictionary, code.slice(colon + 1)) : null;
};

/** A new code begins at a space only where a namespace follows: some vendors write spaces inside theirs. */
const BETWEEN_CODES = /\s+(?=[a-z][a-z0-9]*:)/i;

export const splitCodes = (codes: string): readonly string[] =>
  codes
    .trim()
    .split(BETWEEN_CODES)
    .filter((code) => code !== '');

/** Codes joined by spaces, in their order; the unknown ones are left out. */
export const decodeCodes = (codes: string): readonly CodeEntry[] =>
  splitCodes(codes).flatMap((code) => decodeCode(code) ?? []);
