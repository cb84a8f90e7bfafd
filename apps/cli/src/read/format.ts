import type { Text } from '@duka/model';
import { alike, fail, quote } from '@duka/model';
import type { Encoding } from './encoding.ts';

export type Format =
  | { readonly kind: 'ndjson' }
  | { readonly kind: 'csv'; readonly delimiter: string }
  | { readonly kind: 'parquet' };

const DELIMITERS = [',', '\t', ';', '|'];

/** What people hand over by mistake, by its first bytes. */
const FOREIGN = [
  { magic: 'PK\u0003\u0004', name: { zh: 'ZIP 或 Excel xlsx', en: 'ZIP or Excel xlsx' } },
  { magic: '\u00d0\u00cf\u0011\u00e0', name: alike('Excel xls') },
  { magic: 'BZh', name: alike('bzip2') },
  { magic: '\u00fd7zXZ', name: alike('xz') },
  { magic: '7z\u00bc\u00af', name: alike('7-Zip') },
  { magic: 'Rar!', name: alike('RAR') },
  { magic: '%PDF', name: alike('PDF') },
  { magic: 'SQLite format 3', name: alike('SQLite') },
] as const satisfies readonly { magic: string; name: Text }[];
const BINARY: Text = { zh: '二进制数据', en: 'binary data' };

/** The first lines of NDJSON may be damaged. */
const LINES_LOOKED_AT = 50;
const JSON_OBJECT = /^\s*\{\s*(?:["}]|$)/;
const TERMINAL_COLUMN = /(?:^|[,;\t|"])\s*terminal_id\s*(?:$|[,;\t|"])/i;

/**
 * Recognises a format by its first bytes, not by its name: Parquet's magic, a header that names the terminal column,
 * or lines of JSON objects.
 * @throws DukaError file.format
 */
export function recognise(head: Buffer, encoding: Encoding, name: string): Format {
  const start = head.subarray(0, 16).toString('latin1');
  if (start.startsWith('PAR1')) return { kind: 'parquet' };
  const foreign = FOREIGN.find(({ magic }) => start.startsWith(magic));
  if (foreign) throw fail('file.format', { path: quote(name, 200), found: foreign.name });
  const text = new TextDecoder(encoding).decode(head);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0]?.trim();
  if (first === undefined || lines.slice(0, LINES_LOOKED_AT).some((line) => JSON_OBJECT.test(line))) {
    return { kind: 'ndjson' };
  }
  const binary = text.includes('\u0000');
  if (!binary && (TERMINAL_COLUMN.test(first) || /\.[ct]sv(?:\.|$)/i.test(name))) {
    return { kind: 'csv', delimiter: delimiterOf(first) };
  }
  throw fail('file.format', { path: quote(name, 200), found: binary ? BINARY : alike(quote(first)) });
}

/** The delimiter that splits the header into most names. */
function delimiterOf(header: string): string {
  return DELIMITERS.reduce((best, next) => (header.split(next).length > header.split(best).length ? next : best));
}
