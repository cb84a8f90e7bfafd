import type { Readable } from 'node:stream';

export type Line = { readonly number: number; readonly text: string | null; readonly bytes: number };

/** A line longer than this is a file whose line ends were lost; it is refused and skipped, not kept in memory. */
export const LONGEST_LINE = 1 << 20;

const NEWLINE = 0x0a;

/** The lines of a UTF-8 stream, numbered from 1, without line ends; `text` is null where a line is too long. */
export async function* readLines(stream: Readable): AsyncGenerator<readonly Line[]> {
  let number = 0;
  let rest: Buffer | null = null;
  let dropped = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const piece = chunk.subarray(from, at);
      const whole: Buffer = rest ? Buffer.concat([rest, piece]) : piece;
      number++;
      const bytes = dropped + whole.length;
      lines.push(bytes > LONGEST_LINE ? { number, text: null, bytes } : { number, text: whole.toString('utf8'), bytes });
      rest = null;
      dropped = 0;
      from = at + 1;
    }
    if (from < chunk.length) {
      const tail = chunk.subarray(from);
      rest = rest ? Buffer.concat([rest, tail]) : Buffer.from(tail);
      if (rest.length > LONGEST_LINE) {
        dropped += rest.length;
        rest = Buffer.alloc(0);
      }
    }
    if (lines.length > 0) yield lines;
  }
  if (rest !== null && (rest.length > 0 || dropped > 0)) {
    const bytes = dropped + rest.length;
    yield [{ number: number + 1, text: bytes > LONGEST_LINE ? null : rest.toString('utf8'), bytes }];
  }
}
