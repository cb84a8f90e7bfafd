import { createReadStream } from 'node:fs';
import { fail, quote } from '@duka/model';
import type { Source } from './sources.ts';
import { systemCause } from './system-cause.ts';
import { unpacked, unpackerFor } from './unpack.ts';

/** `head` holds the first plain bytes, at most 64 KiB; `bytes` gives all of them, the head included, unless it is `close`d. */
export type Opened = {
  readonly bytes: AsyncGenerator<Buffer>;
  readonly head: Buffer;
  readonly compressed: boolean;
  readonly close: () => void;
};

const HEAD = 64 * 1024;
const MAGIC = 4;

/**
 * Opens a source as plain bytes, unpacked where it is packed.
 * `onBytes` hears of each piece as it lies on disk, for the progress bar.
 */
export async function openBytes(source: Source, onBytes: (count: number) => void): Promise<Opened> {
  const raw = source.path === null ? process.stdin : createReadStream(source.path, { highWaterMark: 1 << 18 });
  const first = await peek(counted(raw, onBytes), MAGIC, source);
  const unpacker = unpackerFor(first.head);
  const plain = unpacker ? unpacked(first.bytes, unpacker) : first.bytes;
  return { ...(await peek(plain, HEAD, source)), compressed: unpacker !== null, close: () => raw.destroy() };
}

async function* counted(stream: AsyncIterable<Buffer>, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/**
 * Looks at the first bytes without losing them. What breaks off later breaks off for the reader of `bytes`.
 * @throws DukaError file.unreadable, file.damaged where not even the first byte can be read
 */
async function peek(chunks: AsyncGenerator<Buffer>, size: number, source: Source) {
  const seen: Buffer[] = [];
  let length = 0;
  let damage: Error | null = null;
  try {
    while (length < size) {
      const { value, done } = await chunks.next();
      if (done) break;
      seen.push(value);
      length += value.length;
    }
  } catch (error) {
    damage = error as Error;
    if (length === 0) throw unreadable(source, damage);
  }
  const head = Buffer.concat(seen);
  async function* all(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head;
    if (damage) throw damage;
    yield* chunks;
  }
  return { bytes: all(), head: head.subarray(0, size) };
}

function unreadable(source: Source, error: NodeJS.ErrnoException): Error {
  const detail = { path: quote(source.name, 200), cause: systemCause(error) };
  return /^Z/.test(error.code ?? '') ? fail('file.damaged', { ...detail, line: 0 }) : fail('file.unreadable', detail);
}
