import type { Segment } from './layers.ts';
import { ACK, FIN, RST, SYN } from './layers.ts';

/** When and where bytes were seen. */
export type Seen = { readonly number: number; readonly time: number | null };

/** One direction of one connection; the other one is `to`'s. */
export type Direction = { readonly connection: string; readonly from: string };

/** Hears what connections carry, in order and once. */
export type TcpListener = {
  readonly onData: (direction: Direction, bytes: Buffer, seen: Seen) => void;
  /** So many bytes are not in the capture. */
  readonly onGap: (direction: Direction, bytes: number, seen: Seen) => void;
  /** Nothing more comes: `from` closed first, or broke it off. */
  readonly onEnd: (direction: Direction) => void;
  /** Nothing more is expected: it was silent for longer than all others. */
  readonly onForget: (connection: string) => void;
};

/** What waits for bytes before it: beyond this they will not come. */
const MOST_WAITING = 64;
const MOST_WAITING_BYTES = 1 << 18;
/** Connections that are kept in mind; the one that was silent longest goes first. */
const MOST_CONNECTIONS = 20_000;

type Waiting = { readonly seq: number; readonly bytes: Buffer; readonly seen: Seen };
type Half = Direction & { next: number | null; waiting: Waiting[]; fin: number | null };
type Connection = { readonly name: string; readonly halves: Map<string, Half> };

/** Distance of sequence numbers, which go round (RFC 9293, 3.4). */
const distance = (to: number, from: number): number => (to - from) | 0;

/**
 * Puts TCP streams together: segments out of order, sent again or overlapping, and segments that the capture missed. The first bytes
 * of a place count. A capture may begin in the middle of a connection.
 */
export class TcpStreams {
  readonly #listener: TcpListener;
  readonly #connections = new Map<string, Connection>();
  #names = 0;

  constructor(listener: TcpListener) {
    this.#listener = listener;
  }

  take(segment: Segment, seen: Seen): void {
    const { from, to, seq, flags, payload } = segment;
    const key = from < to ? from + to : to + from;
    const isOpening = (flags & SYN) !== 0 && (flags & ACK) === 0;
    let connection = this.#connections.get(key);
    if (connection !== undefined && isOpening && !isSameOpening(connection.halves.get(from), seq)) {
      this.#end(key, connection, from);
      connection = undefined;
    }
    connection ??= { name: String(++this.#names), halves: new Map() };
    this.#keep(key, connection);
    const half = halfOf(connection, from);
    if ((flags & SYN) !== 0) half.next = (seq + 1) >>> 0;
    else if (payload.length > 0) this.#receive(half, { seq, bytes: payload, seen });
    if ((flags & ACK) !== 0) this.#acknowledged(halfOf(connection, to), segment.ack, seen);
    if ((flags & FIN) !== 0) half.fin = (seq + payload.length) >>> 0;
    const isOver = half.fin !== null && half.next !== null && distance(half.next, half.fin) >= 0;
    if ((flags & RST) !== 0 || isOver) this.#end(key, connection, from);
  }

  /** The capture ends: what waits is given, with its gaps. */
  end(): void {
    for (const { halves } of this.#connections.values()) {
      for (const half of halves.values()) this.#giveUp(half);
    }
    this.#connections.clear();
  }

  #keep(key: string, connection: Connection): void {
    this.#connections.delete(key);
    this.#connections.set(key, connection);
    if (this.#connections.size <= MOST_CONNECTIONS) return;
    const [oldest, silent] = this.#connections.entries().next().value!;
    for (const half of silent.halves.values()) this.#giveUp(half);
    this.#connections.delete(oldest);
    this.#listener.onForget(silent.name);
  }

  #end(key: string, connection: Connection, from: string): void {
    for (const half of connection.halves.values()) this.#giveUp(half);
    this.#connections.delete(key);
    this.#listener.onEnd({ connection: connection.name, from });
  }

  #receive(half: Half, segment: Waiting): void {
    half.next ??= segment.seq;
    const ahead = distance(segment.seq, half.next);
    if (ahead <= 0) {
      this.#deliver(half, segment);
      this.#deliverWaiting(half);
      return;
    }
    const place = half.waiting.findIndex(({ seq }) => distance(seq, segment.seq) > 0);
    half.waiting.splice(place < 0 ? half.waiting.length : place, 0, segment);
    const bytes = half.waiting.reduce((sum, one) => sum + one.bytes.length, 0);
    if (half.waiting.length > MOST_WAITING || bytes > MOST_WAITING_BYTES) this.#skip(half);
  }

  /** The receiver has what the capture has not: it will not come again. */
  #acknowledged(half: Half, ack: number, { number }: Seen): void {
    const [first] = half.waiting;
    if (first !== undefined && first.seen.number < number && distance(ack, first.seq) > 0) this.#skip(half);
  }

  /** Gives what of the segment was not given yet. */
  #deliver(half: Half, { seq, bytes, seen }: Waiting): void {
    const known = -distance(seq, half.next!);
    if (known >= bytes.length) return;
    half.next = (seq + bytes.length) >>> 0;
    this.#listener.onData(half, bytes.subarray(known), seen);
  }

  #deliverWaiting(half: Half): void {
    while (half.waiting.length > 0 && distance(half.waiting[0]!.seq, half.next!) <= 0) {
      this.#deliver(half, half.waiting.shift()!);
    }
  }

  #skip(half: Half): void {
    const [first] = half.waiting;
    if (first === undefined) return;
    this.#listener.onGap(half, distance(first.seq, half.next!), first.seen);
    half.next = first.seq;
    this.#deliverWaiting(half);
  }

  #giveUp(half: Half): void {
    while (half.waiting.length > 0) this.#skip(half);
  }
}

function halfOf({ name, halves }: Connection, from: string): Half {
  let half = halves.get(from);
  if (half === undefined) {
    half = { connection: name, from, next: null, waiting: [], fin: null };
    halves.set(from, half);
  }
  return half;
}

/** An opening that is sent again is no new connection on the same ports. */
const isSameOpening = (half: Half | undefined, seq: number): boolean =>
  half?.next == null || distance(half.next, (seq + 1) >>> 0) === 0;
