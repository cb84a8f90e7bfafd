import type { Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';

/** The unpacker for what begins so: gzip (RFC 1952 §2.3.1), zstd (RFC 8878 §3.1.1); null where it is not packed. */
export function unpackerFor(head: Buffer): Transform | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return createGunzip();
  if (head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528) return createZstdDecompress();
  return null;
}

const PIECE = 64 * 1024;

/**
 * Unpacks in pieces of one size, each to its end before the next: so a damaged file gives exactly the same bytes
 * before its damage, whether it comes from a disk or through a pipe. (A pipeline would drop what it had buffered.)
 */
export async function* unpacked(packed: AsyncIterable<Buffer>, unpacker: Transform): AsyncGenerator<Buffer> {
  const out: Buffer[] = [];
  let damage: Error | null = null;
  unpacker.on('data', (plain: Buffer) => out.push(plain));
  unpacker.on('error', (error) => {
    damage = error;
  });
  // What fails is closed, and never answers the write that it failed at.
  const closed = new Promise<void>((resolve) => unpacker.once('close', resolve));
  try {
    for await (const piece of inPieces(packed)) {
      const taken = new Promise<void>((resolve) => unpacker.write(piece, () => resolve()));
      await Promise.race([taken, closed]);
      yield* out.splice(0);
      if (damage) throw damage;
    }
    unpacker.end();
    await closed;
    yield* out.splice(0);
    if (damage) throw damage;
  } finally {
    unpacker.destroy();
  }
}

async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (; whole.length - from >= PIECE; from += PIECE) yield whole.subarray(from, from + PIECE);
    rest = Buffer.from(whole.subarray(from));
  }
  if (rest.length > 0) yield rest;
}
