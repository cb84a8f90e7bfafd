import { POOL } from '../bytes/text-pool.ts';
import type { WireError } from '../errors.ts';
import { type Card, CardFinder, type CardToken } from './card.ts';
import { TYPE_DIGITS, writeHead } from './message-type.ts';
import { LAST_FIELD, type Spec } from './spec.ts';
import { type FieldSet, textsOf, writeValues } from './values.ts';
import { Layout, walk } from './walk.ts';

const { placeAt, poolText } = POOL;

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

const layout = new Layout();
const finder = new CardFinder();

/**
 * Reads a message (without the length of its frame).
 * @throws WireError as `walk`; what is wrong within a field is in `troubles` instead
 */
export function unpack(bytes: Uint8Array, spec: Spec, options: UnpackOptions = {}): Message {
  walk(bytes, spec, options.start ?? 0, layout);
  const { tpdu, header, mti } = layout;
  finder.clear(options.cardToken);
  const head = placeAt(writeValues(bytes, spec, layout, finder, options.only));
  const end = writeHead(head, bytes, layout, spec.rules);
  const all = poolText(end);
  const message: Writable<Message> = {
    mti: all.substring(end - TYPE_DIGITS, end),
    fields: textsOf(all, layout),
    troubles: layout.troubles,
  };
  const between = head + (header - tpdu) * 2;
  if (header > tpdu) message.tpdu = all.substring(head, between);
  if (mti > header) message.header = all.substring(between, head + (mti - tpdu) * 2);
  // Last, since it may unpack a message itself.
  const card = finder.take(all);
  if (card) message.card = card;
  return message;
}
