import type { Reason } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { joinPieces } from '../../src/finding/merge.ts';
import type { Fault, Scene } from '../../src/scene/scene.ts';
import type { ByHand } from '../hand.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

const NETWORK = { stage: 'online', reason: 'no_response' } as const;

/** Two terminals of a version fail, the first every second time, the other one less often; one of another version does not. */
const failingVersion = (every: number) =>
  sceneOf(
    inTurn(
      many(60, { terminal_id: 'T1', app_version: '2' }, 2),
      many(60, { terminal_id: 'T2', app_version: '2' }, every),
      many(60, { terminal_id: 'T3', app_version: '1' }),
    ),
  );

describe('One fault, one finding', () => {
  /** A terminal that fails every third time, is well, and fails every third time again. */
  const twice = (once: ByHand, again: ByHand) =>
    sceneOf([...many(30, {}, 3, once), ...many(60, {}), ...many(30, {}, 3, again)]);
  const episodesOf = (scene: Scene): readonly Fault[] => {
    const whole = faultAt(scene, { terminal_id: 'T1' });
    return [0, 90].map((from) => {
      const rows = whole.blame.rows.filter((row) => row >= from && row < from + 30);
      return {
        ...whole,
        blame: { rows, factor: new Float64Array(rows.length).fill(9), share: new Float64Array(rows.length).fill(1) },
        first: rows[0]!,
        last: rows[rows.length - 1]!,
        excess: rows.length,
      };
    });
  };

  it('joins two episodes of the same trouble at one terminal', () => {
    const scene = twice({ reason: 'mute' }, { reason: 'mute' });
    const joined = joinPieces(scene, episodesOf(scene));
    expect(joined.map(({ first, last, excess }) => [first, last, excess])).toEqual([[0, 117, 20]]);
    expect(joined[0]!.blame.rows).toEqual(faultAt(scene, { terminal_id: 'T1' }).blame.rows);
  });

  it('leaves apart a line that was down, and one that is weak later', () => {
    const scene = twice({ stage: 'online', reason: 'link_down' }, { stage: 'online', reason: 'link_lost' });
    expect(joinPieces(scene, episodesOf(scene))).toHaveLength(2);
  });

  it('leaves two terminals apart that fail alike', () => {
    const scene = sceneOf(inTurn(many(60, { terminal_id: 'T1' }, 3), many(60, { terminal_id: 'T2' }, 3)));
    const faults = ['T1', 'T2'].map((terminal_id) => faultAt(scene, { terminal_id }));
    expect(joinPieces(scene, faults)).toEqual(faults);
  });

  it.each([
    [0.98, 1],
    [0.5, 2],
  ])('takes what else fails where a share of %d fails for %d', (rate, findings) => {
    const down = many(4, { interface: 'contactless' }, 1, { stage: 'online', reason: 'link_down' });
    const paper = many(1, { interface: 'contactless' }, 1, { reason: 'paper_out' });
    const well = many(50, { interface: 'contactless' });
    const scene = sceneOf([...well, ...Array.from({ length: 10 }, () => [...down, ...paper]).flat(), ...well]);
    const whole = faultAt(scene, { terminal_id: 'T1' }, { over: true });
    const blamed = (pattern: Fault['pattern'], isIts: (at: number) => boolean): Fault => {
      const rows = whole.blame.rows.filter((_, at) => isIts(at));
      const blame = { rows, factor: rows.map(() => 50), share: rows.map(() => 1) };
      const all = { factor: Float64Array.from(blame.factor), share: Float64Array.from(blame.share) };
      return {
        ...whole,
        pattern,
        rate,
        excess: rows.length,
        first: rows[0]!,
        last: rows.at(-1)!,
        blame: { rows, ...all },
      };
    };
    const faults = [blamed('link', (at) => at % 5 !== 4), blamed('print', (at) => at % 5 === 4)];
    // Neither begins nor ends with it: when the lesser of two began is often misjudged.
    const lesser = { ...faults[1]!, first: 0, over: false };
    expect(joinPieces(scene, [{ ...faults[0]!, last: whole.last }, lesser])).toHaveLength(findings);
  });

  it('leaves apart what fails meanwhile where a fault does not strike, though it lets no swipe through', () => {
    const swipe = { interface: 'magstripe' } as const;
    const refused = many(1, swipe, 1, { reason: 'chip_required' });
    const printing = [{ reason: 'paper_out', outcome: 'failed' } as const, {}, {}];
    const scene = sceneOf([
      ...many(30, {}),
      ...Array.from({ length: 12 }, () => [...refused, ...printing]).flat(),
      ...many(30, {}),
    ]);
    const isSwipe = (row: number): boolean => scene.face[row] === INTERFACES.indexOf('magstripe');
    const whole = faultAt(scene, { terminal_id: 'T1' });
    const faults = (['stripe_refused', 'print'] as const).map((pattern): Fault => {
      const isIts = (row: number): boolean => isSwipe(row) === (pattern === 'stripe_refused');
      const rows = whole.blame.rows.filter(isIts);
      const ones = new Float64Array(rows.length).fill(1);
      return {
        ...whole,
        pattern,
        rate: isSwipe(rows[0]!) ? 0.98 : 0.33,
        struck: whole.struck.filter(isIts),
        excess: rows.length,
        blame: { rows, factor: ones.map(() => 50), share: ones },
      };
    });
    expect(joinPieces(scene, faults)).toHaveLength(2);
  });

  describe('of terminals that stop altogether', () => {
    const KEYS = { stage: 'online', reason: 'mac_error' } as const;
    /** Each is well, stops at its own time for so many attempts, and is well again. */
    const stopping = (...terminals: readonly { readonly at: number; readonly reason?: Reason }[]) => {
      const scene = sceneOf(
        inTurn(
          ...terminals.map(({ at, reason }, i) => {
            const terminal = { terminal_id: `T${i}`, interface: 'contactless' as const };
            const failure = reason ? { stage: 'online' as const, reason } : KEYS;
            return [...many(at, terminal), ...many(20, terminal, 1, failure), ...many(900 - at, terminal)];
          }),
        ),
      );
      const faults = terminals.map((_, i) => faultAt(scene, { terminal_id: `T${i}` }, { rate: 0.98, over: true }));
      return joinPieces(scene, faults).map(({ bounds }) => bounds.terminal_id!.length);
    };

    it('at one moment for one reason is one', () => {
      expect(stopping({ at: 100 }, { at: 100 }, { at: 100 })).toEqual([3]);
    });

    it('at one moment in a shop that has no others is the shop', () => {
      const shop = (...others: readonly ByHand[]) => {
        const at = (terminal_id: string): ByHand[] => [
          ...many(100, { terminal_id, store_id: 'S' }),
          ...many(60, { terminal_id, store_id: 'S' }, 1, { reason: 'mac_error' }),
          ...many(100, { terminal_id, store_id: 'S' }),
        ];
        const scene = sceneOf([...inTurn(at('A'), at('B')), ...others]);
        const faults = ['A', 'B'].map((terminal_id) =>
          faultAt(scene, { terminal_id }, { pattern: 'keys', rate: 0.95, over: true }),
        );
        return joinPieces(scene, faults).map(({ bounds }) => Object.keys(bounds));
      };
      expect(shop()).toEqual([['store_id']]);
      expect(shop(...many(20, { terminal_id: 'C', store_id: 'S' }))).toEqual([['terminal_id']]);
    });

    it('at other moments is several', () => {
      expect(stopping({ at: 100 }, { at: 100 }, { at: 600 })).toEqual([2, 1]);
    });

    it('for other reasons is several', () => {
      expect(stopping({ at: 100 }, { at: 100, reason: 'link_down' })).toEqual([1, 1]);
    });
  });

  it('takes a terminal of a failing version for a piece of it, though it is struck harder', () => {
    const scene = failingVersion(3);
    const release = faultAt(scene, { app_version: '2' });
    const joined = joinPieces(scene, [release, faultAt(scene, { terminal_id: 'T1' })]);
    expect(joined.map(({ bounds }) => bounds)).toEqual([release.bounds]);
  });

  /** Twenty terminals of a version that fails swipes; of chip reads, all fail now and then, and the first's every second time. */
  const swipesAndOneChip = (everyOfFirst: number) => {
    const names = Array.from({ length: 20 }, (_, i) => `T${i}`);
    const at = (terminal_id: string, every: number) => [
      ...many(40, { terminal_id, app_version: '2', interface: 'magstripe' }, 2, { reason: 'partial' }),
      ...many(40, { terminal_id, app_version: '2' }, every),
    ];
    return sceneOf(inTurn(...names.map((name, i) => at(name, i === 0 ? everyOfFirst : 40))));
  };

  it('leaves a terminal apart whose chip fails many times as often as the version’s chip does', () => {
    const [far, near] = [2, 8].map((every) => {
      const scene = swipesAndOneChip(every);
      const chip = (row: number) => scene.face[row] === INTERFACES.indexOf('chip');
      const terminal = faultAt(scene, { terminal_id: 'T0' });
      const rows = terminal.blame.rows.filter(chip);
      const ones = new Float64Array(rows.length).fill(1);
      const piece = {
        ...terminal,
        struck: terminal.struck.filter(chip),
        blame: { rows, factor: ones, share: ones },
        excess: rows.length,
      };
      return joinPieces(scene, [faultAt(scene, { app_version: '2' }), piece]).length;
    });
    expect({ far, near }).toEqual({ far: 2, near: 1 });
  });

  it('takes a terminal for a piece of a wider fault that is found after it', () => {
    const scene = failingVersion(3);
    const release = faultAt(scene, { app_version: '2' });
    const joined = joinPieces(scene, [faultAt(scene, { terminal_id: 'T1' }), release]);
    expect(joined.map(({ bounds }) => bounds)).toEqual([release.bounds]);
  });

  it('does not take a terminal for a piece of a wider fault that did less', () => {
    const scene = failingVersion(15);
    const release = faultAt(scene, { app_version: '2' });
    const rows = release.blame.rows.filter((row) => scene.frame.text.terminal_id.codes[row] !== 0);
    const share = new Float64Array(rows.length).fill(1);
    const blame = { rows, factor: share, share };
    const faults = [faultAt(scene, { terminal_id: 'T1' }), { ...release, blame, excess: rows.length }];
    expect(joinPieces(scene, faults)).toHaveLength(2);
  });

  it('nor of one that strikes a single one of the interfaces that fail there for no reason told', () => {
    const all = (terminal_id: string, every: number) =>
      inTurn(
        ...(['chip', 'contactless', 'qr'] as const).map((face) =>
          many(60, { terminal_id, app_version: '2', interface: face }, face === 'chip' ? 2 : every, {}),
        ),
      );
    const scene = sceneOf(inTurn(all('T1', 2), all('T2', 0), all('T3', 0)));
    const onChip = (fault: ReturnType<typeof faultAt>) => {
      const rows = fault.blame.rows.filter((row) => scene.face[row] === 0);
      const share = new Float64Array(rows.length).fill(1);
      return {
        ...fault,
        struck: fault.struck.filter((row) => scene.face[row] === 0),
        blame: { rows, factor: share, share },
      };
    };
    const release = onChip(faultAt(scene, { app_version: '2' }));
    const faults = [faultAt(scene, { terminal_id: 'T1' }), { ...release, excess: 100 }];
    expect(joinPieces(scene, faults)).toHaveLength(2);
  });

  it('keeps a terminal that leaves its version out apart from a release that fails chip reads, where most of what fails there is read otherwise', () => {
    const pieces = (others: number): number => {
      const silent = inTurn(
        ...(['chip', 'contactless', 'qr'] as const).map((face) =>
          many(60, { terminal_id: 'T1', interface: face }, face === 'chip' ? 2 : others, {}),
        ),
      );
      const release = ['T2', 'T3'].map((terminal_id) => many(180, { terminal_id, app_version: '2' }, 2, {}));
      const scene = sceneOf(inTurn(silent, ...release));
      return joinPieces(
        scene,
        [{ app_version: '2' }, { terminal_id: 'T1' }].map((where) => faultAt(scene, where)),
      ).length;
    };
    expect(pieces(2)).toBe(2);
    expect(pieces(30)).toBe(1);
  });

  /** A terminal that does not tell its version fails in the first so many of 120 minutes; those that tell it fail in the second hour. */
  const silent = (until: number) => {
    const scene = sceneOf(
      inTurn(
        [...many(until, { terminal_id: 'T1' }, 2), ...many(120 - until, { terminal_id: 'T1' })],
        [...many(60, { terminal_id: 'T2', app_version: '2' }), ...many(60, { terminal_id: 'T2', app_version: '2' }, 2)],
        [...many(60, { terminal_id: 'T3', app_version: '2' }), ...many(60, { terminal_id: 'T3', app_version: '2' }, 2)],
      ).map((attempt, i) => ({ ...attempt, time: i * 600_000 })),
    );
    const faults = [faultAt(scene, { app_version: '2' }), { ...faultAt(scene, { terminal_id: 'T1' }), over: true }];
    return joinPieces(scene, faults);
  };

  it('takes a terminal that leaves its version out for a piece of the release that it failed before', () => {
    expect(silent(58)).toHaveLength(1);
  });

  it('leaves it apart where it was well again long before the release came', () => {
    expect(silent(20)).toHaveLength(2);
  });

  /** Two patterns at one terminal that tells no reasons: the second on other interfaces, so many attempts later. */
  const untold = (later: number) => {
    const scene = sceneOf(
      inTurn(
        many(300, { interface: 'chip' }, 3, {}),
        [...many(later, { interface: 'contactless' }), ...many(300 - later, { interface: 'contactless' }, 3, {})],
        [...many(later, { interface: 'magstripe' }), ...many(300 - later, { interface: 'magstripe' }, 3, {})],
      ),
    );
    const whole = faultAt(scene, { terminal_id: 'T1' });
    const half = (odd: number) => {
      const of = (list: Int32Array) => list.filter((_, i) => i % 2 === odd);
      const rows = of(whole.blame.rows);
      const share = new Float64Array(rows.length).fill(1);
      return { ...whole, blame: { rows, factor: share, share }, excess: rows.length };
    };
    const first = half(0);
    const later_ = half(1);
    const rows = later_.blame.rows.filter((row) => row >= later * 3);
    const share = new Float64Array(rows.length).fill(1);
    const second = { ...later_, pattern: 'print' as const, first: rows[0]!, blame: { rows, factor: share, share } };
    return joinPieces(scene, [first, second]);
  };

  it('joins two patterns at a terminal that tells no reasons, where they began together', () => {
    expect(untold(0)).toHaveLength(1);
  });

  it('leaves them apart where one began later', () => {
    expect(untold(100)).toHaveLength(2);
  });

  /** A terminal at which both interfaces fail from the same time on, chip reads every second time, contactless ones so often. */
  const together = (every: number) => {
    const scene = sceneOf(
      inTurn(
        [...many(100, { interface: 'chip' }), ...many(300, { interface: 'chip' }, 2)],
        [
          ...many(100, { interface: 'contactless' }),
          ...many(300, { interface: 'contactless' }, every, { outcome: 'cancelled', reason: 'cancelled_by_operator' }),
        ],
      ),
    );
    const whole = faultAt(scene, { terminal_id: 'T1' });
    const on = (face: number) => {
      const rows = whole.blame.rows.filter((row) => scene.face[row] === face);
      const share = new Float64Array(rows.length).fill(1);
      const blame = { rows, factor: share, share };
      return { ...whole, first: rows[0]!, last: rows.at(-1)!, blame, excess: rows.length };
    };
    return joinPieces(scene, [on(0), { ...on(1), pattern: 'removed_early' as const }]);
  };

  it('joins a lesser trouble that comes and goes with a greater one at the same place', () => {
    expect(together(6)).toHaveLength(1);
  });

  it('leaves apart two that are about as great', () => {
    expect(together(3)).toHaveLength(2);
  });

  it('takes the pattern of a piece that did more and strikes more interfaces', () => {
    const scene = sceneOf(inTurn(many(300, { interface: 'contactless' }, 6), many(300, { interface: 'chip' }, 3)));
    const whole = faultAt(scene, { terminal_id: 'T1' });
    const lesser = { ...whole, pattern: 'tap_rules', excess: 50 } as const;
    const [joined] = joinPieces(scene, [lesser, { ...whole, pattern: 'card_data', excess: 100 }]);
    expect(joined!.pattern).toBe('card_data');
    const [same] = joinPieces(scene, [
      { ...whole, pattern: 'card_data', excess: 50 },
      { ...lesser, excess: 100 },
    ]);
    expect(same!.pattern).toBe('card_data');
  });

  it('keeps a terminal of a failing version that fails for another reason', () => {
    const scene = sceneOf(
      inTurn(
        many(60, { terminal_id: 'T1', app_version: '2' }, 3, { reason: 'removed_early' }),
        many(60, { terminal_id: 'T2', app_version: '2' }, 3, { reason: 'bad_atr' }),
        many(60, { terminal_id: 'T3', app_version: '2' }, 3, { reason: 'bad_atr' }),
      ),
    );
    const release = faultAt(scene, { app_version: '2' });
    const own = release.blame.rows.filter((row) => scene.frame.text.terminal_id.codes[row] !== 0);
    const share = new Float64Array(own.length).fill(1);
    const blame = { rows: own, factor: share, share };
    const faults = [{ ...release, blame, excess: own.length }, faultAt(scene, { terminal_id: 'T1' })];
    expect(joinPieces(scene, faults)).toEqual(faults);
  });

  it('takes one for a piece of it whose failures are its work already, for whatever reasons they give', () => {
    const scene = sceneOf(
      inTurn(
        many(60, { terminal_id: 'T1', app_version: '2' }, 3, { reason: 'removed_early' }),
        ...['T2', 'T3', 'T4', 'T5', 'T6'].map((terminal_id) =>
          many(60, { terminal_id, app_version: '2' }, 3, { reason: 'bad_atr' }),
        ),
      ),
    );
    const release = faultAt(scene, { app_version: '2' });
    expect(joinPieces(scene, [release, faultAt(scene, { terminal_id: 'T1' })])).toHaveLength(1);
  });

  it('keeps one apart that fails many times as often, though its failures are its work already', () => {
    const scene = sceneOf(
      inTurn(
        many(60, { terminal_id: 'T1', app_version: '2' }, 2, { reason: 'removed_early' }),
        ...['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'].map((terminal_id) =>
          many(300, { terminal_id, app_version: '2' }, 15, { reason: 'bad_atr' }),
        ),
      ),
    );
    const release = faultAt(scene, { app_version: '2' });
    const terminal = faultAt(scene, { terminal_id: 'T1' });
    expect(terminal.rate).toBeGreaterThan(5 * release.rate);
    expect(joinPieces(scene, [release, terminal])).toHaveLength(2);
  });

  /** A cashier whose chip and other reads begin to fail at about the same time. */
  const cashier = (other: 'contactless' | 'magstripe', reasons: readonly [Reason, Reason]) => {
    const reads = (face: 'chip' | 'contactless' | 'magstripe', reason: Reason) =>
      many(60, { store_id: 'S', operator_id: '01', interface: face }, 3, { reason });
    const scene = sceneOf(inTurn(reads('chip', reasons[0]), reads(other, reasons[1])));
    const onFace = (face: string, pattern: Fault['pattern']): Fault => {
      const operator = scene.attributes.operator[0]!;
      const rows = Int32Array.from({ length: scene.frame.length }, (_, row) => row);
      const failed = scene.failed.filter((row) => scene.face[row] === INTERFACES.indexOf(face as 'chip'));
      const share = new Float64Array(failed.length).fill(1);
      const whole = faultAt(scene, { store_id: 'S' });
      return {
        ...whole,
        kind: 'operator',
        bounds: { operator: [operator] },
        pattern,
        rows,
        struck: rows.filter((row) => scene.face[row] === INTERFACES.indexOf(face as 'chip')),
        blame: { rows: failed, factor: share, share },
        excess: failed.length,
      };
    };
    const pattern = other === 'magstripe' ? 'stripe' : 'radio';
    return joinPieces(scene, [onFace('chip', 'removed_early'), onFace(other, pattern)]);
  };

  it('takes what a cashier does wrong with chip and tap for one habit', () => {
    expect(cashier('contactless', ['removed_early', 'rf_lost'])).toHaveLength(1);
  });

  it('leaves apart what she does wrong with the stripe', () => {
    expect(cashier('magstripe', ['removed_early', 'parity'])).toHaveLength(2);
  });

  it('knows a cashier again at a terminal that names the merchant but not the store', () => {
    const habit = { reason: 'removed_early' } as const;
    const scene = sceneOf(
      inTurn(
        many(60, { terminal_id: 'T1', merchant_id: 'M', store_id: 'S', operator_id: '07' }, 3, habit),
        many(60, { terminal_id: 'T2', merchant_id: 'M', operator_id: '07' }, 3, habit),
        many(60, { terminal_id: 'T3', merchant_id: 'N', operator_id: '07' }, 3, habit),
      ),
    );
    const cashiers = [0, 1, 2].map((at) => {
      const operator = scene.attributes.operator[at]!;
      return {
        ...faultAt(scene, { terminal_id: `T${at + 1}` }),
        kind: 'operator',
        bounds: { operator: [operator] },
      } as const;
    });
    const joined = joinPieces(scene, cashiers);
    expect(joined.map(({ bounds, excess }) => [bounds, excess])).toEqual([
      [cashiers[0]!.bounds, 40],
      [cashiers[2]!.bounds, 20],
    ]);
  });

  it('names the ranges of one bank whose issuer is out together', () => {
    const scene = sceneOf(
      inTurn(
        many(40, { terminal_id: 'T1', bin: '622200' }, 2, NETWORK),
        many(40, { terminal_id: 'T2', bin: '622201' }, 2, NETWORK),
        many(40, { terminal_id: 'T3', bin: '622202' }),
      ),
    );
    const faults = ['622200', '622201'].map((bin) => faultAt(scene, { bin }, { pattern: 'issuer' }));
    const joined = joinPieces(scene, faults);
    expect(joined.map(({ bounds, excess }) => [bounds, excess])).toEqual([[{ bin: [0, 1] }, 40]]);
  });

  /** Two ranges fail twice an hour while their issuer is out, one for twelve hours; with the other nobody comes after five, or all goes well. */
  const issuerOut = (well: number) => {
    const HOUR = 3_600_000;
    const range = (bin: string, every: number, hours: number) =>
      Array.from({ length: Math.floor((hours * HOUR) / every) }, (_, i) => ({
        time: i * every,
        terminal_id: `T${bin}`,
        bin,
        outcome: 'failed' as const,
        ...NETWORK,
      }));
    const scene = sceneOf([
      ...range('622200', HOUR / 2, 12),
      ...range('622201', HOUR / 2, 5),
      ...many(well, { time: 8 * HOUR, bin: '622201' }),
      ...many(200, { time: 20 * HOUR, bin: '622200' }),
      ...many(200, { time: 20 * HOUR, bin: '622201' }),
    ]);
    const over = { pattern: 'issuer', over: true, rate: 0.8 } as const;
    return { scene, faults: ['622200', '622201'].map((bin) => faultAt(scene, { bin }, over)) };
  };

  it('names ranges of one bank together although nobody came with the one of them near the end', () => {
    const { scene, faults } = issuerOut(0);
    expect(joinPieces(scene, faults).map(({ bounds }) => bounds)).toEqual([{ bin: [0, 1] }]);
  });

  it('leaves a range apart with which all was well again before the others', () => {
    const { scene, faults } = issuerOut(8);
    expect(joinPieces(scene, faults)).toHaveLength(2);
  });

  /** Two issuers that fail with the same parameters from the same time on; the second seems to be over after so many of 90 attempts, or to begin so late. */
  const issuers = (over: number, late = 0) => {
    const scene = sceneOf(
      inTurn(
        ...['622200', '622201'].map((bin) => many(90, { terminal_id: `T${bin}`, bin, param_version: 'P1' }, 2)),
        many(90, { terminal_id: 'T', bin: '622202', param_version: 'P1' }),
      ).map((attempt, i) => ({ ...attempt, time: i * 20 * 60_000 })),
    );
    const [first, second] = ['622200', '622201'].map((bin) => faultAt(scene, { bin, param_version: 'P1' }));
    const { rows, factor, share } = second!.blame;
    const piece = [late / 2, over / 2] as const;
    const blame = { rows: rows.slice(...piece), factor: factor.slice(...piece), share: share.slice(...piece) };
    const [from, last] = [blame.rows[0]!, blame.rows.at(-1)!];
    return joinPieces(scene, [first!, { ...second!, blame, first: from, last, over: true, excess: blame.rows.length }]);
  };

  it('lists issuers that began together and went on together, though one seems to have ended sooner', () => {
    expect(issuers(70).map(({ bounds }) => bounds.bin)).toHaveLength(1);
  });

  it('lists them though one seems to have begun some hours later', () => {
    expect(issuers(80, 6).map(({ bounds }) => bounds.bin)).toHaveLength(1);
    expect(issuers(90, 30)).toHaveLength(2);
  });

  it('takes for a piece of an issuer’s fault what is left at its release, where most of that does not deny being of the issuer', () => {
    const release = { terminal_id: 'T1', app_version: '2' };
    const scene = sceneOf(
      inTurn(
        many(120, { ...release, bin: '622200' }, 4),
        many(120, release, 3),
        ...['1', '2', '3', '4', '5'].map((last) => many(120, { ...release, bin: `62220${last}` }, 12)),
      ),
    );
    const narrow = faultAt(scene, { bin: '622200', app_version: '2' });
    const wide = faultAt(scene, { app_version: '2' });
    expect(wide.excess).toBeGreaterThan(narrow.excess);
    expect(joinPieces(scene, [narrow, wide]).map(({ bounds }) => bounds)).toEqual([narrow.bounds]);
  });

  it('leaves apart those of which one was soon over', () => {
    expect(issuers(20)).toHaveLength(2);
  });
});
