export type Line = { readonly number: number; readonly text: string | null; readonly bytes: number };

/** A line longer than this is a file whose line ends were lost; it is refused and skipped, not kept in memory. */
export const LONGEST_LINE = 1 << 20;

const NEWLINE = 0x0a;

/**
 * The lines of UTF-8, numbered from 1, without line ends and byte order mark; `text` is null where a line is too long.
 * A line that the end of a damaged file cuts off is not given.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  let number = 0;
  let rest: Buffer | null = null;
  let dropped = 0;
  const line = (whole: Buffer): Line => {
    number++;
    const bytes = dropped + whole.length;
    return { number, text: bytes > LONGEST_LINE ? null : textOf(whole, number), bytes };
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const piece = chunk.subarray(from, at);
      lines.push(line(rest ? Buffer.concat([rest, piece]) : piece));
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
  if (rest !== null && (rest.length > 0 || dropped > 0)) yield [line(rest)];
}

function textOf(whole: Buffer, number: number): string {
  const text = whole.toString('utf8');
  const from = number === 1 && text.startsWith('\ufeff') ? 1 : 0;
  return text.slice(from, text.endsWith('\r') ? -1 : undefined);
}
