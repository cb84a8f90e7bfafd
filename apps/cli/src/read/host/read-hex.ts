import { complain } from '@duka/model';
import { readLogTime } from '@duka/runtime';
import { WireError } from '@duka/wire';
import type { Spec } from '@duka/wire/iso8583';
import type { Line } from '../lines.ts';
import { LONGEST_LINE } from '../lines.ts';
import type { RawRecord } from '../raw-record.ts';
import type { Source } from '../sources.ts';
import type { HexMessage } from './hex-lines.ts';
import { HexLines } from './hex-lines.ts';
import type { HostReading } from './host-reading.ts';
import { LooseMessages } from './wire-reading.ts';

/** A log that writes messages in hex, a line or a dump each, after whatever it puts before them. */
export async function* readHex(
  lines: AsyncIterable<readonly Line[]>,
  specs: readonly Spec[],
  source: Source,
  host: HostReading,
): AsyncGenerator<readonly RawRecord[]> {
  const scanner = new HexLines();
  const messages = new LooseMessages(specs);
  const options = host.optionsFor(source);
  const timeIn = (text: string): number | null => readLogTime(text, options.zone, options.reference);
  const take = ({ line, before, after, bytes, digits }: HexMessage): RawRecord[] => {
    const place = { file: source.name, line };
    if (digits % 2 === 1) return [{ line, complaint: complain('import.odd_hex', { found: digits }) }];
    const time = timeIn(before) ?? timeIn(after);
    const read = messages.read(bytes, { place, time }, options);
    if (read === null) host.leftOut('not_message', place);
    else if (read instanceof WireError) {
      const where = { zh: '报文', en: 'the message' };
      return [{ line, complaint: complain('import.message', { where, cause: read.text }) }];
    } else host.take(read);
    return [];
  };
  for await (const some of lines) {
    const records: RawRecord[] = [];
    for (const { number: line, text, bytes } of some) {
      if (text === null)
        records.push({ line, complaint: complain('attempt.too_long', { found: bytes, max: LONGEST_LINE }) });
      else for (const found of scanner.take(text, line)) records.push(...take(found));
    }
    yield [...records, ...host.drain()];
  }
  yield [...scanner.end().flatMap(take), ...host.drain()];
}

/** Whether the first lines of a text hold a message in hex. */
export function holdsHexMessages(lines: readonly string[], specs: readonly Spec[]): boolean {
  const scanner = new HexLines();
  const messages = new LooseMessages(specs);
  const seen = { place: { file: '', line: 0 }, time: null };
  const options = { zone: () => 0, reference: null, tokenize: () => '' };
  const found = [...lines.flatMap((text, at) => scanner.take(text, at + 1)), ...scanner.end()];
  return found.some(({ bytes, digits }) => {
    const read = digits % 2 === 1 ? null : messages.read(bytes, seen, options);
    return read !== null && !(read instanceof WireError);
  });
}
