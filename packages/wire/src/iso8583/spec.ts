import { WireError } from '../errors.ts';
import type { CardForm } from './card.ts';
import { CARD_IN, type Care, careOf } from './care.ts';
import { bytesOf, ENCODING, type Encoding } from './encodings.ts';
import { type Format, type Kind, parseFormat } from './format.ts';
import { LENGTH, type LengthName, lengthBytes } from './lengths.ts';
import type { FieldRow, Rules, SpecTable, Way } from './rows.ts';

/** A row made ready. */
export type Field = {
  readonly no: number;
  readonly path: string;
  readonly row: FieldRow;
  readonly kind: Kind;
  /** Digits, characters or bytes of b: so many, or at most so many. */
  readonly size: number;
  readonly encoding: Encoding;
  readonly lengths: LengthName;
  /** Bytes of the length before the value; 0 where it is fixed. */
  readonly prefix: number;
  readonly care: Care;
  /** How it tells of a card; 0 if it does not. */
  readonly card: CardForm | 0;
  /** Bytes of the value where its length is fixed, else -1. */
  readonly fixed: number;
  /** `lengths` as `readLength` takes it. */
  readonly lengthCode: number;
  readonly countsBytes: boolean;
  /** Every byte must be of decimal digits. */
  readonly isDecimal: boolean;
  /** Characters of the text of a unit. */
  readonly width: number;
  /** An odd number of digits stands on the right: the digit before it is empty. */
  readonly isRight: boolean;
  /** It must be of decimal digits, but is written in characters, which may be anything. */
  readonly isLoose: boolean;
};

/** The last field of a message with two bitmaps. */
export const LAST_FIELD = 128;

/** A specification made ready to read and write messages. */
export type Spec = SpecTable & { readonly ready: readonly (Field | undefined)[] };

function wayOf(row: FieldRow, { kind }: Format, rules: Rules): Way {
  if (row.encoding) return row.encoding;
  if (kind === 'b') return rules.binary;
  return kind === 'n' || kind === 'z' || kind === 'x+n' ? rules.digits : 'ascii';
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
  if (way !== 'bcd') return ENCODING[way];
  if (kind === 'x+n') return ENCODING.signedBcd;
  const align = row.align ?? (prefix > 0 ? rules.odd.variable : rules.odd.fixed);
  return align === 'left' ? ENCODING.bcdLeft : ENCODING.bcdRight;
}

function readyField(no: number, row: FieldRow, rules: Rules): Field {
  const format = parseFormat(row.format);
  if (!format) {
    const detail = { path: `fields.${no}`, offset: null, needed: 'n6 n..19 ans...999 b64', found: row.format };
    throw new WireError('spec.format', detail);
  }
  const { kind, size, prefix } = format;
  const lengths = row.lengths ?? rules.lengths;
  const encoding = encodingOf(no, row, format, rules);
  const isDecimal = kind === 'n' && !row.secret;
  return {
    no,
    path: `f${no}`,
    row,
    kind,
    size,
    encoding,
    lengths,
    prefix: prefix > 0 ? lengthBytes(lengths, prefix) : 0,
    care: careOf(no, row, format),
    card: CARD_IN[no] ?? 0,
    fixed: prefix > 0 ? -1 : bytesOf(encoding, size),
    lengthCode: LENGTH[lengths],
    countsBytes: row.counts === 'bytes',
    isDecimal,
    width: kind === 'b' ? 2 : 1,
    isRight: encoding === ENCODING.bcdRight,
    isLoose: isDecimal && encoding === ENCODING.ascii,
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
