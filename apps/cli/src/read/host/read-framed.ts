import { complain } from '@duka/model';
import { WireError } from '@duka/wire';
import type { Frame, Spec } from '@duka/wire/iso8583';
import { frameSplitter } from '@duka/wire/iso8583';
import type { RawRecord } from '../raw-record.ts';
import type { Source } from '../sources.ts';
import type { HostReading } from './host-reading.ts';
import { readMessage } from './wire-reading.ts';

/** Messages one after the other, each with its length before it, as a socket wrote them down. Places count messages. */
export async function* readFramed(
  bytes: AsyncIterable<Buffer>,
  spec: Spec,
  source: Source,
  host: HostReading,
): AsyncGenerator<readonly RawRecord[]> {
  const splitter = frameSplitter(spec);
  const options = host.optionsFor(source);
  let number = 0;
  const take = (frames: readonly Frame[]): readonly RawRecord[] => {
    const records: RawRecord[] = [];
    for (const frame of frames) {
      const line = ++number;
      if (frame.kind === 'skipped') {
        records.push({ line, complaint: complain('import.bytes', { offset: frame.offset, bytes: frame.length }) });
        continue;
      }
      try {
        host.take(readMessage(frame.bytes, spec, { place: { file: source.name, line }, time: null }, options));
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        const where = { zh: `第 ${frame.offset} 字节起的报文`, en: `the message at byte ${frame.offset}` };
        records.push({ line, complaint: complain('import.message', { where, cause: error.text }) });
      }
    }
    return [...records, ...host.drain()];
  };
  for await (const chunk of bytes) yield take(splitter.push(chunk));
  yield take(splitter.end());
}
