import { complain } from '@duka/model';
import type { Place } from '@duka/runtime';
import { isReply } from '@duka/runtime';
import { WireError } from '@duka/wire';
import type { FrameSplitter, Spec } from '@duka/wire/iso8583';
import { frameSplitter } from '@duka/wire/iso8583';
import { segmentOf } from '../capture/layers.ts';
import type { Packet, PacketReader } from '../capture/packet.ts';
import { CaptureDamage } from '../capture/packet.ts';
import type { Direction, Seen, TcpListener } from '../capture/tcp.ts';
import { TcpStreams } from '../capture/tcp.ts';
import type { RawRecord } from '../raw-record.ts';
import type { Source } from '../sources.ts';
import type { HostReading } from './host-reading.ts';
import { readMessage, understand } from './wire-reading.ts';

/** So much of a direction is looked at for a message before it is given up. */
const LOOKED_AT = 16_384;

/** What one direction of a connection carries: not known yet, messages, or nothing that can be read. */
type Carrying = Unknown | Messages | typeof NOTHING;
const NOTHING = { kind: 'nothing' } as const;
type Unknown = { kind: 'unknown'; held: Buffer; marks: Mark[] };
type Messages = { kind: 'messages'; spec: Spec; splitter: FrameSplitter; length: number; marks: Mark[] };

/** A connection: what each side carries, and which one asks. */
type Conversation = { readonly sides: Map<string, Carrying>; asking: string | null };

/** From this byte of the direction on, what came was seen then. */
type Mark = { readonly offset: number; readonly seen: Seen };

/** A network capture: the messages in its TCP connections. Places count packets, as Wireshark does. */
export async function* readCapture(
  bytes: AsyncIterable<Buffer>,
  reader: PacketReader,
  specs: readonly Spec[],
  source: Source,
  host: HostReading,
): AsyncGenerator<readonly RawRecord[]> {
  const conversations = new Conversations(specs, source, host);
  let last = 0;
  const take = (some: readonly Packet[]): readonly RawRecord[] => {
    for (const packet of some) conversations.take(packet);
    last = some.at(-1)?.number ?? last;
    return [...conversations.drain(), ...host.drain()];
  };
  let isDamaged = false;
  try {
    for await (const chunk of bytes) yield take(reader.push(chunk));
    isDamaged = reader.rest() > 0;
  } catch (error) {
    if (!(error instanceof CaptureDamage)) throw error;
    yield take(error.before);
    isDamaged = true;
  }
  conversations.end();
  const records = [...conversations.drain(), ...host.drain()];
  if (isDamaged) records.push({ line: last + 1, complaint: complain('import.capture', { packet: last }) });
  yield records;
}

class Conversations implements TcpListener {
  readonly #streams: TcpStreams = new TcpStreams(this);
  readonly #conversations = new Map<string, Conversation>();
  readonly #source: Source;
  readonly #host: HostReading;
  readonly #options: ReturnType<HostReading['optionsFor']>;
  #specs: readonly Spec[];
  #records: RawRecord[] = [];

  constructor(specs: readonly Spec[], source: Source, host: HostReading) {
    this.#specs = specs;
    this.#source = source;
    this.#host = host;
    this.#options = host.optionsFor(source);
  }

  take(packet: Packet): void {
    const segment = segmentOf(packet);
    if (segment === 'fragment') this.#host.leftOut('fragment', this.#placeOf(packet));
    if (segment === 'link') this.#host.leftOut('link_layer', this.#placeOf(packet));
    if (typeof segment === 'string') return;
    this.#streams.take(segment, { number: packet.number, time: packet.time });
  }

  end(): void {
    this.#streams.end();
    for (const connection of [...this.#conversations.keys()]) this.onForget(connection);
  }

  drain(): readonly RawRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  onData(direction: Direction, bytes: Buffer, seen: Seen): void {
    const { sides } = this.#conversationOf(direction.connection);
    const carrying = sides.get(direction.from) ?? { kind: 'unknown', held: Buffer.alloc(0), marks: [] };
    if (carrying.kind === 'messages') this.#read(direction, carrying, bytes, seen);
    else if (carrying.kind === 'unknown') sides.set(direction.from, this.#learn(direction, carrying, bytes, seen));
  }

  onGap({ connection, from }: Direction, _bytes: number, seen: Seen): void {
    this.#host.leftOut('lost_bytes', this.#placeOf(seen));
    const carrying = this.#conversations.get(connection)?.sides.get(from);
    if (carrying === undefined || carrying.kind === 'nothing') return;
    carrying.marks = [];
    if (carrying.kind === 'unknown') {
      carrying.held = Buffer.alloc(0);
      return;
    }
    carrying.splitter.end();
    carrying.splitter = frameSplitter(carrying.spec);
    carrying.length = 0;
  }

  onEnd({ connection, from }: Direction): void {
    const asking = this.#conversations.get(connection)?.asking ?? null;
    this.onForget(connection);
    // Who asked and hangs up has given up waiting; the other side has cut it off.
    if (asking !== null && asking !== from) this.#host.breakOff(this.#nameOf(connection));
  }

  onForget(connection: string): void {
    for (const carrying of this.#conversations.get(connection)?.sides.values() ?? []) this.#finish(carrying);
    this.#conversations.delete(connection);
  }

  #conversationOf(connection: string): Conversation {
    let conversation = this.#conversations.get(connection);
    if (conversation === undefined) {
      conversation = { sides: new Map(), asking: null };
      this.#conversations.set(connection, conversation);
    }
    return conversation;
  }

  /** What a side carries, now that it has said more. */
  #learn(direction: Direction, carrying: Unknown, bytes: Buffer, seen: Seen): Carrying {
    carrying.marks.push({ offset: carrying.held.length, seen });
    carrying.held = Buffer.concat([carrying.held, bytes]);
    const { held, marks } = carrying;
    if (isTls(held)) {
      this.#host.leftOut('encrypted', this.#placeOf(marks[0]!.seen));
      return NOTHING;
    }
    const understood = understand(held, this.#specs);
    if (understood !== null) {
      const { spec } = understood;
      if (this.#specs[0] !== spec) this.#specs = [spec, ...this.#specs.filter((other) => other !== spec)];
      const messages: Messages = { kind: 'messages', spec, splitter: frameSplitter(spec), length: held.length, marks };
      this.#split(direction, messages, held);
      return messages;
    }
    if (held.length <= LOOKED_AT) return carrying;
    this.#finish(carrying);
    return NOTHING;
  }

  #read(direction: Direction, carrying: Messages, bytes: Buffer, seen: Seen): void {
    carrying.marks.push({ offset: carrying.length, seen });
    carrying.length += bytes.length;
    this.#split(direction, carrying, bytes);
  }

  #split(direction: Direction, { marks, splitter, spec }: Messages, bytes: Buffer): void {
    for (const frame of splitter.push(bytes)) {
      while ((marks[1]?.offset ?? Number.POSITIVE_INFINITY) <= frame.offset) marks.shift();
      const { seen } = marks[0]!;
      if (frame.kind === 'skipped') this.#host.leftOut('other_bytes', this.#placeOf(seen));
      else this.#take(direction, frame.bytes, spec, seen);
    }
  }

  #take({ connection, from }: Direction, bytes: Uint8Array, spec: Spec, seen: Seen): void {
    const place = this.#placeOf(seen);
    try {
      const sighting = { place, time: seen.time, connection: this.#nameOf(connection) };
      const message = readMessage(bytes, spec, sighting, this.#options);
      if (!isReply(message.mti)) this.#conversationOf(connection).asking = from;
      this.#host.take(message);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      const where = { zh: '报文', en: 'the message' };
      this.#records.push({ line: place.line, complaint: complain('import.message', { where, cause: error.text }) });
    }
  }

  #finish(carrying: Carrying): void {
    const [first] = carrying.kind === 'unknown' ? carrying.marks : [];
    if (first !== undefined) this.#host.leftOut('not_iso8583', this.#placeOf(first.seen));
  }

  #placeOf({ number }: { readonly number: number }): Place {
    return { file: this.#source.name, line: number };
  }

  /** Connections of different captures are different. */
  #nameOf(connection: string): string {
    return `${this.#source.id} ${connection}`;
  }
}

/** A record of TLS (RFC 8446, 5.1): type, then version 3.x. */
const isTls = (bytes: Buffer): boolean =>
  bytes.length >= 3 && bytes[0]! >= 0x14 && bytes[0]! <= 0x17 && bytes[1] === 3 && bytes[2]! <= 4;
