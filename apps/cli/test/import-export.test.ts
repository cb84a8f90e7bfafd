import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importLogs } from '../src/commands/import.ts';
import { readHostOptions } from '../src/import/host-options.ts';
import { duka, importOf, scratch } from './log-fixture.ts';

const { write, path } = scratch();

/** Published for testing. */
const CARD = '6222020000001234567';
const VALID = '4111111111111111';
const ROWS = [
  '商户交易明细,,,,,,,,',
  '交易时间,商户号,终端号,卡号,输入方式,交易金额,交易类型,应答码,流水号,备注',
  `20261103 090000,898210154110002,33087586,622202*********4567,插卡,12.50,消费,00,000001,${CARD}`,
  `2026/11/3 9:01,898210154110002,33087586,${CARD},刷卡,"1,212.50",消费,5,2,x`,
  `2026-11-03 09:02:00,898210154110002,33087586,${CARD},挥卡,12.5,消费,,3,x`,
  '2026-11-03 09:03:00,898210154110002,33087586,,,,签到,00,4,x',
  '合计,,,,,,,,,',
];
const EXPORT = `${ROWS.join('\n')}\n`;
const RECORDS = [
  { time: '2026-11-03T09:00:00+08:00', interface: 'chip', outcome: 'ok', code: 'iso39:00', amount_minor: 1250 },
  {
    time: '2026-11-03T09:01:00+08:00',
    interface: 'magstripe',
    outcome: 'failed',
    code: 'iso39:05',
    amount_minor: 121250,
  },
  {
    time: '2026-11-03T09:02:00+08:00',
    interface: 'contactless',
    outcome: 'failed',
    reason: 'no_response',
    amount_minor: 1250,
  },
];

const linesOf = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** 交易时间 and the like in GB 18030, without a table: Node only decodes. */
function toGb(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from(
    Array.from(text).flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : (codes.get(one) ?? []))),
  );
}

describe('duka import of an export', () => {
  it('writes the attempts in it, and says what it did', async () => {
    const to = path('out.ndjson');
    const { status, out, err } = await duka(['import', write('交易.csv', EXPORT), '--to', to]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(linesOf(readFileSync(to, 'utf8'))).toMatchObject(RECORDS);
    expect(out).toContain('得到读卡记录 3 条');
    expect(out).toContain('签到（含下载工作密钥）：1');
    expect(out).toContain('没有用到的列：备注');
    expect(out).toMatch(/attempt\.time 1 \(.*交易\.csv:7\)：时间 "合计" 无法读取/);
    expect(out).toContain(`写出 3 条到 ${to}`);
    expect(readFileSync(to, 'utf8') + out + err).not.toContain(CARD);
  });

  it.each([
    ['GB 18030', toGb(EXPORT)],
    ['UTF-8 with BOM and CRLF', Buffer.from(`\ufeff${EXPORT.replaceAll('\n', '\r\n')}`)],
    [
      'UTF-16 with tabs',
      Buffer.from(`\ufeff${EXPORT.replace('"1,212.50"', '1212.50').replaceAll(',', '\t')}`, 'utf16le'),
    ],
    ['gzip', gzipSync(EXPORT)],
  ])('reads %s', async (name, bytes) => {
    const { attempts, imported } = await importOf([write(name, bytes)]);
    expect(attempts.map(({ time, ...rest }) => ({ time: new Date(time).toISOString(), ...rest }))).toMatchObject(
      RECORDS.map(({ time, ...rest }) => ({ time: new Date(time).toISOString(), ...rest })),
    );
    expect(imported?.unused).toEqual(['备注']);
  });

  it('reads standard input, and speaks English', async () => {
    const { status, out, err } = await duka(['import', '--lang', 'en'], { input: EXPORT });
    expect(status).toBe(0);
    expect(linesOf(out)).toMatchObject(RECORDS);
    expect(err).toContain('gave 3 attempts');
    expect(err.replace(/备注|"合计"/g, '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('gives the same card the same token as the guard of other inputs', async () => {
    const log = JSON.stringify({
      time: 0,
      terminal_id: 'T1',
      interface: 'chip',
      outcome: 'ok',
      card_ref: '4111 1111 1111 1111',
    });
    const guarded = await duka(['import', '-'], { input: `${log}\n` });
    const csv = '交易时间,终端号,输入方式,应答码,卡号\n2026-11-03 09:00:00,T1,插卡,00,4111111111111111\n';
    const imported = await duka(['import', '-'], { input: csv });
    const [a, b] = [guarded, imported].map(({ out }) => (linesOf(out)[0] as { card_ref: string }).card_ref);
    expect(a).toMatch(/^tok_[a-p]{32}$/);
    expect(b).toBe(a);
  });

  it('writes Parquet that reads back as the same', async () => {
    const file = write('again.csv', EXPORT);
    const to = path('out.parquet');
    await duka(['import', file, '--to', to]);
    const direct = await duka(['import', file]);
    expect((await duka(['import', to])).out).toBe(direct.out);
  });

  it('is what duka diagnose does by itself', async () => {
    const file = write('diagnose.csv', EXPORT);
    await duka(['import', file, '--to', path('d.ndjson')]);
    const args = ['--format', 'json'];
    const direct = await duka(['diagnose', file, ...args]);
    const imported = await duka(['diagnose', path('d.ndjson'), ...args]);
    const inputOf = ({ out }: { out: string }) => {
      const { attempts, terminals, from, to } = JSON.parse(out).input;
      return { attempts, terminals, from, to };
    };
    expect(inputOf(direct)).toEqual(inputOf(imported));
    expect(direct.err).toContain('得到读卡记录 3 条');
  });

  it('takes a mapping, in YAML or JSON', async () => {
    const csv = write('own.csv', 'When;Till;How;Code\n3/11/2026 9:00;T1;S;00\n');
    const yaml = [
      'columns:',
      '  When: time',
      '  Till: terminal_id',
      '  How: { to: interface, values: { S: magstripe } }',
      '  Code: { to: f39, values: { 00: "00" } }',
      'time: D/M/YYYY H:mm',
      'zone: "+09:00"',
    ].join('\n');
    const json = JSON.stringify({
      columns: { When: 'time', Till: 'terminal_id', How: { to: 'interface', values: { S: 'magstripe' } }, Code: 'f39' },
      time: 'D/M/YYYY H:mm',
      zone: '+09:00',
    });
    for (const mapping of [write('m.yaml', yaml), write('m.json', json)]) {
      const { out } = await duka(['import', csv, '--mapping', mapping]);
      expect(linesOf(out)).toEqual([
        {
          time: '2026-11-03T09:00:00+09:00',
          terminal_id: 'T1',
          interface: 'magstripe',
          outcome: 'ok',
          code: 'iso39:00',
        },
      ]);
    }
  });

  it('tells as JSON too', async () => {
    const { out } = await duka(['import', write('j.csv', EXPORT), '--to', path('j.ndjson'), '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'duka.import/1',
      attempts: 3,
      rejected: 1,
      reasons: [{ code: 'attempt.time', count: 1, samples: [{ line: 7 }] }],
      host_log: { attempts: 3, unanswered: 1, others: [{ kind: 'sign_in', requests: 1 }], unused: ['备注'] },
    });
  });
});

describe('an export', () => {
  it('is read as it is, whatever it holds', async () => {
    const cell = fc.constantFrom(
      VALID,
      '622202*********4567',
      '插卡',
      '051',
      '00',
      '"',
      '""',
      ',',
      '\n',
      '\u0000',
      '2026-11-03 09:00',
      '冲正',
      '=',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 60 }), async (cells) => {
        const { attempts, reasons, imported } = await importOf([write('fuzz.csv', `${ROWS[1]}\n${cells.join(',')}`)]);
        expect(JSON.stringify([attempts, imported, reasons])).not.toContain(VALID);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a table in the form of the contract', () => {
  it.each([
    [
      'with columns of its own beside them',
      'time,terminal_id,interface,outcome,status,date,type\n0,T1,chip,ok,x,y,z\n',
    ],
    ['in another order', 'outcome,interface,f39,terminal_id,time\nok,chip,00,T1,0\n'],
  ])('is read as such %s', async (_, csv) => {
    const { attempts, imported } = await importOf([write('contract.csv', csv)]);
    expect(attempts).toMatchObject([{ time: 0, terminal_id: 'T1', interface: 'chip', outcome: 'ok' }]);
    expect(imported).toBeNull();
  });

  it('without an outcome is refused, not taken for a log of silence', async () => {
    await expect(importOf([write('none.csv', 'time,terminal_id,interface\n0,T1,chip\n')])).rejects.toMatchObject({
      code: 'file.header',
    });
    await expect(importOf([write('none.csv', '交易时间,终端号,输入方式\n0,T1,chip\n')])).rejects.toMatchObject({
      code: 'file.columns',
    });
  });
});

describe('duka import of what it cannot use', () => {
  it.each([
    ['without the columns that it needs', ['a.csv'], 'file.columns', /的列里没有输入方式（22 域）/],
    ['with a mapping that is no YAML', ['ok.csv', '--mapping', 'bad.yaml'], 'import.yaml', /bad\.yaml" 第 3 行/],
    ['with a mapping to no field', ['ok.csv', '--mapping', 'no.yaml'], 'import.mapping', /\/columns\/a 是 "nothing"/],
    ['with a mapping that is not there', ['ok.csv', '--mapping', 'none.yaml'], 'file.unreadable', /没有这个文件/],
    ['to a file of another kind', ['ok.csv', '--to', 'x.xlsx'], 'usage.value', /以 \.ndjson 或 \.parquet 结尾/],
    ['over its own input', ['in.ndjson', '--to', 'in.ndjson'], 'usage.value', /不能是要读的日志/],
    ['at the first bad row, where it is strict', ['ok.csv', '--to', 's.ndjson', '--strict'], 'input.strict', /:7/],
  ])('stops: %s', async (_, words, code, says) => {
    write('a.csv', '交易时间,终端号,交易金额,应答码\n2026-11-03 09:00:00,T1,1,00\n');
    write('ok.csv', EXPORT);
    write('bad.yaml', 'columns:\n  a: [\n');
    write('no.yaml', 'columns:\n  a: nothing\n');
    write('in.ndjson', '{}\n');
    const called = importLogs(words.map((word) => (word.includes('.') ? path(word) : word)));
    await expect(called).rejects.toMatchObject({ code, text: { zh: expect.stringMatching(says) } });
    expect(() => statSync(path('s.ndjson'))).toThrow();
  });

  it('ends with status 2 where no row was of use', async () => {
    const { status, err } = await duka(['import', write('empty.csv', `${ROWS[1]}\n合计,,,,,,,,,\n`)]);
    expect(status).toBe(2);
    expect(err).toContain('没有读到任何记录');
  });
});

describe('the guide', () => {
  it.each(['import.md', 'import.en.md'])('%s shows files that are read as they stand there', async (name) => {
    const text = readFileSync(new URL(`../../../docs/guides/${name}`, import.meta.url), 'utf8');
    const blocks = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, block = '']) => block);
    const kinds = blocks.map((block) => (block.startsWith('columns:') ? 'mapping' : 'dialect'));
    expect(kinds).toEqual(['dialect', 'mapping']);
    const [dialect, mapping] = blocks.map((block, at) => write(`${name} ${at}.yaml`, block));
    const options = await readHostOptions({ dialect, mapping });
    expect([options.dialect?.rules.header, options.mapping?.amount, options.mapping?.times.length]).toEqual([
      20,
      'major',
      1,
    ]);
  });
});
