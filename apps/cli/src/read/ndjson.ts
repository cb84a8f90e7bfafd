import { complain, holdsCardData, quote } from '@duka/model';
import type { Block, Line } from './lines.ts';
import { LONGEST_LINE, lineOf } from './lines.ts';
import type { Batch, RawRecord } from './raw-record.ts';

/** Takes the bytes of a line as a record, or leaves it. */
export type TakePlain = (bytes: Uint8Array, from: number, to: number) => boolean;

/** One JSON value a line; what is no object is for the intake to refuse. Plain lines are taken as they lie there. */
export async function* readNdjson(blocks: AsyncIterable<Block>, takePlain: TakePlain): AsyncGenerator<Batch> {
  for await (const block of blocks) {
    const { bytes, bounds } = block;
    const records: RawRecord[] = [];
    let taken = 0;
    for (let i = 0; 2 * i < bounds.length; i++) {
      const from = bounds[2 * i]!;
      if (from >= 0 && takePlain(bytes, from, bounds[2 * i + 1]!)) {
        taken++;
        continue;
      }
      const line = lineOf(block, i);
      if (line.text === null || line.text.trim() !== '') records.push(readLine(line));
    }
    yield { records, taken, line: block.first + bounds.length / 2 - 1 };
  }
}

export function readLine({ number: line, text, bytes }: Line): RawRecord {
  if (text === null) return { line, complaint: complain('attempt.too_long', { found: bytes, max: LONGEST_LINE }) };
  try {
    return { line, record: JSON.parse(text) };
  } catch {
    const removed = holdsCardData(text) ? 1 : 0;
    return { line, complaint: complain('attempt.malformed', { found: quote(text) }), removed };
  }
}
