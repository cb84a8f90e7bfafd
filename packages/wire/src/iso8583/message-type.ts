import { toHex } from '../bytes/hex.ts';
import { readLatin1 } from '../bytes/latin1.ts';
import { POOL } from '../bytes/text-pool.ts';
import { WireError } from '../errors.ts';
import type { Rules } from './rows.ts';
import type { Layout } from './walk.ts';

const { placeAt, writeBytes, writeDigits } = POOL;

/** Version, class, function, origin (ISO 8583:1993, 4.1). */
const NEEDED = '[0-29][1-8][0-9][0-6]';

const isType = (version: number, kind: number, part: number, origin: number): boolean =>
  ((version >= 0 && version <= 2) || version === 9) &&
  kind >= 1 &&
  kind <= 8 &&
  part >= 0 &&
  part <= 9 &&
  origin >= 0 &&
  origin <= 6;

/** Bytes that a message type takes. */
export const typeBytes = ({ digits }: Rules): number => (digits === 'bcd' ? 2 : 4);

/** Whether a message type stands at `at`, where there is room for one. */
export function isTypeAt(bytes: Uint8Array, at: number, { digits }: Rules): boolean {
  const a = bytes[at]!;
  const b = bytes[at + 1]!;
  if (digits === 'bcd') return isType(a >> 4, a & 15, b >> 4, b & 15);
  return isType(a - 48, b - 48, bytes[at + 2]! - 48, bytes[at + 3]! - 48);
}

/** @throws WireError `iso.mti` */
export function checkType(bytes: Uint8Array, at: number, rules: Rules): void {
  if (isTypeAt(bytes, at, rules)) return;
  const found = toHex(bytes, at, at + typeBytes(rules));
  throw new WireError('iso.mti', { path: 'mti', offset: at, needed: NEEDED, found });
}

/** The four digits of a message type. */
export const typeAt = (bytes: Uint8Array, at: number, { digits }: Rules): string =>
  digits === 'bcd' ? toHex(bytes, at, at + 2) : readLatin1(bytes, at, 4);

export const TYPE_DIGITS = 4;

/** Writes TPDU, header and type, as far as they are packed in one go. @param at a place. @returns where the type ends */
export function writeHead(at: number, bytes: Uint8Array, { tpdu, mti, bitmap }: Layout, { digits }: Rules): number {
  const isPacked = digits === 'bcd';
  writeDigits(at, bytes, tpdu, isPacked ? bitmap : mti);
  const head = at + (mti - tpdu) * 2;
  if (isPacked) return head + TYPE_DIGITS;
  const type = placeAt(head);
  writeBytes(type, bytes, mti, bitmap);
  return type + TYPE_DIGITS;
}
