import type { AttemptFieldSpec } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS, areHarmless, holdsCardData } from '@duka/model';

const SPACE = 0x20;

/** Whether a text can be kept as it is: no space that would have to be cut off, and nothing in it for the card-data guard. */
export const isClean = (bytes: Uint8Array, from: number, to: number): boolean =>
  bytes[from] !== SPACE && bytes[to - 1] !== SPACE && isSafe(bytes, from, to);

/** Printable ASCII in which the card-data guard finds nothing. */
function isSafe(bytes: Uint8Array, from: number, to: number): boolean {
  if (areHarmless(bytes, from, to)) return true;
  let text = '';
  for (let i = from; i < to; i++) {
    if (bytes[i]! > 0x7e) return false;
    text += String.fromCharCode(bytes[i]!);
  }
  return !holdsCardData(text);
}

/** Whether digits are as many as the table of fields wants, and nothing else. */
export function isWellFormed(field: number, bytes: Uint8Array, from: number, to: number): boolean {
  const spec: AttemptFieldSpec = ATTEMPT_FIELDS[ATTEMPT_FIELD_NAMES[field]!];
  if (spec.kind !== 'digits') return true;
  if (to - from < (spec.min ?? 1) || to - from > (spec.max ?? Number.POSITIVE_INFINITY)) return false;
  for (let i = from; i < to; i++) if (bytes[i]! < 0x30 || bytes[i]! > 0x39) return false;
  return true;
}
