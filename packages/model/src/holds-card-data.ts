import { holdsCardNumber, runHolds } from './card-number.ts';
import { spellings } from './plain-text.ts';
import { holdsSecret, holdsTrackOrDump } from './sensitive-data.ts';

/** The shortest that can be card data: `cvv123`. */
const SHORTEST = 6;
/** Thirteen digits in ASCII, as hex. */
const SHORTEST_DUMP = 26;

/** What escapes of URLs and of HTML begin with. */
const PERCENT = 37;
const AMPERSAND = 38;

/** Whether a string holds a card number, track data, a PIN block or a card verification code. */
export function holdsCardData(text: string): boolean {
  if (text.length < SHORTEST) return false;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 126 || code < 32 || code === PERCENT || code === AMPERSAND) {
      return spellings(text).some((plain) => plainHolds(plain, plain.length));
    }
    if (code >= 48 && code <= 57) digits++;
  }
  if (digits === text.length && digits < SHORTEST_DUMP) return digits >= 13 && runHolds(text);
  return plainHolds(text, digits);
}

/** Most strings of a log are short and have few digits: for them this is all that is done. */
function plainHolds(plain: string, digitsAtMost: number): boolean {
  if (digitsAtMost < 3) return false;
  if (digitsAtMost >= 13 && holdsCardNumber(plain)) return true;
  return (digitsAtMost >= 12 && holdsTrackOrDump(plain)) || holdsSecret(plain);
}
