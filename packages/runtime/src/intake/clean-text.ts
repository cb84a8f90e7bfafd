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

/** Whether a clean text is what the table of fields wants of this field: no longer than it may be, digits, or a word of its list. */
export function isWellFormed(field: number, bytes: Uint8Array, from: number, to: number): boolean {
  const spec: AttemptFieldSpec = ATTEMPT_FIELDS[ATTEMPT_FIELD_NAMES[field]!];
  const length = to - from;
  if (length > (spec.max ?? Number.POSITIVE_INFINITY)) return false;
  if (spec.kind === 'enum') return spec.values!.includes(String.fromCharCode(...bytes.subarray(from, to)));
  if (spec.kind !== 'digits') return true;
  for (let i = from; i < to; i++) if (bytes[i]! < 0x30 || bytes[i]! > 0x39) return false;
  return length >= (spec.min ?? 1);
}
