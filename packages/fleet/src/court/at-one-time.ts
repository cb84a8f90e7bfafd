import type { Frame } from '../log/frame.ts';
import type { Fault, Scene } from '../scene/scene.ts';

/** Troubles began together that began less than this apart, ms, or than this part of how long they lasted. */
export const SAME_START = 2 * 3_600_000;
export const SAME_START_SHARE = 0.15;
/** Part of the longer one during which both last. */
const TOGETHER = 0.6;
/** So many failures would have come, had it struck. */
const TRIED = 3;

/** How long a trouble lasted, ms. */
export const lengthOf = ({ time }: Frame, { first, last }: Fault): number => time[last]! - time[first]!;

/** How long both lasted at once, ms; negative where one was over before the other began. */
const inCommon = ({ time }: Frame, a: Fault, b: Fault): number =>
  Math.min(time[a.last]!, time[b.last]!) - Math.max(time[a.first]!, time[b.first]!);

const longest = (frame: Frame, a: Fault, b: Fault): number => Math.max(lengthOf(frame, a), lengthOf(frame, b));

/** The part of the piece's time during which the fault lasted as well. */
export function overlap(frame: Frame, piece: Fault, fault: Fault): number {
  const common = inCommon(frame, piece, fault);
  const length = lengthOf(frame, piece);
  return length > 0 ? common / length : common >= 0 ? 1 : 0;
}

/**
 * Whether two troubles began about at the same time and then lasted together for most of either: when one ended may be misjudged.
 *
 * @param share they may begin apart by this part of the longer one
 */
export function goTogether(frame: Frame, a: Fault, b: Fault, share = 0): boolean {
  const apart = Math.abs(frame.time[a.first]! - frame.time[b.first]!);
  const length = longest(frame, a, b);
  return apart <= Math.max(SAME_START, share * length) && inCommon(frame, a, b) >= TOGETHER * length;
}

/** Whether two troubles began and ended about at the same time, or one had hardly an attempt that could tell otherwise. */
export function beginAndEndAlike({ frame, face }: Scene, a: Fault, b: Fault): boolean {
  const { time } = frame;
  const tolerance = Math.max(SAME_START, SAME_START_SHARE * longest(frame, a, b));
  const near = (x: number, y: number) => Math.abs(time[x]! - time[y]!) <= tolerance;
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
