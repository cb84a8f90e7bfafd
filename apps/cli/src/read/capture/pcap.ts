import type { Packet, PacketReader } from './packet.ts';
import { CaptureDamage, LARGEST_BLOCK, wholeMs } from './packet.ts';

/** The libpcap file format (draft-ietf-opsawg-pcap): magic number, byte order, and what a tick of its times is. */
const MAGICS: { readonly [hex: string]: { readonly little: boolean; readonly ticksPerMs: number } } = {
  a1b2c3d4: { little: false, ticksPerMs: 1000 },
  d4c3b2a1: { little: true, ticksPerMs: 1000 },
  a1b23c4d: { little: false, ticksPerMs: 1e6 },
  '4d3cb2a1': { little: true, ticksPerMs: 1e6 },
};
const FILE_HEADER = 24;
const PACKET_HEADER = 16;

export const isPcap = (head: Buffer): boolean => head.subarray(0, 4).toString('hex') in MAGICS;

export function pcapReader(): PacketReader {
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  let format: { little: boolean; ticksPerMs: number; link: number } | null = null;
  const u32 = (bytes: Buffer, at: number): number => (format?.little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));

  function push(chunk: Buffer): readonly Packet[] {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const packets: Packet[] = [];
    let at = 0;
    if (format === null) {
      if (bytes.length < FILE_HEADER) {
        held = bytes;
        return packets;
      }
      format = { ...MAGICS[bytes.subarray(0, 4).toString('hex')]!, link: 0 };
      // The upper bits say how long a frame check sequence is (section 4).
      format.link = u32(bytes, 20) & 0xffff;
      at = FILE_HEADER;
    }
    while (bytes.length - at >= PACKET_HEADER) {
      const kept = u32(bytes, at + 8);
      if (kept > LARGEST_BLOCK) throw new CaptureDamage(number, packets);
      if (bytes.length - at < PACKET_HEADER + kept) break;
      const from = at + PACKET_HEADER;
      packets.push({
        number: ++number,
        time: wholeMs(u32(bytes, at) * 1000 + u32(bytes, at + 4) / format.ticksPerMs),
        link: format.link,
        bytes: bytes.subarray(from, from + kept),
        isCut: u32(bytes, at + 12) > kept,
      });
      at = from + kept;
    }
    held = bytes.subarray(at);
    return packets;
  }

  return { push, rest: () => held.length };
}
