import type { Attempt } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { faultFeatures } from '../../src/finding/features.ts';
import { AttemptStore } from '../../src/log/attempt-store.ts';
import { readFrame } from '../../src/log/frame.ts';
import type { Fault } from '../../src/scene/scene.ts';
import { setScene } from '../../src/scene/scene.ts';

const MINUTE = 60_000;
const USUAL = new Float64Array(5).fill(0.02);

type Fields = { readonly [K in keyof Attempt]?: Attempt[K] | undefined };
type Part = Fields & { readonly at: number };

/** What a fault of one terminal tells that has struck every attempt that failed. `at` in minutes. */
function featuresOf(parts: readonly Part[], bounds: Fault['bounds'] = { terminal_id: [0] }) {
  const store = new AttemptStore();
  for (const [i, { at, ...rest }] of parts.entries()) {
    store.append({
      time: at * MINUTE,
      terminal_id: 'T1',
      interface: 'chip',
      outcome: 'ok',
      sale_id: `S${i}`,
      ...rest,
    } as Attempt);
  }
  const scene = setScene(readFrame(store));
  const rows = Int32Array.from({ length: scene.frame.length }, (_, row) => row);
  const fault: Fault = {
    kind: 'terminal',
    pattern: 'chip',
    rows,
    bounds,
    struck: rows,
    first: 0,
    last: rows.length - 1,
    over: false,
    rate: 0.3,
    blame: {
      rows: scene.failed,
      factor: new Float64Array(scene.failed.length).fill(50),
      share: new Float64Array(scene.failed.length).fill(0.98),
    },
    detected: 0,
    excess: scene.failed.length,
    logEvidence: 50,
    logPrior: -8,
  };
  return faultFeatures(scene, fault, USUAL);
}

/** Sixty sales, ten minutes apart, each with its own card and a reply; every third one is given these fields. */
const everyThird = (more: (i: number) => Fields): Part[] =>
  Array.from({ length: 60 }, (_, i) => ({
    at: 10 * i,
    card_ref: `c${i}`,
    bin: '622200',
    rtt_ms: 400,
    ...(i % 3 === 1 ? more(i) : {}),
  }));

const unread = { outcome: 'failed', card_ref: undefined, bin: undefined, rtt_ms: undefined } as const;

describe('a seat', () => {
  it.each([
    [{ bin: [0] }, 'issuer'],
    [{ bin: [0], model: [0] }, 'issuer_at_model'],
    [{ bin: [0], app_version: [0] }, 'release'],
    [{ app_version: [0], acquirer: [0] }, 'release_at_host'],
    [{ store_id: [0], app_version: [0] }, 'store'],
  ] as const)('of %j is %s', (bounds, seat) => {
    const others = { app_version: '2.0', bin: '623400', acquirer: 'B', model: 'M2' };
    const parts = everyThird(() => unread).map((part, i) => ({
      ...part,
      ...(i === 9 ? others : { app_version: '1.0', acquirer: 'A', model: 'M1' }),
    }));
    expect(featuresOf(parts, bounds)).toMatchObject({ seat });
  });

  it('cannot be told where all that it hangs on is the same in the whole log', () => {
    const parts = everyThird(() => unread).map((part) => ({ ...part, app_version: '1.0', acquirer: 'A' }));
    expect(featuresOf(parts, { app_version: [0], acquirer: [0] })).toMatchObject({
      seat: 'everywhere',
      change: 'none',
    });
  });
});

describe('failures without a reason', () => {
  it('came before the card was read where they carry no card and no reply', () => {
    expect(featuresOf(everyThird(() => unread))).toMatchObject({ read: 'no', answered: 'no' });
  });

  it('came after the answer where they carry both, and after the sale where nobody tries again', () => {
    const parts = everyThird(() => ({ outcome: 'failed' }));
    const triedAgain: Part[] = [700, 700.5].map((at, i) => ({
      ...parts[1]!,
      at,
      outcome: i ? 'ok' : 'failed',
      sale_id: 'R',
    }));
    expect(featuresOf([...parts, ...triedAgain])).toMatchObject({ read: 'yes', answered: 'yes', ended: 'mostly' });
    expect(featuresOf(parts).ended).toBe('unknown');
  });

  it('say nothing where the terminal never names a card nor a reply', () => {
    const silent = everyThird(() => unread).map((part) => ({
      ...part,
      card_ref: undefined,
      bin: undefined,
      rtt_ms: undefined,
    }));
    expect(featuresOf(silent)).toMatchObject({ read: 'unknown', answered: 'unknown', cards: 'unknown' });
  });

  it('leave it to the reasons where those are told', () => {
    expect(featuresOf(everyThird(() => ({ ...unread, reason: 'mute' })))).toMatchObject({
      read: 'unknown',
      answered: 'unknown',
      ended: 'unknown',
    });
  });

  it('are not the end of the sale where somebody tries again', () => {
    const again = everyThird(() => unread).flatMap((part, i) =>
      part.outcome === 'failed'
        ? [
            { ...part, sale_id: `again ${i}` },
            { ...part, at: part.at + 1, outcome: 'ok' as const, card_ref: `c${i}`, sale_id: `again ${i}` },
          ]
        : [part],
    );
    expect(featuresOf(again)).toMatchObject({ ended: 'seldom', retry: 'helps' });
  });
});

describe('whose cards fail', () => {
  it('is one card, or many', () => {
    expect(featuresOf(everyThird(() => ({ outcome: 'failed', card_ref: 'bad' }))).cards).toBe('one');
    expect(featuresOf(everyThird(() => ({ outcome: 'failed' }))).cards).toBe('many');
  });

  it('is some issuers where one range fails and the others do not', () => {
    const some = everyThird(() => ({ outcome: 'failed', bin: '621700' }));
    expect(featuresOf(some).issuers).toBe('some');
    expect(featuresOf(everyThird(() => ({ outcome: 'failed' }))).issuers).toBe('any');
  });
});

describe('when it fails', () => {
  it('is in bursts where bad sales follow each other, steady where they stand alone', () => {
    const burst = (i: number) => i % 30 < 8;
    const bursts = Array.from({ length: 120 }, (_, i) => ({ at: 10 * i, ...(burst(i) ? unread : {}) }));
    expect(featuresOf(bursts).rhythm).toBe('bursts');
    expect(featuresOf(everyThird(() => unread)).rhythm).toBe('steady');
  });

  it('is at the start of a shift where only the first hour after a pause fails', () => {
    const shifts = Array.from({ length: 6 }, (_, day) =>
      Array.from({ length: 48 }, (_, i) => ({
        at: day * 24 * 60 + 10 * i,
        ...(i < 4 ? unread : {}),
      })),
    ).flat();
    expect(featuresOf(shifts).shift).toBe('start');
    expect(featuresOf(everyThird(() => unread)).shift).toBe('anytime');
  });

  it('is at the start of a shift where the operator changes without a pause', () => {
    const change = Array.from({ length: 96 }, (_, i) => ({
      at: 10 * i,
      operator_id: `U${Math.floor(i / 24)}`,
      ...(i % 24 < 4 ? unread : {}),
    }));
    expect(featuresOf(change).shift).toBe('start');
  });
});

describe('a fallback', () => {
  it('is meant where nearly every sale whose chip failed is swiped', () => {
    const swiped = everyThird(() => unread).flatMap((part, i) =>
      part.outcome === 'failed'
        ? [
            { ...part, sale_id: `fall ${i}` },
            {
              ...part,
              at: part.at + 1,
              outcome: 'ok' as const,
              interface: 'magstripe' as const,
              fallback: true,
              sale_id: `fall ${i}`,
            },
          ]
        : [part],
    );
    expect(featuresOf(swiped).swiped).toBe('mostly');
    expect(featuresOf(everyThird(() => unread)).swiped).toBe('seldom');
    const stripes = everyThird(() => ({ outcome: 'failed', reason: 'lrc' })).map((part) => ({
      ...part,
      interface: 'magstripe' as const,
    }));
    expect(featuresOf(stripes).swiped).toBeUndefined();
  });
});

describe('a second try', () => {
  /** Each chip that failed is tried once more; every so many-th works then. */
  const triedAgain = (every: number): Part[] => {
    const first = everyThird(() => unread);
    const failed = first.filter((part) => part.outcome === 'failed');
    return first.flatMap((part) => {
      const nth = failed.indexOf(part);
      if (nth < 0) return [part];
      const sale_id = `again ${nth}`;
      const outcome = nth % every === 0 ? 'ok' : 'failed';
      return [
        { ...part, sale_id },
        { ...part, at: part.at + 1, outcome, sale_id },
      ];
    });
  };

  it('helps, works at times or is in vain', () => {
    expect(featuresOf(triedAgain(1)).retry).toBe('helps');
    expect(featuresOf(triedAgain(4)).retry).toBe('at_times');
    expect(featuresOf(triedAgain(100)).retry).toBe('in_vain');
  });
});

describe('the amounts of sales that failed', () => {
  const paid = (amount: number | undefined, failed: number | undefined) =>
    featuresOf(
      everyThird(() => ({ ...unread, amount_minor: failed })).map((part) => ({ amount_minor: amount, ...part })),
    ).amount;

  it('are large from three times those of the others on', () => {
    expect(paid(5000, 60_000)).toBe('large');
    expect(paid(5000, 14_000)).toBe('ordinary');
  });

  it('tell nothing where they are not known', () => {
    expect(paid(5000, undefined)).toBe('unknown');
    expect(paid(undefined, 5000)).toBe('unknown');
  });
});

describe('a version', () => {
  /** Failures at the acquirers A and B, which take turns, each at every so many-th attempt. */
  const at = (a: number, b: number): Part[] =>
    Array.from({ length: 120 }, (_, i) => ({
      at: 10 * i,
      acquirer: i % 2 === 0 ? 'A' : 'B',
      terminal_id: i % 2 === 0 ? 'T1' : 'T2',
      app_version: '2.0',
      outcome: Math.floor(i / 2) % (i % 2 === 0 ? a : b) === 0 ? 'failed' : 'ok',
    }));

  it('fails at every acquirer or at one', () => {
    expect(featuresOf(at(3, 4), { app_version: [0] }).hosts).toBe('several');
    expect(featuresOf(at(3, 60), { app_version: [0] }).hosts).toBe('one');
  });

  it('tells nothing of acquirers where it is bound to one already, or is no version’s', () => {
    expect(featuresOf(at(3, 4), { app_version: [0], acquirer: [0] }).hosts).toBe('unknown');
    expect(featuresOf(at(3, 4)).hosts).toBe('unknown');
  });
});
