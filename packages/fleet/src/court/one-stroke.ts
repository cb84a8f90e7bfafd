import type { Fault, Scene } from '../scene/scene.ts';
import { akin, differ, isTold } from './alike.ts';
import { lengthOf, SAME_START, SAME_START_SHARE } from './at-one-time.ts';
import { mixOf } from './mix.ts';

/** Where less of the attempts fail, it is not known well enough when a trouble began. */
const NEARLY_ALL = 0.8;
/** Longer than this it may have begun at one terminal on one day, and at the other on the next: less where no reasons are told. Ms. */
const LONGEST_DOUBT = { told: 12 * 3_600_000, untold: 3 * 3_600_000 };

/**
 * Whether two terminals stopped alike at one and the same moment, and went on at one: a key that was changed at the host and not at them, a
 * line that they share and that no record names. What none of their columns tells, their clocks do.
 */
export function isOneStroke(scene: Scene, a: Fault, b: Fault): boolean {
  const isStopped = ({ kind, rate }: Fault): boolean => kind === 'terminal' && rate >= NEARLY_ALL;
  if (!isStopped(a) || !isStopped(b)) return false;
  const begun = inBoth(beginOf(scene, a), beginOf(scene, b));
  if (begun === null || !endTogether(scene, a, b)) return false;
  const [own, its] = [mixOf(scene, a), mixOf(scene, b)];
  const doubt = isTold(own, its) && akin(scene, a, b) ? LONGEST_DOUBT.told : LONGEST_DOUBT.untold;
  return begun.to - begun.from <= doubt && !differ(scene, own, its) && !differ(scene, its, own);
}

/** A stray failure soon after the end is taken for the last one. */
function endTogether(scene: Scene, a: Fault, b: Fault): boolean {
  const { frame } = scene;
  const apart = Math.abs(frame.time[a.last]! - frame.time[b.last]!);
  const length = Math.max(lengthOf(frame, a), lengthOf(frame, b));
  const isNear = a.over && b.over && apart <= Math.max(SAME_START, SAME_START_SHARE * length);
  return isNear || inBoth(endOf(scene, a), endOf(scene, b)) !== null;
}

/** When something happened: after `from`, and at `to` at the latest; ms since 1970. */
type Span = { readonly from: number; readonly to: number };

function inBoth(a: Span, b: Span): Span | null {
  const span = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
  return span.from < span.to ? span : null;
}

/** Between the last attempt that went well and the first that failed. */
function beginOf(scene: Scene, fault: Fault): Span {
  const well = wentWell(scene, fault);
  const before = fault.rows.findLast((row) => row < fault.first && well(row));
  return { from: timeOf(scene, before, Number.NEGATIVE_INFINITY), to: scene.frame.time[fault.first]! };
}

/** Between the last attempt that failed and the next that went well. */
function endOf(scene: Scene, fault: Fault): Span {
  const well = wentWell(scene, fault);
  const after = fault.over ? fault.rows.find((row) => row > fault.last && well(row)) : undefined;
  return { from: scene.frame.time[fault.last]!, to: timeOf(scene, after, Number.POSITIVE_INFINITY) };
}

function wentWell({ observed, face }: Scene, { struck }: Fault): (row: number) => boolean {
  const faces = new Set(Array.from(struck, (row) => face[row]!));
  return (row) => observed[row]! < 0 && faces.has(face[row]!);
}

const timeOf = ({ frame }: Scene, row: number | undefined, otherwise: number): number =>
  row === undefined ? otherwise : frame.time[row]!;
