import type { Attempt, CauseId, Scope } from '@duka/model';
import type { PlantedFault } from '@duka/sim';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../accuracy/matching.ts';
import { judge, knowFaults } from '../accuracy/matching.ts';

const HOUR = 3_600_000;

/** Failed reads, one an hour, each of the columns given. */
const failures = (count: number, columns: Partial<Attempt>, from = 0): Attempt[] =>
  Array.from({ length: count }, (_, i) => ({
    time: (from + i) * HOUR,
    terminal_id: 'T1',
    interface: 'chip',
    outcome: 'failed',
    ...columns,
  }));

/** A fault that caused those attempts of the log that `caused` picks, from the first of them to the last. */
function planted(scope: Scope, log: readonly Attempt[], caused: (attempt: Attempt) => boolean): PlantedFault {
  const attempts = log.flatMap((attempt, i) => (caused(attempt) ? [i] : []));
  const times = attempts.map((i) => log[i]!.time);
  return {
    cause: 'hardware.reader_module',
    scope,
    origin: 'planted',
    since: Math.min(...times),
    until: Math.max(...times),
    excess: attempts.length,
    attempts,
  };
}

const CAUSE: CauseId = 'hardware.reader_module';

const claim = (scope: Scope, time: Claim['time'] = { from: 0, to: Number.POSITIVE_INFINITY }): Claim => ({
  scope,
  time,
  detectedAt: null,
  causes: [{ cause: CAUSE, probability: 0.9 }],
  line: '',
});

const verdicts = (claims: readonly Claim[], truth: readonly PlantedFault[], log: readonly Attempt[]): string[] =>
  judge(claims, knowFaults(truth, log), log).map(({ verdict }) => verdict);

describe('whether what a method says is right', () => {
  const atOne = failures(10, { terminal_id: 'T1' });
  const elsewhere = failures(10, { terminal_id: 'T2' });
  const log = [...atOne, ...elsewhere];
  const fault = planted({ terminal_id: 'T1' }, log, ({ terminal_id }) => terminal_id === 'T1');

  it('is right about the fault’s own place, says it again the second time, and is wrong about another place', () => {
    const claims = [claim({ terminal_id: 'T1' }), claim({ terminal_id: 'T1' }), claim({ terminal_id: 'T2' })];
    expect(verdicts(claims, [fault], log)).toEqual(['right', 'again', 'wrong']);
  });

  it('is wrong about the right place at the wrong time', () => {
    const later = { from: 20 * HOUR, to: 30 * HOUR };
    const more = [...log, ...failures(10, { terminal_id: 'T1' }, 20)];
    expect(verdicts([claim({ terminal_id: 'T1' }, later)], [fault], more)).toEqual(['wrong']);
  });

  it('takes the time of the fault where the method says none', () => {
    const more = [...log, ...failures(30, { terminal_id: 'T1' }, 20)];
    expect(verdicts([claim({ terminal_id: 'T1' }, null)], [fault], more)).toEqual(['right']);
    expect(verdicts([claim({ terminal_id: 'T1' })], [fault], more)).toEqual(['wrong']);
  });

  it('is wrong where less than half of what it holds is the fault’s', () => {
    const wide = claim({ interface: 'chip' });
    expect(verdicts([wide], [fault], log)).toEqual(['right']);
    expect(verdicts([wide], [fault], [...log, ...failures(1, { terminal_id: 'T3' })])).toEqual(['wrong']);
  });

  it('does not know of a fault that failed twice', () => {
    const two = failures(2, { terminal_id: 'T1' });
    expect(verdicts([claim({ terminal_id: 'T1' })], [planted({ terminal_id: 'T1' }, two, () => true)], two)).toEqual([
      'wrong',
    ]);
  });
});

describe('whether pieces of a wide fault are right', () => {
  const terminals = ['T1', 'T2', 'T3', 'T4', 'T5'];
  const log = terminals.flatMap((terminal_id) => failures(10, { terminal_id, acquirer: 'A1' }));
  const fault = planted({ acquirer: 'A1' }, log, () => true);
  const pieces = terminals.map((terminal_id) => claim({ terminal_id }));

  it('is wrong to name one terminal of five', () => {
    expect(verdicts(pieces.slice(0, 1), [fault], log)).toEqual(['wrong']);
  });

  it('is right once, and again, where the pieces hold two fifths together', () => {
    expect(verdicts(pieces.slice(0, 2), [fault], log)).toEqual(['right', 'again']);
  });
});

describe('whether a finding about cards is right', () => {
  const log = ['C1', 'C2', 'C3', 'C4', 'C5'].flatMap((card_ref) => failures(4, { card_ref, sale_id: card_ref }));
  const ofCards = (...cards: string[]) =>
    planted({ card_ref: cards.length === 1 ? cards[0]! : cards }, log, ({ card_ref }) => cards.includes(card_ref!));

  it('is right about the one bad card and about no other', () => {
    const claims = [claim({ card_ref: 'C1' }), claim({ card_ref: 'C2' })];
    expect(verdicts(claims, [ofCards('C1')], log)).toEqual(['right', 'wrong']);
  });

  it('judges a list of cards by what they did', () => {
    const ring = ofCards('C1', 'C2', 'C3');
    expect(verdicts([claim({ card_ref: ['C1', 'C2'] })], [ring], log)).toEqual(['right']);
    expect(verdicts([claim({ card_ref: ['C3', 'C4', 'C5'] })], [ring], log)).toEqual(['wrong']);
  });

  it('knows the card of a failed read from a later attempt of its sale', () => {
    const unread = failures(4, { sale_id: 'S1' });
    const read: Attempt = {
      time: 9 * HOUR,
      terminal_id: 'T1',
      interface: 'magstripe',
      outcome: 'ok',
      sale_id: 'S1',
      card_ref: 'C9',
    };
    const all = [...unread, read];
    const fault = planted({ card_ref: ['C9', 'C8'] }, all, ({ outcome }) => outcome === 'failed');
    expect(verdicts([claim({ card_ref: ['C9', 'C7'] })], [fault], all)).toEqual(['right']);
  });
});

describe('whether a finding about a person is right', () => {
  it('takes the terminal of a cashier whom her records never name', () => {
    const log = failures(10, { terminal_id: 'T1' });
    const fault = planted({ operator_id: '07' }, log, () => true);
    expect(verdicts([claim({ terminal_id: 'T1' })], [fault], log)).toEqual(['right']);
  });
});
