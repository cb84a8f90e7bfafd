import { HEX, hexDigit, toHex } from '../bytes/hex.ts';
import { LONGEST_INPUT } from '../bytes/text-pool.ts';
import { WireError } from '../errors.ts';
import { bytesOf, unitsIn } from './encodings.ts';
import { LENGTH_DIGITS, readLength } from './lengths.ts';
import { checkType, typeBytes } from './message-type.ts';
import { type Field, LAST_FIELD, type Spec } from './spec.ts';

const NONE: readonly WireError[] = Object.freeze([]);

/** Where the value of a field begins and ends. The length of a variable one stands before it. */
export type Place = {
  field: Field | undefined;
  /** Digits, characters or bytes of b. */
  units: number;
  value: number;
  end: number;
  /** Where its text begins and ends in the pool, once it is written. */
  text: number;
  textEnd: number;
};

/**
 * Where everything of a message stands, as `walk` found it. It is written over and over: who keeps one for all messages
 * makes nothing for each.
 */
export class Layout {
  tpdu = 0;
  header = 0;
  mti = 0;
  bitmap = 0;
  fields = 0;
  /** So many fields, and the places of at least as many. */
  count = 0;
  readonly places: readonly Place[] = Array.from({ length: LAST_FIELD }, () => ({
    field: undefined,
    units: 0,
    value: 0,
    end: 0,
    text: 0,
    textEnd: 0,
  }));
  /** Lengths over what the specification allows. */
  troubles: readonly WireError[] = NONE;

  note(trouble: WireError): void {
    this.troubles = [...this.troubles, trouble];
  }
}

const lacking = (bytes: Uint8Array, offset: number, needed: number, path: string): WireError =>
  new WireError('bytes.more', { path, offset, needed, found: bytes.length - offset });

function need(bytes: Uint8Array, offset: number, length: number, path: string): void {
  if (length > bytes.length - offset) throw lacking(bytes, offset, length, path);
}

/** So many bits of a bitmap as one number: four bytes, or eight hex digits. */
function readBits(bytes: Uint8Array, offset: number, isHex: boolean): number {
  if (!isHex)
    return (bytes[offset]! << 24) | (bytes[offset + 1]! << 16) | (bytes[offset + 2]! << 8) | bytes[offset + 3]!;
  let bits = 0;
  for (let at = offset; at < offset + 8; at++) {
    const byte = bytes[at]!;
    const digit = hexDigit(byte);
    if (digit < 0)
      throw new WireError('hex.digit', { path: 'bitmap', offset: at, needed: '0-9 A-F', found: HEX[byte]! });
    bits = (bits << 4) | digit;
  }
  return bits;
}

function notLength(bytes: Uint8Array, offset: number, { path, prefix, lengths }: Field): WireError {
  if (prefix > bytes.length - offset) return lacking(bytes, offset, prefix, path);
  const found = toHex(bytes, offset, offset + prefix);
  return new WireError('iso.number', { path, offset, needed: LENGTH_DIGITS[lengths], found });
}

function overLong(offset: number, { path, size }: Field, units: number): WireError {
  return new WireError('iso.length', { path, offset, needed: size, found: units });
}

function notKnown(offset: number, no: number, spec: Spec): WireError {
  return new WireError('iso.field', { path: `f${no}`, offset, needed: spec.id, found: no });
}

/** The error, of a walk that ends here. */
function ended(layout: Layout, count: number, error: WireError): WireError {
  layout.count = count;
  return error;
}

/** Walks over the fields that 32 bits of a bitmap name, number `first` and after; returns where they end. */
function walkBits(bytes: Uint8Array, from: number, named: number, first: number, spec: Spec, layout: Layout): number {
  const { ready } = spec;
  const { places } = layout;
  const last = bytes.length;
  let { count } = layout;
  // `| 0` tells the engine that these stay whole numbers of 32 bits, which it need not wrap on each turn.
  let at = from | 0;
  let bits = named | 0;
  while (bits !== 0) {
    const bit = Math.clz32(bits);
    bits ^= 0x80000000 >>> bit;
    const no = first + bit;
    const start = at;
    const field = ready[no];
    if (field === undefined) throw ended(layout, count, notKnown(at, no, spec));
    let units = field.size;
    let length = field.fixed;
    if (length < 0) {
      at += field.prefix;
      const counted = at <= last ? readLength(field.lengthCode, bytes, start, field.prefix) : -1;
      if (counted < 0) throw ended(layout, count, notLength(bytes, start, field));
      units = field.countsBytes ? unitsIn(field.encoding, counted) : counted;
      if (units > field.size) layout.note(overLong(start, field, units));
      length = bytesOf(field.encoding, units);
    }
    if (at + length > last) throw ended(layout, count, lacking(bytes, at, length, field.path));
    const place = places[count++]!;
    place.field = field;
    place.units = units;
    place.value = at;
    at += length;
    place.end = at;
  }
  layout.count = count;
  return at;
}

/**
 * Walks over a message without reading any value.
 * @param start where the message begins, after the length of its frame
 * @param layout is written anew; when something is thrown, it has the fields before that
 * @throws WireError `bytes.more` (incomplete) where the input ends too soon, `bytes.left` where it goes on,
 * `iso.too_long`, `iso.mti`, `hex.digit`, `iso.number`, `iso.field`; if a length was over the maximum before that, `iso.length`, for then that is why
 */
export function walk(bytes: Uint8Array, spec: Spec, start: number, layout: Layout): void {
  const { rules } = spec;
  const isHex = rules.bitmap === 'hex';
  // A quarter of the two bitmaps.
  const part = isHex ? 8 : 4;
  if (bytes.length - start > LONGEST_INPUT) {
    throw new WireError('iso.too_long', {
      path: '',
      offset: start,
      needed: LONGEST_INPUT,
      found: bytes.length - start,
    });
  }
  layout.count = 0;
  layout.troubles = NONE;
  layout.tpdu = start;
  layout.header = start + rules.tpdu;
  layout.mti = layout.header + rules.header;
  layout.bitmap = layout.mti + typeBytes(rules);
  need(bytes, start, rules.tpdu, 'tpdu');
  need(bytes, layout.header, rules.header, 'header');
  need(bytes, layout.mti, layout.bitmap - layout.mti, 'mti');
  checkType(bytes, layout.mti, rules);
  need(bytes, layout.bitmap, part * 2, 'bitmap');
  const first = readBits(bytes, layout.bitmap, isHex);
  const second = readBits(bytes, layout.bitmap + part, isHex);
  // Bit 1 of the first bitmap says that there is another: it is no field.
  const isLong = first < 0;
  layout.fields = layout.bitmap + part * (isLong ? 4 : 2);
  if (isLong) need(bytes, layout.bitmap + part * 2, part * 2, 'bitmap');
  const third = isLong ? readBits(bytes, layout.bitmap + part * 2, isHex) : 0;
  const fourth = isLong ? readBits(bytes, layout.bitmap + part * 3, isHex) : 0;
  try {
    let at = walkBits(bytes, layout.fields, first & 0x7fffffff, 1, spec, layout);
    at = walkBits(bytes, at, second, 33, spec, layout);
    if (isLong) at = walkBits(bytes, at, third, 65, spec, layout);
    if (isLong) at = walkBits(bytes, at, fourth, 97, spec, layout);
    const left = bytes.length - at;
    if (left > 0) throw new WireError('bytes.left', { path: 'end', offset: at, needed: 0, found: left });
  } catch (error) {
    throw layout.troubles[0] ?? error;
  }
}
