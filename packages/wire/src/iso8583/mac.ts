import { toHex } from '../bytes/hex.ts';
import type { Spec } from './spec.ts';
import { Layout, walk } from './walk.ts';

/** Enciphers a block of eight bytes with the terminal's MAC key: DES, or 3DES for a key of double length. */
export type BlockCipher = (block: Uint8Array) => Uint8Array;

const BLOCK = 8;
const layout = new Layout();

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, at) => byte ^ b[at]!);

/** From the message type up to the MAC, in blocks of eight filled up with zeros, all added together. */
function foldBlocks(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const folded = new Uint8Array(BLOCK);
  for (let at = start; at < end; at++) folded[(at - start) % BLOCK]! ^= bytes[at]!;
  return folded;
}

/**
 * The MAC of a UnionPay terminal message by its ECB method (Q/CUP 009): the folded message as 16 hex digits, the first
 * eight enciphered, added to the other eight and enciphered again; the first eight hex digits of that are field 64.
 * @returns field 64 in hex, as `unpack` gives it
 * @throws WireError as `walk`
 */
export function unionPayMac(bytes: Uint8Array, spec: Spec, encipher: BlockCipher, start = 0): string {
  walk(bytes, spec, start, layout);
  const last = layout.places[layout.count - 1];
  const end = last?.field?.no === 64 ? last.value - last.field.prefix : bytes.length;
  const digits = ascii(toHex(foldBlocks(bytes, layout.mti, end)));
  const half = encipher(digits.slice(0, BLOCK));
  const whole = encipher(xor(half, digits.slice(BLOCK)));
  return toHex(ascii(toHex(whole).slice(0, BLOCK)));
}
