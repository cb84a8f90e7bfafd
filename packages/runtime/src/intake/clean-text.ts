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

type Form = {
  readonly min: number;
  readonly max: number;
  readonly isDigits: boolean;
  readonly words: readonly string[] | null;
};

const FORMS: readonly Form[] = ATTEMPT_FIELD_NAMES.map((name) => {
  const { kind, min = 1, max = Number.POSITIVE_INFINITY, values }: AttemptFieldSpec = ATTEMPT_FIELDS[name];
  return { min, max, isDigits: kind === 'digits', words: values ?? null };
});

/** Whether a clean text is what the table of fields wants of this field: as long as it may be, digits, or a word of its list. */
export function isWellFormed(field: number, bytes: Uint8Array, from: number, to: number): boolean {
  const { min, max, isDigits, words } = FORMS[field]!;
  if (to - from < min || to - from > max) return false;
  if (words !== null) return words.includes(String.fromCharCode(...bytes.subarray(from, to)));
  if (isDigits) for (let i = from; i < to; i++) if (bytes[i]! < 0x30 || bytes[i]! > 0x39) return false;
  return true;
}
