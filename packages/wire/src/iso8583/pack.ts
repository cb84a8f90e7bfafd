import { writeNibbles } from '../bytes/bcd.ts';
import { toHex } from '../bytes/hex.ts';
import { writeLatin1 } from '../bytes/latin1.ts';
import { WireError, type WireErrorCode } from '../errors.ts';
import { bytesOf } from './encodings.ts';
import { writeLength } from './lengths.ts';
import { type Field, LAST_FIELD, type Spec } from './spec.ts';
import type { Message } from './unpack.ts';
import { WRITERS } from './write-text.ts';

const refuse = (code: WireErrorCode, path: string, needed: number | string, found: number | string): WireError =>
  new WireError(code, { path, offset: null, needed, found });

/** Digits are filled with zeros on the left, characters with blanks on the right (ISO 8583:1987, 4.2). */
function fill(text: string, field: Field): string {
  const { kind, prefix, size, encoding } = field;
  const lacking = prefix === 0 ? size - WRITERS[encoding].units(text) : 0;
  if (lacking <= 0 || kind === 'b' || kind === 'x+n') return text;
  return kind === 'n' ? '0'.repeat(lacking) + text : text + ' '.repeat(lacking);
}

/** The bytes of a field: its length where that varies, and the value. */
function packField(field: Field, value: string): Uint8Array {
  const { size, encoding, lengths, prefix, path, row } = field;
  const writer = WRITERS[encoding];
  const text = fill(value, field);
  const isMasked = row.secret !== undefined && value.includes('*');
  const isWritable = !isMasked && writer.canWrite(text) && (field.kind !== 'n' || /^\d*$/.test(text));
  if (!isWritable) throw refuse('pack.characters', path, row.format, text.includes('*') ? '*' : '?');
  const units = writer.units(text);
  if (prefix === 0 ? units !== size : units > size) {
    throw refuse('pack.length', path, row.format, units);
  }
  const bytes = bytesOf(encoding, units);
  const packed = new Uint8Array(prefix + bytes);
  if (prefix > 0) writeLength(lengths, row.counts === 'bytes' ? bytes : units, packed, 0, prefix);
  writer.write(text, packed, prefix);
  return packed;
}

function packHex(text: string, length: number, path: string): Uint8Array {
  const packed = new Uint8Array(length);
  if (text.length !== length * 2) throw refuse('pack.length', path, length, text.length / 2);
  writeNibbles(text, packed, 0, 'left', path);
  return packed;
}

function packMti(mti: string, spec: Spec): Uint8Array {
  if (spec.rules.digits === 'bcd') return packHex(mti, 2, 'mti');
  const packed = new Uint8Array(4);
  writeLatin1(mti, packed, 0);
  return packed;
}

function packBitmap(numbers: readonly number[], spec: Spec): Uint8Array {
  const map = new Uint8Array(numbers.some((no) => no > 64) ? 16 : 8);
  if (map.length > 8) map[0] = 0x80;
  for (const no of numbers) map[(no - 1) >> 3]! |= 0x80 >> ((no - 1) & 7);
  if (spec.rules.bitmap === 'raw') return map;
  const packed = new Uint8Array(map.length * 2);
  writeLatin1(toHex(map), packed, 0);
  return packed;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Writes a message, without the length of a frame. Values shorter than a fixed length are filled.
 * @throws WireError `pack.characters` (also for what is masked), `pack.length`, `pack.field`
 */
export function pack(message: Pick<Message, 'tpdu' | 'header' | 'mti' | 'fields'>, spec: Spec): Uint8Array {
  const { tpdu = '', header = '', mti } = message;
  if (!/^\d{4}$/.test(mti)) throw refuse('pack.characters', 'mti', 'n4', '?');
  const numbers = Object.keys(message.fields).map(Number);
  const fields = numbers.map((no) => {
    const field = no > 1 && no <= LAST_FIELD ? spec.ready[no] : undefined;
    if (!field) throw refuse('pack.field', `f${no}`, spec.id, no);
    return packField(field, message.fields[no]!);
  });
  return join([
    packHex(tpdu, spec.rules.tpdu, 'tpdu'),
    packHex(header, spec.rules.header, 'header'),
    packMti(mti, spec),
    packBitmap(numbers, spec),
    ...fields,
  ]);
}
