import { HEX, parseHex } from '../bytes/hex.ts';
import { WireError } from '../errors.ts';
import { mask } from '../secrecy.ts';
import { type CardSource, cardOfNumber, cardOfTrack } from './card.ts';
import { hideTlv } from './icc.ts';
import type { Place } from './layout.ts';
import { maskNumbers } from './numbers.ts';

/** A value as it may be shown, and what was found in it of the card. */
export type Shown = {
  readonly value: string;
  readonly cards: readonly CardSource[];
  readonly trouble?: WireError;
};

const NO_CARDS: readonly CardSource[] = [];

function cardOfField(no: number, path: string, value: string): readonly CardSource[] {
  const card = no === 2 ? cardOfNumber(path, value) : no === 35 || no === 45 ? cardOfTrack(path, value) : undefined;
  return card ? [card] : NO_CARDS;
}

/** TLV whose bytes are written in hex; its errors tell the place among the bytes of the message. */
function hideHexTlv(text: string, place: Place): Shown {
  try {
    const { hex, cards } = hideTlv(parseHex(text), 0, text.length >> 1, place.field.path);
    return { value: hex, cards };
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    const offset = place.value + 2 * (error.detail.offset ?? 0);
    const trouble = new WireError(error.code, { ...error.detail, offset });
    return { value: mask(text, 'all'), cards: NO_CARDS, trouble };
  }
}

function hideTlvField(bytes: Uint8Array, place: Place): Shown {
  const { field, value, end, units } = place;
  const text = field.encoding.read(bytes, value, units);
  const isRaw = field.format.kind === 'b' && end - value === units;
  if (!isRaw && /^(?:[0-9A-F]{2})*$/i.test(text)) return hideHexTlv(text, place);
  try {
    const { hex, cards } = hideTlv(bytes, value, end, field.path);
    return { value: hex, cards };
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return { value: mask(text, 'all'), cards: NO_CARDS, trouble: error };
  }
}

function notDigits({ field, value, units }: Place, bytes: Uint8Array): WireError | undefined {
  const at = field.encoding.notDigits?.(bytes, value, units) ?? -1;
  if (at < 0) return undefined;
  return new WireError('iso.digits', { path: field.path, offset: at, needed: '0-9', found: HEX[bytes[at]!]! });
}

/** Reads the value of a field and hides what is secret in it. */
export function readShown(bytes: Uint8Array, place: Place): Shown {
  const { field, value, units } = place;
  const { row } = field;
  if (row.tlv && !row.secret) return hideTlvField(bytes, place);
  const text = field.encoding.read(bytes, value, units);
  if (row.secret) {
    return { value: mask(text, row.secret), cards: cardOfField(field.no, field.path, text) };
  }
  const trouble = field.isNumber ? notDigits(place, bytes) : undefined;
  const shown = field.isSearched ? maskNumbers(text) : text;
  return trouble ? { value: shown, cards: NO_CARDS, trouble } : { value: shown, cards: NO_CARDS };
}
