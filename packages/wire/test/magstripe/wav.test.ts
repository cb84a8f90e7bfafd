import { type WavKind, writeWav } from '@duka/sim';
import { parseWav } from '@duka/wire/magstripe';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thrown } from '../thrown.ts';

const WAVE = Float64Array.from({ length: 100 }, (_, at) => Math.sin(at / 5));
const KINDS: readonly (readonly [WavKind, number])[] = [
  ['pcm8', 1 / 80],
  ['pcm16', 1 / 20_000],
  ['pcm24', 1 / 5_000_000],
  ['pcm32', 1e-9],
  ['float32', 1e-7],
  ['float64', 0],
];

describe('a WAV file', () => {
  test.each(KINDS)('of %s is read to its own precision', (kind, error) => {
    const sound = parseWav(writeWav([WAVE], 48_000, kind));
    expect(sound.sampleRate).toBe(48_000);
    const worst = Math.max(...sound.channels[0]!.map((value, at) => Math.abs(value - WAVE[at]!)));
    expect(worst).toBeLessThanOrEqual(error);
  });

  test('of three channels keeps them apart and says where its samples lie', () => {
    const sound = parseWav(writeWav([WAVE, WAVE.map((value) => -value), WAVE.map(() => 0.5)], 44_100));
    expect([sound.channels.length, sound.dataOffset, sound.frameBytes]).toEqual([3, 44, 6]);
    expect(sound.channels.map((channel) => Math.round(channel[7]! * 100))).toEqual([99, -99, 50]);
  });

  test('of the extensible form is read by its subformat', () => {
    const plain = writeWav([WAVE], 48_000);
    const bytes = new Uint8Array(plain.length + 24);
    bytes.set(plain.subarray(0, 36));
    bytes.set(plain.subarray(36), 60);
    bytes.set([40], 16);
    bytes.set([0xfe, 0xff], 20);
    bytes.set([1, 0], 44);
    expect(parseWav(bytes).channels[0]?.[10]).toBeCloseTo(WAVE[10]!, 4);
  });

  test('that was cut off is read as far as it goes', () => {
    expect(parseWav(writeWav([WAVE], 48_000).subarray(0, 44 + 2 * 80)).channels[0]).toHaveLength(80);
  });

  test.each([
    [
      'another file',
      (bytes: Uint8Array) => bytes.fill(0, 0, 4),
      'wav.header: wav at byte 0: needs RIFF … WAVE, has 244 B',
    ],
    [
      'a file without samples',
      (bytes: Uint8Array) => bytes.fill(120, 36, 40),
      'wav.header: wav at byte 244: needs data, has 0 B',
    ],
    [
      'µ-law',
      (bytes: Uint8Array) => bytes.set([7], 20),
      'wav.format: wav at byte 20: needs samples as pcm 8, pcm 16, pcm 24, pcm 32, float 32, float 64, has format 7 16; save it as WAV (PCM)',
    ],
    [
      'four channels',
      (bytes: Uint8Array) => bytes.set([4], 22),
      'wav.channels: wav at byte 22: needs 1-3 channels (one a track), has 4',
    ],
    [
      'a rate of 0',
      (bytes: Uint8Array) => bytes.fill(0, 24, 28),
      'wav.rate: wav at byte 24: needs a sampling rate of 8000-1000000 Hz, has 0 Hz',
    ],
    [
      'ten samples',
      (bytes: Uint8Array) => bytes.set([20, 0], 40),
      'wav.samples: wav at byte 44: needs at least 64 samples a channel, has 10',
    ],
  ])('that is %s is refused with what was needed', (_, spoil, message) => {
    const bytes = writeWav([WAVE], 48_000);
    spoil(bytes);
    expect(thrown(() => parseWav(bytes)).message).toBe(message);
  });

  test('spoilt anywhere gives a sound or the typed error', () => {
    const good = writeWav([WAVE], 48_000);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 6 }),
        fc.nat(good.length),
        (changes, length) => {
          const bytes = good.slice(0, length);
          for (const [at, value] of changes) if (at < length) bytes[at] = value;
          try {
            expect(parseWav(bytes).channels.length).toBeGreaterThan(0);
          } catch (error) {
            expect((error as Error).name).toBe('WireError');
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
