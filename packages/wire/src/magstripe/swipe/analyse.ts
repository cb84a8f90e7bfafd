import type { TreeNode } from '../../tree.ts';
import { charactersNode } from '../bits.ts';
import type { TrackNumber } from '../formats.ts';
import type { Channel, Nothing } from './channel.ts';
import { readChannel } from './channel.ts';
import type { Features } from './features.ts';
import { featuresOf } from './features.ts';
import type { Verdict } from './judge.ts';
import { judge } from './judge.ts';
import type { DropOut } from './profile.ts';
import { profileOf } from './profile.ts';
import { samePlaceShare } from './same-place.ts';
import { halfJitter, median } from './statistics.ts';
import type { Sound } from './wav.ts';

/** What a channel of a swipe showed. Nothing in it is card data. */
export type ChannelReport = {
  readonly state: 'read';
  readonly track: TrackNumber;
  /** From the last bit to the first: the card was pulled the other way. Null where no start sentinel was found. */
  readonly backward: boolean | null;
  /** Whether all characters and the check character were right. */
  readonly whole: boolean;
  /** Masked; null where no start sentinel was found. */
  readonly tree: TreeNode | null;
  /** Median height of the transitions and noise (rms), in shares of full scale. */
  readonly amplitude: number;
  readonly noise: number;
  /** Share of the loud samples that stand still at the limit of the recording. */
  readonly clipped: number;
  /** Of the card, in mm/s, at places of the stripe (mm from the start sentinel). */
  readonly speeds: readonly { readonly mm: number; readonly speed: number }[];
  /** How far the middle transition of a one lies from the middle of its cell (rms), as a share of the cell. */
  readonly jitter: number;
  /** Stretches of the stripe that gave too little signal. */
  readonly dropOuts: readonly DropOut[];
  readonly features: Features;
};

export type SwipeReport = readonly (ChannelReport | { readonly state: Nothing })[];

export type SwipeAnalysis = {
  readonly swipes: readonly SwipeReport[];
  /** Of the drop-outs, the share that came again at the same place in the other swipes; NaN where that was not seen. */
  readonly samePlace: number;
  /** Null where no swipe gave a signal. */
  readonly verdict: Verdict | null;
};

/** Speeds are given at this distance along the stripe. */
const SPEED_STEP_MM = 5;

/**
 * Measures the swipes of one card on one head, each a recording of the head's signal, and says what they suffer from.
 * Silence and recordings that are too short are states, not errors.
 */
export function analyseSwipes(sounds: readonly Sound[]): SwipeAnalysis {
  const swipes = sounds.map(measureSwipe);
  const channels = swipes.map((swipe) => swipe.filter((one): one is ChannelReport => one.state === 'read'));
  const measured = channels.filter((swipe) => swipe.length > 0);
  const samePlace = samePlaceShare(measured.map(mostDropOuts));
  const features = measured.map((swipe) => swipe.map((channel) => channel.features));
  return { swipes, samePlace, verdict: features.length === 0 ? null : judge(features, samePlace) };
}

const measureSwipe = (sound: Sound): SwipeReport =>
  sound.channels.map((signal, at) => {
    const channel = readChannel(signal, sound.sampleRate);
    return typeof channel === 'string' ? { state: channel } : reportOf(channel, sound, at);
  });

function reportOf(channel: Channel, sound: Sound, at: number): ChannelReport {
  const { format, read, peaks, rest, cells } = channel;
  const profile = profileOf(channel);
  const count = cells.bits.length;
  const byteOfBit = (bit: number) => {
    const cell = Math.max(0, Math.min(count - 1, read?.backward ? count - 1 - bit : bit));
    const sample = Math.round(cells.begin[cell] ?? 0);
    return sound.dataOffset + sample * sound.frameBytes + at * (sound.frameBytes / sound.channels.length);
  };
  return {
    state: 'read',
    track: format.track,
    backward: read?.backward ?? null,
    whole: read?.lrc === true && read.bad.length === 0,
    tree: read === null ? null : charactersNode(read, format, byteOfBit),
    amplitude: median(peaks.height.map(Math.abs)),
    noise: rest.noise,
    clipped: rest.clipped,
    speeds: speedsAlong(profile.points),
    jitter: halfJitter(peaks.at, cells),
    dropOuts: profile.dropOuts,
    features: featuresOf(profile),
  };
}

function speedsAlong(points: readonly { readonly mm: number; readonly speed: number }[]): ChannelReport['speeds'] {
  const steps = Map.groupBy(points, ({ mm }) => Math.round(mm / SPEED_STEP_MM) * SPEED_STEP_MM);
  return [...steps].map(([mm, near]) => ({ mm, speed: median(near.map(({ speed }) => speed)) }));
}

/** Of the channel that shows most of them; without a start sentinel their places cannot be compared. */
function mostDropOuts(channels: readonly ChannelReport[]): readonly DropOut[] {
  const placed = channels.filter(({ backward }) => backward !== null);
  return placed.map(({ dropOuts }) => dropOuts).toSorted((a, b) => b.length - a.length)[0] ?? [];
}
