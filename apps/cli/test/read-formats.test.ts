import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { simulate, toCsv, toNdjson } from '@duka/sim';
import { beforeAll, describe, expect, it } from 'vitest';
import { duka, RECORD, readingOf, reportOn, scratch, withoutFiles } from './log-fixture.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 4, 31, 16);
const { attempts } = simulate(
  {
    terminals: 3,
    days: 6,
    volume: 50,
    start: START,
    faults: [{ cause: 'hardware.reader_module', since: START + 2 * DAY, until: null }],
  },
  5,
);
const ndjson = toNdjson(attempts);
const csv = toCsv(attempts);
const { write, path, folder } = scratch();

const packings = {
  plain: (bytes: Buffer) => bytes,
  gzip: (bytes: Buffer) => gzipSync(bytes),
  zstd: (bytes: Buffer) => zstdCompressSync(bytes),
} as const;

/** Any name will do: formats are recognised by their bytes. */
const texts: { readonly [name: string]: Buffer } = {
  ndjson: Buffer.from(ndjson),
  'ndjson with BOM and CRLF': Buffer.from(`\ufeff${ndjson.replaceAll('\n', '\r\n')}`),
  csv: Buffer.from(csv),
  'csv with BOM and CRLF': Buffer.from(`\ufeff${csv.replaceAll('\n', '\r\n')}`),
  'csv in quotes, with an upper-case header': Buffer.from(quoted(csv)),
  'csv with semicolons': Buffer.from(csv.replaceAll(',', ';')),
  'csv with tabs, in UTF-16': Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le'),
  'csv with columns in another order, and empty cells at the end': Buffer.from(reordered(csv)),
  'csv with NULL': Buffer.from(csv.replace(/,(?=,)/g, ',NULL')),
};

function quoted(text: string): string {
  const [header = '', ...rows] = text.split('\n');
  return [header.toUpperCase(), ...rows.map((row) => (row === '' ? '' : `"${row.split(',').join('","')}"`))].join('\n');
}

function reordered(text: string): string {
  return text
    .split('\n')
    .map((row, at) => (row === '' ? '' : row.split(',').reverse().join(',') + (at === 0 ? '' : ',,')))
    .join('\n');
}

let wanted = '';
let values: Awaited<ReturnType<typeof readingOf>>;
beforeAll(async () => {
  values = await readingOf(write('reference.ndjson', ndjson));
  const report = await reportOn(path('reference.ndjson'));
  expect(report.input).toMatchObject({ attempts: attempts.length, rejected: 0, duplicates: 0, conflicts: 0 });
  expect(report.findings.length).toBeGreaterThan(0);
  wanted = withoutFiles(report);
});

describe('the same log gives the same attempts', () => {
  for (const [format, bytes] of Object.entries(texts)) {
    it.each(Object.entries(packings))(`as ${format}, %s`, async (packing, pack) => {
      expect(await readingOf(write(`${format} ${packing}`, pack(bytes)))).toEqual(values);
    });
  }

  it('as GB 18030, which spreadsheets in China write', async () => {
    const rows = `${Object.keys(RECORD).join(',')},store_id\n${Object.values(RECORD).join(',')},@\n`;
    const [before = '', after = ''] = rows.split('@');
    const 上海 = Buffer.from([0xc9, 0xcf, 0xba, 0xa3]);
    const gb = await readingOf(write('gb.csv', Buffer.concat([Buffer.from(before), 上海, Buffer.from(after)])));
    const utf = await readingOf(write('utf.csv', `${before}上海${after}`));
    expect(gb).toEqual(utf);
    expect(gb.values).toContain('上海');
  });
});

describe('Parquet', () => {
  const shapes = {
    strings: '*',
    'numbers, an instant and nested values': `* replace (time::timestamptz as time, terminal_id::bigint as terminal_id,
      amount_minor::decimal(12, 2) as amount_minor, duration_ms::int as duration_ms)`,
    'upper-case columns and milliseconds': `* exclude (time), epoch_ms(time::timestamptz)::bigint as "TIME"`,
    'bytes for strings': '* replace (encode(store_id) as store_id)',
  } as const;

  beforeAll(async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const source = `read_csv('${write('source.csv', csv)}', all_varchar = true)`;
    for (const [name, select] of Object.entries(shapes)) {
      await connection.run(`copy (select ${select} from ${source}) to '${path(name)}' (format parquet)`);
    }
    const local = `* replace ((time::timestamptz at time zone 'Asia/Shanghai')::timestamp as time)`;
    await connection.run(`copy (select ${local} from ${source}) to '${path('local')}' (format parquet)`);
    await connection.run(`copy (select * exclude (outcome) from ${source}) to '${path('lacking')}' (format parquet)`);
    connection.closeSync();
    instance.closeSync();
  });

  it.each(Object.keys(shapes))('of %s gives the same attempts', async (name) => {
    expect(await readingOf(path(name))).toEqual(values);
  });

  it('of local times needs --tz, by offset or by name', async () => {
    expect((await readingOf(path('local'))).counts).toMatchObject({ attempts: 0, rejected: attempts.length });
    const [byOffset, byName] = await Promise.all(
      ['+08:00', 'Asia/Shanghai'].map((tz) => duka(['diagnose', path('local'), '--tz', tz, '--format', 'json'])),
    );
    expect(JSON.parse(byOffset?.out ?? '').input).toMatchObject({ attempts: attempts.length, rejected: 0 });
    expect(byName?.out).toBe(byOffset?.out);
  });

  it('through a pipe, compressed or not, leaves no file behind', async () => {
    const own = { TMPDIR: path('temp') };
    mkdirSync(own.TMPDIR);
    const bytes = readFileSync(path('strings'));
    for (const input of [bytes, zstdCompressSync(bytes)]) {
      const { out } = await duka(['diagnose', '-', '--format', 'json'], { input, env: own });
      expect(withoutFiles(JSON.parse(out))).toBe(wanted);
    }
    expect(readdirSync(own.TMPDIR)).toEqual([]);
  });

  it('without a required column is refused as a whole', async () => {
    await expect(readingOf(path('lacking'))).rejects.toMatchObject({ code: 'file.header' });
  });
});

describe('files in any order', () => {
  it('give the same report, byte for byte', async () => {
    const lines = ndjson.split('\n');
    const third = Math.ceil(lines.length / 3);
    mkdirSync(path('parts/deeper'), { recursive: true });
    const names = ['parts/b.ndjson', 'parts/a.jsonl.gz', 'parts/deeper/c.ndjson'].map((name, at) => {
      const bad = Array.from({ length: 30 }, (_, n) => `bad ${at} ${n}`);
      const part = [...bad, ...lines.slice(at * third, (at + 1) * third)].join('\n');
      return write(name, name.endsWith('.gz') ? gzipSync(part) : part);
    });
    write('parts/notes.txt', 'not a log');
    write('parts/.hidden.csv', 'not a log');
    const [a = '', b = '', c = ''] = names;
    const reports = await Promise.all(
      [
        [a, b, c],
        [c, b, a],
        [b, a, c, a, path('parts/../parts/a.jsonl.gz')],
        [path('parts')],
        [`${path('parts')}/`, b],
      ].map((paths) => reportOn(...paths)),
    );
    const [first, ...others] = reports.map((report) => JSON.stringify(report));
    for (const other of others) expect(other).toBe(first);
    expect(reports[0]?.input).toMatchObject({ attempts: attempts.length, rejected: 90 });
    expect(reports[0]?.input.reject_samples).toHaveLength(20);
  });

  it('are read through a pipe as from a disk', async () => {
    const found = await duka(['diagnose', '--format', 'json'], { input: gzipSync(csv) });
    expect(found.status).toBe(1);
    expect(withoutFiles(JSON.parse(found.out))).toBe(wanted);
  });

  it('a damaged archive gives the same records from a disk and through a pipe, and says where it breaks off', async () => {
    const cut = gzipSync(csv).subarray(0, 20_000);
    const file = await reportOn(write('cut.csv.gz', cut));
    const piped = JSON.parse((await duka(['diagnose', '-', '--format', 'json'], { input: cut })).out);
    expect(withoutFiles(piped)).toBe(withoutFiles(file));
    const { attempts: read, rejected, reject_samples: samples } = file.input;
    expect(rejected).toBe(1);
    expect(samples[0]).toMatchObject({ line: read + 2, code: 'file.damaged' });
    expect(samples[0]?.text.en).toBe(
      `"${folder}/cut.csv.gz" cannot be read after line ${read + 1}: the compressed data is cut off. Export or copy the file again.`,
    );
  });
});

it('a file that is named twice, by whatever name, is read once', async () => {
  linkSync(path('reference.ndjson'), path('again.ndjson'));
  symlinkSync('reference.ndjson', path('and-again.ndjson'));
  const names = ['reference.ndjson', 'again.ndjson', 'and-again.ndjson', './reference.ndjson'];
  expect((await readingOf(...names.map((name) => `${folder}/${name}`))).counts).toEqual(values.counts);
});

it('a reader that has seen enough ends nothing', () => {
  const main = new URL('../src/main.ts', import.meta.url).pathname;
  const file = write('long.ndjson', ndjson);
  const script = `"${process.execPath}" --disable-warning=ExperimentalWarning "${main}" diagnose "${file}" --format json | head -n 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' });
});
