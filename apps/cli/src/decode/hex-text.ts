import { HexLines } from '../read/host/hex-lines.ts';

/** What programs and people put between bytes and around them: 0x60, 0x00 or \x60\x00 or {60,00} or 60h 00h. */
const AROUND = /0x|\\x|(?<=[0-9a-f]{2})h(?![0-9a-z])|[,;{}[\]()"']/gi;
const HEX = /^[0-9a-f\s:-]+$/i;

/** The digits of a text that is hex and nothing else, however it is written; null where it is something else. */
export function hexDigitsOf(text: string): string | null {
  if (HEX.test(text)) return text;
  const digits = text.replace(AROUND, ' ');
  return HEX.test(digits) && !/(?<![0-9a-f])[0-9a-f](?![0-9a-f])/i.test(digits) ? digits : null;
}

export type FoundHex = { readonly line: number; readonly bytes: Uint8Array };

/** The messages that stand in hex among other text: in lines of a log, or in dumps (xxd, hexdump -C, Wireshark, tcpdump -X). */
export function hexWithin(raw: Uint8Array): readonly FoundHex[] {
  if (raw.includes(0)) return [];
  // Whatever the encoding of the other text, the digits are ASCII.
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  const scanner = new HexLines();
  const found = text.split(/\r?\n/).flatMap((line, at) => scanner.take(line, at + 1));
  return [...found, ...scanner.end()]
    .filter(({ bytes }) => bytes.length > 0)
    .map(({ line, bytes }) => ({ line, bytes: new Uint8Array(bytes) }));
}
