import { gzipSync } from 'node:zlib';
import { leafCsv, Rng, ratioCase, ratioCsv, rippleCase } from '@duka/sim';
import { describe, expect, it } from 'vitest';
import { duka, scratch } from './log-fixture.ts';

const { write, path } = scratch();

const rippled = (seed: number, layer: number) =>
  rippleCase(new Rng(seed), { sizes: [5, 6, 7, 4], layer, causes: 1, noise: 0.02, deviation: [0.4, 0.9] });
const incident = ratioCase(new Rng(3), {
  sizes: [4, 5, 3],
  layer: 2,
  causes: 1,
  excess: [0.4, 0.5],
  attempts: [4000, 4000],
});
/** Everything fails twice as often in the last minute, and nothing is to blame. */
const risen = ratioCase(new Rng(14), {
  sizes: [4, 5, 3],
  layer: 1,
  causes: 0,
  excess: [0.4, 0.5],
  attempts: [20_000, 20_000],
  rise: 2,
});
const RATIO = ['--failed', 'failed', '--total', 'total', '--time', 'minute'];

const SMALL = [
  'shop,model,real,predict',
  's1,m1,50,100',
  's1,m2,101,100',
  's2,m1,49,100',
  's2,m2,99,100',
  's3,m1,51,100',
  's3,m2,100,100',
  's4,m1,50,100',
  's4,m2,102,100',
  's5,m1,51,100',
  's5,m2,98,100',
].join('\n');

describe('duka localise', () => {
  it('prints one line of JSON a file, in the order in which they were named', async () => {
    const [second, first] = [rippled(1, 2), rippled(2, 1)];
    const files = [write('1450653900.csv', leafCsv(first)), write('1450653000.csv', leafCsv(second))];
    const { status, out, err } = await duka(['localise', ...files, '--format', 'json']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(
      `${JSON.stringify({ file: files[0], causes: first.truth })}\n${JSON.stringify({ file: files[1], causes: second.truth })}\n`,
    );
  });

  it('reads packed files, standard input, other delimiters and the columns that it is told', async () => {
    const wanted = '"causes":[{"model":"m1"}]}\n';
    const renamed = SMALL.replace('real,predict', 'seen,forecast').replaceAll(',', ';');
    const packed = await duka(['localise', write('small.csv.gz', gzipSync(SMALL)), '--format', 'json']);
    expect(packed.out).toContain(wanted);
    const given = ['localise', '-', '--real', 'seen', '--predict', 'forecast', '--format', 'json'];
    expect((await duka(given, { input: renamed })).out).toBe(`{"file":"-",${wanted}`);
  });

  it('blames no value where all fail more often, and says so', async () => {
    const file = write('risen.csv', ratioCsv(risen));
    const asked = ['localise', file, ...RATIO, '--at', String(risen.at)];
    expect((await duka([...asked, '--format', 'json'])).out).toBe(`{"file":"${file}","causes":[]}\n`);
    expect((await duka([...asked, '--lang', 'zh'])).out).toMatch(
      /各种取值的失败都是平时的约 (1\.[6-9]|2\.[0-4]) 倍：不怪哪一个/,
    );
    expect((await duka([...asked, '--lang', 'en'])).out).toMatch(
      /All values fail about (1\.[6-9]|2\.[0-4]) times as often/,
    );
  });

  it('takes the time as it is in the column, or as RFC 3339', async () => {
    const file = write('incident.csv', ratioCsv(incident));
    const answer = `${JSON.stringify({ file, causes: incident.truth })}\n`;
    for (const at of [String(incident.at), new Date(incident.at * 1000).toISOString()]) {
      expect(await duka(['localise', file, ...RATIO, '--at', at, '--format', 'json'])).toEqual({
        status: 0,
        out: answer,
        err: '',
      });
    }
  });

  it('says it in words, in either language', async () => {
    const file = write('small.csv', SMALL);
    expect((await duka(['localise', file])).out).toBe(`${file}\n  1. model=m1（占偏差约 100 %）\n`);
    expect((await duka(['localise', file, '--lang', 'en'])).out).toBe(
      `${file}\n  1. model=m1 (about 100 % of the deviation)\n`,
    );
    const calm = write('calm.csv', SMALL.replaceAll(/,(?:49|50|51),100/g, ',100,100'));
    expect((await duka(['localise', calm, '--lang', 'en'])).out).toBe(
      `${calm}\n  No combination of values explains a deviation.\n`,
    );
  });
});

describe('duka localise complains', () => {
  it('of a column that it lacks without showing a card number', async () => {
    const { err } = await duka(['localise', write('l.csv', SMALL), '--real', '4111 1111 1111 1111']);
    expect(err).toContain('lacks [removed]');
    expect(err).not.toContain('1111');
  });

  it('of a file, and answers the others', async () => {
    const [bare, empty, good] = [
      write('bare.csv', 'shop,real\ns1,2\n'),
      write('empty.csv', ''),
      write('good.csv', SMALL),
    ];
    const { status, out, err } = await duka(['localise', bare, path('none.csv'), empty, good, '--format', 'json']);
    expect(status).toBe(2);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { file: bare, causes: [], error: { code: 'file.header' } },
      { file: path('none.csv'), causes: [], error: { code: 'file.unreadable' } },
      { file: empty, causes: [], error: { code: 'input.nothing' } },
      { file: good, causes: [{ model: 'm1' }] },
    ]);
    expect(err.split('\n').filter((line) => line.startsWith('error: '))).toEqual([
      `error: the header of "${bare}" lacks predict. It must hold the field names.`,
      `error: cannot open "${path('none.csv')}": no such file. Check the path and its permissions.`,
      `error: ${empty}: no record could be read (rejected: 0). Check the content and the field names.`,
    ]);
  });

  it('of the first row that it leaves out, with file, line and column', async () => {
    const file = write('rows.csv', `${SMALL}\ns6,m1,1 250,100\ns6,m2,100\n`);
    const { status, out, err } = await duka(['localise', file, '--format', 'json']);
    expect({ status, out }).toEqual({ status: 0, out: `{"file":"${file}","causes":[{"model":"m1"}]}\n` });
    expect(err).toBe(
      `错误：${file}:12 real 的值 "1 250" 不对；应为数，不带单位和千位分隔符，如 1250.5；请在导出中改好。（共略去 2 行）\n` +
        `error: ${file}:12 real has "1 250"; needed a number without unit or thousands separators, such as 1250.5; correct it in the export. (rows left out: 2)\n`,
    );
  });

  it.each([
    [
      'twice.csv',
      'shop,shop,real,predict\ns1,s1,1,1\n',
      'twice.csv:1 has "shop"; needed a name of its own for each column.',
    ],
    [
      'measures.csv',
      'real,predict\n1,1\n',
      'measures.csv:1 has "real,predict"; needed a column beside the measures, such as terminal_model.',
    ],
  ])('of a header that cannot be meant: %s', async (name, content, wanted) => {
    const { status, err } = await duka(['localise', write(name, content)]);
    expect(status).toBe(2);
    expect(err).toContain(wanted);
  });

  it.each([
    [[], '缺少 --total --time --at。'],
    [['--total', 'total', '--time', 'minute', '--at', '5'], '--at 的值 "5" 不对；应为'],
    [['--total', 'total', '--time', 'minute', '--at', '1600000020'], '中前面还有记录的时间，否则无从比较。'],
    [['--real', 'real'], '--real 的值 "real" 不对；应为不与 --failed 同用。'],
  ])('of a ratio that is not wholly told: %j', async (more, wanted) => {
    const file = write('ratio.csv', ratioCsv(incident));
    const { status, out, err } = await duka(['localise', file, '--failed', 'failed', ...more]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(wanted);
  });

  it('without showing card data', async () => {
    const card = '4111111111111111';
    const file = write('card.csv', SMALL.replaceAll('m1', card));
    const { out, err } = await duka(['localise', file, '--format', 'json']);
    expect(out).toBe(`{"file":"${file}","causes":[{"model":"[removed]"}]}\n`);
    expect(out + err).not.toContain(card);
  });
});
