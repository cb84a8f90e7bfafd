/** As many digits, with at most punctuation between them, may be a card number or part of a track. */
export const DIGITS = 12;
/** As many hex digits on end may be a PIN block or a dump. */
export const HEX_RUN = 16;

/** Counts of a text that is no longer than this lie side by side in one number. */
const SHORT = 255;
const DIGIT = 1;
const HEX_DIGIT = 1 << 8;
const COUNTED = DIGIT | HEX_DIGIT;
/** Letters and digits that begin what matters: `c` (card, CVV), `i` (of PIN) and 5 (of 52); and those that go on with it. */
const BEGINS = ['cC', 'iI', '5'];
const GOES_ON = ['aAvVsS', 'nN', '2'];
const BEGIN_BITS = 16;
const GO_ON_BITS = 20;
const UNPRINTABLE = 1 << 24;

/** What there is to know of each byte. */
const MARKS = Int32Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  const isHex = /[0-9a-f]/i.test(char);
  let marks = (/[0-9]/.test(char) ? DIGIT : 0) | (isHex ? HEX_DIGIT : 0) | (/[ -~]/.test(char) ? 0 : UNPRINTABLE);
  BEGINS.forEach((chars, i) => {
    if (chars.includes(char)) marks |= 1 << (BEGIN_BITS + i);
    if (GOES_ON[i]!.includes(char)) marks |= 1 << (GO_ON_BITS + i);
  });
  return marks;
});
const ALL_BEGINS = (1 << (BEGIN_BITS + BEGINS.length)) - (1 << BEGIN_BITS);

/**
 * Whether a text has too few digits in all for what must be long, and no two letters of what must not be named. Most ids pass here, without
 * a branch on any of their bytes.
 */
export function holdLittle(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > SHORT) return false;
  let counts = 0;
  let found = 0;
  let before = 0;
  for (let i = from; i < to; i++) {
    const marks = MARKS[bytes[i]!]!;
    counts += marks & COUNTED;
    found |= (marks & UNPRINTABLE) | (((before & ALL_BEGINS) << (GO_ON_BITS - BEGIN_BITS)) & marks);
    before = marks;
  }
  return found === 0 && (counts & (HEX_DIGIT - 1)) < DIGITS && counts < HEX_RUN * HEX_DIGIT;
}
