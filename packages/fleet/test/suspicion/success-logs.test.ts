import { INTERFACES } from '@duka/model';
import { expect, test } from 'vitest';
import { STRIKE_RATES } from '../../src/suspicion/evidence.ts';
import { successLogs } from '../../src/suspicion/success-logs.ts';

/** Chip, contactless, magstripe, qr, manual. */
const SHARES = Float64Array.of(1, 0, 0, 0, 0, 1, 0.5, 0, 0, 0, 1, 0, 0, 0, 0);
const gaps = (...counts: readonly (readonly number[])[]): Uint16Array =>
  Uint16Array.from(counts.flatMap(([chip = 0, contactless = 0]) => [chip, contactless, 0, 0, 0]));
const logsOf = successLogs(SHARES);
const LEVELS = STRIKE_RATES.length;

test('successes speak against a pattern on the interfaces that it hits, as strongly as it hits them', () => {
  expect(SHARES.length).toBe(3 * INTERFACES.length);
  const logs = logsOf(gaps([3, 2], [0, 1]));
  const clean = (share: number) => STRIKE_RATES.map((q) => Math.log(1 - q * share));
  const [whole, half] = [clean(1), clean(0.5)] as const;
  expect(Array.from(logs(0).slice(0, 2 * LEVELS))).toEqual([...whole.map((log) => 3 * log), ...whole.map(() => 0)]);
  expect(Array.from(logs(1).slice(0, 2 * LEVELS))).toEqual([...whole.map((log, k) => 3 * log + 2 * half[k]!), ...half]);
});

test('patterns that hit the interfaces alike share their logs, and each group has its own', () => {
  const first = logsOf(gaps([5, 0]));
  expect(first(2)).toBe(first(0));
  expect(first(0)[0]).toBe(5 * Math.log(1 - STRIKE_RATES[0]));
  expect(logsOf(gaps([1, 0]))(0)[0]).toBe(Math.log(1 - STRIKE_RATES[0]));
});
