import type { Align } from '../bytes/bcd.ts';
import { WireError } from '../errors.ts';
import type { Secrecy } from '../secrecy.ts';
import type { Text } from '../text.ts';
import { ENCODINGS, type Encoding } from './encodings.ts';
import { type Format, parseFormat } from './format.ts';
import { LENGTHS, type LengthEncoding, type LengthName } from './lengths.ts';

/** How a value is written: each format in one of a few ways. `align` says where an odd number of packed digits stands. */
export const WAYS = ['ascii', 'gbk', 'bcd', 'raw', 'hex'] as const;
type Way = (typeof WAYS)[number];

/** A field of a specification, as its table says it. */
export type FieldRow = {
  /** In the standard's notation: `n6`, `n..19`, `ans...999`, `b64`. */
  readonly format: string;
  readonly secret?: Secrecy;
  /** Holds no card number by its nature, though it is long enough: is not searched for one. */
  readonly plain?: true;
  /** Where it differs from the rules of the specification. */
  readonly encoding?: Way;
  readonly lengths?: LengthName;
  readonly align?: Align;
  /** What the length before the value counts, where that is not the units of the format. */
  readonly counts?: 'bytes';
  /** Sub-fields of a fixed length, one after the other; the last may be absent. */
  readonly parts?: readonly Part[];
  /** BER-TLV of EMV. */
  readonly tlv?: true;
};

export type Part = { readonly id: string; readonly length: number };

/** A length before a whole message on a stream. */
export type Framing = { readonly lengths: LengthName; readonly bytes: number; readonly counts: 'rest' | 'all' };

/** How a specification writes what its table only names. */
export type Rules = {
  readonly digits: 'ascii' | 'bcd';
  readonly binary: 'hex' | 'raw';
  readonly bitmap: 'hex' | 'raw';
  readonly lengths: LengthName;
  /** Where an odd number of packed digits stands, in a field of fixed and of variable length. */
  readonly odd: { readonly fixed: Align; readonly variable: Align };
  readonly frame: Framing;
  /** Bytes of the TPDU, 5 or none, and of the header after it. */
  readonly tpdu: 0 | 5;
  readonly header: number;
};

export type SpecTable = {
  readonly id: string;
  readonly name: Text;
  readonly rules: Rules;
  readonly fields: { readonly [no: number]: FieldRow };
};

/** A row made ready to be read. */
export type Field = {
  readonly no: number;
  readonly path: string;
  readonly row: FieldRow;
  readonly format: Format;
  readonly encoding: Encoding;
  readonly lengths: LengthEncoding;
  /** Bytes of the length before the value; 0 where it is fixed. */
  readonly prefixBytes: number;
  /** Must be decimal digits throughout. */
  readonly isNumber: boolean;
  /** Is searched for card numbers. */
  readonly isSearched: boolean;
};

/** A specification made ready to read and write messages. */
export type Spec = SpecTable & { readonly ready: readonly (Field | undefined)[] };

/** The last field of a message with two bitmaps. */
export const LAST_FIELD = 128;
const SHORTEST_CARD_NUMBER = 13;

function wayOf(row: FieldRow, { kind }: Format, rules: Rules): Way {
  if (row.encoding) return row.encoding;
  if (kind === 'b') return rules.binary;
  return kind === 'n' || kind === 'z' || kind === 'x+n' ? rules.digits : 'ascii';
}

function couldHoldNumber({ parts = [] }: FieldRow, { kind, size }: Format): boolean {
  const longest = parts.length > 0 ? Math.max(...parts.map(({ length }) => length)) : size;
  return (kind === 'b' ? longest * 2 : longest) >= SHORTEST_CARD_NUMBER;
}

/** @throws WireError `spec.encoding` */
function encodingOf(no: number, row: FieldRow, format: Format, rules: Rules): Encoding {
  const { kind, prefix } = format;
  const way = wayOf(row, format, rules);
  const ways: readonly Way[] =
    kind === 'b' ? ['raw', 'hex'] : kind === 'x+n' ? ['ascii', 'bcd'] : ['ascii', 'gbk', 'bcd'];
  if (!ways.includes(way)) {
    throw new WireError('spec.encoding', { path: `fields.${no}`, offset: null, needed: ways.join(' '), found: way });
  }
  if (way !== 'bcd') return ENCODINGS[way];
  if (kind === 'x+n') return ENCODINGS['signed-bcd'];
  return ENCODINGS[`bcd-${row.align ?? (prefix > 0 ? rules.odd.variable : rules.odd.fixed)}`];
}

function readyField(no: number, row: FieldRow, rules: Rules): Field {
  const format = parseFormat(row.format);
  if (!format) {
    const detail = { path: `fields.${no}`, offset: null, needed: 'n6 n..19 ans...999 b64', found: row.format };
    throw new WireError('spec.format', detail);
  }
  const lengths = LENGTHS[row.lengths ?? rules.lengths];
  return {
    no,
    path: `f${no}`,
    row,
    format,
    encoding: encodingOf(no, row, format, rules),
    lengths,
    prefixBytes: format.prefix > 0 ? lengths.bytes(format.prefix) : 0,
    isNumber: format.kind === 'n',
    isSearched: !row.plain && couldHoldNumber(row, format),
  };
}

/**
 * Makes a table ready.
 * @throws WireError `spec.format`, `spec.encoding`
 */
export function makeSpec(table: SpecTable): Spec {
  const ready: (Field | undefined)[] = new Array(LAST_FIELD + 1).fill(undefined);
  for (const [no, row] of Object.entries(table.fields)) ready[Number(no)] = readyField(Number(no), row, table.rules);
  return { ...table, ready };
}
