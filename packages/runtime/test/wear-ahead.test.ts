import { describe, expect, it } from 'vitest';
import { wearAhead } from '../src/diagnose/wear-ahead.ts';

/** A hundred attempts a day for 30 days, of which so many fail. */
const days = (failures: (day: number) => number) =>
  Array.from({ length: 30 }, (_, day) => ({ day, attempts: 100, failures: Math.round(failures(day)), expected: 1 }));
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const inDays = (date: string): number => Date.parse(date) / 86_400_000;

describe('wear foretold', () => {
  const doubling = days((day) => 1 + 2 ** (day / 8));

  it('names the next limit that is not passed, with a range around its date', () => {
    const forecast = wearAhead({ days: doubling }, 'hardware.magstripe_head_worn', day);
    // 100 × share is 2 ** (day / 8): 25 is reached on day 37
    expect(forecast?.limit).toBe(0.25);
    expect(inDays(forecast!.date)).toBeGreaterThan(32);
    expect(inDays(forecast!.date)).toBeLessThan(45);
    expect(inDays(forecast!.from)).toBeLessThan(inDays(forecast!.date));
    expect(inDays(forecast!.to!)).toBeGreaterThan(inDays(forecast!.date));
  });

  it('says nothing of a cause that does not wear, nor where there are no days', () => {
    expect(wearAhead({ days: doubling }, 'hardware.magstripe_head_dirty', day)).toBeNull();
    expect(wearAhead({ days: [] }, 'hardware.magstripe_head_worn', day)).toBeNull();
  });

  it('says nothing from a few days, nor of a share that the last attempts have reached', () => {
    expect(wearAhead({ days: doubling.slice(-3) }, 'hardware.magstripe_head_worn', day)).toBeNull();
    const stepped = days((day) => (day < 27 ? 1 : 60));
    expect(wearAhead({ days: stepped }, 'hardware.magstripe_head_worn', day)).toBeNull();
  });

  it('foretells nothing for days that are over', () => {
    const forecast = wearAhead({ days: days((day) => 1 + day / 3.5) }, 'hardware.magstripe_head_worn', day);
    expect(inDays(forecast!.from)).toBeGreaterThanOrEqual(29);
  });

  it('says nothing where it stays as it is, or is as bad as it can be', () => {
    expect(wearAhead({ days: days(() => 6) }, 'hardware.printer_head_worn', day)).toBeNull();
    expect(wearAhead({ days: days(() => 80) }, 'hardware.chip_contacts_worn', day)).toBeNull();
  });
});
