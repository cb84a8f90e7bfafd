import { fail, quote } from '@duka/model';
import type { Layout } from '@duka/runtime';
import { layoutOf, readRow } from '@duka/runtime';
import { readCsv } from '../csv.ts';
import type { Line } from '../lines.ts';
import type { RawRecord } from '../raw-record.ts';
import type { Source } from '../sources.ts';
import type { HostReading } from './host-reading.ts';

type Export = { readonly delimiter: string; readonly header: number };

/**
 * A CSV export of a host or a merchant's back-end: titles may stand before the line that names the columns.
 * @throws DukaError file.columns where no column says which terminal, when, how the card was read, or how it ended
 */
export async function* readExport(
  lines: AsyncIterable<readonly Line[]>,
  { delimiter, header: headerLine }: Export,
  source: Source,
  host: HostReading,
): AsyncGenerator<readonly RawRecord[]> {
  const options = host.optionsFor(source);
  const header = (cells: readonly string[], line: number): (Layout & { readonly length: number }) | null => {
    if (line < headerLine) return null;
    const layout = layoutOf(cells, host.mapping);
    if (layout.lacks.length > 0) throw lacking(source, layout, cells);
    host.unused(layout.unused);
    return { ...layout, length: cells.length };
  };
  const record = (layout: Layout, cells: readonly string[]) => ({ layout, cells });
  for await (const rows of readCsv(lines, { file: quote(source.name, 200), delimiter, header, record })) {
    const records: RawRecord[] = [];
    for (const raw of rows) {
      if ('complaint' in raw) {
        records.push(raw);
        continue;
      }
      const { layout, cells } = raw.record as ReturnType<typeof record>;
      const row = readRow(cells, layout, host.mapping, options, { file: source.name, line: raw.line });
      if ('code' in row) records.push({ line: raw.line, complaint: row });
      else host.takeRow(row);
    }
    yield [...records, ...host.drain()];
  }
}

const LACKS = {
  terminal: { zh: '终端号（41 域）', en: 'terminal number (field 41)' },
  time: { zh: '交易时间', en: 'time' },
  entry_mode: { zh: '输入方式（22 域）', en: 'entry mode (field 22)' },
  ending: { zh: '应答码（39 域）或交易状态', en: 'response code (field 39) or status' },
} as const;

function lacking(source: Source, { lacks }: Layout, cells: readonly string[]): Error {
  return fail('file.columns', {
    path: quote(source.name, 200),
    lacks: { zh: lacks.map((lack) => LACKS[lack].zh).join('、'), en: lacks.map((lack) => LACKS[lack].en).join(', ') },
    found: quote(cells.map((cell) => cell.trim()).join(' '), 160),
  });
}
