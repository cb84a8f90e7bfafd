import { PATTERNS } from '@duka/knowledge/signatures';
import type { Pattern, PatternId } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import type { Interface, Reason } from '@duka/model';
import type { Frame } from './frame.ts';
import type { Fault } from './search.ts';

/** Two episodes of the same trouble at the same place that lie less than this apart are one fault, ms. */
const SAME_FAULT_GAP = 5 * 86_400_000;
/** Patterns are akin where they share this much of their reasons on some interface. */
const AKIN = 0.2;

/**
 * One fault, one finding. The search explains a long trouble that comes and goes, or one that shows two patterns, in
 * several pieces; and where a wide fault strikes one terminal harder than the rest, the remainder looks like a second
 * one inside the first. Pieces join the strongest fault that they belong to, in the order in which they were found.
 */
export function joinPieces(frame: Frame, faults: readonly Fault[]): readonly Fault[] {
  const whole: Fault[] = [];
  for (const piece of faults) {
    const home = whole.findIndex((fault) => belongs(frame, piece, fault));
    if (home < 0) whole.push(piece);
    else whole[home] = joined(frame, whole[home]!, piece);
  }
  return whole;
}

function belongs(frame: Frame, piece: Fault, fault: Fault): boolean {
  const apart = Math.max(
    frame.time[piece.first]! - frame.time[fault.last]!,
    frame.time[fault.first]! - frame.time[piece.last]!,
  );
  if (sameRows(piece.rows, fault.rows)) {
    return akin(piece.pattern, fault.pattern) ? apart < SAME_FAULT_GAP : overlap(frame, piece, fault) > 0.5;
  }
  return akin(piece.pattern, fault.pattern) && overlap(frame, piece, fault) > 0.5 && isWithin(piece.rows, fault.rows);
}

const sameRows = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((row, i) => row === b[i]);

/** The part of the piece's time during which the fault lasted as well. */
function overlap({ time }: Frame, piece: Fault, fault: Fault): number {
  const common = Math.min(time[piece.last]!, time[fault.last]!) - Math.max(time[piece.first]!, time[fault.first]!);
  const length = time[piece.last]! - time[piece.first]!;
  return length > 0 ? common / length : common >= 0 ? 1 : 0;
}

function isWithin(inner: Int32Array, outer: Int32Array): boolean {
  let at = 0;
  for (const row of inner) {
    while (at < outer.length && outer[at]! < row) at++;
    if (outer[at] !== row) return false;
  }
  return true;
}

function akin(a: PatternId, b: PatternId): boolean {
  return a === b || INTERFACES.some((face) => sharedMix(PATTERNS[a], PATTERNS[b], face) >= AKIN);
}

function sharedMix(a: Pattern, b: Pattern, face: Interface): number {
  const mixA: { readonly [R in Reason]?: number } = a.on[face] ?? {};
  const mixB: { readonly [R in Reason]?: number } = b.on[face] ?? {};
  const sumA = Object.values(mixA).reduce((x, y) => x + y, 0) || 1;
  const sumB = Object.values(mixB).reduce((x, y) => x + y, 0) || 1;
  let shared = 0;
  for (const reason in mixA) {
    shared += Math.min((mixA[reason as Reason] ?? 0) / sumA, (mixB[reason as Reason] ?? 0) / sumB);
  }
  return shared;
}

function joined({ time }: Frame, fault: Fault, piece: Fault): Fault {
  const struck = Int32Array.from(new Set([...fault.struck, ...(sameRows(piece.rows, fault.rows) ? piece.struck : [])])).sort();
  const laterEnd = time[piece.last]! > time[fault.last]! ? piece : fault;
  return {
    ...fault,
    struck,
    first: Math.min(fault.first, piece.first),
    last: laterEnd.last,
    over: laterEnd.over,
    detected: Math.min(fault.detected, piece.detected),
    factors: new Map([...fault.factors, ...piece.factors]),
    excess: fault.excess + piece.excess,
    rate: Math.min(0.98, (fault.excess + piece.excess) / Math.max(1, struck.length)),
  };
}
