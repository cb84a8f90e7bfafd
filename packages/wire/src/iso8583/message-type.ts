import { HEX, toHex } from '../bytes/hex.ts';
import { readLatin1 } from '../bytes/latin1.ts';
import { WireError } from '../errors.ts';
import type { Rules } from './rows.ts';

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
export function readType(bytes: Uint8Array, at: number, rules: Rules): string {
  if (!isTypeAt(bytes, at, rules)) {
    const found = toHex(bytes, at, at + typeBytes(rules));
    throw new WireError('iso.mti', { path: 'mti', offset: at, needed: NEEDED, found });
  }
  return rules.digits === 'bcd' ? HEX[bytes[at]!]! + HEX[bytes[at + 1]!]! : readLatin1(bytes, at, 4);
}
