import type { Attempt } from '@duka/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/index.ts';
import { AttemptStore, readFrame } from '../../src/index.ts';

const attempt = (extra: Partial<Attempt>): Attempt => ({
  time: 1_780_000_000_000,
  terminal_id: 'T1',
  interface: 'chip',
  outcome: 'ok',
  ...extra,
});

const storeOf = (attempts: readonly Attempt[]): AttemptStore => {
  const store = new AttemptStore();
  store.update(attempts);
  return store;
};

/** A frame with its texts written out, so that two can be compared. */
const written = (frame: Frame) => ({
  ...frame,
  text: Object.values(frame.text).map(({ codes, value }) =>
    Array.from(codes, (code) => (code < 0 ? null : value(code))),
  ),
});

const anyAttempt: fc.Arbitrary<Attempt> = fc
  .record({
    time: fc.integer({ min: 0, max: 50 }),
    terminal_id: fc.constantFrom('T1', 'T2', 'T3'),
    interface: fc.constantFrom('chip', 'qr', 'magstripe'),
    outcome: fc.constantFrom('ok', 'failed', 'cancelled'),
    attempt_id: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
    store_id: fc.option(fc.constantFrom('S1', 'S2'), { nil: undefined }),
    amount_minor: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    fallback: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map((fields) => fields as Attempt);

describe('the attempt store', () => {
  it('counts a repeated id once, and the same id with other content as a conflict that is left out', () => {
    const first = attempt({ attempt_id: 'x', amount_minor: 100 });
    const later = attempt({ attempt_id: 'x', amount_minor: 200, time: 1_780_000_001_000 });
    const frame = readFrame(storeOf([later, first, first, attempt({})]));
    expect([frame.length, frame.duplicates, frame.conflicts]).toEqual([2, 1, 1]);
    expect([...frame.number.amount_minor].filter((amount) => !Number.isNaN(amount))).toEqual([100]);
  });

  it('sees unknown fields as content, whatever the order of their keys', () => {
    const a = attempt({ attempt_id: 'x', extra: { lane: 1, note: { b: 2, a: 1 } } });
    const b = attempt({ attempt_id: 'x', extra: { note: { a: 1, b: 2 }, lane: 1 } });
    const c = attempt({ attempt_id: 'x', extra: { lane: 2 } });
    expect(readFrame(storeOf([a, b])).duplicates).toBe(1);
    expect(readFrame(storeOf([a, c])).conflicts).toBe(1);
  });

  it('reads the same whatever the order of arrival', () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (attempts, keys) => {
        const shuffled = attempts
          .map((item) => ({ item, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
        expect(written(readFrame(storeOf(shuffled)))).toEqual(written(readFrame(storeOf(attempts))));
      }),
    );
  });

  it('reads a store that is given up as one that is kept', () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 30 }), (attempts) => {
        const kept = storeOf(attempts);
        const before = kept.save();
        expect(written(readFrame(storeOf(attempts), { release: true }))).toEqual(written(readFrame(kept)));
        expect(kept.save()).toEqual(before);
      }),
    );
  });

  it('reads merged stores as one that was fed all', () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 20 }), fc.array(anyAttempt, { maxLength: 20 }), (one, two) => {
        const merged = storeOf(one);
        merged.merge(storeOf(two));
        expect(written(readFrame(merged))).toEqual(written(readFrame(storeOf([...one, ...two]))));
      }),
    );
  });

  it('is the same after a restart, byte for byte, and goes on as if there had been none', () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 20 }), fc.array(anyAttempt, { maxLength: 20 }), (before, after) => {
        const restarted = AttemptStore.restore(storeOf(before).save());
        expect(restarted.save()).toEqual(storeOf(before).save());
        restarted.update(after);
        expect(restarted.save()).toEqual(storeOf([...before, ...after]).save());
      }),
    );
  });

  /** The place of the version in a state: after "DUKA". */
  const VERSION_AT = 4;

  it('refuses a state of which a byte was changed, or the end is missing', () => {
    const state = storeOf([attempt({ attempt_id: 'x', store_id: '店' }), attempt({ card_ref: 'k' })]).save();
    const anyPlace = fc.nat(state.length - 1).filter((at) => at !== VERSION_AT);
    fc.assert(
      fc.property(anyPlace, fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = state.map((byte, i) => (i === at ? byte ^ change : byte));
        for (const bytes of [changed, state.subarray(0, at)]) {
          expect(() => AttemptStore.restore(bytes)).toThrow(expect.objectContaining({ code: 'state.damaged' }));
        }
      }),
    );
  });

  it('refuses a state that another version laid down, and says which', () => {
    const state = storeOf([attempt({})]).save();
    const older = state.map((byte, i) => (i === VERSION_AT ? byte - 1 : byte));
    expect(() => AttemptStore.restore(older)).toThrow(
      expect.objectContaining({
        code: 'state.version',
        message: expect.stringContaining(`has format ${older[VERSION_AT]}`),
      }),
    );
  });

  it('keeps only what comes at or after the time asked for', () => {
    const frame = readFrame(storeOf([attempt({ time: 1 }), attempt({ time: 2 }), attempt({ time: 3 })]), { since: 2 });
    expect([...frame.time]).toEqual([2, 3]);
  });
});
