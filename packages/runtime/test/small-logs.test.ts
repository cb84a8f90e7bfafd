import type { Attempt, Finding, Reason } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { findingsIn } from './findings-in.ts';

/*
 * Logs as a shop has them: few terminals, all alike, and a trouble of all of them. Nobody there is well enough to be compared with, so
 * that only other times, other cards, and what is usual anywhere tell that something is wrong.
 */

const START = Date.parse('2026-11-02T08:00:00+08:00');
const DAY = 86_400_000;

type Day = Partial<Attempt> & { readonly day: number; readonly terminal_id: string; readonly i: number };

/** Chip reads of so many terminals over so many days, thirty a day and terminal, of which one in 31 is mute. */
function readsOf(terminals: number, days: number, change: (read: Day) => Partial<Attempt>): object[] {
  const records: object[] = [];
  for (let day = 0; day < days; day++) {
    for (let i = 0; i < 30; i++) {
      for (let t = 0; t < terminals; t++) {
        const terminal_id = `T${t}`;
        const n = (day * 30 + i) * terminals + t;
        records.push({
          time: START + day * DAY + i * 1_400_000 + t * 60_000,
          terminal_id,
          interface: 'chip',
          card_ref: `c${n}`,
          bin: n % 8 === 0 ? '625094' : `62220${n % 7}`,
          model: 'N910',
          app_version: '3.8.0',
          amount_minor: 5000,
          currency: 'CNY',
          ...(n % 31 === 7 ? failed('mute') : { outcome: 'ok' }),
          ...change({ day, terminal_id, i, bin: n % 8 === 0 ? '625094' : '' }),
        });
      }
    }
  }
  return records;
}

const failed = (reason: Reason): Partial<Attempt> => ({ outcome: 'failed', reason });

/** Three of five reads. */
const mostly = (i: number, reason: Reason): Partial<Attempt> => (i % 5 < 3 ? failed(reason) : {});

describe('In a small log', () => {
  it.each([1, 3, 6, 30])('a collapse of all its %i terminals is found, and when it began', (terminals) => {
    const findings = findingsIn(readsOf(terminals, 12, ({ day, i }) => (day >= 5 ? mostly(i, 'mute') : {})));
    expect(findings.length).toBeGreaterThan(0);
    for (const { since } of findings) expect(Math.abs(Date.parse(since) - (START + 5 * DAY))).toBeLessThan(DAY);
  });

  it('an issuer whose cards have failed nearly everywhere since the log began is found', () => {
    const findings = findingsIn(readsOf(6, 12, ({ bin, i }) => (bin === '625094' ? mostly(i, 'no_application') : {})));
    expect(findings.map(({ scope }) => scope)).toEqual([{ bin: '625094', interface: 'chip' }]);
  });

  it('of failures alone hardly any are expected', () => {
    const [finding] = findingsIn(readsOf(1, 1, () => failed('mute')));
    expect(finding!.failures).toBe(30);
    expect(finding!.expected_failures).toBeLessThan(5);
  });

  it('no release is blamed for a version that all terminals have always had', () => {
    const [finding] = findingsIn(readsOf(30, 12, ({ day, i }) => (day >= 5 ? mostly(i, 'mute') : {})));
    const words = finding!.evidence.map(({ text }) => text.en).join('; ');
    expect(words).not.toMatch(/version|stores|acquirer/);
    expect(words).toContain('at all terminals of the log');
  });

  it('broken readers are not the habit of a cashier who works at all of them, beside another', () => {
    /** Four of six, within two days. Which of their reads fail hangs on nothing else. */
    const isBroken = (t: number, day: number, i: number): boolean => t < 4 && 30 * day + i >= 130 + 13 * ((t * 3) % 4);
    const findings = findingsIn(
      readsOf(6, 12, ({ day, terminal_id, i }) => {
        const t = Number(terminal_id.slice(1));
        return {
          store_id: 'S0',
          operator_id: (i + day) % 2 === 0 ? '01' : '02',
          ...(isBroken(t, day, i) ? mostly(7 * i + 3 * day + 11 * t + ((i * i) % 13), 'mute') : {}),
        };
      }),
    );
    expect(findings.map(({ scope }) => scope.terminal_id).sort()).toEqual(['T0', 'T1', 'T2', 'T3']);
  });

  it('a cashier who has failed half of her reads since the log began is found, where three others hardly do', () => {
    const findings = findingsIn(
      readsOf(2, 12, ({ i }) => ({
        store_id: 'S0',
        operator_id: `0${i % 4}`,
        ...(i % 4 === 1 && (i + (i >> 2)) % 2 === 0 ? failed('removed_early') : {}),
      })),
    );
    expect(findings.map(({ scope }) => scope)).toEqual([{ store_id: 'S0', operator_id: '01', interface: 'chip' }]);
  });

  it('an antenna that fails in three ways is one finding', () => {
    const ways = ['no_response_rf', 'rf_lost', 'no_card'] as const;
    const findings = findingsIn(
      readsOf(2, 12, ({ day, terminal_id, i }) => ({
        ...(i % 2 === 0 ? { interface: 'contactless', ...(i % 30 === 8 ? failed('rf_lost') : { outcome: 'ok' }) } : {}),
        ...(i % 2 === 0 && day >= 5 && terminal_id === 'T1' && (i + day) % 10 < 7 ? failed(ways[(i >> 1) % 3]!) : {}),
      })),
    );
    expect(findings.map(({ scope }) => scope)).toEqual([{ terminal_id: 'T1', interface: 'contactless' }]);
  });

  it('what all terminals have in common is not named where an interface says more', () => {
    const findings = findingsIn(readsOf(30, 12, ({ day, i }) => (day >= 5 ? mostly(i, 'mute') : {})));
    expect(findings.map(({ scope }) => scope)).toEqual([{ interface: 'chip' }]);
  });

  it('an outage of both terminals of a shop is the shop’s', () => {
    const findings = findingsIn(
      readsOf(2, 12, ({ day, i }) => ({
        store_id: 'S0',
        ...(day === 5 ? failed((['link_down', 'connect_failed', 'dns_failed'] as const)[i % 3]!) : {}),
      })),
    );
    expect(findings.map(({ scope }) => scope)).toEqual([{ store_id: 'S0' }]);
  });

  it('a carrier that fails three terminals for a day is one trouble', () => {
    const findings = findingsIn(
      readsOf(12, 12, ({ day, terminal_id, i }) => ({
        carrier: ['T1', 'T5', 'T9'].includes(terminal_id) ? 'cucc' : 'cmcc',
        ...(day === 3 && ['T1', 'T5', 'T9'].includes(terminal_id) && i % 5 > 0 ? failed('connect_failed') : {}),
      })),
    );
    expect(findings.map(({ scope }) => scope)).toEqual([{ carrier: 'cucc' }]);
  });

  it('what a release broke is called its defect, whatever the reason', () => {
    for (const reason of ['no_application', 'no_response', 'pin_wrong'] as const) {
      const [finding] = findingsIn(
        readsOf(20, 12, ({ day, terminal_id, i }) =>
          day >= 5 && Number(terminal_id.slice(1)) < 8
            ? { app_version: '4.0.0', ...mostly(i, reason) }
            : { app_version: '3.8.0' },
        ),
      );
      expect(finding!.scope.app_version).toBe('4.0.0');
      expect(finding!.causes[0]!.cause).toMatch(/^software\.app_/);
    }
  });

  it('a reader that reads nothing more, whose customers all swipe, is no fraud', () => {
    const records = readsOf(6, 12, ({ terminal_id }) => (terminal_id === 'T0' ? failed('mute') : {})).flatMap(
      (record, n) => {
        const read = { ...record, sale_id: `S${n}` } as Attempt;
        const swiped = { interface: 'magstripe', fallback: true, outcome: 'ok', reason: undefined } as const;
        return read.terminal_id === 'T0' ? [read, { ...read, ...swiped, time: read.time + 20_000 }] : [read];
      },
    );
    const [finding] = findingsIn(records);
    expect(finding!.scope).toEqual({ terminal_id: 'T0', interface: 'chip' });
    expect(finding!.causes[0]!.cause).toMatch(/^hardware\./);
  });
});

describe('What was lost', () => {
  it('is no more than what failed in the scope, and adds up one currency', () => {
    const records = readsOf(6, 12, ({ terminal_id, i, day }) => ({
      ...(terminal_id === 'T0' && day >= 5 ? mostly(i, 'mute') : {}),
      ...(i % 3 === 0 ? { currency: 'JPY', amount_minor: 900_000 } : {}),
    }));
    const [{ lost, failures }] = findingsIn(records) as [Finding];
    expect(lost.sales).toBeLessThanOrEqual(failures);
    expect(lost.currency).toBe('CNY');
    expect(lost.amount_minor).toBeLessThan(5000 * failures);
  });
});
