/** How a text file is written: UTF-8, or what spreadsheets on Windows still write (UTF-16, and GB 18030 in China). */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** By the byte order mark; else UTF-8, unless the bytes are no UTF-8 and are GB 18030. */
export function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return !isWritten(head, 'utf-8') && isWritten(head, 'gb18030') ? 'gb18030' : 'utf-8';
}

/** `stream` forgives a character that the end of the head cuts through. */
function isWritten(head: Buffer, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Lines that end with a carriage return alone, as spreadsheets on a Mac write them; a text of one line has none. */
export const endsWithReturns = (head: Buffer): boolean =>
  !head.includes(NEWLINE) && head.includes(RETURN) && !head.includes(0);

/** Carriage returns as newlines. */
export async function* withNewlines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) yield chunk.map((byte) => (byte === RETURN ? NEWLINE : byte)) as Buffer;
}

export async function* toUtf8(bytes: AsyncGenerator<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    yield* bytes;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
