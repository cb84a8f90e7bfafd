import { complain, DukaError, quote } from '@duka/model';
import type { Spec } from '@duka/wire/iso8583';
import { openBytes } from './bytes.ts';
import type { Crew } from './crew.ts';
import { namedCells, readCsv } from './csv.ts';
import { encodingOf, endsWithReturns, toUtf8, withNewlines } from './encoding.ts';
import { recognise } from './format.ts';
import type { OnColumns } from './header.ts';
import { readHeader } from './header.ts';
import type { HostReading } from './host/host-reading.ts';
import { readExport } from './host/read-export.ts';
import { readJpos } from './host/read-jpos.ts';
import type { Line } from './lines.ts';
import { readBlocks, readLines } from './lines.ts';
import type { TakePlain } from './ndjson.ts';
import { readNdjson } from './ndjson.ts';
import { readParquet } from './parquet/read-parquet.ts';
import type { Into } from './parquet/take-table.ts';
import type { Batch, RawRecord } from './raw-record.ts';
import type { Source } from './sources.ts';
import { systemCause } from './system-cause.ts';

/** What readers need besides the source: who hears of bytes, who takes plain lines or whole columns, and how host logs are read. */
export type Reading = {
  readonly onBytes: (count: number) => void;
  readonly takePlain: TakePlain;
  readonly into: Into | null;
  readonly host: HostReading;
  readonly crew: Crew | null;
  readonly onColumns: OnColumns;
};

/**
 * All records of a source, in batches. A file that breaks off gives what was read before, and then says so; one of many that cannot be
 * read at all is refused as a record would be, and the others go on.
 * @throws DukaError file.unreadable, file.format, file.header, file.columns of a file that is the only one
 */
export async function* readRecords(
  source: Source,
  reading: Reading,
  isOneOfMany = source.isOneOfMany === true,
): AsyncGenerator<Batch> {
  let line = 0;
  try {
    for await (const batch of await batchesOf(source, reading)) {
      line = batch.line;
      yield batch;
    }
  } catch (error) {
    if (isOneOfMany && error instanceof DukaError && error.code.startsWith('file.')) {
      yield { records: [{ line: 1, complaint: { code: error.code, text: error.text } }], taken: 0, line: 1 };
      return;
    }
    if (error instanceof DukaError || !(error instanceof Error)) throw error;
    const detail = { path: quote(source.name, 200), line, cause: systemCause(error) };
    yield { records: [{ line: line + 1, complaint: complain('file.damaged', detail) }], taken: 0, line: line + 1 };
  }
}

async function batchesOf(source: Source, reading: Reading): Promise<AsyncIterable<Batch>> {
  const { onBytes, takePlain, host, crew } = reading;
  const opened = await openBytes(source, onBytes);
  const encoding = encodingOf(opened.head);
  const isOfReturns = endsWithReturns(opened.head);
  const head = isOfReturns ? Buffer.from(opened.head.toString('latin1').replaceAll('\r', '\n'), 'latin1') : opened.head;
  const format = await recognise(head, encoding, source.name, host);
  const utf8 = () => toUtf8(opened.bytes, encoding);
  const text = () => (isOfReturns ? withNewlines(utf8()) : utf8());
  switch (format.kind) {
    case 'parquet':
      return readParquet(source, opened, reading);
    case 'ndjson': {
      if (!crew) return readNdjson(readBlocks(text()), takePlain);
      const isPlain = !opened.compressed && encoding === 'utf-8' && !isOfReturns;
      const isPlainFile = source.path !== null && source.bytes !== null && isPlain;
      if (!isPlainFile) return crew.read(readBlocks(text()), source.name);
      opened.close();
      return crew.readSlices(source.path, source.name, onBytes);
    }
    case 'csv': {
      const file = quote(source.name, 200);
      const header = (cells: readonly string[]) => readHeader(cells, file, reading.onColumns);
      return batches(readCsv(readLines(text()), { file, delimiter: format.delimiter, header, record: namedCells }));
    }
    case 'jpos':
      return batches(readJpos(readLines(text()), source, host));
    case 'hex':
      return batches(await hexMessages(readLines(text()), source, host));
    case 'framed':
      return batches(await framedMessages(opened.bytes, format.spec, source, host));
    case 'pcap':
    case 'pcapng':
      return batches(await captured(opened.bytes, format.kind, source, host));
    case 'export':
      return batches(readExport(readLines(text()), format, source, host));
  }
}

// The decoders of messages are loaded for the logs that need them, for the start's sake.

async function hexMessages(lines: AsyncIterable<readonly Line[]>, source: Source, host: HostReading) {
  const [{ readHex }, { specsOf }] = await Promise.all([
    import('./host/read-hex.ts'),
    import('./host/wire-reading.ts'),
  ]);
  return readHex(lines, specsOf(host.dialect), source, host);
}

async function framedMessages(bytes: AsyncIterable<Buffer>, spec: Spec, source: Source, host: HostReading) {
  const { readFramed } = await import('./host/read-framed.ts');
  return readFramed(bytes, spec, source, host);
}

async function captured(bytes: AsyncIterable<Buffer>, kind: 'pcap' | 'pcapng', source: Source, host: HostReading) {
  const [{ readCapture }, { specsOf }, { pcapReader }, { pcapngReader }] = await Promise.all([
    import('./host/read-capture.ts'),
    import('./host/wire-reading.ts'),
    import('./capture/pcap.ts'),
    import('./capture/pcapng.ts'),
  ]);
  const packets = kind === 'pcap' ? pcapReader() : pcapngReader();
  return readCapture(bytes, packets, specsOf(host.dialect), source, host);
}

async function* batches(lists: AsyncIterable<readonly RawRecord[]>): AsyncGenerator<Batch> {
  let line = 0;
  for await (const records of lists) {
    line = records.at(-1)?.line ?? line;
    yield { records, taken: 0, line };
  }
}
