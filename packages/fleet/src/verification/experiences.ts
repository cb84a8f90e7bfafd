import type { Scope, ScopeColumn } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Event, Frame } from '../log/frame.ts';
import { columnCodes, columnTexts } from '../log/frame.ts';

/** Trying again within this time is the same experience, ms: of a sale, of a card, of whoever stands there after a failure. */
const SAME_SALE = 30 * 60_000;
const SAME_CARD = 5 * 60_000;
const TRIES_AGAIN = 90_000;

/**
 * Attempts that say something new: the first of each sale or card within minutes. Whoever fails tries again, and a bad card fails
 * again; to count each try would take one experience for many.
 */
export type Experiences = {
  /** Ms since 1970, ascending. */
  readonly time: Float64Array;
  /** 1 failed or cancelled, 0 ok. */
  readonly failed: Uint8Array;
  /** Index into INTERFACES. */
  readonly face: Uint8Array;
  /** What was written of a failure, an index into `complaints`; UNKNOWN of a success. */
  readonly complaint: Int32Array;
  readonly complaints: readonly string[];
  readonly terminal: Int32Array;
  /** 1 within the scope, 0 elsewhere. */
  readonly inside: Uint8Array;
};

export function experiencesOf(frame: Frame, scope: Scope): Experiences {
  const inScope = scopeTest(frame, scope);
  const faceOf = frame.events.map((event) => INTERFACES.indexOf(event.interface));
  const failedOf = frame.events.map(({ outcome }) => (outcome === 'ok' ? 0 : 1));
  const complaintOf = frame.events.map((event) => (event.outcome === 'ok' ? null : writtenOf(event)));
  const complaints = [...new Set(complaintOf.filter((written) => written !== null))];
  const codeOf = new Map(complaints.map((written, code) => [written, code]));
  const complaintCode = complaintOf.map((written) => (written === null ? UNKNOWN : codeOf.get(written)!));
  const terminal = frame.text.terminal_id.codes;
  const card = frame.text.card_ref.codes;
  const rows: number[] = [];
  const inside: number[] = [];
  // One memory for the scope and one for elsewhere: what happened elsewhere is no try of the scope's.
  const seen = [new Recent(), new Recent()] as const;
  for (let row = 0; row < frame.length; row++) {
    const within = inScope(row) ? 1 : 0;
    const failed = failedOf[frame.event[row]!]! === 1;
    const fresh = seen[within].isFresh(frame.time[row]!, frame.sale[row]!, card[row]!, terminal[row]!, failed);
    if (!fresh) continue;
    rows.push(row);
    inside.push(within);
  }
  return {
    time: Float64Array.from(rows, (row) => frame.time[row]!),
    failed: Uint8Array.from(rows, (row) => failedOf[frame.event[row]!]!),
    face: Uint8Array.from(rows, (row) => faceOf[frame.event[row]!]!),
    complaint: Int32Array.from(rows, (row) => complaintCode[frame.event[row]!]!),
    complaints,
    terminal: Int32Array.from(rows, (row) => terminal[row]!),
    inside: Uint8Array.from(inside),
  };
}

/** The most telling of what a terminal wrote. */
const writtenOf = ({ reason, code, stage, outcome }: Event): string =>
  reason !== null && reason !== 'unknown' ? reason : (code ?? stage ?? outcome);

/** When a sale of a terminal, a card or a failing terminal was last seen: many terminals number their sales 1, 2, 3 … */
class Recent {
  readonly #sales = new Map<number, Map<number, number>>();
  readonly #cards = new Map<number, number>();
  readonly #failures = new Map<number, number>();

  isFresh(time: number, sale: number, card: number, terminal: number, failed: boolean): boolean {
    const sales = this.#sales.get(terminal) ?? new Map<number, number>();
    const again =
      (sale !== 0 && time - (sales.get(sale) ?? Number.NEGATIVE_INFINITY) <= SAME_SALE) ||
      (card !== UNKNOWN && time - (this.#cards.get(card) ?? Number.NEGATIVE_INFINITY) <= SAME_CARD) ||
      (sale === 0 &&
        card === UNKNOWN &&
        time - (this.#failures.get(terminal) ?? Number.NEGATIVE_INFINITY) <= TRIES_AGAIN);
    if (sale !== 0) this.#sales.set(terminal, sales.set(sale, time));
    if (card !== UNKNOWN) this.#cards.set(card, time);
    if (failed) this.#failures.set(terminal, time);
    else this.#failures.delete(terminal);
    return !again;
  }
}

/** Whether a row's own columns hold one of the values that the scope names in each of its columns. */
function scopeTest(frame: Frame, scope: Scope): (row: number) => boolean {
  const tests = Object.entries(scope).map(([name, wanted]) => {
    const values = new Set(typeof wanted === 'string' ? [wanted] : wanted);
    if (name === 'interface') {
      const accepted = frame.events.map((event) => values.has(event.interface));
      return (row: number) => accepted[frame.event[row]!]!;
    }
    const column = name as Exclude<ScopeColumn, 'interface'>;
    const { count, value } = columnTexts(frame, column);
    const accepted = new Set<number>();
    for (let code = 0; code < count; code++) if (values.has(value(code))) accepted.add(code);
    const codeOf = columnCodes(frame, column);
    return (row: number) => accepted.has(codeOf(row));
  });
  return (row) => tests.every((test) => test(row));
}
