import type { Text } from '@duka/model';
import { alike, fail, quote } from '@duka/model';
import { usualTarget } from '@duka/runtime';
import type { Spec } from '@duka/wire/iso8583';
import { isPcap } from './capture/pcap.ts';
import { isPcapng } from './capture/pcapng.ts';
import type { Encoding } from './encoding.ts';

export type Format =
  | { readonly kind: 'ndjson' }
  | { readonly kind: 'csv'; readonly delimiter: string }
  /** Of a host or a back-end, with its own columns; `header` is the line that names them, from 1. */
  | { readonly kind: 'export'; readonly delimiter: string; readonly header: number }
  | { readonly kind: 'jpos' }
  | { readonly kind: 'hex' }
  | { readonly kind: 'pcap' | 'pcapng' }
  | { readonly kind: 'framed'; readonly spec: Spec }
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
const ENCRYPTED: Text = { zh: '加密的数据（TLS）', en: 'encrypted data (TLS)' };
const BINARY: Text = {
  zh: '二进制数据，不是认得的报文，格式不同时用 --dialect 说明',
  en: 'binary data that is no known message; of one in another form, --dialect says which',
};

/** What many back-ends export. One value as large as the file cannot be read in passing, as lines can. */
const JSON_ARRAY = /^\ufeff?\s*\[\s*\{/;
const ARRAY: Text = {
  zh: 'JSON 数组；请先用 jq -c ".[]" 改成每行一个对象',
  en: 'a JSON array; make it one object a line first: jq -c ".[]"',
};

/** The first lines of NDJSON may be damaged. */
const LINES_LOOKED_AT = 50;
/** Between the messages of a log there may be much else. */
const HEX_LINES_LOOKED_AT = 400;
const JSON_OBJECT = /^\s*\{\s*(?:["}]|$)/;
const JPOS = /^\s*<(?:log|logger|isomsg)[\s>]/m;
const JPOS_LOOKED_AT = 4096;
/** So many columns with names that exports use make an export. */
const LEAST_COLUMNS = 3;
const CONTRACT_COLUMNS = [/\btime\b/i, /\bterminal_id\b/i, /\binterface\b/i, /\boutcome\b/i];
const TERMINAL_COLUMN = /(?:^|[,;\t|"])\s*terminal_id\s*(?:$|[,;\t|"])/i;

/** Titles that may stand before the names of the columns. */
const LINES_BEFORE_HEADER = 30;

/** What the user says of host logs. */
type Hints = { readonly isMapped: boolean; readonly dialect: Spec | undefined };

/**
 * Recognises a format by its first bytes, not by its name: magic numbers, a header that names the terminal column or the usual columns
 * of an export, lines of JSON objects, and messages of ISO 8583 as bytes or in hex. What only few logs need is loaded for them alone.
 * @throws DukaError file.format
 */
export async function recognise(head: Buffer, encoding: Encoding, name: string, hints: Hints): Promise<Format> {
  const start = head.subarray(0, 16).toString('latin1');
  if (start.startsWith('PAR1')) return { kind: 'parquet' };
  if (isPcap(head)) return { kind: 'pcap' };
  if (isPcapng(head)) return { kind: 'pcapng' };
  const foreign = FOREIGN.find(({ magic }) => start.startsWith(magic));
  if (foreign) throw fail('file.format', { path: quote(name, 200), found: foreign.name });
  const text = new TextDecoder(encoding).decode(head);
  if (JSON_ARRAY.test(text)) throw fail('file.format', { path: quote(name, 200), found: ARRAY });
  if (JPOS.test(text.slice(0, JPOS_LOOKED_AT))) return { kind: 'jpos' };
  const found = isBinary(text) ? findExport(text, false) : recogniseText(text, name, hints.isMapped);
  if (found?.kind === 'ndjson' && mayHoldMessages(text) && (await holdsMessages(text, hints))) return { kind: 'hex' };
  return found ?? (await recogniseMessages(head, text, name, hints));
}

/** Lines of JSON that are no attempts may be those of a log that writes messages in hex. */
const mayHoldMessages = (text: string): boolean => !text.includes('"terminal_id"') && /[0-9a-f]{40}/i.test(text);

async function holdsMessages(text: string, { dialect }: Hints): Promise<boolean> {
  const [{ specsOf }, { holdsMessages: hold }] = await Promise.all([
    import('./host/wire-reading.ts'),
    import('./host/read-hex.ts'),
  ]);
  return hold(text.split('\n').slice(0, HEX_LINES_LOOKED_AT), specsOf(dialect));
}

/** From this part of its lines on that hold a NUL it is no text; of fewer, those lines are damaged. */
const BINARY_LINES = 0.25;

function isBinary(text: string): boolean {
  const lines = text.split('\n');
  return lines.filter((line) => line.includes('\u0000')).length > BINARY_LINES * lines.length;
}

function recogniseText(text: string, name: string, isMapped: boolean): Format | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0]?.trim();
  const looked = lines.slice(0, LINES_LOOKED_AT);
  if (first === undefined || looked.some((line) => JSON_OBJECT.test(line))) return { kind: 'ndjson' };
  const found = findExport(text, isMapped);
  if (found !== null) return found;
  const isCsv = TERMINAL_COLUMN.test(first) || /\.[ct]sv(?:\.|$)/i.test(name);
  return isCsv ? { kind: 'csv', delimiter: delimiterOf(first) } : null;
}

/** Messages of ISO 8583, whose kinds are told by reading some. */
async function recogniseMessages(head: Buffer, text: string, name: string, hints: Hints): Promise<Format> {
  const { specsOf, understand } = await import('./host/wire-reading.ts');
  const understood = understand(head, specsOf(hints.dialect));
  if (understood !== null && understood.bytes > understood.skipped) return { kind: 'framed', spec: understood.spec };
  if (await holdsMessages(text, hints)) return { kind: 'hex' };
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  throw fail('file.format', {
    path: quote(name, 200),
    found: isBinary(text) ? binaryOf(head) : alike(quote(first.trim())),
  });
}

/** TLS records (RFC 8446, 5.1) are told from other bytes: they are no damage, and no other format will help. */
function binaryOf(head: Buffer): Text {
  const isTls = head[0]! >= 0x14 && head[0]! <= 0x17 && head[1] === 3 && head[2]! <= 4;
  return isTls ? ENCRYPTED : BINARY;
}

/** The line that names most columns of an export; a header of the contract is for the plain reader. */
function findExport(text: string, isMapped: boolean): Format | null {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .slice(0, LINES_BEFORE_HEADER);
  let best = { known: 0, foreign: 0, header: 0, delimiter: ',' };
  lines.forEach((line, at) => {
    const delimiter = delimiterOf(line);
    const names = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const targets = names.map(usualTarget).filter((target) => target !== null);
    const foreign = targets.filter(({ kind }) => kind !== 'own').length;
    if (targets.length > best.known) best = { known: targets.length, foreign, header: at + 1, delimiter };
  });
  if (isMapped && best.known === 0) {
    const first = lines.findIndex((line) => line.trim() !== '');
    return { kind: 'export', delimiter: delimiterOf(lines[first] ?? ''), header: first + 1 };
  }
  const header = lines[best.header - 1] ?? '';
  const isOwn = best.foreign === 0 || CONTRACT_COLUMNS.every((column) => column.test(header));
  const isExport = isMapped || (best.known >= LEAST_COLUMNS && !isOwn);
  return isExport ? { kind: 'export', delimiter: best.delimiter, header: best.header } : null;
}

/** The delimiter that splits the header into most names. */
export function delimiterOf(header: string): string {
  return DELIMITERS.reduce((best, next) => (header.split(next).length > header.split(best).length ? next : best));
}
