import { linkSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DukaError } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/index.ts';
import { run } from '../src/run.ts';
import { duka, RECORD, scratch } from './log-fixture.ts';

const { write, path, folder } = scratch();
const good = write('good.ndjson', `${JSON.stringify(RECORD)}\n`);
const line = (change: object): string => JSON.stringify({ ...RECORD, ...change });
mkdirSync(path('empty-folder'));
const junk = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 2_654_435_761) >>> 24);

/** What `duka WORDS` complains of. */
async function complaint(...words: readonly string[]) {
  try {
    await run(words, COMMANDS);
  } catch (error) {
    if (error instanceof DukaError) return [error.text.zh, error.text.en];
    throw error;
  }
  throw new Error('nothing was complained of');
}

const FORMATS_NEEDED = {
  zh: '应为 NDJSON、CSV、Parquet，或主机日志（报文流、十六进制、pcap、jPOS），可用 gzip 或 zstd 压缩。',
  en: 'needed NDJSON, CSV, Parquet or a host log (framed, hex, pcap, jPOS), plain or in gzip or zstd.',
};

describe('a file that cannot be read', () => {
  it('is missing', async () => {
    expect(await complaint('diagnose', path('nowhere.csv'))).toEqual([
      `打不开 "${folder}/nowhere.csv"：没有这个文件。请检查路径和权限。`,
      `cannot open "${folder}/nowhere.csv": no such file. Check the path and its permissions.`,
    ]);
  });

  it.each([
    [
      'junk',
      junk,
      '二进制数据，不是认得的报文，格式不同时用 --dialect 说明',
      'binary data that is no known message; of one in another form, --dialect says which',
    ],
    ['book.xlsx', 'PK\u0003\u0004 and more', 'ZIP 或 Excel xlsx', 'ZIP or Excel xlsx'],
    ['letter', 'Dear all,\nplease find enclosed', '"Dear all,"', '"Dear all,"'],
    ['number', '4111 1111 1111 1111\n', '[removed]', '[removed]'],
    [
      'list.json',
      ` [\n  {"time": 1}\n]`,
      'JSON 数组；请先用 jq -c ".[]" 改成每行一个对象',
      'a JSON array; make it one object a line first: jq -c ".[]"',
    ],
  ])('is no log: %s', async (name, bytes, zh, en) => {
    const file = write(name, bytes);
    expect(await complaint('diagnose', file)).toEqual([
      `"${file}" 的格式不认识（开头是 ${zh}）；${FORMATS_NEEDED.zh}`,
      `the format of "${file}" is not known (it begins with ${en}); ${FORMATS_NEEDED.en}`,
    ]);
  });

  it('has no header', async () => {
    const file = write('headless.csv', `${Object.values(RECORD).join(',')}\n`);
    expect(await complaint('diagnose', file)).toEqual([
      `"${file}" 的表头缺少 time、terminal_id、interface、outcome。表头应写明字段名。`,
      `the header of "${file}" lacks time, terminal_id, interface, outcome. It must hold the field names.`,
    ]);
  });

  it('is a folder without files', async () => {
    const [zh] = await complaint('diagnose', path('empty-folder'));
    expect(zh).toBe(
      `"${folder}/empty-folder" 里没有可读的文件（.ndjson .jsonl .json .csv .tsv .parquet .log .pcap .pcapng .xml .hex，可带 .gz 或 .zst）。`,
    );
  });

  it('has a header as long as a file whose line ends were lost', async () => {
    const file = write('long.csv', `time,terminal_id,interface,outcome${' ,x'.repeat(400_000)}\n1,T1,chip,ok\n`);
    expect((await complaint('diagnose', file))[1]).toMatch(/^the header of ".*long\.csv" is over 1048576 bytes/);
  });

  it('is empty: that is no health', async () => {
    const file = write('empty.ndjson', '');
    const { status, out, err } = await duka(['diagnose', file]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toBe(
      `${file} 里没有记录。\n${file} holds no records.\n` +
        '错误：没有读到任何记录（拒绝 0 条）。请检查文件内容和字段名。\n' +
        'error: no record could be read (rejected: 0). Check the content and the field names.\n',
    );
  });

  it('is a compressed one whose beginning is damaged', async () => {
    const file = write('damaged.gz', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 7, 7, 7));
    expect((await complaint('diagnose', file))[1]).toBe(
      `"${file}" cannot be read from its beginning: the compressed data is damaged. Export or copy the file again.`,
    );
  });

  it('lies below another file', async () => {
    expect((await complaint('diagnose', join(good, 'below.csv')))[0]).toBe(
      `打不开 "${good}/below.csv"：上级不是文件夹。请检查路径和权限。`,
    );
  });
});

describe('a file that is odd', () => {
  const header = Object.keys(RECORD).join();
  const row = Object.values(RECORD).join();
  const inputOf = async (name: string, text: string) => {
    const { out, err } = await duka(['diagnose', write(name, text), '--format', 'json']);
    return { ...JSON.parse(out).input, err };
  };

  it('has carriage returns alone for line ends', async () => {
    expect(await inputOf('mac.csv', `${header}\r${row}\r`)).toMatchObject({ attempts: 1, rejected: 0 });
  });

  it('has a NUL in one of its lines, which alone is refused', async () => {
    const text = `${header}\n${row}\n${row.replace('chip', 'ch\u0000ip')}\n${row.replace('chip', 'qr')}\n`;
    expect(await inputOf('nul.csv', text)).toMatchObject({ attempts: 2, rejected: 1 });
  });

  it('has columns that are not known, or twice', async () => {
    const { err } = await inputOf('columns.csv', `${header},app version,memo,outcome\n${row},1,2,ok\n`);
    expect(err).toContain('app version（是否应为 app_version？）、memo。');
    expect(err).toContain('columns more than once, of which the last counts: outcome.');
  });

  it('holds card data in records that are refused: that is counted', async () => {
    const note = '4111111111111111';
    const bad = [
      `{"note":"${note}"`,
      line({ outcome: '', note, card_ref: note }),
      line({ time: 'now', note: { deep: [note, note] } }),
      `["${note}"]`,
      line({ stage: note }),
    ];
    expect(await inputOf('refused.ndjson', [JSON.stringify(RECORD), ...bad].join('\n'))).toMatchObject({
      attempts: 1,
      rejected: 5,
      removed_card_data: 1 + 2 + 2 + 1 + 1,
    });
    const rows = [`${row},${note},1`, `${row},"${note}`];
    expect(await inputOf('refused.csv', [`${header},note`, ...rows].join('\n'))).toMatchObject({
      rejected: 2,
      removed_card_data: 2,
    });
  });
});

describe('a terminal whose clock was reset', () => {
  const at = (time: string, terminal_id: string) => line({ time, terminal_id });
  const days = Array.from({ length: 28 }, (_, i) => at(`2026-11-${String(i + 1).padStart(2, '0')}T09:00:00Z`, 'RIGHT'));
  const inputOf = async (name: string, ...lines: readonly string[]) => {
    const { out } = await duka(['diagnose', write(name, lines.join('\n')), '--format', 'json']);
    return JSON.parse(out).input;
  };

  it('is named in the report, and its attempts are read', async () => {
    expect(await inputOf('reset.ndjson', ...days, at('2000-01-01T00:00:00Z', 'RESET'))).toMatchObject({
      attempts: 29,
      odd_times: { attempts: 1, terminals: 1, terminal_ids: ['RESET'] },
    });
  });

  it('is not looked for where all clocks are right', async () => {
    expect(await inputOf('right.ndjson', ...days)).not.toHaveProperty('odd_times');
  });
});

describe('--strict stops at the first bad record, with its line', () => {
  it.each([
    [
      'cut.ndjson',
      '{"time":1',
      'the line is not a JSON record: "{"time":1"; needed one JSON object a line. Check whether the export was cut off.',
    ],
    ['missing.ndjson', line({ outcome: '' }), 'the required field outcome is missing. Add it to the export.'],
    [
      'enum.ndjson',
      line({ interface: 'chipp' }),
      'field interface has "chipp"; needed one of chip, contactless, magstripe, qr, manual. Did you mean chip?',
    ],
    [
      'zone.ndjson',
      line({ time: '2026-11-03 09:00' }),
      'the time "2026-11-03 09:00" has no offset. Write it with +08:00, or say --tz +08:00.',
    ],
    [
      'time.ndjson',
      line({ time: '2026-02-30T09:00:00Z' }),
      'the time "2026-02-30T09:00:00Z" cannot be read; needed RFC 3339 with an offset (2026-11-03T09:00:00+08:00) or integer ms since 1970.',
    ],
    [
      'length.ndjson',
      line({ terminal_id: 'T'.repeat(65) }),
      'field terminal_id has 65 characters; at most 64 are allowed. Check whether values were glued together.',
    ],
    [
      'card.ndjson',
      line({ stage: '4111111111111111' }),
      'field stage has [removed]; needed one of detect, power_up, select, read, authenticate, cvm, online, complete, print.',
    ],
  ])('%s', async (name, bad, reason) => {
    const file = write(name, [JSON.stringify(RECORD), '', bad, 'worse'].join('\n'));
    const [, en] = await complaint('diagnose', '--strict', file);
    expect(en).toBe(`${file}:3: ${reason} (--strict stops at the first bad record)`);
  });
});

describe('a wrong word on the command line', () => {
  it.each([
    [['diagnoze'], '没有命令 "diagnoze"。是否想写 diagnose？用 duka help 看全部命令。'],
    [['help', 'explian'], '没有命令 "explian"。是否想写 explain？用 duka help 看全部命令。'],
    [['diagnose', good, '--formt', 'json'], '没有选项 --formt（--format）。用 duka help 看用法。'],
    [
      ['diagnose', good, '-x'],
      '没有选项 -x（--format --out --lang --since --terminal --fdr --tz --mapping --dialect --strict）。用 duka help 看用法。',
    ],
    [['diagnose', good, '--format'], '选项 --format 缺少值。用 duka help 看用法。'],
    [['diagnose', good, '--strict=yes'], '选项 --strict 不带值。用 duka help 看用法。'],
    [['diagnose', good, '--format', 'pdf'], '--format 的值 "pdf" 不对；应为 text、json、html、csv。'],
    [['diagnose', good, '--lang', 'de'], '--lang 的值 "de" 不对；应为 zh、en。'],
    [['diagnose', good, '--fdr', '5%'], '--fdr 的值 "5%" 不对；应为 0 到 1 之间的数，如 0.05。'],
    [['diagnose', good, '--fdr', '0'], '--fdr 的值 "0" 不对；应为 0 到 1 之间的数，如 0.05。'],
    [['diagnose', good, '--tz', 'CST'], '--tz 的值 "CST" 不对；应为时区偏移(+08:00)或名称(Asia/Shanghai)。'],
    [['diagnose', good, '--since', '1793667'], '--since 的值 "1793667" 不对；应为时间，如 2026-11-03T09:00:00+08:00。'],
    [['diagnose', good, '--since', '20270101'], '--since 的值 "20270101" 不对；应为不晚于最后一条记录的时间。'],
    [
      ['diagnose', good, '--out', 'report.pdf'],
      '--out 的值 "report.pdf" 不对；应为结尾 .html .csv .json 或 .txt 的文件。',
    ],
    [
      ['localise', good, '--real', '4111111111111111', '--failed', 'f'],
      '--real 的值 [removed] 不对；应为不与 --failed 同用。',
    ],
    [['diagnose', good, '--tz', 'Peking'], '--tz 的值 "Peking" 不对；应为时区偏移(+08:00)或名称(Asia/Shanghai)。'],
    [['diagnose', good, '--since', 'monday'], '--since 的值 "monday" 不对；应为时间，如 2026-11-03T09:00:00+08:00。'],
    [['diagnose', good, '--since', '2027-01-01'], '--since 的值 "2027-01-01" 不对；应为不晚于最后一条记录的时间。'],
    [
      ['diagnose', good, '--terminal', '33087585'],
      '--terminal 的值 "33087585" 不对；应为日志里有的终端号（相近的有 33087586）。',
    ],
    [['diagnose', good, '--terminal', '4111111111111111'], '--terminal 的值 [removed] 不对；应为日志里有的终端号。'],
    [['explain'], '缺少代码。用 duka help 看用法。'],
  ])('%j', async (words, zh) => {
    expect((await complaint(...words))[0]).toBe(zh);
  });
});

describe('--out', () => {
  it('is looked at before anything is read, and no report overwrites its log', async () => {
    const before = readFileSync(good, 'utf8');
    expect((await complaint('diagnose', good, '--out', path('no/where.html')))[1]).toBe(
      `cannot write "${folder}/no/where.html": there is no folder ${folder}/no. Choose another place.`,
    );
    expect((await complaint('diagnose', good, '--out', folder))[0]).toBe(
      `写不了 "${folder}"：这是文件夹。请换一个位置。`,
    );
    expect((await complaint('diagnose', good, '--out', good))[0]).toBe(
      `--out 的值 "${good}" 不对；应为另一个文件，不能是要读的日志。`,
    );
    linkSync(good, path('link.json'));
    expect((await complaint('diagnose', good, '--out', path('link.json')))[0]).toContain('不能是要读的日志');
    expect(readFileSync(good, 'utf8')).toBe(before);
  });

  it('takes the format from its ending, and prints nothing', async () => {
    const { status, out } = await duka(['diagnose', good, '--out', path('report.html')]);
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(readFileSync(path('report.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('does not put a file in the place of a device', async () => {
    expect(await run(['diagnose', good, '--out', '/dev/null'], COMMANDS)).toBe(0);
    expect(readFileSync('/dev/null', 'utf8')).toBe('');
  });
});

describe('times that can hardly be right', () => {
  it.each([
    ['seconds.ndjson', 1_793_667_600, '时间落在 1970 年'],
    ['date.ndjson', 20_261_103_090_000, '时间落在 2612 年'],
  ])('are read, and told: %s', async (name, time, told) => {
    const { status, out } = await duka(['diagnose', write(name, `${JSON.stringify({ ...RECORD, time })}\n`)]);
    expect({ status, isTold: out.includes(told) }).toEqual({ status: 0, isTold: true });
  });

  it('are told by the year that is odd, beside good ones', async () => {
    const lines = [RECORD, { ...RECORD, time: 20_261_103_090_000 }].map((record) => JSON.stringify(record));
    const { out } = await duka(['diagnose', write('both.ndjson', `${lines.join('\n')}\n`)]);
    expect(out).toContain('有时间落在 2612 年');
  });
});

describe('a value that begins with a minus', () => {
  it('is the value of its option', async () => {
    const local = write('local.ndjson', `${JSON.stringify({ ...RECORD, time: '2026-11-03T09:00:00' })}\n`);
    const apart = await duka(['diagnose', local, '--tz', '-08:00']);
    expect(apart).toEqual(await duka(['diagnose', local, '--tz=-08:00']));
    expect(apart.status).toBe(0);
    expect((await duka(['diagnose', local, '--fdr', '-1'])).err).toContain('--fdr 的值 "-1" 不对');
  });
});
