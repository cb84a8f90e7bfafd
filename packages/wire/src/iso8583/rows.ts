import type { Align } from '../bytes/bcd.ts';
import type { Secrecy } from '../secrecy.ts';
import type { Text } from '../text.ts';
import type { LengthName } from './lengths.ts';

/** How a value is written: each format in one of a few ways. `align` says where an odd number of packed digits stands. */
export const WAYS = ['ascii', 'gbk', 'bcd', 'raw', 'hex'] as const;
export type Way = (typeof WAYS)[number];

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
  /** Whose names and meanings its fields have. */
  readonly family: 'iso87' | 'iso93' | 'unionpay';
  readonly rules: Rules;
  readonly fields: { readonly [no: number]: FieldRow };
};
