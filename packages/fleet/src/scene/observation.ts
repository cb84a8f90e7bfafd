import { CARD_CODES, decodeCodes, MONEY_CODES, NOT_ACCEPTED_CODES } from '@duka/knowledge';
import type { InnerReason } from '@duka/knowledge/signatures';
import { INNER_REASONS, innerReasonIsOf, reasonOf } from '@duka/knowledge/signatures';
import type { CodeEntry, Interface, Reason, Stage } from '@duka/model';
import { REASON_TABLE } from '@duka/model';
import type { Event } from '../log/frame.ts';
import type { ChipTells } from './chip-tells.ts';
import { NOTHING_TOLD } from './chip-tells.ts';

export const REASON_COUNT = INNER_REASONS.length;
const REASON_INDEX = new Map<string, number>(INNER_REASONS.map((reason, i) => [reason, i]));
export const reasonIndex = (reason: InnerReason): number => REASON_INDEX.get(reason)!;
const DECLINED = REASON_INDEX.get('declined')!;
const NO_FUNDS = REASON_INDEX.get('no_funds')!;
const NOT_ACCEPTED = REASON_INDEX.get('not_accepted')!;
const CHIP_REQUIRED = REASON_INDEX.get('chip_required')!;

/**
 * What a failed attempt tells about its reason. Terminals differ in what they report: one writes the reason,
 * one a code that stands for two reasons, one only the outcome. `likelihood[f]` is proportional to the chance of
 * such a record given reason f; a full row of ones says nothing. `reported` is false for such rows.
 */
export type ObservationClass = {
  readonly interface: Interface;
  readonly likelihood: Float64Array;
  readonly reported: boolean;
  /** Whether it names a reason or gives a code that stands for some. */
  readonly isTold: boolean;
  /** Whether terminals that leave much untold left it untold, or its traces tell of it: how often makes do, and what they leave, is known only roughly. */
  readonly isRough?: boolean;
  readonly kind: FailureKind;
};

/** What kind of failure it was, for the context of the next attempt; 0 is none. */
export const FAILURE_KIND = { read: 1, holder: 2, online: 3, other: 4 } as const;
type FailureKind = (typeof FAILURE_KIND)[keyof typeof FAILURE_KIND];

export type Observations = {
  /** Class of each event of the frame, -1 for ok. */
  readonly classOfEvent: Int32Array;
  /** The same where a terminal writes "unknown" for whatever it does not tell. */
  readonly classIfUntold: Int32Array;
  readonly classes: readonly ObservationClass[];
};

/** Class of each row, -1 for ok, and what the classes tell. */
export type Observed = { readonly observed: Int32Array; readonly classes: readonly ObservationClass[] };

/** A class is of one reason where that has this part of it. */
export const CERTAIN = 0.8;

/** The one reason that a class tells, -1 where it tells none for sure. */
export function certainReason({ likelihood, isTold }: ObservationClass): number {
  if (!isTold) return -1;
  const sum = likelihood.reduce((total, weight) => total + weight, 0);
  return likelihood.findIndex((weight) => weight >= CERTAIN * sum);
}

const ANYTHING_BUT = 0.2;
/** So often a terminal that gives no code of its host's calls it a decline when that refuses a stripe for the chip's sake. Expert estimate. */
const CALLED_DECLINE = 0.3;
/**
 * Who waits in vain for an answer ends the wait himself: what is written down as cancelled may have been no response. Expert
 * estimate, as a share of the chance that a cancellation is written down so.
 */
const IMPATIENT = { online: 0.6, anywhere: 0.1 };

/** What matters is what a record tells: events that tell the same, in whatever codes, share a class. */
export function observe(events: readonly Event[], tells = NOTHING_TOLD): Observations {
  const classes: ObservationClass[] = [];
  const known = new Map<string, number>();
  const classOf = (event: Event): number => {
    if (event.outcome === 'ok') return -1;
    const told = classify(event, tells);
    const key = JSON.stringify([told.interface, told.reported, told.isTold, told.kind, ...told.likelihood]);
    const index = known.get(key) ?? classes.length;
    if (index === classes.length) {
      known.set(key, index);
      classes.push(told);
    }
    return index;
  };
  return {
    classOfEvent: Int32Array.from(events, classOf),
    classIfUntold: Int32Array.from(events, (event) =>
      classOf(event.reason === 'unknown' ? { ...event, reason: null } : event),
    ),
    classes,
  };
}

function classify(event: Event, tells: ChipTells): ObservationClass {
  const { interface: face, stage, reason, code } = event;
  const anything = possible(event, tells);
  const entries = code === null ? [] : decodeCodes(code);
  if (reason !== null && reason !== 'unknown' && !(reason === 'declined' && saysMore(entries))) {
    const likelihood = new Float64Array(REASON_COUNT);
    likelihood[REASON_INDEX.get(reason)!] = 1;
    if (reason === 'declined') {
      const { card, kind, money } = declineFor(entries);
      likelihood[DECLINED] = card;
      likelihood[NOT_ACCEPTED] = kind;
      likelihood[NO_FUNDS] = money;
      if (face === 'magstripe' && entries.length === 0)
        likelihood[CHIP_REQUIRED] = CALLED_DECLINE * anything[CHIP_REQUIRED]!;
    }
    if (reason === 'cancelled_by_operator') {
      likelihood[REASON_INDEX.get('no_response')!] =
        stage === null ? IMPATIENT.anywhere : stage === 'online' ? IMPATIENT.online : 0;
    }
    return { interface: face, likelihood, reported: true, isTold: true, kind: kindOf(reason) };
  }
  const coded = fromCodes(face, entries, anything);
  if (coded !== null) {
    const best = coded.reduce((top, weight, i) => (weight > coded[top]! ? i : top), 0);
    return { interface: face, likelihood: coded, reported: true, isTold: true, kind: kindOf(INNER_REASONS[best]!) };
  }
  const likelihood = reason === 'unknown' ? anything.map((weight) => weight * ANYTHING_BUT) : anything;
  if (reason === 'unknown') likelihood[REASON_INDEX.get('unknown')!] = 1;
  const reported = stage !== null || reason !== null;
  return { interface: face, likelihood, reported, isTold: reason !== null, kind: kindOfStage(stage, reason) };
}

/** For the chip ask the card itself, the terminal's rules and the issuer. */
const ASKED_ANYWHERE: InnerReason = 'use_other_interface';
const ASKED_AT: ReadonlySet<Stage> = new Set(['select', 'read', 'cvm', 'online']);

function canFailOn(face: Interface, reason: InnerReason): boolean {
  const { of } = REASON_TABLE[reasonOf(reason)];
  const own = of === 'chip' || of === 'contactless' || of === 'magstripe' || of === 'qr';
  return !own || of === face;
}

/**
 * All reasons that this interface can have at this stage; a cancellation is most often the operator's. A stripe is refused for the sake of
 * the chip that its card has, and a fallback is always of such a card.
 */
function possible(
  { interface: face, outcome, stage, fallback, cardHasChip }: Event,
  { chip, none }: ChipTells,
): Float64Array {
  const likelihood = Float64Array.from(INNER_REASONS, (reason) => {
    const { stage: at } = REASON_TABLE[reasonOf(reason)];
    if (!canFailOn(face, reason)) return 0;
    if (stage !== null && at !== null && at !== stage && !(reason === ASKED_ANYWHERE && ASKED_AT.has(stage))) return 0;
    const byOperator = reason === 'cancelled_by_operator';
    return byOperator === (outcome === 'cancelled') ? 1 : ANYTHING_BUT;
  });
  if (!fallback && cardHasChip !== null) likelihood[CHIP_REQUIRED]! *= cardHasChip ? chip : none;
  return likelihood;
}

/** Standards fix what these codes mean. */
const STANDARD = new Set(['iso39', 'sw', 'tvr', 'pcsc', 'escpos', 'net']);
/** Part of a code's uses in which it stands for anything at all: vendors and apps use theirs loosely. */
const LOOSE = { standard: 0.02, vendor: 0.15 };

/**
 * A code that stands for several reasons says how likely each is to be written so, up to a factor. Codes of success and codes
 * that nobody knows say nothing.
 */
function fromCodes(face: Interface, entries: readonly CodeEntry[], anything: Float64Array): Float64Array | null {
  const weights = new Float64Array(REASON_COUNT);
  let loose = 1;
  let sum = 0;
  for (const entry of entries) {
    if (entry.success) continue;
    for (const [reason, weight] of entriesOn(face, entry)) {
      weights[REASON_INDEX.get(reason)!]! += weight;
      sum += weight;
      loose = Math.min(loose, STANDARD.has(entry.code.split(':')[0]!) ? LOOSE.standard : LOOSE.vendor);
    }
  }
  const { card, kind, money } = declineFor(entries);
  weights[NO_FUNDS] = weights[DECLINED]! * money;
  weights[NOT_ACCEPTED] = weights[DECLINED]! * kind;
  weights[DECLINED]! *= card;
  return sum > 0 ? weights.map((weight, f) => ((1 - loose) * weight) / sum + loose * anything[f]!) : null;
}

/** What a code may stand for on an interface: of "not accepted" a stripe has no application. What all fits none is left as it is. */
function entriesOn(face: Interface, { reasons }: CodeEntry): readonly [InnerReason, number][] {
  const all = (Object.entries(reasons) as [InnerReason, number][]).filter(([reason]) => reason !== 'unknown');
  const own = all.filter(([reason]) => canFailOn(face, reason));
  return own.length > 0 ? own : all;
}

/** Hosts differ in which answer they give: so often a decline of one kind is given the answer of the other. Expert estimate. */
const OTHER_ANSWER = 0.02;
/** … but an account that is blocked, restricted or dormant is often answered as one without money, or over its limit. */
const BLOCKED_AS_EMPTY = 0.35;

/** How likely a decline for the card, for its kind and for want of money is to be answered so; most answers may be any. */
function declineFor(entries: readonly CodeEntry[]): { readonly [D in 'card' | 'kind' | 'money']: number } {
  const says = (codes: ReadonlySet<string>): boolean => entries.some(({ code }) => codes.has(code));
  const [card, kind, money] = [CARD_CODES, NOT_ACCEPTED_CODES, MONEY_CODES].map(says) as [boolean, boolean, boolean];
  const chance = (own: boolean): number => (own || !(card || kind || money) ? 1 : OTHER_ANSWER);
  return { card: money ? BLOCKED_AS_EMPTY : chance(card), kind: chance(kind), money: chance(money) };
}

/** Whether the host's answer says what is behind a refusal that the terminal calls a decline: 45 is one of the stripe, 91 one of the issuer's line. */
const saysMore = (entries: readonly CodeEntry[]): boolean =>
  entries.some(({ code, success, reasons }) => code.startsWith('iso39:') && !success && !((reasons.declined ?? 0) > 0));

function kindOf(reason: InnerReason): FailureKind {
  const of = innerReasonIsOf(reason);
  if (of === 'chip' || of === 'contactless' || of === 'magstripe') return FAILURE_KIND.read;
  if (of === 'holder') return FAILURE_KIND.holder;
  return of === 'network' || of === 'host' ? FAILURE_KIND.online : FAILURE_KIND.other;
}

function kindOfStage(stage: Stage | null, reason: Reason | null): FailureKind {
  if (stage === 'cvm') return FAILURE_KIND.holder;
  if (stage === 'online') return FAILURE_KIND.online;
  return stage === null || stage === 'print' || reason !== null ? FAILURE_KIND.other : FAILURE_KIND.read;
}
