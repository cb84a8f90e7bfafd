/**
 * Whether the digits begin as card numbers do: Visa 4; Mastercard 51–55, 2221–2720; Mir 2200–2204; Amex 34, 37;
 * Diners 30, 36, 38, 39; JCB 35; Discover, UnionPay and RuPay 60, 62, 64, 65, 81, 82; Uzcard 8600; Maestro 50, 56–58, 63, 67–69;
 * domestic ranges (China, Vietnam, Turkey) that begin with 9. Other beginnings belong to no card scheme.
 */
function beginsAsCard(digits: string): boolean {
  const two = Number(digits.slice(0, 2));
  const four = Number(digits.slice(0, 4));
  return (
    digits[0] === '4' ||
    digits[0] === '9' ||
    (two >= 50 && two <= 58) ||
    (four >= 2221 && four <= 2720) ||
    (four >= 2200 && four <= 2204) ||
    four === 8600 ||
    (two >= 30 && two <= 39 && two !== 31 && two !== 32 && two !== 33) ||
    (two >= 60 && two <= 69 && two !== 61 && two !== 66) ||
    two === 81 ||
    two === 82
  );
}

/** ISO/IEC 7812-1 Annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const isCardNumber = (digits: string): boolean =>
  digits.length >= 13 && digits.length <= 19 && beginsAsCard(digits) && passesLuhn(digits);

/**
 * The lengths that a scheme really issues. Where a number is glued to what follows, its end is a guess: trying
 * only these keeps ordinary long numbers from being taken for cards.
 */
function issuedLengths(digits: string): readonly number[] {
  if (/^3[47]/.test(digits)) return [15];
  if (/^3[0689]/.test(digits)) return [14, 16];
  if (/^(?:2|35|5[1-5]|64|65)/.test(digits)) return [16];
  if (digits[0] === '4') return [16, 19];
  return [16, 17, 18, 19];
}

/** A card number with its expiry, service code or verification code glued on. */
const beginsWithCardNumber = (digits: string): boolean =>
  issuedLengths(digits).some((length) => length < digits.length && isCardNumber(digits.slice(0, length)));

/** LLVAR of ISO 8583, also within a longer run: two digits of length, 13 to 19, then so many digits. */
function holdsCountedCardNumber(digits: string): boolean {
  for (let at = digits.indexOf('1'); at >= 0 && at + 15 <= digits.length; at = digits.indexOf('1', at + 1)) {
    const length = digits.charCodeAt(at + 1) - 38;
    if (length >= 13 && isCardNumber(digits.slice(at + 2, at + 2 + length))) return true;
  }
  return false;
}

/** Whether an unbroken run of digits is or holds a card number. */
export function runHolds(run: string): boolean {
  if (run.length < 13) return false;
  const unpadded = run.replace(/^0+/, '');
  return (
    isCardNumber(run) ||
    beginsWithCardNumber(run) ||
    (unpadded !== run && (isCardNumber(unpadded) || beginsWithCardNumber(unpadded))) ||
    holdsCountedCardNumber(run)
  );
}

/** A number written in groups (4111 1111 …) is a card number if any succession of whole groups is one. */
function groupsHold(groups: readonly string[]): boolean {
  for (let from = 0; from < groups.length; from++) {
    const first = groups[from] ?? '';
    if (runHolds(first)) return true;
    let digits = first;
    for (let to = from + 1; to < groups.length && digits.length <= 19; to++) {
      digits += groups[to];
      if (isCardNumber(digits)) return true;
    }
    // In groups as on a card, with something glued to the last one.
    if ((first.length === 4 || first.length === 6) && beginsWithCardNumber(digits)) return true;
  }
  return false;
}

const SEQUENCE = /\d(?:[ ._-]{0,5}\d){12,}/g;
/** As on a card, whatever stands between the groups: 4111,1111,1111,1111 or 3782/822463/10005. */
const AS_ON_A_CARD = /(?<!\d)\d{4}([^\da-z]{1,5})\d{4,6}\1\d{4,5}(?:\1\d{3,4}){0,2}(?!\d)/gi;
/** What ends here may begin anywhere: track 3 puts a format code before the number, a dump its length. */
const BEFORE_SEPARATOR = /(?<!\d)\d{14,}(?=[=^]|d\d{4})/gi;

/** Whether a plain text holds a card number: 13 to 19 digits that begin as one and pass Luhn. */
export function holdsCardNumber(plain: string): boolean {
  for (const [sequence] of plain.matchAll(SEQUENCE)) {
    if (groupsHold(sequence.split(/[ ._-]+/))) return true;
  }
  for (const [sequence] of plain.matchAll(AS_ON_A_CARD)) {
    if (groupsHold(sequence.split(/\D+/))) return true;
  }
  for (const [run] of plain.matchAll(BEFORE_SEPARATOR)) {
    for (let length = 13; length <= 19; length++) {
      if (isCardNumber(run.slice(-length))) return true;
    }
  }
  return false;
}

/**
 * A number that JSON carried unquoted. Above 2^53 its last digits are lost, so Luhn cannot be asked: what begins as
 * a card is taken for one. Of a fraction only the whole part is looked at.
 */
export function isCardLikeNumber(value: number): boolean {
  const whole = Math.trunc(Math.abs(value));
  if (!(whole >= 1e12 && whole < 1e19)) return false;
  const digits = BigInt(whole).toString();
  return Number.isSafeInteger(whole) ? holdsCardNumber(digits) : beginsAsCard(digits);
}
