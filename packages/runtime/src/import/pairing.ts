import type { Exchange, HostMessage } from './host-message.ts';
import { isReply } from './message-kind.ts';

export type PairingBounds = {
  /** A request that got no reply for so long, in ms of the log, will get none. Terminals give up after about a minute. */
  readonly window: number;
  /** So many requests, sales and reversals are kept in mind at most; beyond that the oldest are settled. */
  readonly most: number;
  /** Where the log has no times: so many messages later. */
  readonly messages: number;
};

const PAIRING_BOUNDS: PairingBounds = { window: 180_000, most: 50_000, messages: 200_000 };

/** What became of a message that settles nothing: the start of an exchange, the same again, or a reply to nobody. */
export type Paired = 'kept' | 'repeat' | 'late' | 'alone' | 'no_terminal' | 'no_trace';

type Waiting = { readonly request: HostMessage; readonly since: number };
type Held = { readonly key: string; readonly exchange: Exchange };

/**
 * Pairs requests with replies by terminal and trace number (fields 41 and 11), and reversals with what they take back.
 *
 * A UnionPay terminal sends its reversal before its next sale. So a sale is held back until its terminal goes on: a reversal that
 * comes meanwhile changes how it ended. A reversal without its original is kept in mind as well: exports are often sorted from the
 * newest, and then the original comes after it. Memory is bounded, whatever the log.
 */
export class Pairing {
  readonly #bounds: PairingBounds;
  readonly #waiting = new Map<string, Waiting>();
  /** By terminal: its last sale, that a reversal may still take back. */
  readonly #held = new Map<string, Held>();
  readonly #reversals = new Map<string, HostMessage>();
  #settled: Exchange[] = [];
  #count = 0;

  constructor(bounds: PairingBounds = PAIRING_BOUNDS) {
    this.#bounds = bounds;
  }

  /** A financial request or its reply. */
  take(message: HostMessage): Paired {
    const key = this.#keyOf(message);
    if (key === null) return message.fields['41'] === undefined ? 'no_terminal' : 'no_trace';
    this.#settleOld(message);
    return isReply(message.mti) ? this.#answer(key, message) : this.#ask(key, message);
  }

  /** A row that holds request and reply in one. */
  takeWhole(exchange: Exchange): Paired {
    const key = this.#keyOf(exchange.request);
    this.#count++;
    if (key === null) this.#settled.push(exchange);
    else this.#hold(key, exchange);
    return 'kept';
  }

  /** A reversal; its reply tells nothing more. */
  reverse(reversal: HostMessage): Paired {
    const keys = this.#originalsOf(reversal);
    if (keys.length === 0) return reversal.fields['41'] === undefined ? 'no_terminal' : 'no_trace';
    this.#settleOld(reversal);
    for (const key of keys) {
      const waiting = this.#waiting.get(key);
      if (waiting !== undefined) {
        this.#waiting.delete(key);
        this.#release(terminalOf(reversal));
        const exchange: Exchange = { request: waiting.request, reply: null, reversal, end: 'silent' };
        this.#held.set(terminalOf(reversal), { key, exchange });
        return 'kept';
      }
      const held = this.#heldBy(key, reversal);
      if (held !== undefined) {
        if (held.reversal !== null) return 'repeat';
        this.#held.set(terminalOf(reversal), { key, exchange: { ...held, reversal } });
        return 'kept';
      }
    }
    const key = keys[0]!;
    if (this.#reversals.has(key)) return 'repeat';
    this.#reversals.set(key, asOriginal(key, reversal));
    return 'kept';
  }

  /** A connection broke off before what was asked on it was answered. */
  breakOff(connection: string): void {
    for (const [key, { request }] of this.#waiting) {
      if (request.connection === connection) this.#settle(key, 'link_lost');
    }
  }

  /** The exchanges that are settled by now; none is given twice. */
  drain(): readonly Exchange[] {
    const settled = this.#settled;
    if (settled.length > 0) this.#settled = [];
    return settled;
  }

  /** No message will follow: what is open stays unanswered. */
  end(): void {
    for (const key of [...this.#waiting.keys()]) this.#settle(key, 'silent');
    for (const { exchange } of this.#held.values()) this.#settled.push(exchange);
    this.#held.clear();
    for (const reversal of this.#reversals.values()) this.#settled.push(aloneOf(reversal));
    this.#reversals.clear();
  }

  #ask(key: string, request: HostMessage): Paired {
    const same = this.#waiting.get(key)?.request ?? this.#heldBy(key, request)?.request;
    if (same !== undefined && isSame(same, request)) return 'repeat';
    if (this.#waiting.has(key)) this.#settle(key, 'silent');
    this.#release(terminalOf(request));
    this.#waiting.set(key, { request, since: this.#count });
    if (this.#waiting.size > this.#bounds.most) this.#settle(firstOf(this.#waiting), 'silent');
    return 'kept';
  }

  #answer(key: string, reply: HostMessage): Paired {
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) {
      const held = this.#heldBy(key, reply);
      if (held === undefined) return 'alone';
      return held.end === 'answered' ? 'repeat' : 'late';
    }
    this.#waiting.delete(key);
    this.#hold(key, { request: waiting.request, reply, reversal: null, end: 'answered' });
    return 'kept';
  }

  #settle(key: string, end: 'silent' | 'link_lost'): void {
    const { request } = this.#waiting.get(key)!;
    this.#waiting.delete(key);
    const exchange: Exchange = { request, reply: null, reversal: null, end };
    // What the terminal did since is what its next reversal will be about.
    if (this.#held.has(terminalOf(request))) this.#settled.push(exchange);
    else this.#hold(key, exchange);
  }

  #hold(key: string, exchange: Exchange): void {
    const terminal = terminalOf(exchange.request);
    this.#release(terminal);
    const reversal = this.#reversals.get(key);
    // From the newest on: a reversal seen before is of a sale that the log tells later.
    if (reversal !== undefined && timeOf(exchange.request) <= timeOf(reversal)) {
      this.#reversals.delete(key);
      this.#settled.push({ ...exchange, reversal });
      return;
    }
    this.#held.set(terminal, { key, exchange });
    if (this.#held.size > this.#bounds.most) this.#release(firstOf(this.#held));
  }

  #release(terminal: string): void {
    const held = this.#held.get(terminal);
    if (held === undefined) return;
    this.#held.delete(terminal);
    this.#settled.push(held.exchange);
  }

  #heldBy(key: string, message: HostMessage): Exchange | undefined {
    const held = this.#held.get(terminalOf(message));
    return held?.key === key ? held.exchange : undefined;
  }

  #settleOld(message: HostMessage): void {
    this.#count++;
    for (const [key, { request, since }] of this.#waiting) {
      const isOld =
        request.time !== null && message.time !== null
          ? message.time - request.time > this.#bounds.window
          : this.#count - since > this.#bounds.messages;
      if (!isOld) break;
      this.#settle(key, 'silent');
    }
    if (this.#reversals.size > this.#bounds.most) {
      const key = firstOf(this.#reversals);
      this.#settled.push(aloneOf(this.#reversals.get(key)!));
      this.#reversals.delete(key);
    }
  }

  #keyOf({ fields }: HostMessage): string | null {
    const trace = fields['11'];
    return fields['41'] === undefined || trace === undefined ? null : `${fields['41']} ${trace}`;
  }

  /**
   * Where a reversal says what it takes back: field 90 (MTI, trace number, …); its own trace number, which a UnionPay terminal leaves
   * as it was; field 61 (batch, trace number, …), where the reversal of a void names the sale before it.
   */
  #originalsOf({ fields }: HostMessage): readonly string[] {
    const traces = [fields['90']?.slice(4, 10), fields['11'], fields['61']?.slice(6, 12)];
    const written = traces.filter((trace) => trace !== undefined && /^\d{6}$/.test(trace) && trace !== '000000');
    return fields['41'] === undefined ? [] : [...new Set(written)].map((trace) => `${fields['41']} ${trace}`);
  }
}

const terminalOf = ({ fields }: HostMessage): string => fields['41'] ?? '';
const timeOf = ({ time, localTime }: HostMessage): number => time ?? localTime ?? 0;
const firstOf = (map: ReadonlyMap<string, unknown>): string => map.keys().next().value!;

/** The same request again, by a terminal or on its next leg: a new sale has another amount, batch or minute. */
function isSame(a: HostMessage, b: HostMessage): boolean {
  const isNear = Math.abs(timeOf(a) - timeOf(b)) <= 60_000;
  return isNear && a.fields['4'] === b.fields['4'] && a.fields['60.2'] === b.fields['60.2'];
}

/** A reversal under the trace number of what it takes back: so both have the same id. */
function asOriginal(key: string, reversal: HostMessage): HostMessage {
  const trace = key.slice(key.lastIndexOf(' ') + 1);
  return reversal.fields['11'] === trace ? reversal : { ...reversal, fields: { ...reversal.fields, '11': trace } };
}

/** The original never reached the host, only its reversal did: the terminal asked and got no answer. */
const aloneOf = (reversal: HostMessage): Exchange => ({ request: reversal, reply: null, reversal, end: 'silent' });
