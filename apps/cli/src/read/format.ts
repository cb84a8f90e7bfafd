import type { Text } from '@duka/model';
import { alike, fail, quote } from '@duka/model';
import { usualTarget } from '@duka/runtime';
import type { Encoding } from './encoding.ts';

export type Format =
  | { readonly kind: 'ndjson' }
  | { readonly kind: 'csv'; readonly delimiter: string }
  /** Of a host or a back-end, with its own columns; `header` is the line that names them, from 1. */
  | { readonly kind: 'export'; readonly delimiter: string; readonly header: number }
  | { readonly kind: 'jpos' }
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
const JPOS = /<(?:log|logger|isomsg)[\s>]/;
/** So many columns with names that exports use make an export. */
const LEAST_COLUMNS = 3;
const CONTRACT_COLUMNS = [/\btime\b/i, /\bterminal_id\b/i, /\binterface\b/i, /\boutcome\b/i];
const TERMINAL_COLUMN = /(?:^|[,;\t|"])\s*terminal_id\s*(?:$|[,;\t|"])/i;

/** Titles that may stand before the names of the columns. */
const LINES_BEFORE_HEADER = 30;

/**
 * Recognises a format by its first bytes, not by its name: Parquet's magic, a header that names the terminal column or the usual
 * columns of an export, or lines of JSON objects. `isMapped`: a mapping file says that it is an export.
 * @throws DukaError file.format
 */
export function recognise(head: Buffer, encoding: Encoding, name: string, isMapped = false): Format {
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
  if (lines.slice(0, LINES_LOOKED_AT).some((line) => JPOS.test(line))) return { kind: 'jpos' };
  const binary = text.includes('\u0000');
  const found = binary ? null : findExport(text, isMapped);
  if (found !== null) return found;
  if (!binary && (TERMINAL_COLUMN.test(first) || /\.[ct]sv(?:\.|$)/i.test(name))) {
    return { kind: 'csv', delimiter: delimiterOf(first) };
  }
  throw fail('file.format', { path: quote(name, 200), found: binary ? BINARY : alike(quote(first)) });
}

/** The line that names most columns of an export; the contract's own columns are for the plain reader. */
function findExport(text: string, isMapped: boolean): Format | null {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .slice(0, LINES_BEFORE_HEADER);
  let best = { known: 0, header: 0, delimiter: ',' };
  lines.forEach((line, at) => {
    const delimiter = delimiterOf(line);
    const names = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const known = names.filter((cell) => usualTarget(cell) !== null).length;
    if (known > best.known) best = { known, header: at + 1, delimiter };
  });
  const header = lines[best.header - 1] ?? '';
  if (isMapped && best.known === 0) {
    const first = lines.findIndex((line) => line.trim() !== '');
    return { kind: 'export', delimiter: delimiterOf(lines[first] ?? ''), header: first + 1 };
  }
  const isOwn = CONTRACT_COLUMNS.every((column) => column.test(header));
  const isExport = isMapped || (best.known >= LEAST_COLUMNS && !isOwn);
  return isExport ? { kind: 'export', delimiter: best.delimiter, header: best.header } : null;
}

/** The delimiter that splits the header into most names. */
function delimiterOf(header: string): string {
  return DELIMITERS.reduce((best, next) => (header.split(next).length > header.split(best).length ? next : best));
}
