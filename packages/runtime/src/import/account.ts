import type { Interface, Text } from '@duka/model';
import { quoteBare } from '@duka/model';
import type { HostRecord } from './attempt-of.ts';
import type { Gap } from './gaps.ts';
import { BEFORE_THE_HOST, GAPS } from './gaps.ts';
import type { Exchange, HostMessage, Place } from './host-message.ts';
import type { LeftOut } from './left-out.ts';
import { LEFT_OUT } from './left-out.ts';
import type { MessageKind } from './message-kind.ts';
import { isReply, MESSAGE_KINDS } from './message-kind.ts';

/** Places that are named of each kind of what was left out. */
const SAMPLES = 3;

const MOST_COLUMNS = 50;

type Counted = { count: number; readonly places: Place[] };

/** `refused`: requests that the host answered with another code than 00. */
type Others = { requests: number; refused: number };

type Lacking = { readonly field: Gap; readonly at: Interface | null; attempts: number; of: number };

function lackingOf(field: Gap): Lacking {
  const gap = GAPS[field];
  return { field, at: 'at' in gap ? gap.at : null, attempts: 0, of: 0 };
}

/** What was read from host logs, in numbers: what became an attempt, what did not and why, and what the log does not tell. */
export type ImportSummary = {
  readonly messages: number;
  readonly attempts: number;
  readonly answered: number;
  readonly unanswered: number;
  readonly link_lost: number;
  readonly reversed: number;
  readonly weak_cards: number;
  /** Messages with a whole card number, of which a token was kept. */
  readonly card_numbers: number;
  /** Attempts whose time is that of the message before them in the log. */
  readonly near_times: number;
  readonly others: readonly { kind: MessageKind; text: Text; requests: number; refused: number }[];
  readonly left_out: readonly { reason: LeftOut; text: Text; count: number; places: readonly Place[] }[];
  readonly lacking: readonly { field: Gap; text: Text; attempts: number; of: number }[];
  /** Columns of exports that were not read. */
  readonly unused: readonly string[];
  readonly note: Text;
};

export class ImportAccount {
  readonly #tally = {
    messages: 0,
    attempts: 0,
    answered: 0,
    unanswered: 0,
    link_lost: 0,
    reversed: 0,
    weak_cards: 0,
    card_numbers: 0,
    near_times: 0,
  };
  readonly #others = new Map<MessageKind, Others>();
  readonly #leftOut = new Map<LeftOut, Counted>();
  readonly #lacking = (Object.keys(GAPS) as Gap[]).map(lackingOf);

  readonly #unused = new Set<string>();

  message({ card }: HostMessage): void {
    this.#tally.messages++;
    if (card.card_ref !== undefined && !card.weak) this.#tally.card_numbers++;
  }

  other(kind: MessageKind, { mti, fields }: HostMessage): void {
    const others = this.#others.get(kind) ?? { requests: 0, refused: 0 };
    const code = fields['39'];
    if (!isReply(mti)) others.requests++;
    else if (code !== undefined && code !== '00') others.refused++;
    this.#others.set(kind, others);
  }

  leftOut(reason: LeftOut, place: Place): void {
    const counted = this.#leftOut.get(reason) ?? { count: 0, places: [] };
    counted.count++;
    if (counted.places.length < SAMPLES) counted.places.push(place);
    this.#leftOut.set(reason, counted);
  }

  unused(columns: readonly string[]): void {
    for (const column of columns.slice(0, MOST_COLUMNS)) this.#unused.add(quoteBare(column));
  }

  attempt({ request, reply, reversal, end }: Exchange, record: HostRecord): void {
    const tally = this.#tally;
    tally.attempts++;
    if (end === 'answered') tally.answered++;
    else if (end === 'silent') tally.unanswered++;
    else tally.link_lost++;
    if (reversal !== null) tally.reversed++;
    if (request.card.weak ?? reply?.card.weak) tally.weak_cards++;
    const { time, localTime } = request;
    if (time === null && localTime === null && reply?.localTime == null) tally.near_times++;
    for (const lacking of this.#lacking) {
      if (lacking.at !== null && lacking.at !== record.interface) continue;
      lacking.of++;
      if (record[lacking.field] === undefined) lacking.attempts++;
    }
  }

  /** Null where nothing came from a host log. */
  summary(): ImportSummary | null {
    if (this.#tally.messages === 0 && this.#leftOut.size === 0) return null;
    const text = <K extends string>(texts: { readonly [key in K]: Text }, key: K): Text => texts[key];
    return {
      ...this.#tally,
      others: [...this.#others].map(([kind, others]) => ({ kind, text: text(MESSAGE_KINDS, kind), ...others })),
      left_out: [...this.#leftOut].map(([reason, counted]) => ({ reason, text: text(LEFT_OUT, reason), ...counted })),
      lacking: this.#lacking
        .filter(({ attempts }) => attempts > 0)
        .map(({ field, attempts, of }) => ({ field, text: { zh: GAPS[field].zh, en: GAPS[field].en }, attempts, of })),
      unused: [...this.#unused],
      note: BEFORE_THE_HOST,
    };
  }
}
