import type { OffsetMinutes } from './time.ts';

const ZERO = 0x30;
const MINUS = 0x2d;
const DOT = 0x2e;
/** So many digits are exact in a double, and so is their quotient by a power of ten when it is rounded once. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, i) => 10 ** i);

/** A JSON number without exponent (RFC 8259 §6); NaN where it is none, or one that wants a closer look. */
export function readPlainNumber(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === MINUS;
  let at = negative ? from + 1 : from;
  const first = at;
  let value = 0;
  let digits = 0;
  let point = -1;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === DOT && point < 0 && digits > 0) {
      point = at;
      continue;
    }
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
    digits++;
  }
  const whole = (point < 0 ? to : point) - first;
  const leadingZero = whole > 1 && bytes[first] === ZERO;
  if (digits === 0 || digits > EXACT_DIGITS || point === to - 1 || leadingZero) return Number.NaN;
  const size = point < 0 ? value : value / POWERS[to - 1 - point]!;
  return negative ? -size : size;
}

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A time written in full, as in 2026-11-03T09:00:00.250+08:00 (RFC 3339 §5.6); null where it is written in any other way, or
 * is none.
 */
export function readPlainTime(
  bytes: Uint8Array,
  from: number,
  to: number,
): { ms: number; offset: OffsetMinutes } | null {
  const length = to - from;
  if (length < 20 || bytes[from + 4] !== MINUS || bytes[from + 7] !== MINUS || bytes[from + 10] !== 0x54) return null;
  if (bytes[from + 13] !== 0x3a || bytes[from + 16] !== 0x3a) return null;
  const year = two(bytes, from) * 100 + two(bytes, from + 2);
  const month = two(bytes, from + 5) - 1;
  const day = two(bytes, from + 8);
  const hour = two(bytes, from + 11);
  const minute = two(bytes, from + 14);
  const second = two(bytes, from + 17);
  let at = from + 19;
  let thousandths = 0;
  if (bytes[at] === DOT) {
    if (length < 24) return null;
    thousandths = two(bytes, at + 1) * 10 + (bytes[at + 3]! - ZERO);
    if (bytes[at + 3]! < ZERO || bytes[at + 3]! > 0x39) return null;
    at += 4;
  }
  const offset = readOffset(bytes, at, to);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 1 && leap ? 29 : MONTH_DAYS[month];
  // NaN, from what is no digit, fails every comparison.
  const isDate = year >= 1901 && year <= 9998 && days !== undefined && day >= 1 && day <= days;
  const isTime = hour <= 23 && minute <= 59 && second <= 59 && thousandths >= 0;
  if (offset === null || !isDate || !isTime) return null;
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
  const date = (year - 1970) * 365 + leaps + DAYS_BEFORE[month]! + (month > 1 && leap ? 1 : 0) + day - 1;
  const ms = ((date * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + thousandths;
  return { ms: ms - offset * 60_000, offset };
}

/** Two digits as a number, NaN where they are none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function readOffset(bytes: Uint8Array, at: number, to: number): OffsetMinutes | null {
  if (bytes[at] === 0x5a) return at + 1 === to ? 0 : null;
  const sign = bytes[at] === 0x2b ? 1 : bytes[at] === MINUS ? -1 : 0;
  if (sign === 0 || at + 6 !== to || bytes[at + 3] !== 0x3a) return null;
  const hours = two(bytes, at + 1);
  const minutes = two(bytes, at + 4);
  return hours <= 23 && minutes <= 59 ? sign * (hours * 60 + minutes) : null;
}
