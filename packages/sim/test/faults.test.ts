import { CAUSE_IDS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import type { AttemptRecord, PlantedFault } from '../src/index.ts';
import { drawFleet, PLANTABLE_CAUSES, REPORTING_RANGES, Rng, randomFaults, simulate } from '../src/index.ts';

/** Nothing goes missing, so that every failure can be held against the scope. */
const COMPLETE = { missing: { random: 0, terminals: {} }, reporting: { outcome: 0, code: 0, reason: 1, both: 0 } };

const within = (record: AttemptRecord, fault: PlantedFault): boolean =>
  Object.entries(fault.scope).every(([column, wanted]) => {
    const value = record[column as keyof AttemptRecord];
    // A failed read does not know its card.
    if ((column === 'card_ref' || column === 'bin') && value === undefined) return true;
    return typeof wanted === 'string' ? wanted === value : (wanted ?? []).includes(String(value));
  });

/** Shares of the records' reasons and stages among some failures. */
function marks(records: readonly AttemptRecord[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { interface: at, reason, stage } of records) {
    const mark = `${at} ${reason} ${stage}`;
    shares.set(mark, (shares.get(mark) ?? 0) + 1 / records.length);
  }
  return shares;
}

/** Half the sum of the differences: 0 where two mixes are the same, 1 where they have nothing in common. */
function distance(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const all = new Set([...a.keys(), ...b.keys()]);
  return [...all].reduce((sum, mark) => sum + Math.abs((a.get(mark) ?? 0) - (b.get(mark) ?? 0)), 0) / 2;
}

it('draws every cause but the unknown one, which is planted on demand', () => {
  expect([...PLANTABLE_CAUSES].sort()).toEqual(CAUSE_IDS.filter((cause) => cause !== 'unknown.other').sort());
});

describe.each([
  ['tuning', {}],
  ['reporting', { ...drawFleet(REPORTING_RANGES, 14, 5) }],
])('in the ranges for %s', (_, drawn) => {
  it.each(CAUSE_IDS)('%s leaves marks in the records that ordinary failures do not', (cause) => {
    const faults = [{ cause }, { cause }, { cause }, { cause }];
    const { attempts, truth } = simulate({ ...drawn, terminals: 10, days: 14, volume: 60, faults, ...COMPLETE }, 17);
    const planted = truth.filter((fault) => fault.origin === 'planted' && fault.cause === cause);
    const caused = new Set(planted.flatMap((fault) => fault.attempts));
    expect(caused.size).toBeGreaterThan(7);
    const failures = attempts.flatMap((record, place) => (record.outcome === 'ok' ? [] : [{ record, place }]));
    const [own, ordinary] = [true, false].map((wanted) =>
      marks(failures.filter(({ place }) => caused.has(place) === wanted).map(({ record }) => record)),
    );
    expect(distance(own ?? new Map(), ordinary ?? new Map())).toBeGreaterThan(0.3);
  });
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

describe('overlapping faults', () => {
  const config = { terminals: 60, days: 8, volume: 15, faults: 10, ...COMPLETE };
  /** Of the faults that lie in one store, the share that have another one there at the same time. */
  const together = (overlaps: number): number => {
    const lies = [1, 2, 3, 4].flatMap((seed) => {
      const { attempts, truth } = simulate({ ...config, overlaps }, seed);
      const storeOf = new Map(attempts.map(({ terminal_id, store_id }) => [terminal_id, store_id]));
      const local = truth.flatMap((fault) => {
        const store = fault.scope.store_id ?? storeOf.get(String(fault.scope.terminal_id));
        return fault.excess > 0 && store !== undefined
          ? [{ store, since: fault.since, until: fault.until ?? Infinity }]
          : [];
      });
      return local.map((a) =>
        local.some((b) => a !== b && a.store === b.store && a.since < b.until && b.since < a.until),
      );
    });
    return lies.filter(Boolean).length / lies.length;
  };

  it('share places and times more often than those drawn one by one', () => {
    expect(together(0.8)).toBeGreaterThan(together(0) + 0.2);
  });

  it('each have failures of their own: an attempt is held against one fault only', () => {
    const { truth } = simulate({ ...config, overlaps: 0.8 }, 2);
    const places = truth.flatMap((fault) => fault.attempts);
    expect(new Set(places).size).toBe(places.length);
  });
});

it('faults of one kind differ where there is variety', () => {
  const faults = Array.from({ length: 6 }, () => ({ cause: 'hardware.chip_contacts_worn' }) as const);
  const spread = (variety: number): number => {
    const { attempts, truth } = simulate({ terminals: 8, days: 20, volume: 120, faults, variety, ...COMPLETE }, 3);
    const shares = truth
      .filter(({ origin, excess }) => origin === 'planted' && excess >= 60)
      .map((fault) => marks(fault.attempts.map((place) => attempts[place] as AttemptRecord)));
    const distances = shares.flatMap((a, i) => shares.slice(i + 1).map((b) => distance(a, b)));
    return distances.reduce((sum, value) => sum + value, 0) / distances.length;
  };
  expect(spread(0.8)).toBeGreaterThan(1.5 * spread(0));
});
