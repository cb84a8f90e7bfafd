/** A line longer than this is a file whose line ends were lost; it is refused and skipped, not kept in memory. */
export const LONGEST_LINE = 1 << 20;

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Whole lines of UTF-8 in one piece of memory, without line ends and byte order mark: line `first + i` is
 * `bytes[bounds[2 * i]] … bytes[bounds[2 * i + 1] - 1]`. A line that is too long is not kept: it has the bounds -1 and its length.
 */
export type Block = { readonly bytes: Buffer; readonly bounds: readonly number[]; readonly first: number };

export type Line = { readonly number: number; readonly text: string | null; readonly bytes: number };

/** All lines, numbered from 1. A line that the end of a damaged file cuts off is not given. */
export async function* readBlocks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Block> {
  let first = 1;
  let rest: Buffer | null = null;
  let dropped = 0;
  for await (const chunk of chunks) {
    const bounds: number[] = [];
    let from = 0;
    const end = chunk.indexOf(NEWLINE);
    if (end >= 0 && (rest !== null || dropped > 0)) {
      yield oneLine(
        rest === null ? chunk.subarray(0, end) : Buffer.concat([rest, chunk.subarray(0, end)]),
        first++,
        dropped,
      );
      rest = null;
      dropped = 0;
      from = end + 1;
    }
    for (let at = chunk.indexOf(NEWLINE, from); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      addLine(chunk, from, at, bounds, first === 1 && bounds.length === 0);
      from = at + 1;
    }
    if (bounds.length > 0) yield { bytes: chunk, bounds, first };
    first += bounds.length / 2;
    if (from === chunk.length) continue;
    const tail = chunk.subarray(from);
    rest = rest === null ? Buffer.from(tail) : Buffer.concat([rest, tail]);
    if (rest.length > LONGEST_LINE) {
      dropped += rest.length;
      rest = Buffer.alloc(0);
    }
  }
  if (rest !== null && (rest.length > 0 || dropped > 0)) yield oneLine(rest, first, dropped);
}

function oneLine(whole: Buffer, number: number, dropped: number): Block {
  const bounds: number[] = [];
  if (dropped > 0) bounds.push(-1, dropped + whole.length);
  else addLine(whole, 0, whole.length, bounds, number === 1);
  return { bytes: whole, bounds, first: number };
}

/** Adds the bounds of a line. @param isFirst of a file: it may begin with a byte order mark */
export function addLine(bytes: Buffer, from: number, to: number, bounds: number[], isFirst: boolean): void {
  if (to - from > LONGEST_LINE) {
    bounds.push(-1, to - from);
    return;
  }
  const marked = isFirst && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf;
  const start = marked ? from + 3 : from;
  bounds.push(start, to > start && bytes[to - 1] === RETURN ? to - 1 : to);
}

/** The same as texts, which are null where a line is too long. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  for await (const block of readBlocks(chunks)) {
    yield Array.from({ length: block.bounds.length / 2 }, (_, i) => lineOf(block, i));
  }
}

export function lineOf({ bytes, bounds, first }: Block, i: number): Line {
  const from = bounds[2 * i]!;
  const to = bounds[2 * i + 1]!;
  if (from < 0) return { number: first + i, text: null, bytes: to };
  return { number: first + i, text: bytes.toString('utf8', from, to), bytes: to - from };
}
