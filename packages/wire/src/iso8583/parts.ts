import { readTlv, type Tlv } from '../bytes/ber.ts';
import { Cursor } from '../bytes/cursor.ts';
import { parseHex } from '../bytes/hex.ts';
import { WireError } from '../errors.ts';
import type { Spec } from './spec.ts';

/** The sub-fields of a field's value by their id (`60.5`), as far as the value goes; one that is cut off is left out. */
export function partsOf(spec: Spec, no: number, value: string): { readonly [id: string]: string } {
  const parts: { [id: string]: string } = {};
  let at = 0;
  for (const { id, length } of spec.ready[no]?.row.parts ?? []) {
    if (at + length > value.length) break;
    parts[id] = value.slice(at, at + length);
    at += length;
  }
  return parts;
}

function addTags(all: readonly Tlv[], hex: string, tags: { [tag: string]: string }): void {
  for (const { tag, value, children } of all) {
    if (children) addTags(children, hex, tags);
    else tags[tag] ??= hex.slice(value.offset * 2, value.end * 2);
  }
}

/** The primitive data objects of a field 55 as `unpack` gives it, by tag; of one that comes twice the first. */
export function tagsOf(hex: string): { readonly [tag: string]: string } {
  const tags: { [tag: string]: string } = {};
  try {
    addTags(readTlv(new Cursor(parseHex(hex.replaceAll('*', '0')))), hex, tags);
  } catch (error) {
    // What could not be read was hidden whole, and said, by `unpack`.
    if (!(error instanceof WireError)) throw error;
  }
  return tags;
}
