import { CAUSE_IDS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import type { AttemptRecord, PlantedFault } from '../src/index.ts';
import { PLANTABLE_CAUSES, Rng, randomFaults, simulate } from '../src/index.ts';

/** Nothing goes missing, so that every failure can be held against the scope. */
const COMPLETE = { missing: { random: 0, terminals: {} }, reporting: { outcome: 0, code: 0, reason: 1, both: 0 } };

const within = (record: AttemptRecord, fault: PlantedFault): boolean =>
  Object.entries(fault.scope).every(([column, wanted]) => {
    const value = record[column as keyof AttemptRecord];
    // A failed read does not know its card.
    if ((column === 'card_ref' || column === 'bin') && value === undefined) return true;
    return typeof wanted === 'string' ? wanted === value : (wanted ?? []).includes(String(value));
  });

it('has a fault for every cause but the unknown one', () => {
  expect([...PLANTABLE_CAUSES].sort()).toEqual(CAUSE_IDS.filter((cause) => cause !== 'unknown.other').sort());
});

describe('a planted fault', () => {
  it.each(PLANTABLE_CAUSES)('%s causes failures in its scope and within its time', (cause) => {
    const config = { terminals: 40, days: 21, volume: 60, faults: [{ cause }, { cause }, { cause }], ...COMPLETE };
    const { attempts, truth } = simulate(config, 11);
    const planted = truth.filter((fault) => fault.origin === 'planted');
    expect(planted.length).toBeGreaterThan(0);
    expect(Math.max(...planted.map((fault) => fault.excess))).toBeGreaterThan(4);
    for (const fault of planted) {
      expect(fault.cause).toBe(cause);
      expect(fault.attempts).toHaveLength(fault.excess);
      for (const place of fault.attempts) {
        const record = attempts[place] as AttemptRecord;
        expect(record.outcome).not.toBe('ok');
        expect(within(record, fault), JSON.stringify([fault.scope, record])).toBe(true);
        const time = Date.parse(record.time);
        expect(time).toBeGreaterThanOrEqual(fault.since);
        expect(time).toBeLessThan(fault.until ?? Infinity);
      }
    }
  });

  it('goes where and when it is told', () => {
    const clean = simulate({ terminals: 10, days: 10, faults: 0 }, 3);
    const terminal_id = clean.attempts[0]?.terminal_id as string;
    const since = Date.parse('2026-06-03T00:00:00+08:00');
    const until = Date.parse('2026-06-06T00:00:00+08:00');
    const fault = { cause: 'network.down', scope: { terminal_id }, since, until } as const;
    const { truth } = simulate({ terminals: 10, days: 10, faults: [fault] }, 3);
    expect(truth[0]).toMatchObject({ cause: 'network.down', scope: { terminal_id }, since, until });
    expect(truth[0]?.excess).toBeGreaterThan(0);
  });

  it('makes the failure rate of its scope stand out', () => {
    const faults = [{ cause: 'hardware.magstripe_head_worn' }] as const;
    const { attempts, truth } = simulate({ terminals: 5, days: 30, volume: 200, faults, ...COMPLETE }, 8);
    const fault = truth[0] as PlantedFault;
    const rate = (test: (time: number) => boolean) => {
      const inScope = attempts.filter((record) => within(record, fault) && test(Date.parse(record.time)));
      return inScope.filter((record) => record.outcome !== 'ok').length / inScope.length;
    };
    expect(rate((time) => time >= fault.since)).toBeGreaterThan(2 * rate((time) => time < fault.since));
  });

  it('of a dead reader leaves no chip read alone', () => {
    const faults = [{ cause: 'hardware.tamper_lock', until: null }] as const;
    const { attempts, truth } = simulate({ terminals: 3, days: 10, volume: 200, faults }, 5);
    const fault = truth[0] as PlantedFault;
    const after = attempts.filter(
      (r) => r.terminal_id === fault.scope.terminal_id && Date.parse(r.time) >= fault.since,
    );
    expect(after.length).toBeGreaterThan(0);
    expect(after.every((record) => record.outcome !== 'ok')).toBe(true);
  });
});

describe('random faults', () => {
  it('use every cause once before any twice', () => {
    const causes = randomFaults({ faults: PLANTABLE_CAUSES.length, causes: null }, new Rng(1)).map(
      ({ cause }) => cause,
    );
    expect(causes.sort()).toEqual([...PLANTABLE_CAUSES].sort());
  });

  it('keep to the causes allowed', () => {
    const requests = randomFaults({ faults: 5, causes: ['network.down', 'network.slow'] }, new Rng(1));
    expect(new Set(requests.map(({ cause }) => cause))).toEqual(new Set(['network.down', 'network.slow']));
  });

  it('are listed as given where they are explicit', () => {
    const faults = [{ cause: 'network.down' }] as const;
    expect(randomFaults({ faults, causes: null }, new Rng(1))).toBe(faults);
  });
});

it('refuses to plant what no fault stands for', () => {
  expect(() => simulate({ terminals: 1, days: 1, faults: [{ cause: 'unknown.other' }] }, 1)).toThrow(
    'no fault of cause unknown.other can be planted',
  );
});
