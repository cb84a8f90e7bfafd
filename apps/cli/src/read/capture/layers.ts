import type { Packet } from './packet.ts';

/** A TCP segment: ports, addresses and payload as they lie in the packet. */
export type Segment = {
  readonly from: string;
  readonly to: string;
  readonly seq: number;
  readonly ack: number;
  readonly flags: number;
  readonly payload: Buffer;
};

export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const ACK = 16;

/** `fragment`: a piece of an IP packet, which is not put together; `link`: its link layer is not known; `other`: no TCP. */
export type NoSegment = 'fragment' | 'link' | 'other';

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const VLANS = new Set([0x8100, 0x88a8, 0x9100]);
const PPPOE = 0x8864;
const TCP = 6;
/** Extension headers of IPv6 that may stand before TCP (RFC 8200, 4): hop-by-hop, routing, destination options. */
const EXTENSIONS = new Set([0, 43, 60]);
const FRAGMENT = 44;

/** Where the IP packet begins, and which IP it is. */
type Below = { readonly at: number; readonly type: number };

const byVersion = (bytes: Buffer, at: number): Below => ({ at, type: (bytes[at] ?? 0) >> 4 === 6 ? IPV6 : IPV4 });

function ethernet(bytes: Buffer, start: number): Below {
  let at = start;
  let type = bytes.readUInt16BE(at);
  for (let tags = 0; VLANS.has(type) && tags < 4; tags++) {
    at += 4;
    type = bytes.readUInt16BE(at);
  }
  return type === PPPOE ? byVersion(bytes, at + 10) : { at: at + 2, type };
}

/** Link layers by their LINKTYPE_ number (tcpdump.org/linktypes.html). */
const LINKS: { readonly [link: number]: (bytes: Buffer) => Below } = {
  0: (bytes) => byVersion(bytes, 4), // BSD loopback
  1: (bytes) => ethernet(bytes, 12),
  12: (bytes) => byVersion(bytes, 0),
  14: (bytes) => byVersion(bytes, 0),
  101: (bytes) => byVersion(bytes, 0), // raw IP
  108: (bytes) => byVersion(bytes, 4), // OpenBSD loopback
  113: (bytes) => ethernet(bytes, 14), // Linux cooked
  228: (bytes) => byVersion(bytes, 0),
  229: (bytes) => byVersion(bytes, 0),
  276: (bytes) => ({ at: 20, type: bytes.readUInt16BE(0) }), // Linux cooked, version 2
};

/** The TCP segment in a packet, or why there is none. A packet that the capture cut gives what is there of it. */
export function segmentOf({ link, bytes }: Packet): Segment | NoSegment {
  const ipIn = LINKS[link];
  if (ipIn === undefined) return 'link';
  try {
    const below = ipIn(bytes);
    if (below.type === IPV4) return overIpv4(bytes, below.at);
    return below.type === IPV6 ? overIpv6(bytes, below.at) : 'other';
  } catch (error) {
    if (error instanceof RangeError) return 'other';
    throw error;
  }
}

/** RFC 791, 3.1. */
function overIpv4(bytes: Buffer, at: number): Segment | NoSegment {
  if (bytes[at + 9] !== TCP) return 'other';
  if ((bytes.readUInt16BE(at + 6) & 0x3fff) !== 0) return 'fragment';
  const header = (bytes[at]! & 15) * 4;
  // Offloading leaves the length of what is sent at 0.
  const end = at + (bytes.readUInt16BE(at + 2) || bytes.length - at);
  return overIp(
    bytes,
    at + header,
    end,
    bytes.toString('latin1', at + 12, at + 16),
    bytes.toString('latin1', at + 16, at + 20),
  );
}

/** RFC 8200, 3 and 4. */
function overIpv6(bytes: Buffer, at: number): Segment | NoSegment {
  const end = at + 40 + (bytes.readUInt16BE(at + 4) || bytes.length - at - 40);
  let next = bytes[at + 6]!;
  let from = at + 40;
  for (let headers = 0; EXTENSIONS.has(next) && headers < 8; headers++) {
    next = bytes.readUInt8(from);
    from += 8 + bytes.readUInt8(from + 1) * 8;
  }
  if (next === FRAGMENT) return 'fragment';
  if (next !== TCP) return 'other';
  return overIp(
    bytes,
    from,
    end,
    bytes.toString('latin1', at + 8, at + 24),
    bytes.toString('latin1', at + 24, at + 40),
  );
}

/** RFC 9293, 3.1. */
function overIp(bytes: Buffer, at: number, end: number, source: string, target: string): Segment | NoSegment {
  const payload = at + (bytes.readUInt8(at + 12) >> 4) * 4;
  if (payload < at + 20) return 'other';
  return {
    from: source + bytes.toString('latin1', at, at + 2),
    to: target + bytes.toString('latin1', at + 2, at + 4),
    seq: bytes.readUInt32BE(at + 4),
    ack: bytes.readUInt32BE(at + 8),
    flags: bytes[at + 13]!,
    payload: bytes.subarray(payload, Math.max(payload, Math.min(end, bytes.length))),
  };
}
