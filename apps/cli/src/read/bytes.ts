import { createReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { fail, quote } from '@duka/model';
import type { Source } from './sources.ts';
import { systemCause } from './sources.ts';

export type Opened = { readonly stream: Readable; readonly head: Buffer; readonly compressed: boolean };

const HEAD = 64 * 1024;

/**
 * Opens a source as plain bytes: gzip (RFC 1952) and zstd (RFC 8878) are recognised by their first bytes and unpacked.
 * `head` holds the first plain bytes, at most 64 KiB; `stream` gives all of them, the head included.
 * `onBytes` hears of each piece as it lies on disk, for the progress bar.
 */
export async function openBytes(source: Source, onBytes: (count: number) => void): Promise<Opened> {
  const raw = source.path === null ? process.stdin : createReadStream(source.path, { highWaterMark: 1 << 18 });
  const counted = Readable.from(count(raw, onBytes), { objectMode: false });
  const first = await peek(counted, 4, source);
  const unpack = unpackerFor(first.head);
  if (!unpack) return { ...(await peek(first.stream, HEAD, source)), compressed: false };
  const plain = new PassThrough();
  first.stream.on('error', (error) => unpack.destroy(error));
  unpack.on('error', (error) => plain.destroy(error));
  first.stream.pipe(unpack).pipe(plain);
  return { ...(await peek(plain, HEAD, source)), compressed: true };
}

async function* count(stream: Readable, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    yield chunk;
  }
}

function unpackerFor(head: Buffer) {
  if (head[0] === 0x1f && head[1] === 0x8b) return createGunzip();
  if (head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528) return createZstdDecompress();
  return null;
}

/** Looks at the first bytes without losing them. */
async function peek(stream: Readable, size: number, source: Source): Promise<{ stream: Readable; head: Buffer }> {
  const chunks: Buffer[] = [];
  let length = 0;
  const iterator = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let damage: Error | null = null;
  while (length < size) {
    try {
      const { value, done } = await iterator.next();
      if (done) break;
      chunks.push(value);
      length += value.length;
    } catch (error) {
      damage = error as Error;
      if (length === 0) {
        throw fail('file.unreadable', { path: quote(source.name, 200), cause: systemCause(damage) });
      }
      break;
    }
  }
  const head = Buffer.concat(chunks);
  async function* rest(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head;
    if (damage) throw damage;
    for (;;) {
      const { value, done } = await iterator.next();
      if (done) return;
      yield value;
    }
  }
  return { stream: Readable.from(rest(), { objectMode: false }), head: head.subarray(0, size) };
}
