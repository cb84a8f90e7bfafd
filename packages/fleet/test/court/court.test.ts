import type { Reason } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { cameBack } from '../../src/court/belongs.ts';
import { isReported } from '../../src/court/court.ts';
import { searchFaults } from '../../src/court/search.ts';
import type { ByHand } from '../hand.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

const HOUR = 3_600_000;
const others = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((terminal_id) => many(300, { terminal_id }, 25, {}));

/** A terminal of which from some attempt on every third fails, each for the same reason; null: for none that is told. */
const troubled = (failures: number, reason: 'mute' | null): ByHand[] => [
  ...many(200, { terminal_id: 'T' }, 25, {}),
  ...many(3 * failures, { terminal_id: 'T' }, 3, reason ? { reason } : {}),
];

const convicted = (attempts: readonly ByHand[], apart = HOUR / 20): readonly string[] => {
  const scene = sceneOf(attempts.map((attempt, i) => ({ ...attempt, time: i * apart })));
  const { value } = scene.frame.text.terminal_id;
  return searchFaults(scene, 0.05).faults.map(({ bounds }) => bounds.terminal_id?.map(value).join() ?? 'wide');
};

describe('The court', () => {
  it('convicts a terminal that begins to fail for one reason', () => {
    expect(convicted(inTurn(troubled(16, 'mute'), ...others))).toEqual(['T']);
  });

  it('convicts one that tells no reason by all patterns together', () => {
    expect(convicted(inTurn(troubled(12, null), ...others))).toEqual(['T']);
  });

  it('convicts no terminal on the word of bad cards found beside it', () => {
    const cards = Array.from({ length: 12 }, (_, c) => many(12, { terminal_id: 'A', card_ref: `bad${c}` }, 1)).flat();
    const besideCards = (failures: number) => convicted(inTurn(troubled(failures, 'mute'), ...others, cards));
    expect(besideCards(7)).not.toContain('T');
    expect(besideCards(14)).toContain('T');
  });

  it('convicts nobody where all fail alike', () => {
    expect(convicted(inTurn(...others))).toEqual([]);
  });

  /** Eight terminals that take ten ranges of cards; from the middle on the issuer of one declines half of them. */
  const closedRange = (reason: Reason): ByHand[] => {
    // Ordinary failures at different moments: together they would be a trouble of all.
    const at = (terminal_id: string, bin: string, phase: number, isClosed = false): ByHand[] =>
      Array.from({ length: 60 }, (_, i) => {
        const fails = (i + phase) % 25 === 0 || (isClosed && i >= 30 && i % 2 === 0);
        return { terminal_id, bin, ...(fails && { outcome: 'failed', reason }) };
      });
    const terminals = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    const ranges = ['622200', '622201', '622202', '622203', '622204', '622205', '622206', '622207', '622208'];
    return inTurn(
      ...terminals.flatMap((terminal, t) => [
        ...ranges.map((bin, k) => at(terminal, bin, 9 * t + 4 * k)),
        at(terminal, '623400', t, true),
      ]),
    );
  };

  it('convicts an issuer that begins to decline a range', () => {
    expect(convicted(closedRange('declined'))).toEqual(['wide']);
  });

  it('convicts a region whose swipes are declined from a day on, however its hosts say so', () => {
    const at = (terminal_id: string, region: string, every: number, seldom = 25): ByHand[] => {
      const swipe = { terminal_id, region, interface: 'magstripe' } as const;
      return [...many(60, swipe, seldom, {}), ...many(60, swipe, every, { reason: 'declined', code: 'iso39:57' })];
    };
    const closed = ['K', 'L', 'M'].map((terminal) => at(terminal, '440106', 1));
    const open = ['A', 'B', 'C', 'D', 'E', 'F'].map((terminal, i) => at(terminal, '310101', 21 + i, 29 - i));
    expect(convicted(inTurn(...closed, ...open))).toEqual(['wide']);
  });

  /** Terminals that cannot read the cards of a range: of one customer again and again, trying twice each time, of others once. */
  const strangeRange = (): ByHand[] => {
    const bin = '623400';
    const reason = 'no_application';
    const well = (terminal_id: string, i: number): ByHand => ({
      terminal_id,
      bin: `62220${i % 9}`,
      card_ref: `${terminal_id}w${i}`,
    });
    const once = (terminal_id: string) =>
      Array.from(
        { length: 300 },
        (_, i): ByHand =>
          i % 10 === 0
            ? { terminal_id, bin, card_ref: `${terminal_id}${i}`, outcome: 'failed', reason }
            : well(terminal_id, i),
      );
    const again = Array.from(
      { length: 300 },
      (_, i): ByHand =>
        i % 20 < 2
          ? { terminal_id: 'A', bin, card_ref: 'k', sale_id: `A${Math.floor(i / 20)}`, outcome: 'failed', reason }
          : well('A', i),
    );
    return inTurn(again, ...['B', 'C', 'D', 'E', 'F', 'G', 'H'].map(once));
  };

  it('accuses no customer whose card fails as all of its range do, however often he tries', () => {
    const scene = sceneOf(strangeRange());
    expect(searchFaults(scene, 0.05).faults.map(({ kind }) => kind)).toEqual(['bin']);
  });

  /** A terminal at which every third sale begins with a chip read that fails without its card, and every third of these goes on by stripe. */
  const goingOnWith = (cardOf: (sale: number) => string): readonly string[] => {
    const sales = Array.from({ length: 45 }, (_, i): ByHand[] => [
      { terminal_id: 'T', sale_id: `F${i}`, outcome: 'failed', reason: 'mute' },
      {
        terminal_id: 'T',
        sale_id: i % 3 === 0 ? `F${i}` : `M${i}`,
        interface: 'magstripe',
        card_ref: i % 3 === 0 ? cardOf(i) : `M${i}`,
      },
      { terminal_id: 'T', card_ref: `W${i}` },
      { terminal_id: 'T', card_ref: `V${i}` },
    ]);
    return convicted(inTurn([...many(200, { terminal_id: 'T' }, 25, {}), ...sales.flat()], ...others));
  };

  it('convicts a terminal where sales that fail turn out to be of many cards, and not where they are of one', () => {
    expect(goingOnWith((sale) => `C${sale}`)).toEqual(['T']);
    expect(goingOnWith(() => 'A')).not.toContain('T');
  });

  /** A terminal at which two customers try in vain, so many times each. */
  const triedBy = (one: number, other: number): readonly string[] => {
    const tries = (count: number, sale_id: string) => many(count, { terminal_id: 'T', sale_id }, 1, { reason: 'mute' });
    const well = (count: number) => many(count, { terminal_id: 'T' }, 25, {});
    const itself = [...well(150), ...tries(one, 'X'), ...tries(other, 'Y'), ...well(100)];
    return convicted(inTurn(itself, ...others), HOUR / 200);
  };

  it('convicts a terminal that failed two customers, though one of them tried most often, and none that failed one', () => {
    expect(triedBy(10, 6)).toEqual(['T']);
    expect(triedBy(16, 0)).toEqual([]);
  });

  /** A terminal at which four reads in a row fail near the end, and so many two days before. */
  const again = (before: number): readonly string[] => {
    const dead = (count: number) => many(count, { terminal_id: 'T' }, 1, { reason: 'mute' });
    const well = (count: number) => many(count, { terminal_id: 'T' }, 25, {});
    return convicted(inTurn([...well(100), ...dead(before), ...well(150), ...dead(4), ...well(15)], ...others));
  };

  it('finds where a trouble that was found struck once more, by less than would convict another', () => {
    expect(again(0)).toEqual([]);
    expect(again(60)).toEqual(['T', 'T']);
  });

  it('does not take a few more failures all the time for the trouble of one day', () => {
    const scene = sceneOf(inTurn(troubled(16, 'mute'), ...others));
    const day = faultAt(scene, { terminal_id: 'T' }, { rate: 0.98 });
    expect(cameBack(scene, { ...day, rate: 0.4 }, day)).toBe(true);
    expect(cameBack(scene, { ...day, rate: 0.017 }, day)).toBe(false);
  });

  /** A terminal whose chip reads fail from the 200th attempt on, and whose contactless reads do from so many on; or both, as a reader's do. */
  const twice = (
    chipFrom: number,
    contactlessFrom: number,
    [chip, contactless]: readonly [Reason, Reason],
  ): ByHand[] => {
    const reads = (face: 'chip' | 'contactless', from: number, reason: Reason) => [
      ...many(from, { terminal_id: 'T', interface: face }, 25, {}),
      ...many(400 - from, { terminal_id: 'T', interface: face }, 2, { reason }),
    ];
    return inTurn(reads('chip', chipFrom, chip), reads('contactless', contactlessFrom, contactless));
  };
  const elsewhere = others.map((list) =>
    inTurn(
      list,
      list.map((attempt) => ({ ...attempt, interface: 'contactless' })),
    ),
  );
  const patterns = (attempts: readonly ByHand[]): readonly string[] => {
    const scene = sceneOf(attempts.map((attempt, i) => ({ ...attempt, time: i * (HOUR / 40) })));
    return searchFaults(scene, 0.05)
      .faults.map(({ pattern }) => pattern)
      .sort();
  };

  it('tells a chip slot and an antenna that broke at different times from a reader', () => {
    expect(patterns(inTurn(twice(200, 320, ['bad_atr', 'rf_lost']), ...elsewhere))).toEqual(['chip', 'radio']);
  });

  it('convicts a reader whose interfaces fail together as one', () => {
    expect(patterns(inTurn(twice(260, 260, ['mute', 'no_response_rf']), ...elsewhere))).toEqual(['reader']);
  });

  /** Twelve terminals of one acquirer whose host is down for a while, and two of them with a trouble of their own later on. */
  it('ends an outage when it ended for all, whatever befell two of them afterwards', () => {
    const names = Array.from({ length: 12 }, (_, i) => `H${i}`);
    const host = { acquirer: 'a' };
    const down = { outcome: 'failed', reason: 'no_response' } as const;
    const phases = names.map((terminal_id, i) => [
      ...many(120, { terminal_id, ...host }, 25, { reason: 'pin_wrong' }),
      ...many(8, { terminal_id, ...host, ...down }),
      ...many(160, { terminal_id, ...host }, i < 2 ? 2 : 25, i < 2 ? down : { reason: 'pin_wrong' }),
    ]);
    const elsewhere = others.map((list) => list.map((attempt) => ({ ...attempt, acquirer: 'b' })));
    const scene = sceneOf(inTurn(...phases, ...elsewhere).map((attempt, i) => ({ ...attempt, time: i * (HOUR / 20) })));
    const { faults } = searchFaults(scene, 0.05);
    const wide = faults.filter(({ bounds }) => bounds.acquirer);
    expect(wide).toHaveLength(1);
    expect(wide[0]!.over).toBe(true);
    const lasted = scene.frame.time[wide[0]!.last]! - scene.frame.time[wide[0]!.first]!;
    expect(lasted).toBeLessThanOrEqual((8 * 20 * HOUR) / 20);
    const { value } = scene.frame.text.terminal_id;
    expect(faults.flatMap(({ bounds }) => bounds.terminal_id?.map(value) ?? []).sort()).toEqual(['H0', 'H1']);
  });

  /** Thirty terminals of which twelve, from the middle on, fail two thirds more often than before: a new version, or nothing else that is known. */
  const somewhatWorse = (name: 'firmware_version' | 'region', rest: ByHand): readonly string[] => {
    const terminals = Array.from({ length: 30 }, (_, i) => {
      const before = { terminal_id: `R${i}`, ...rest, [name]: 'a' };
      const after = i < 12 ? many(300, { ...before, [name]: 'b' }, 9, {}) : many(300, before, 15, {});
      return [...many(200, before, 15, {}), ...after];
    });
    const scene = sceneOf(inTurn(...terminals).map((attempt, i) => ({ ...attempt, time: i * (HOUR / 20) })));
    return searchFaults(scene, 0.05).faults.map(({ bounds }) => Object.keys(bounds).join());
  };

  it('convicts a version that is somewhat worse at many terminals, but no region', () => {
    expect(somewhatWorse('firmware_version', { region: '110105' })).toEqual(['firmware_version']);
    expect(somewhatWorse('region', { firmware_version: 'v' })).toEqual([]);
  });

  /** The cards that are accused where one is declined twelve times at eight terminals, for what the host's code says. */
  const accused = (code: string): number => {
    const declined = many(12, { card_ref: 'K' }, 1, { reason: 'declined', code }).map((one, i) => ({
      ...one,
      terminal_id: 'ABCDEFGH'[i % 8]!,
    }));
    const ordinary = others.map((terminal, t) =>
      terminal.map((one, i) => ({
        ...one,
        card_ref: `c${t}-${i}`,
        ...(one.outcome === 'failed' && { reason: 'declined' as const, code: 'iso39:51' }),
      })),
    );
    const scene = sceneOf(inTurn(declined, ...ordinary).map((attempt, i) => ({ ...attempt, time: i * (HOUR / 20) })));
    return searchFaults(scene, 0.05).faults.filter((fault) => isReported(scene, fault)).length;
  };

  it('accuses a card that has expired, and none whose holder has no money', () => {
    expect(accused('iso39:54')).toBe(1);
    expect(accused('iso39:51')).toBe(0);
  });
});
