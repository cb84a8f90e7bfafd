import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulate, toNdjson } from '@duka/sim';
import { beforeAll, describe, expect, it } from 'vitest';
import { duka, type Ended, RECORD, scratch } from './log-fixture.ts';

const { write, path } = scratch();

describe('duka explain', () => {
  const KNOWN = {
    'iso39:55': 'iso39:55',
    'ISO39:55': 'iso39:55',
    'sw:6F00': 'sw:6F00',
    '6F00': 'sw:6F00',
    '0x6f00': 'sw:6F00',
    'pcsc:80100066': 'pcsc:80100066',
    'sunmi:-30006': 'sunmi:-30006',
    '-30006': 'sunmi:-30006',
  } as const;

  it('knows codes with a namespace or bare, in any case', async () => {
    const { status, out, err } = await duka(['explain', ...Object.keys(KNOWN), '--format', 'json']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const answers: { code: string; found: { code: string }[] }[] = JSON.parse(out);
    expect(answers.map(({ code }) => code)).toEqual(Object.keys(KNOWN));
    for (const [at, wanted] of Object.values(KNOWN).entries()) {
      expect(answers[at]?.found.map(({ code }) => code)).toContain(wanted);
    }
  });

  it('says stage, reason, causes, what to do and the source, in either language', async () => {
    const zh = await duka(['explain', 'iso39:55']);
    const en = await duka(['explain', 'iso39:55', '--lang', 'en']);
    expect(zh.out).toMatch(/^iso39:55 {2}.+\n {2}阶段：.+\n {2}原因类别：.+\n {2}可能的原因：.+/);
    expect(en.out).toMatch(/^iso39:55 {2}.+\n {2}stage: .+\n {2}reason: .+\n {2}likely causes: .+/);
    expect(zh.out).toContain('\n    - ');
    expect(en.out).toContain('\n  source: ');
  });

  it('gives the nearest of an unknown code, and ends with 2', async () => {
    const { status, out, err } = await duka(['explain', 'sw:6F0X', 'iso39:55']);
    expect(status).toBe(2);
    expect(out).toMatch(/^iso39:55 /);
    expect(err).toMatch(
      /^错误：不认识代码 sw:6F0X。相近的有：.*sw:6F00.*\nerror: the code sw:6F0X is not known. Near it: /,
    );
  });

  it('never repeats a card number', async () => {
    const { status, out, err } = await duka(['explain', '4111111111111111']);
    expect(status).toBe(2);
    expect(out + err).not.toContain('4111');
  });
});

describe('duka cases', () => {
  it('finds the supermarket by Chinese words', async () => {
    const { status, out } = await duka(['cases', '磁头', '超市', '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)[0].cause).toBe('hardware.magstripe_head_worn');
  });

  it('lists all without words, and ends with 1 where none is found', async () => {
    const [all, none] = await Promise.all([duka(['cases', '--format', 'json']), duka(['cases', '潜水艇'])]);
    expect(JSON.parse(all.out).length).toBeGreaterThanOrEqual(3);
    expect(none.status).toBe(1);
    expect(none.out).toMatch(/^没有这样的案例/);
  });
});

describe('duka help and version', () => {
  it('names every command, and ends with 0', async () => {
    const [none, help, detail, version] = await Promise.all(
      [[], ['--help'], ['diagnose', '-h'], ['--version']].map((words) => duka(words)),
    );
    expect(none?.out).toBe(help?.out);
    for (const name of ['diagnose', 'explain', 'cases', 'help', 'version'])
      expect(help?.out).toContain(`  duka ${name}`);
    expect(detail?.out).toContain('--fdr');
    expect(version?.out).toMatch(/^duka \d+\.\d+\.\d+\n$/);
    expect([none, help, detail, version].map((one) => one?.status)).toEqual([0, 0, 0, 0]);
  });
});

describe('the exit status of duka diagnose', () => {
  it('is 0 where nothing is found', async () => {
    const { status, err } = await duka(['diagnose', write('good.ndjson', `${JSON.stringify(RECORD)}\n`)]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it('is 2 for an internal error too, which says nothing of the input', async () => {
    const broken = write('broken.mjs', "JSON.parse = () => { throw new TypeError('4111111111111111'); };");
    const { status, err } = await duka(['version'], { env: { NODE_OPTIONS: `--import=${broken}` } });
    expect(status).toBe(2);
    expect(err).toMatch(/^错误：Duka 自身出错：\[removed\]/);
  });
});

describe('planted card data', () => {
  const NUMBERS = ['4111111111111111', '5555555555554444', '6250941006528599', '378282246310005'];
  const FORMATS = ['text', 'json', 'html', 'csv'] as const;
  const ended: Ended[] = [];

  beforeAll(async () => {
    const { attempts } = simulate(
      { terminals: 2, days: 4, volume: 50, faults: [{ cause: 'hardware.reader_module' }] },
      3,
    );
    const number = (at: number): string => NUMBERS[at % NUMBERS.length] ?? '';
    const spoilt = attempts.map((record, at) => ({
      ...record,
      card_ref: number(at),
      operator_id: number(at >> 2),
      ...(at % 5 === 0 && { store_id: number(at) }),
      memo: `pan ${number(at).replace(/(\d{4})/g, '$1 ')}`,
      ...(at % 50 === 0 && { interface: number(at) }),
      ...(at % 60 === 0 && { time: `;${number(at)}=29125011234?` }),
      ...(at % 70 === 0 && { code: `pax:;${number(at)}=29125011234?` }),
    }));
    const text = `${toNdjson(spoilt as never)}{"card":"${number(0)}"\n${number(1)}\n["${number(2)}"]\n`;
    const file = write(`${number(0)}.ndjson`, text);
    const runs = [
      ...FORMATS.map((format) => ['diagnose', file, '--format', format]),
      ['diagnose', '--strict', file],
      ['diagnose', path(`${number(1)}.csv`)],
      ['diagnose', file, '--terminal', number(2), `--${number(3)}`],
      [number(1)],
    ];
    ended.push(...(await Promise.all(runs.map((words) => duka(words)))));
  });

  it.each(NUMBERS)('%s is in no output and no message', (number) => {
    expect(ended.map(({ status }) => status)).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
    for (const { out, err } of ended) expect(`${out}${err}`.replace(/[^0-9]/g, '')).not.toContain(number);
  });
});

describe('the token key', () => {
  it('is made once, by whoever comes first', async () => {
    const home = path('home/of/keys');
    const file = write(
      'token.ndjson',
      Array.from({ length: 3 }, () => JSON.stringify({ ...RECORD, card_ref: '4111111111111111' })).join('\n'),
    );
    const all = await Promise.all([1, 2, 3, 4].map(() => duka(['diagnose', file], { env: { DUKA_HOME: home } })));
    expect(all.map(({ status, err }) => ({ status, err }))).toEqual(all.map(() => ({ status: 0, err: '' })));
    expect(readFileSync(join(home, 'token.key'))).toHaveLength(32);
  });

  it('that cannot be kept is said to change, and the reading goes on', async () => {
    const file = write('keyless.ndjson', JSON.stringify({ ...RECORD, card_ref: '4111111111111111' }));
    const { status, err } = await duka(['diagnose', file], { env: { DUKA_HOME: write('a-file', '') } });
    expect(status).toBe(0);
    expect(err).toMatch(/^密钥文件不可用.*\nThe key file cannot be used/);
  });
});
