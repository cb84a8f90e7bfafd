import type { Frame } from './frame.ts';
import type { Fault, Scene } from './scene.ts';

/** Troubles began together that began less than this apart, ms, or than this part of how long they lasted. */
export const SAME_START = 2 * 3_600_000;
export const SAME_START_SHARE = 0.15;
/** Part of the longer one during which both last. */
const TOGETHER = 0.6;
/** So many failures would have come, had it struck. */
const TRIED = 3;

/** The part of the piece's time during which the fault lasted as well. */
export function overlap({ time }: Frame, piece: Fault, fault: Fault): number {
  const common = Math.min(time[piece.last]!, time[fault.last]!) - Math.max(time[piece.first]!, time[fault.first]!);
  const length = time[piece.last]! - time[piece.first]!;
  return length > 0 ? common / length : common >= 0 ? 1 : 0;
}

/** How long a trouble lasted, ms. */
export const lengthOf = ({ time }: Frame, { first, last }: Fault): number => time[last]! - time[first]!;

/**
 * Whether two troubles began about at the same time and then lasted together for most of either: when one ended may be misjudged.
 *
 * @param share they may begin apart by this part of the longer one
 */
export function goTogether({ time }: Frame, a: Fault, b: Fault, share = 0): boolean {
  const longest = Math.max(time[a.last]! - time[a.first]!, time[b.last]! - time[b.first]!);
  const common = Math.min(time[a.last]!, time[b.last]!) - Math.max(time[a.first]!, time[b.first]!);
  const apart = Math.abs(time[a.first]! - time[b.first]!);
  return apart <= Math.max(SAME_START, share * longest) && common >= TOGETHER * longest;
}

/** Whether two troubles began and ended about at the same time, or one had hardly an attempt that could tell otherwise. */
export function beginAndEndAlike({ frame, face }: Scene, a: Fault, b: Fault): boolean {
  const { time } = frame;
  const longest = Math.max(time[a.last]! - time[a.first]!, time[b.last]! - time[b.first]!);
  const near = (x: number, y: number) =>
    Math.abs(time[x]! - time[y]!) <= Math.max(SAME_START, SAME_START_SHARE * longest);
  const wasTried = ({ rows, struck, rate }: Fault, from: number, to: number): boolean => {
    const faces = new Set(Array.from(struck, (row) => face[row]!));
    return rate * rows.filter((row) => row > from && row < to && faces.has(face[row]!)).length >= TRIED;
  };
  const endOf = ({ over, last }: Fault): number => (over ? last : frame.length - 1);
  const [early, late] = a.first <= b.first ? [a, b] : [b, a];
  const [short, long] = endOf(a) <= endOf(b) ? [a, b] : [b, a];
  if (!near(early.first, late.first) && wasTried(late, early.first, late.first)) return false;
  return (a.over === b.over && near(short.last, long.last)) || !wasTried(short, endOf(short), endOf(long));
}
