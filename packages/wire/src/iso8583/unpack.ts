import { toHex } from '../bytes/hex.ts';
import type { WireError } from '../errors.ts';
import { type Card, type CardSource, type CardToken, cardOf } from './card.ts';
import { readShown } from './hide.ts';
import { layOut } from './layout.ts';
import type { Spec } from './spec.ts';

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
};

/** Field 53 of a UnionPay terminal says with its third digit that the tracks are enciphered. */
const areTracksEnciphered = (field53: string | undefined): boolean => field53?.[2] === '1';

/**
 * Reads a message (without the length of its frame).
 * @throws WireError as `layOut`; what is wrong within a field is in `troubles` instead
 */
export function unpack(bytes: Uint8Array, spec: Spec, options: UnpackOptions = {}): Message {
  const layout = layOut(bytes, spec, options.start);
  const fields: { [no: number]: string } = {};
  const cards: CardSource[] = [];
  const troubles = [...layout.troubles];
  for (const place of layout.places) {
    const shown = readShown(bytes, place);
    fields[place.field.no] = shown.value;
    if (shown.cards.length > 0) cards.push(...shown.cards);
    if (shown.trouble) troubles.push(shown.trouble);
  }
  const readable = areTracksEnciphered(fields[53])
    ? cards.filter(({ from }) => from !== 'f35' && from !== 'f45')
    : cards;
  const card = cardOf(readable, options.cardToken);
  const { start, header, mtiAt, mti } = layout;
  return {
    ...(header > start && { tpdu: toHex(bytes, start, header) }),
    ...(mtiAt > header && { header: toHex(bytes, header, mtiAt) }),
    mti,
    fields,
    ...(card && { card }),
    troubles,
  };
}
