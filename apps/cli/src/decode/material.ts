import { parseHex } from '@duka/wire/bytes';
import { encodingOf } from '../read/encoding.ts';
import { STANDARD_INPUT } from '../read/sources.ts';
import { hexDigitsOf, hexWithin } from './hex-text.ts';

/** What was given to decode: bytes as they lie, or text, which may be hex. */
export type Material = {
  /** Safe to show. */
  readonly name: string;
  readonly raw: Uint8Array;
  /** Null where it is no text. */
  readonly text: string | null;
};

const PRINTABLE = /^[\t\r\n -~]*$/;
const BYTE_ORDER_MARK = /^\xef\xbb\xbf/;

export function materialOf(name: string, given: Uint8Array): Material {
  const raw = fromUtf16(given) ?? given;
  // Characters above ASCII occur in none of the texts that are decoded here.
  const latin1 = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
    .toString('latin1')
    .replace(BYTE_ORDER_MARK, '');
  const isText = latin1.length < LONGEST_TEXT && PRINTABLE.test(latin1);
  return { name, raw, text: isText ? latin1.trim() : null };
}

/** Text as PowerShell and Notepad save it, in UTF-8; null where it is none. */
function fromUtf16(raw: Uint8Array): Uint8Array | null {
  const encoding = encodingOf(Buffer.from(raw.subarray(0, 2)));
  if (!encoding.startsWith('utf-16')) return null;
  const text = new TextDecoder(encoding).decode(raw);
  return text.includes('\u0000') ? null : Buffer.from(text);
}

/** A message in hex is far shorter. */
const LONGEST_TEXT = 1_000_000;

/**
 * The bytes that are meant: those of the hex, or as they lie.
 * @throws WireError `hex.digit`, `hex.odd` for a text that is no hex
 */
export function bytesOf({ raw, text }: Material): Uint8Array {
  return text === null ? raw : parseHex(hexDigitsOf(text) ?? text);
}

/** The same, or null where the text is no hex. @throws WireError `hex.odd` */
export function bytesIn(material: Material): Uint8Array | null {
  const { text } = material;
  return text === null || hexDigitsOf(text) !== null ? bytesOf(material) : null;
}

/** What stands in hex within a text, each with its line. */
export function messagesWithin({ name, raw }: Material): readonly Material[] {
  return hexWithin(raw).map(({ line, bytes }) => {
    return { name: isNamed(name) ? `${name}:${line}` : name, raw: bytes, text: null };
  });
}

/** Whether it came from a file. */
export const isNamed = (name: string): boolean => name !== '' && name !== STANDARD_INPUT;

/** The characters that are meant: the text, or what the bytes spell. */
export const charactersOf = ({ raw, text }: Material): string => text ?? Buffer.from(raw).toString('latin1');
