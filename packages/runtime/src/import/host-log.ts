import type { ImportSummary } from './account.ts';
import { ImportAccount } from './account.ts';
import type { HostRecord } from './attempt-of.ts';
import { attemptOf } from './attempt-of.ts';
import type { Exchange, HostMessage, Place } from './host-message.ts';
import type { LeftOut } from './left-out.ts';
import type { Zone } from './local-time.ts';
import { isReply, kindOf } from './message-kind.ts';
import type { PairingBounds } from './pairing.ts';
import { Pairing } from './pairing.ts';

export type PlacedRecord = { readonly place: Place; readonly record: HostRecord };

/**
 * Host logs → records in the form of the input contract. Messages go in as they are read, records come out as soon as it is known how
 * they ended; a log that goes on in the next file goes on here too.
 */
export class HostLog {
  readonly #zone: Zone;
  readonly #pairing: Pairing;
  readonly #account = new ImportAccount();
  #lastTime: number | null = null;

  constructor(zone: Zone, bounds?: PairingBounds) {
    this.#zone = zone;
    this.#pairing = new Pairing(bounds);
  }

  /** One message as it went over the line. */
  take(read: HostMessage): void {
    const message = this.#placedInTime(read);
    this.#account.message(message);
    const kind = kindOf(message.mti, message.fields);
    if (kind === 'financial') this.#note(message, this.#pairing.take(message));
    else if (kind !== 'reversal') this.#account.other(kind, message);
    else if (!isReply(message.mti)) this.#note(message, this.#pairing.reverse(message));
  }

  /** One row of an export: request and what came of it in one; a row without an end may get its reply from a later one. */
  takeRow(row: HostMessage): void {
    const isFinancial = kindOf(row.mti, row.fields) === 'financial' && !isReply(row.mti);
    const hasEnd = row.fields['39'] !== undefined || row.own?.outcome !== undefined;
    if (!isFinancial || (!hasEnd && row.fields['11'] !== undefined)) {
      this.take(row);
      return;
    }
    this.#account.message(row);
    const end = hasEnd ? 'answered' : 'silent';
    this.#pairing.takeWhole({ request: row, reply: hasEnd ? row : null, reversal: null, end });
  }

  /** Something of the log that is no message. */
  leftOut(reason: LeftOut, place: Place): void {
    this.#account.leftOut(reason, place);
  }

  unused(columns: readonly string[]): void {
    this.#account.unused(columns);
  }

  breakOff(connection: string): void {
    this.#pairing.breakOff(connection);
  }

  end(): void {
    this.#pairing.end();
  }

  /** Records that are ready. */
  drain(): readonly PlacedRecord[] {
    const records: PlacedRecord[] = [];
    for (const exchange of this.#pairing.drain()) {
      const record = this.#recordOf(exchange);
      if (record !== null) records.push({ place: exchange.request.place, record });
    }
    return records;
  }

  summary(): ImportSummary | null {
    return this.#account.summary();
  }

  /** A request of a UnionPay terminal has no time of its own: without a reply, only its place in the log tells about when it was. */
  #placedInTime(message: HostMessage): HostMessage {
    const time = message.time ?? message.localTime;
    if (time !== null) this.#lastTime = time;
    return time === null && this.#lastTime !== null ? { ...message, near: this.#lastTime } : message;
  }

  #recordOf(exchange: Exchange): HostRecord | null {
    const record = attemptOf(exchange, this.#zone);
    if (typeof record === 'string') {
      this.#account.leftOut(record, exchange.request.place);
      return null;
    }
    this.#account.attempt(exchange, record);
    return record;
  }

  #note({ place }: HostMessage, paired: ReturnType<Pairing['take']>): void {
    if (paired === 'kept') return;
    this.#account.leftOut(paired === 'alone' ? 'reply_alone' : paired, place);
  }
}
