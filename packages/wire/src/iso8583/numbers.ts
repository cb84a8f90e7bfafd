import { SHORTEST_NUMBER as SHORTEST, SHOWN_FIRST, SHOWN_LAST } from '../secrecy.ts';

/** Whether digits begin as card numbers do, and how long such numbers are (ISO/IEC 7812; scheme ranges as published). */
function lengthsOf(text: string, at: number): readonly number[] {
  const two = Number(text.slice(at, at + 2));
  if (two === 34 || two === 37) return [15];
  if (two === 30 || two === 36 || two === 38 || two === 39) return [14, 16];
  if ((two >= 22 && two <= 27) || two === 35 || (two >= 51 && two <= 55)) return [16];
  if (two >= 40 && two <= 49) return [16, 13, 19];
  const isOther = two === 50 || (two >= 56 && two <= 58) || two === 60 || (two >= 62 && two <= 65);
  return isOther || two >= 67 ? [16, 19, 17, 18] : [];
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(text: string, at: number, length: number): boolean {
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(at + length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** All that can be a number is hidden as one: where two overlap, no digit shows that either of them hides. */
function maskRun(run: string): string {
  const shown = [...run];
  for (let at = 0; at + SHORTEST <= run.length; at++) {
    for (const length of lengthsOf(run, at)) {
      if (at + length > run.length || !passesLuhn(run, at, length)) continue;
      shown.fill('*', at + SHOWN_FIRST, at + length - SHOWN_LAST);
    }
  }
  return shown.join('');
}

/**
 * Hides card numbers in a text that may hold anything: whatever in an unbroken run of digits has the beginning, the
 * length and the check digit of one. That some other long number is taken for a card is the price.
 */
export const maskNumbers = (text: string): string =>
  text.length < SHORTEST ? text : text.replace(/\d{13,}/g, maskRun);
