import { SWIPE_FAULTS, SWIPE_RANGES, type SwipeFault, type SwipeTrack, swipeSession } from '@duka/sim';
import { analyseSwipes, type ChannelReport, type Sound } from '@duka/wire/magstripe';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const TRACKS: readonly SwipeTrack[] = [
  { track: 1, text: '%B4111111111111111^DOE/JANE^30122010000000000?' },
  { track: 2, text: ';4111111111111111=30122010000000000?' },
];
const soundOf = (sampleRate: number, channels: readonly Float64Array[]): Sound => ({
  sampleRate,
  channels,
  dataOffset: 44,
  frameBytes: 2 * channels.length,
});

function swiped(fault: SwipeFault, seed: number, more: { swipes?: number; backward?: boolean } = {}) {
  const { swipes = 1, backward = false } = more;
  const ranges = SWIPE_RANGES.heldOut;
  const session = swipeSession({ seed, fault, tracks: TRACKS, swipes, sampleRate: 48_000, ranges, backward });
  return session.swipes.map((channels) => soundOf(session.sampleRate, channels));
}

function channelsOf(sounds: readonly Sound[]): readonly ChannelReport[] {
  return analyseSwipes(sounds).swipes.flatMap((swipe) => swipe.filter((one) => one.state === 'read'));
}

describe('a good swipe', () => {
  test.each([false, true])('is read on every channel, backward: %s', (backward) => {
    const channels = channelsOf(swiped('fine', 7, { backward }));
    expect(channels.map(({ track, whole, backward: read }) => [track, whole, read])).toEqual([
      [1, true, backward],
      [2, true, backward],
    ]);
    const numbers = channels.map(({ tree }) => tree?.children?.find(({ id }) => id === 'number')?.value);
    expect(numbers).toEqual(['411111******1111', '411111******1111']);
  });

  test('of any text, at any ordinary speed, comes back whole', () => {
    const text = fc.string({ minLength: 8, maxLength: 36, unit: fc.constantFrom(...'0123456789:<=>') });
    fc.assert(
      fc.property(text, fc.nat(1e6), fc.boolean(), (data, seed, backward) => {
        const tracks = [{ track: 2, text: `;${data}?` }] as const;
        const ranges = SWIPE_RANGES.tuning;
        const { swipes } = swipeSession({
          seed,
          fault: 'fine',
          tracks,
          swipes: 1,
          sampleRate: 48_000,
          ranges,
          backward,
        });
        const [channel] = channelsOf([soundOf(48_000, swipes[0]!)]);
        expect([channel?.whole, channel?.tree?.children?.at(-1)?.says?.en]).toEqual([true, 'right']);
      }),
      { numRuns: 40 },
    );
  });

  test('shows the speed along the stripe', () => {
    // Zeros only, at 75 to the inch: one transition every 0.3387 mm, pulled at 300 mm/s and then at 150 mm/s.
    const signal = new Float64Array(48_000);
    let sign = 1;
    for (let mm = 0, time = 0.1; mm < 80; mm += 25.4 / 75) {
      const at = Math.round(time * 48_000);
      for (let k = -4; k <= 4; k++) signal[at + k] = sign * 0.5 * (1 - Math.abs(k) / 5);
      sign = -sign;
      time += 25.4 / 75 / (mm < 40 ? 300 : 150);
    }
    const [channel] = channelsOf([soundOf(48_000, [signal])]);
    expect(Math.round(channel!.speeds.find(({ mm }) => mm === 20)!.speed / 10)).toBe(30);
    expect(Math.round(channel!.speeds.find(({ mm }) => mm === 60)!.speed / 10)).toBe(15);
    expect(channel!.backward).toBe(null);
  });
});

describe('the cause of a bad swipe', () => {
  test.each(SWIPE_FAULTS)('%s is told from three swipes in at least four of five held-out cases', (fault) => {
    const right = [1, 2, 3, 4, 5].filter((seed) => {
      const { verdict } = analyseSwipes(swiped(fault, seed, { swipes: 3 }));
      return verdict?.causes[0]?.cause === fault;
    });
    expect(right.length).toBeGreaterThanOrEqual(4);
  });

  test('comes with probabilities that sum to 1 and evidence, the weightiest first', () => {
    const { verdict } = analyseSwipes(swiped('head_worn', 1));
    expect(verdict!.causes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    const weights = verdict!.evidence.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(verdict!.evidence[0]?.feature).toBe('width');
  });

  test('a damaged stripe fails at the same place in each swipe', () => {
    const analysis = analyseSwipes(swiped('stripe_damaged', 2, { swipes: 3 }));
    expect(analysis.samePlace).toBeGreaterThan(0.9);
    const places = analysis.swipes.flatMap((swipe) =>
      swipe.flatMap((one) =>
        one.state === 'read' && one.track === 2 ? [one.dropOuts.map(({ fromMm }) => fromMm)] : [],
      ),
    );
    for (const place of places) expect(Math.abs(place[0]! - places[0]![0]!)).toBeLessThan(1.5);
  });
});

describe('a signal without a swipe in it', () => {
  const noise = Float64Array.from({ length: 24_000 }, (_, at) => Math.sin(at * at * 0.37) * 1e-3);

  test.each([
    ['silence', new Float64Array(24_000), 'silent'],
    ['plain noise', noise, 'noise'],
    ['a tone without end', Float64Array.from({ length: 96_000 }, (_, at) => Math.sin(at)), 'noise'],
    ['a click', new Float64Array(24_000).with(9000, 1).with(9001, -1), 'too_short'],
  ])('such as %s has a state and no verdict', (_, signal, state) => {
    const analysis = analyseSwipes([soundOf(48_000, [signal])]);
    expect(analysis.swipes).toEqual([[{ state }]]);
    expect(analysis.verdict).toBe(null);
  });

  test('on one channel leaves the others', () => {
    const [sound] = swiped('fine', 3);
    const silent = new Float64Array(sound!.channels[0]!.length);
    const { swipes } = analyseSwipes([soundOf(48_000, [silent, sound!.channels[1]!])]);
    expect(swipes[0]?.map(({ state }) => state)).toEqual(['silent', 'read']);
  });

  test('that ran into its limit says how much of it is clipped', () => {
    const [sound] = swiped('fine', 3);
    const clipped = sound!.channels.map((channel) => channel.map((value) => Math.max(-0.05, Math.min(0.05, value))));
    const [before, after] = [channelsOf([sound!]), channelsOf([soundOf(48_000, clipped)])];
    expect(before.map((channel) => channel.clipped < 0.05)).toEqual([true, true]);
    expect(after.map((channel) => channel.clipped > 0.3)).toEqual([true, true]);
  });
});

describe('whatever is recorded', () => {
  test('ends in a report without a card number', () => {
    const text = JSON.stringify(SWIPE_FAULTS.map((fault) => analyseSwipes(swiped(fault, 11))));
    expect(text).not.toMatch(/4111111\d|\d{13}(?!\.)\d*"/);
    expect(text).not.toContain('DOE');
  });

  test('is analysed without an exception', () => {
    const [sound] = swiped('fine', 5);
    const cut = fc.record({
      from: fc.nat(8000),
      length: fc.nat(9000),
      gain: fc.double({ min: -3, max: 3, noNaN: true }),
      hole: fc.nat(9000),
    });
    fc.assert(
      fc.property(cut, ({ from, length, gain, hole }) => {
        const part = sound!.channels[1]!.slice(from, from + length).map((value, at) =>
          at > hole ? value : value * gain,
        );
        expect(() => analyseSwipes([soundOf(48_000, [part])])).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});
