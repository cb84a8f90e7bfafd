import { complain } from '@duka/model';
import type { HostMessage, ReadingOptions } from '@duka/runtime';
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
import type { Sighting } from './wire-reading.ts';
import { LooseMessages } from './wire-reading.ts';

/** A log that writes messages in hex, a line or a dump each, after whatever it puts before them; or in characters, where they are that. */
export async function* readHex(
  lines: AsyncIterable<readonly Line[]>,
  specs: readonly Spec[],
  source: Source,
  host: HostReading,
): AsyncGenerator<readonly RawRecord[]> {
  const scanner = new HexLines();
  const messages = new LooseMessages(specs);
  const options = host.optionsFor(source);
  const sighting = (line: number, before: string, after: string): Sighting => {
    const timeIn = (text: string): number | null => readLogTime(text, options.zone, options.reference);
    return { place: { file: source.name, line }, time: timeIn(before) ?? timeIn(after) };
  };
  const take = ({ line, before, after, bytes, digits }: HexMessage): RawRecord[] => {
    if (digits % 2 === 1) return [{ line, complaint: complain('import.odd_hex', { found: digits }) }];
    const seen = sighting(line, before, after);
    const read = messages.read(bytes, seen, options);
    if (read === null) host.leftOut('not_message', seen.place);
    else if (read instanceof WireError) {
      const where = { zh: '报文', en: 'the message' };
      return [{ line, complaint: complain('import.message', { where, cause: read.text }) }];
    } else host.take(read);
    return [];
  };
  const takeLine = (text: string, line: number): RawRecord[] => {
    const at = text.search(WRITTEN);
    const written =
      at < 0 ? null : readWritten(text.slice(at), messages, sighting(line, text.slice(0, at), ''), options);
    if (written === null) return scanner.take(text, line).flatMap(take);
    const records = scanner.end().flatMap(take);
    host.take(written);
    return records;
  };
  for await (const some of lines) {
    const records: RawRecord[] = [];
    for (const { number: line, text, bytes } of some) {
      if (text === null)
        records.push({ line, complaint: complain('attempt.too_long', { found: bytes, max: LONGEST_LINE }) });
      else records.push(...takeLine(text, line));
    }
    yield [...records, ...host.drain()];
  }
  yield [...scanner.end().flatMap(take), ...host.drain()];
}

/** The beginning of a message in characters: its type and its bitmap in hex. */
const WRITTEN = /(?<![0-9A-Za-z])[0-29][1-8]\d[0-6][0-9A-F]{16}/;
/** What a log puts after a message; its last field may itself end in blanks. */
const CLOSINGS: readonly RegExp[] = [/$/, /\s+$/, /[\])}>"']+\s*$/, /[\s\])}>"']+$/];

/** A message in characters, from the beginning of a text; null where it is none. */
function readWritten(
  text: string,
  messages: LooseMessages,
  seen: Sighting,
  options: ReadingOptions,
): HostMessage | null {
  for (const written of new Set(CLOSINGS.map((closing) => text.replace(closing, '')))) {
    const read = messages.read(Buffer.from(written, 'latin1'), seen, options);
    if (read !== null && !(read instanceof WireError)) return read;
  }
  return null;
}

/** Whether the first lines of a text hold a message. */
export function holdsMessages(lines: readonly string[], specs: readonly Spec[]): boolean {
  const scanner = new HexLines();
  const messages = new LooseMessages(specs);
  const seen = { place: { file: '', line: 0 }, time: null };
  const options = { zone: () => 0, reference: null, tokenize: () => '' };
  const isWritten = (text: string): boolean => {
    const at = text.search(WRITTEN);
    return at >= 0 && readWritten(text.slice(at), messages, seen, options) !== null;
  };
  const isHex = ({ bytes, digits }: HexMessage): boolean => {
    const read = digits % 2 === 1 ? null : messages.read(bytes, seen, options);
    return read !== null && !(read instanceof WireError);
  };
  return (
    lines.some((text, at) => isWritten(text) || scanner.take(text, at + 1).some(isHex)) || scanner.end().some(isHex)
  );
}
