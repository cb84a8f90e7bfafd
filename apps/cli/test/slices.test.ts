import { closeSync, openSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { Line } from '../src/read/lines.ts';
import { LONGEST_LINE, lineOf, readLines } from '../src/read/lines.ts';
import type { Slice } from '../src/read/slices.ts';
import { SliceReader, slicesOf } from '../src/read/slices.ts';
import { scratch } from './log-fixture.ts';

const { write } = scratch();
const opened: number[] = [];
afterEach(() => opened.splice(0).forEach(closeSync));

const reader = new SliceReader();

/** The lines of all slices, numbered as in the file. */
function linesBySlice(path: string, slices: readonly Slice[]): readonly Line[] {
  const file = openSync(path, 'r');
  opened.push(file);
  const lines: Line[] = [];
  for (const slice of slices) {
    const block = reader.read(file, slice);
    const before = lines.length;
    for (let i = 0; 2 * i < block.bounds.length; i++) {
      const line = lineOf(block, i);
      lines.push({ ...line, number: before + line.number });
    }
  }
  return lines;
}

async function linesInOne(content: Buffer): Promise<readonly Line[]> {
  async function* chunks() {
    yield content;
  }
  const lines: Line[] = [];
  for await (const some of readLines(chunks())) lines.push(...some);
  return lines;
}

it('cut anywhere, a file has the same lines', async () => {
  const piece = fc.constantFrom('\n', '\n', '\r\n', '\r', '\ufeff', '{"a":1}', 'x', '店', '');
  const cuts = fc.array(fc.nat(60), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), cuts, async (pieces, at) => {
      const content = Buffer.from(pieces.join(''));
      const path = write('cut.ndjson', content);
      const ends = [...at.filter((cut) => cut < content.length), content.length].sort((a, b) => a - b);
      const slices = ends.map((to, i) => ({ from: i === 0 ? 0 : ends[i - 1]!, to }));
      expect(linesBySlice(path, slices)).toEqual(await linesInOne(content));
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['as long as may be', LONGEST_LINE],
  ['one byte too long', LONGEST_LINE + 1],
  ['longer than several slices', 5 * LONGEST_LINE],
])('a line that is %s is told by its length, wherever it begins, and those around it are read', async (_, length) => {
  const lines = ['{"n":1}', 'x'.repeat(length), '{"n":2}'.repeat(9), 'y'.repeat(length), '', '{"n":3}'];
  for (const [text, count] of [
    [lines.join('\n'), 6],
    [`${lines.join('\n')}\n`, 6],
    [lines.slice(0, 4).join('\r\n'), 4],
  ] as const) {
    const content = Buffer.from(text);
    const read = linesBySlice(write('long.ndjson', content), slicesOf(content.length));
    expect(read).toEqual(await linesInOne(content));
    expect(read).toHaveLength(count);
  }
});

it('a file that has become shorter gives what is left of it', () => {
  const path = write('shorter.ndjson', 'a\nb');
  expect(linesBySlice(path, slicesOf(3 << 20)).map(({ text }) => text)).toEqual(['a', 'b']);
});
