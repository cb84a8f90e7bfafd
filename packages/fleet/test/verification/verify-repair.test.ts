import type { Attempt, Reason } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { AttemptStore, readFrame, verifyRepair } from '../../src/index.ts';
import { Random } from '../crossed/random.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 1, 16);
const SCOPE = { terminal_id: 'T0', interface: 'magstripe' } as const;
const REPAIRED = START + 20 * DAY;

type Story = {
  /** Share of reads that fail by the trouble, by day. */
  readonly struck: (day: number) => number;
  readonly days?: number;
  readonly complaint?: Reason;
  readonly readsADay?: number;
};

/** Five terminals; the first is in trouble. Ordinary failures are 3 % parity and 4 % declined. */
function frameOf({ struck, days = 40, complaint = 'partial', readsADay = 8 }: Story, random: Random) {
  const attempts: Attempt[] = [];
  for (let terminal = 0; terminal < 5; terminal++) {
    for (let day = 0; day < days; day++) {
      for (let read = 0; read < readsADay; read++) {
        const time = START + day * DAY + ((read + random.unit()) / readsADay) * DAY;
        const chance = random.unit();
        const ordinary = chance < 0.03 ? 'parity' : chance < 0.07 ? 'declined' : null;
        const reason = terminal === 0 && random.unit() < struck(day) ? complaint : ordinary;
        attempts.push({
          time,
          terminal_id: `T${terminal}`,
          interface: 'magstripe',
          outcome: reason ? 'failed' : 'ok',
          ...(reason && { reason }),
        });
      }
    }
  }
  const store = new AttemptStore();
  store.update(attempts);
  return readFrame(store);
}

const until = (day: number, share: number) => (at: number) => (at >= 8 && at < day ? share : 0);

describe('verifying a repair', () => {
  it('is right about repairs that helped and repairs that did not, over troubles of any strength', () => {
    const random = new Random(17);
    const runs = 50;
    let doubted = 0;
    let believed = 0;
    let decided = 0;
    for (let run = 0; run < runs; run++) {
      const share = random.between(0.15, 0.8);
      const helped = verifyRepair(frameOf({ struck: until(20, share) }, random), SCOPE, { repairedAt: REPAIRED });
      const vain = verifyRepair(frameOf({ struck: until(99, share) }, random), SCOPE, { repairedAt: REPAIRED });
      if (helped.verdict === 'not_recovered') doubted++;
      if (vain.verdict === 'recovered') believed++;
      if (helped.verdict === 'recovered') decided++;
    }
    expect(doubted / runs).toBeLessThan(0.13);
    expect(believed / runs).toBeLessThan(0.05);
    expect(decided / runs).toBeGreaterThan(0.8);
  });

  it('finds by itself since when it failed', () => {
    const random = new Random(5);
    const answer = verifyRepair(frameOf({ struck: until(20, 0.4) }, random), SCOPE, { repairedAt: REPAIRED });
    if (answer.verdict === null) throw new Error('no trouble was found');
    expect(Math.abs(answer.before.since - (START + 8 * DAY))).toBeLessThan(1.5 * DAY);
    expect(answer.before.until).toBe(REPAIRED);
    expect(answer.before.failures).toBeGreaterThan(2 * answer.before.expectedFailures);
    expect(answer.decidedAt).toBeGreaterThan(REPAIRED);
  });

  it('never takes silence for success', () => {
    const frame = frameOf({ struck: until(20, 0.5), days: 20 }, new Random(6));
    const answer = verifyRepair(frame, SCOPE, { repairedAt: REPAIRED });
    expect(answer).toMatchObject({ verdict: 'more_reads', after: { reads: 0, failures: 0 } });
    if (answer.verdict === null) throw new Error('no trouble was found');
    expect(answer.more!.fewest).toBeGreaterThan(4);
    expect(answer.more!.mean!).toBeGreaterThanOrEqual(answer.more!.fewest);
  });

  it('does not hold ordinary refusals after the repair against it', () => {
    const random = new Random(7);
    const frame = frameOf({ struck: until(20, 0.5) }, random);
    const answer = verifyRepair(frame, SCOPE, { repairedAt: REPAIRED });
    expect(answer.verdict).toBe('recovered');
  });

  it('does not say recovered where reads now fail in another way', () => {
    const random = new Random(9);
    const store = new AttemptStore();
    for (let i = 0; i < 400; i++) {
      const after = i >= 200;
      const ill = i >= 100 && random.unit() < (after ? 0.9 : 0.6);
      store.append({
        time: START + i * 60 * MINUTE,
        terminal_id: 'T0',
        interface: 'magstripe',
        outcome: ill ? 'failed' : 'ok',
        ...(ill && { reason: after ? 'link_down' : 'partial' }),
      });
    }
    const answer = verifyRepair(readFrame(store), SCOPE, { repairedAt: START + 200 * 60 * MINUTE });
    expect(answer.verdict).not.toBe('recovered');
  });

  it('counts a customer who tries again and again once', () => {
    const store = new AttemptStore();
    const add = (minute: number, outcome: 'ok' | 'failed', card: string) =>
      store.append({
        time: START + minute * MINUTE,
        terminal_id: 'T0',
        interface: 'magstripe',
        outcome,
        card_ref: card,
      });
    for (let i = 0; i < 30; i++) add(i * 20, i % 2 ? 'ok' : 'failed', `a${i}`);
    for (let i = 0; i < 12; i++) add(1000 + i * 2, 'failed', 'b');
    add(1100, 'ok', 'c');
    const answer = verifyRepair(readFrame(store), SCOPE, { repairedAt: START + 900 * MINUTE, since: START });
    expect(answer).toMatchObject({ verdict: 'more_reads', after: { reads: 2, failures: 1 }, before: { reads: 30 } });
  });

  it('takes the same number of a sale at another terminal for another sale', () => {
    const store = new AttemptStore();
    for (let i = 0; i < 100; i++)
      for (let terminal = 0; terminal < 5; terminal++)
        store.append({
          time: START + i * 7 * MINUTE,
          terminal_id: `T${terminal}`,
          sale_id: `${i}`,
          interface: 'magstripe',
          outcome: i % 5 === 0 ? 'failed' : 'ok',
        });
    const repair = { repairedAt: START + 50 * 7 * MINUTE, since: START };
    const answer = verifyRepair(readFrame(store), { interface: 'magstripe' }, repair);
    expect(answer).toMatchObject({ before: { reads: 250, failures: 50 }, after: { reads: 250, failures: 50 } });
  });

  it.each([
    ['a mild trouble', 14, 0],
    ['one whose reason an ordinary read seldom gives', 20, 1],
  ])('believes a repair of %s after 500 good reads', (_, one, other) => {
    const store = new AttemptStore();
    for (let i = 0; i < 1500; i++)
      for (const terminal of ['T0', 'T1', 'T2']) {
        const isIll = terminal === 'T0' && i >= 500 && i < 1000 && i % one === other;
        store.append({
          time: START + i * 20 * MINUTE,
          terminal_id: terminal,
          interface: 'magstripe',
          outcome: isIll ? 'failed' : 'ok',
          ...(isIll && { reason: 'partial' }),
        });
      }
    const at = (read: number) => START + read * 20 * MINUTE;
    const answer = verifyRepair(readFrame(store), SCOPE, { repairedAt: at(1000), since: at(500) });
    expect(answer.verdict).toBe('recovered');
  });

  it('knows no rate of a code that is called as something of every object', () => {
    const store = new AttemptStore();
    for (let i = 0; i < 200; i++)
      store.append({
        time: START + i * 20 * MINUTE,
        terminal_id: 'T0',
        interface: 'magstripe',
        ...((i < 100 && i % 3 === 0) || i === 101 ? { outcome: 'failed', code: 'constructor' } : { outcome: 'ok' }),
      });
    const repair = { repairedAt: START + 100 * 20 * MINUTE, since: START };
    const answer = verifyRepair(readFrame(store), SCOPE, repair);
    expect(answer).toMatchObject({ verdict: 'recovered', before: { failures: 34, alike: 34 } });
  });

  it('says what is missing', () => {
    const frame = frameOf({ struck: () => 0 }, new Random(10));
    expect(verifyRepair(frame, { terminal_id: 'T9' }, { repairedAt: REPAIRED })).toEqual({
      verdict: null,
      missing: 'attempts',
    });
    expect(verifyRepair(frame, SCOPE, { repairedAt: REPAIRED })).toEqual({ verdict: null, missing: 'trouble' });
    expect(verifyRepair(frame, SCOPE, { repairedAt: START - DAY })).toEqual({ verdict: null, missing: 'trouble' });
  });
});
