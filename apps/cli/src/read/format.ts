import { fail, quote } from '@duka/model';

export type Format = { readonly kind: 'ndjson' } | { readonly kind: 'csv'; readonly delimiter: string } | { readonly kind: 'parquet' };

const DELIMITERS = [',', '\t', ';', '|'];

/**
 * Recognises a format by its first bytes, not by its name: Parquet's magic, a header that names the terminal column,
 * or lines of JSON objects (the first lines may be damaged).
 * @throws DukaError file.format
 */
export function recognise(head: Buffer, name: string): Format {
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return { kind: 'parquet' };
  const lines = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const first = lines[0];
  if (first === undefined || lines.slice(0, 50).some((line) => line.trimStart().startsWith('{'))) return { kind: 'ndjson' };
  if (/\.csv|\.tsv/i.test(name) || /(?:^|[,;\t|"])\s*terminal_id\s*(?:$|[,;\t|"])/i.test(first)) {
    return { kind: 'csv', delimiter: delimiterOf(first) };
  }
  throw fail('file.format', { path: quote(name, 200), found: quote(first) });
}

/** The delimiter that splits the header into most names. */
function delimiterOf(header: string): string {
  return DELIMITERS.reduce((best, next) => (header.split(next).length > header.split(best).length ? next : best));
}
