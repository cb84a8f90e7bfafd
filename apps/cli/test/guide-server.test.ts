import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsDoor } from '../src/guide/findings.ts';
import { reportsDoor } from '../src/guide/reports.ts';
import { guideServer } from '../src/guide/server.ts';
import { duka, scratch } from './log-fixture.ts';

const { folder, path, write } = scratch();
const REPORTS = path('reports.ndjson');
/** Its terminal 31010014 has a worn or dirty magnetic head to the end of the log. */
const LOG = 'samples/shop.csv';

let server: ReturnType<typeof guideServer>;
let base: string;
beforeAll(async () => {
  mkdirSync(path('site/assets'), { recursive: true });
  write('site/index.html', '<!doctype html><title>guide</title>');
  write('site/assets/index-1.js', 'plain');
  write('site/assets/index-1.js.gz', gzipSync('packed'));
  write('secret.html', 'not for you');
  server = guideServer(`${folder}/site`, [await findingsDoor([LOG], 'zh'), reportsDoor(REPORTS)]);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** The path as it is written: fetch would tidy it up. */
function raw(written: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${base}/`, { path: written }, (answer) => resolve(answer.resume().statusCode));
    asked.on('error', reject).end();
  });
}
const post = (body: string) => fetch(`${base}/v1/reports`, { method: 'POST', body });

describe('files', () => {
  it('come with their type, and no guessing', async () => {
    const answer = await fetch(`${base}/`);
    expect(await answer.text()).toBe('<!doctype html><title>guide</title>');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('come compressed to those who can read it', async () => {
    const packed = await fetch(`${base}/assets/index-1.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(await packed.text()).toBe('packed');
    expect(packed.headers.get('cache-control')).toContain('immutable');
    const plain = await fetch(`${base}/assets/index-1.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(await plain.text()).toBe('plain');
  });

  it('do not come again to those who have them: a page over http is kept by nothing else', async () => {
    const first = await fetch(`${base}/`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{16}"$/);
    const again = await fetch(`${base}/`, { headers: { 'if-none-match': etag } });
    expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: '' });
    expect((await fetch(`${base}/`, { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
  });

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/none.html',
    '/assets',
  ])('%s is not there', async (written) => {
    expect(await raw(written)).toBe(404);
  });

  it('are only read', async () => {
    expect((await fetch(`${base}/`, { method: 'PUT', body: 'x' })).status).toBe(405);
    expect((await fetch(`${base}/`, { method: 'HEAD' })).status).toBe(200);
  });
});

describe('findings', () => {
  const ask = async (query: string): Promise<{ id: string; status: string; scope: { terminal_id?: string } }[]> =>
    ((await (await fetch(`${base}/v1/findings${query}`)).json()) as { findings: never }).findings;

  it('are all that the log shows, with a status', async () => {
    const all = await ask('');
    expect(all.length).toBeGreaterThan(0);
    for (const finding of all)
      expect(finding).toMatchObject({ status: expect.stringMatching(/^(open|over)$/), order_id: null });
  });

  it('are those that concern a terminal', async () => {
    const own = await ask('?open=true&terminal=31010014');
    expect(own.some(({ scope }) => scope.terminal_id === '31010014')).toBe(true);
    expect((await ask('?terminal=31010011')).some(({ scope }) => scope.terminal_id === '31010014')).toBe(false);
    expect(await ask('?terminal=nobody')).toEqual([]);
  });
});

describe('reports', () => {
  it('are kept a line each, without card data', async () => {
    const answer = await post('[{"id":"a","note":"4111111111111111"},{"id":"b"}]');
    expect({ status: answer.status, body: await answer.json() }).toEqual({ status: 200, body: { accepted: 2 } });
    expect(readFileSync(REPORTS, 'utf8')).toBe('{"id":"a","note":"[removed]"}\n{"id":"b"}\n');
  });

  it('that are no list, or too long, are refused', async () => {
    expect((await post('{"id":"a"}')).status).toBe(400);
    expect((await post('[')).status).toBe(400);
    expect((await post(`["${'x'.repeat(1_000_000)}"]`)).status).toBe(413);
  });
});

describe('duka guide', () => {
  it.each([
    [['guide', 'shop.csv'], '不需要参数 "shop.csv"（日志用 --attempts）'],
    [['guide', '--port', '99999'], '--port 的值 "99999" 不对；应为 0 到 65535 的整数，0 表示任选'],
    [['guide', '--attempts', 'no-such-log.csv'], '打不开 "no-such-log.csv"：没有这个文件'],
    [
      ['guide', '--knowledge', write('old.json', '{"schema":"duka.knowledge/0"}')],
      '知识文件的 /schema 是 "duka.knowledge/0"',
    ],
    [['guide', '--learned', write('spoilt.json', '{"schema":"duka.learned/1"}')], '学到的数据的 /counts 是'],
  ])('refuses %j', async (words, message) => {
    const { status, out, err } = await duka(words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });

  it('writes the files for a web server of your own', async () => {
    const { status, out } = await duka(['guide', '--out', path('web')]);
    expect({ status, out }).toEqual({ status: 0, out: '' });
    const page = readFileSync(path('web/index.html'), 'utf8');
    for (const script of page.match(/assets\/core-[\w-]+\.js/g) ?? ['none'])
      expect(existsSync(path(`web/${script}`))).toBe(true);
    expect(existsSync(path('web/service-worker.js'))).toBe(true);
  });

  it('makes the page by knowledge of your own, and by what was learned', async () => {
    const knowledge = write(
      'small.json',
      JSON.stringify({
        schema: 'duka.knowledge/1',
        faults: 'single',
        causes: [
          { id: 'dirt', prior: 1 },
          { id: 'wear', prior: 1 },
        ],
        observations: [
          {
            id: 'light',
            cost: 1,
            values: ['on', 'off'],
            given: { dirt: [1, 0] },
            otherwise: [0, 1],
            text: { zh: '灯亮吗？', en: 'Is it lit?' },
          },
        ],
        actions: [
          { id: 'wipe', cost: 5, fixes: { dirt: 1 } },
          { id: 'swap', cost: 50, fixes: { wear: 1 } },
        ],
        call: { id: 'call', cost: 100 },
      }),
    );
    const firstOf = async (...words: readonly string[]) => {
      const { status, err } = await duka(['guide', '--out', path('own'), '--knowledge', knowledge, ...words]);
      expect(status, err).toBe(0);
      const page = readFileSync(path('own/index.html'), 'utf8');
      const from = page.indexOf('<template id="first-zh">');
      return page.slice(from, page.indexOf('</template>', from));
    };
    expect(await firstOf()).toContain('灯亮吗？');
    // after four hundred cases of dirt there is nothing to ask
    const cases = { cases: 400, 'cause/dirt': 400 };
    const learned = write('learned.json', JSON.stringify({ schema: 'duka.learned/1', counts: cases }));
    expect(await firstOf('--learned', learned)).toContain('data-screen="wipe"');
  });

  it('says that a port is taken', async () => {
    const { port } = server.address() as AddressInfo;
    const { status, err } = await duka(['guide', '--port', String(port)]);
    expect(status).toBe(2);
    expect(err).toContain(`无法在 "127.0.0.1:${port}" 上提供服务：端口已被占用`);
  });
});
