/** A TCP segment to be captured. */
export type Sent = {
  readonly from: Side;
  readonly seq: number;
  readonly ack?: number;
  readonly flags?: number;
  readonly payload?: Buffer;
  /** ms since 1970 */
  readonly time: number;
};
export type Side = { readonly address: string; readonly port: number };

export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const ACK = 16;

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

function tcp({ from, seq, ack = 0, flags = ACK, payload = Buffer.alloc(0) }: Sent, to: Side): Buffer {
  const head = [u16(from.port), u16(to.port), u32(seq), u32(ack), Buffer.from([0x50, flags]), u16(65_535), u32(0)];
  return Buffer.concat([...head, payload]);
}

const isV6 = (address: string): boolean => address.includes(':');
const ipv4 = (address: string): Buffer => Buffer.from(address.split('.').map(Number));
const ipv6 = (address: string): Buffer =>
  Buffer.concat(address.split(':').map((part) => u16(Number.parseInt(part, 16))));

function ip(sent: Sent, to: Side, fragment = 0): Buffer {
  const body = tcp(sent, to);
  if (isV6(to.address)) {
    const head = [Buffer.from([0x60, 0, 0, 0]), u16(body.length + 8), Buffer.from([60, 64])];
    // A destination option of padding stands before TCP.
    const option = Buffer.from([6, 0, 1, 4, 0, 0, 0, 0]);
    return Buffer.concat([...head, ipv6(sent.from.address), ipv6(to.address), option, body]);
  }
  const head = [Buffer.from([0x45, 0]), u16(20 + body.length), u16(1), u16(fragment), Buffer.from([64, 6]), u16(0)];
  return Buffer.concat([...head, ipv4(sent.from.address), ipv4(to.address), body]);
}

const typeOf = (packet: Buffer): number => (packet[0]! >> 4 === 6 ? 0x86dd : 0x0800);
const MACS = Buffer.alloc(12, 2);

/** Ways to wrap an IP packet, with their LINKTYPE_ numbers. */
export const LINKS: { readonly [name: string]: { readonly type: number; readonly wrap: (packet: Buffer) => Buffer } } =
  {
    Ethernet: { type: 1, wrap: (packet) => Buffer.concat([MACS, u16(typeOf(packet)), packet, Buffer.alloc(6)]) },
    'Ethernet with two VLAN tags': {
      type: 1,
      wrap: (packet) => Buffer.concat([MACS, u16(0x88a8), u16(7), u16(0x8100), u16(8), u16(typeOf(packet)), packet]),
    },
    PPPoE: {
      type: 1,
      wrap: (packet) =>
        Buffer.concat([MACS, u16(0x8864), Buffer.from([0x11, 0]), u16(1), u16(packet.length + 2), u16(0x21), packet]),
    },
    'BSD loopback': { type: 0, wrap: (packet) => Buffer.concat([Buffer.from([2, 0, 0, 0]), packet]) },
    'raw IP': { type: 101, wrap: (packet) => packet },
    'Linux cooked': { type: 113, wrap: (packet) => Buffer.concat([Buffer.alloc(14), u16(typeOf(packet)), packet]) },
    'Linux cooked 2': { type: 276, wrap: (packet) => Buffer.concat([u16(typeOf(packet)), Buffer.alloc(18), packet]) },
  };

export type Packet = { readonly time: number; readonly bytes: Buffer };

export function packetsOf(
  sent: readonly Sent[],
  sides: readonly [Side, Side],
  link = 'Ethernet',
  fragment = 0,
): Packet[] {
  return sent.map((one) => {
    const to = one.from === sides[0] ? sides[1] : sides[0];
    return { time: one.time, bytes: LINKS[link]!.wrap(ip(one, to, fragment)) };
  });
}

/** A pcap file; `nano`: with times in nanoseconds, the bytes in network order. */
export function pcap(packets: readonly Packet[], linkType = 1, nano = false): Buffer {
  const n32 = (value: number): Buffer => (nano ? u32(value) : u32(value).reverse());
  const n16 = (value: number): Buffer => (nano ? u16(value) : u16(value).reverse());
  const head = [n32(nano ? 0xa1b23c4d : 0xa1b2c3d4), n16(2), n16(4), n32(0), n32(0), n32(65_535), n32(linkType)];
  const body = packets.flatMap(({ time, bytes }) => [
    n32(Math.floor(time / 1000)),
    n32((time % 1000) * (nano ? 1e6 : 1000)),
    n32(bytes.length),
    n32(bytes.length),
    bytes,
  ]);
  return Buffer.concat([...head, ...body]);
}

/** A pcapng file with a time resolution of `10 ** -digits` seconds, and a block of another kind that readers pass over. */
export function pcapng(packets: readonly Packet[], linkType = 1, digits = 6, little = true): Buffer {
  const n32 = (value: number): Buffer => (little ? u32(value).reverse() : u32(value));
  const n16 = (value: number): Buffer => (little ? u16(value).reverse() : u16(value));
  const block = (type: number, ...parts: readonly Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    return Buffer.concat([n32(type), n32(padded.length + 12), padded, n32(padded.length + 12)]);
  };
  const section = block(0x0a0d0d0a, n32(0x1a2b3c4d), n16(1), n16(0), Buffer.alloc(8, 0xff));
  const resolution = Buffer.concat([n16(9), n16(1), Buffer.from([digits, 0, 0, 0]), Buffer.alloc(4)]);
  const at = block(1, n16(linkType), n16(0), n32(65_535), resolution);
  const names = block(4, Buffer.alloc(4));
  const body = packets.map(({ time, bytes }) => {
    const ticks = BigInt(time) * 10n ** BigInt(digits - 3);
    return block(
      6,
      n32(0),
      n32(Number(ticks >> 32n)),
      n32(Number(ticks & 0xffffffffn)),
      n32(bytes.length),
      n32(bytes.length),
      bytes,
    );
  });
  return Buffer.concat([section, at, names, ...body]);
}
