import type { Packet, PacketReader } from './packet.ts';
import { CaptureDamage, LARGEST_BLOCK, wholeMs } from './packet.ts';

/** Block types of draft-ietf-opsawg-pcapng, section 4. */
const SECTION = 0x0a0d0d0a;
const INTERFACE = 1;
const OLD_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;

const BYTE_ORDER = 0x1a2b3c4d;
const OPTION_RESOLUTION = 9;
const OPTION_OFFSET = 14;
const SHORTEST_BLOCK = 12;

type Interface = { readonly link: number; readonly ticksPerMs: number; readonly offsetMs: number };

export const isPcapng = (head: Buffer): boolean => head.length >= 4 && head.readUInt32BE(0) === SECTION;

export function pcapngReader(): PacketReader {
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  let little = true;
  let interfaces: Interface[] = [];
  const u16 = (bytes: Buffer, at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (bytes: Buffer, at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));

  /** Options of a block from `at` on: code, length, value filled up to 4 bytes. */
  function optionsOf(block: Buffer, from: number): Map<number, Buffer> {
    const options = new Map<number, Buffer>();
    let at = from;
    while (at + 4 <= block.length - 4) {
      const code = u16(block, at);
      const length = u16(block, at + 2);
      if (code === 0) break;
      options.set(code, block.subarray(at + 4, at + 4 + length));
      at += 4 + Math.ceil(length / 4) * 4;
    }
    return options;
  }

  function interfaceOf(block: Buffer): Interface {
    const options = optionsOf(block, 16);
    const resolution = options.get(OPTION_RESOLUTION)?.[0] ?? 6;
    const perSecond = resolution & 0x80 ? 2 ** (resolution & 0x7f) : 10 ** resolution;
    const offset = options.get(OPTION_OFFSET);
    const seconds = offset?.length === 8 ? Number(little ? offset.readBigInt64LE(0) : offset.readBigInt64BE(0)) : 0;
    return { link: u16(block, 8), ticksPerMs: perSecond / 1000, offsetMs: seconds * 1000 };
  }

  function packetOf(block: Buffer, type: number): Packet | null {
    if (type === SIMPLE_PACKET) {
      const full = u32(block, 8);
      const kept = Math.min(full, block.length - 16);
      const link = interfaces[0]?.link;
      if (link === undefined) return null;
      return { number: ++number, time: null, link, bytes: block.subarray(12, 12 + kept), isCut: kept < full };
    }
    if (block.length < 32) return null;
    const at = interfaces[type === OLD_PACKET ? u16(block, 8) : u32(block, 8)];
    const kept = Math.min(u32(block, 20), block.length - 32);
    if (at === undefined) return null;
    const ticks = u32(block, 12) * 2 ** 32 + u32(block, 16);
    return {
      number: ++number,
      time: wholeMs(ticks / at.ticksPerMs + at.offsetMs),
      link: at.link,
      bytes: block.subarray(28, 28 + kept),
      isCut: u32(block, 24) > kept,
    };
  }

  function push(chunk: Buffer): readonly Packet[] {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const packets: Packet[] = [];
    let at = 0;
    while (bytes.length - at >= SHORTEST_BLOCK) {
      if (bytes.readUInt32BE(at) === SECTION) {
        little = bytes.readUInt32LE(at + 8) === BYTE_ORDER;
        interfaces = [];
      }
      const type = u32(bytes, at);
      const length = u32(bytes, at + 4);
      if (length < SHORTEST_BLOCK || length % 4 !== 0 || length > LARGEST_BLOCK)
        throw new CaptureDamage(number, packets);
      if (bytes.length - at < length) break;
      const block = bytes.subarray(at, at + length);
      if (type === INTERFACE && length >= 20) interfaces.push(interfaceOf(block));
      if (type === ENHANCED_PACKET || type === OLD_PACKET || (type === SIMPLE_PACKET && length >= 16)) {
        const packet = packetOf(block, type);
        if (packet !== null) packets.push(packet);
      }
      at += length;
    }
    held = bytes.subarray(at);
    return packets;
  }

  return { push, rest: () => held.length };
}
