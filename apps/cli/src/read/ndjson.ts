import { complain, quote } from '@duka/model';
import type { Line } from './lines.ts';
import { LONGEST_LINE } from './lines.ts';
import type { RawRecord } from './raw-record.ts';

/** One JSON value a line; what is no object is for the intake to refuse. */
export async function* readNdjson(lines: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly RawRecord[]> {
  for await (const some of lines) {
    yield some.filter(({ text }) => text === null || text.trim() !== '').map(readLine);
  }
}

function readLine({ number: line, text, bytes }: Line): RawRecord {
  if (text === null) return { line, complaint: complain('attempt.too_long', { found: bytes, max: LONGEST_LINE }) };
  try {
    return { line, record: JSON.parse(text) };
  } catch {
    return { line, complaint: complain('attempt.malformed', { found: quote(text) }) };
  }
}
