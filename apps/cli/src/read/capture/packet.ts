import { LATEST_TIME } from '@duka/runtime';

/** A packet as a capture holds it. `number` counts from 1, as Wireshark does; `time` in ms since 1970, null where the capture has none. */
export type Packet = {
  readonly number: number;
  readonly time: number | null;
  /** LINKTYPE_ of tcpdump.org. */
  readonly link: number;
  readonly bytes: Buffer;
  /** The capture kept less of it than there was. */
  readonly isCut: boolean;
};

/** Reads captures chunk by chunk. */
export type PacketReader = {
  /** The packets that are whole now. @throws CaptureDamage where what follows cannot be read */
  readonly push: (chunk: Buffer) => readonly Packet[];
  /** Bytes of a packet that the end of the file cut off. */
  readonly rest: () => number;
};

/** A capture whose lengths no longer make sense: what follows cannot be found. */
export class CaptureDamage extends Error {
  readonly packet: number;
  /** Packets that were read before the damage. */
  readonly before: readonly Packet[];

  constructor(packet: number, before: readonly Packet[]) {
    super(`capture damaged after packet ${packet}`);
    this.name = 'CaptureDamage';
    this.packet = packet;
    this.before = before;
  }
}

/** No capture has larger blocks; what says so is damaged. */
export const LARGEST_BLOCK = 1 << 24;

/**
 * A capture's time in whole ms. Ticks of nanoseconds are more than a double counts exactly: what is a microsecond from the next ms is
 * that ms.
 */
export function wholeMs(ms: number): number | null {
  const whole = Math.floor(Math.round(ms * 1000) / 1000);
  return whole >= 0 && whole <= LATEST_TIME ? whole : null;
}
