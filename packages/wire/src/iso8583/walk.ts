import { HEX, hexDigit, toHex } from '../bytes/hex.ts';
import { LONGEST_INPUT } from '../bytes/text-pool.ts';
import { WireError } from '../errors.ts';
import { ABSENT, LAST_FIELD } from './columns.ts';
import { bytesOf, unitsIn } from './encodings.ts';
import { LENGTH_DIGITS, readLength } from './lengths.ts';
import { checkType, typeBytes } from './message-type.ts';
import type { Spec } from './spec.ts';

const NONE: readonly WireError[] = Object.freeze([]);

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
  /** Fields, and of each its number, where its value begins and ends. The length of a variable one stands before it. */
  count = 0;
  readonly no = new Uint8Array(LAST_FIELD);
  readonly value = new Int32Array(LAST_FIELD);
  readonly end = new Int32Array(LAST_FIELD);
  /** Digits, characters or bytes of b. */
  readonly units = new Int32Array(LAST_FIELD);
  /** Lengths over what the specification allows. */
  troubles: readonly WireError[] = NONE;

  note(trouble: WireError): void {
    this.troubles = [...this.troubles, trouble];
  }
}

function need(bytes: Uint8Array, offset: number, length: number, path: string): void {
  const found = bytes.length - offset;
  if (length > found) throw new WireError('bytes.more', { path, offset, needed: length, found });
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

function notLength(bytes: Uint8Array, offset: number, no: number, spec: Spec): WireError {
  const { path, prefix, lengths } = spec.ready[no]!;
  need(bytes, offset, prefix, path);
  const found = toHex(bytes, offset, offset + prefix);
  return new WireError('iso.number', { path, offset, needed: LENGTH_DIGITS[lengths], found });
}

function overLong(offset: number, no: number, spec: Spec, units: number): WireError {
  const { path, size } = spec.ready[no]!;
  return new WireError('iso.length', { path, offset, needed: size, found: units });
}

/** Walks over the fields that 32 bits of a bitmap name, number `first` and after; returns where they end. */
function walkBits(bytes: Uint8Array, from: number, named: number, first: number, spec: Spec, layout: Layout): number {
  const { bytes: fixed, encoding, size, prefix, lengths, countsBytes } = spec.columns;
  const { no: numbers, value: values, end: ends, units: allUnits } = layout;
  const last = bytes.length;
  let { count } = layout;
  let at = from;
  let bits = named;
  while (bits !== 0) {
    const bit = Math.clz32(bits);
    bits ^= 0x80000000 >>> bit;
    const no = first + bit;
    const start = at;
    let units = size[no]!;
    let length = fixed[no]!;
    if (length < 0) {
      if (length === ABSENT)
        throw new WireError('iso.field', { path: `f${no}`, offset: at, needed: spec.id, found: no });
      at += prefix[no]!;
      const counted = at <= last ? readLength(lengths[no]!, bytes, start, prefix[no]!) : -1;
      if (counted < 0) throw notLength(bytes, start, no, spec);
      units = countsBytes[no] === 1 ? unitsIn(encoding[no]!, counted) : counted;
      if (units > size[no]!) layout.note(overLong(start, no, spec, units));
      length = bytesOf(encoding[no]!, units);
    }
    numbers[count] = no;
    values[count] = at;
    allUnits[count] = units;
    if (at + length > last) need(bytes, at, length, `f${no}`);
    at += length;
    ends[count++] = at;
    layout.count = count;
  }
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
