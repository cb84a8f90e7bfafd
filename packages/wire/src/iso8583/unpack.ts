import { toHex } from '../bytes/hex.ts';
import type { WireError } from '../errors.ts';
import { type Card, CardFinder, type CardToken } from './card.ts';
import { LAST_FIELD } from './columns.ts';
import { ENCODING } from './encodings.ts';
import type { Spec } from './spec.ts';
import { type FieldSet, readValues } from './values.ts';
import { Layout, walk } from './walk.ts';

/** A message, safe to keep: card data in it is masked (`*`), and there is no way back. */
export type Message = {
  /** In hex, where the specification has them. */
  readonly tpdu?: string;
  readonly header?: string;
  readonly mti: string;
  /** By field number: digits or characters, hex in capitals for b and TLV; masked where secret. */
  readonly fields: { readonly [no: number]: string };
  readonly card?: Card;
  /** What is wrong within fields; it did not keep the others from being read. */
  readonly troubles: readonly WireError[];
};

export type UnpackOptions = {
  /** See `CardToken`: the only way to a card number. */
  readonly cardToken?: CardToken;
  /** Where the message begins in `bytes`, after the length of its frame. */
  readonly start?: number;
  /** The fields that are wanted, made by `fieldSet`: a message is read in half the time when most are not. */
  readonly only?: FieldSet;
};

export function fieldSet(numbers: readonly number[]): FieldSet {
  const set = new Uint8Array(LAST_FIELD + 1);
  for (const no of numbers) set[no] = 1;
  return set;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const SECURITY_CONTROL = 53;

/** A UnionPay terminal says with the third digit of field 53 that the tracks are enciphered. */
function areTracksEnciphered(bytes: Uint8Array, spec: Spec): boolean {
  const index = layout.no.subarray(0, layout.count).indexOf(SECURITY_CONTROL);
  if (spec.family !== 'unionpay' || index < 0) return false;
  const value = layout.value[index]!;
  const isText = spec.ready[SECURITY_CONTROL]?.encoding === ENCODING.ascii;
  return isText ? bytes[value + 2] === 49 : bytes[value + 1]! >> 4 === 1;
}

const layout = new Layout();

/**
 * Reads a message (without the length of its frame).
 * @throws WireError as `walk`; what is wrong within a field is in `troubles` instead
 */
export function unpack(bytes: Uint8Array, spec: Spec, options: UnpackOptions = {}): Message {
  walk(bytes, spec, options.start ?? 0, layout);
  const { tpdu, header, mti, troubles } = layout;
  const finder = new CardFinder();
  const message: Writable<Message> = {
    mti: layout.type,
    fields: readValues(bytes, spec, layout, { finder, troubles }, options.only),
    troubles,
  };
  if (header > tpdu) message.tpdu = toHex(bytes, tpdu, header);
  if (mti > header) message.header = toHex(bytes, header, mti);
  const card = finder.card(() => areTracksEnciphered(bytes, spec), options.cardToken);
  if (card) message.card = card;
  return message;
}
