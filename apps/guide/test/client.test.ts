import { describe, expect, it } from 'vitest';
import { clientOf } from '../src/server/client.ts';
import { sentLesson } from '../src/server/sent.ts';

const BASE = 'https://guide.example/shop/';
const REPORT = sentLesson({ id: 'l1', lesson: 'insert', right: 4, of: 5, terminal: null, at: 0 });

/** A server that gives one answer, and keeps what it was asked. */
function standIn(status: number, body: unknown = {}) {
  const asked: { readonly url: string; readonly method: string; readonly body: unknown }[] = [];
  const get = async (url: string | URL | Request, init: RequestInit = {}) => {
    asked.push({ url: String(url), method: init.method ?? 'GET', body: init.body });
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  };
  return { asked, client: clientOf(BASE, get) };
}
const unreachable = clientOf(BASE, () => Promise.reject(new TypeError('no network')));

describe('findings', () => {
  const finding = (scope: unknown, ...causes: readonly unknown[]) => ({ scope, causes });

  it('are those of the terminal, beside the page', async () => {
    const causes = [{ cause: 'network.down', probability: 0.9 }];
    const { asked, client } = standIn(200, { findings: [finding({ terminal_id: 'T 1' }, ...causes)] });
    expect(await client.findings('T 1')).toEqual(causes);
    expect(asked[0]?.url).toBe('https://guide.example/shop/v1/findings?open=true&terminal=T%201');
  });

  it('of another terminal do not count, those of its store do', async () => {
    const of = async (...findings: readonly unknown[]) => standIn(200, { findings }).client.findings('T1');
    const cause = { cause: 'network.slow', probability: 0.5 };
    expect(await of(finding({ terminal_id: 'T2' }, cause))).toEqual([]);
    expect(await of(finding({ terminal_id: ['T2', 'T1'] }, cause))).toEqual([cause]);
    expect(await of(finding({ terminal_id: 'T2' }, cause), finding({ store_id: 'S1' }, cause))).toEqual([cause]);
    const own = { cause: 'hardware.power', probability: 0.7 };
    expect(await of(finding({ store_id: 'S1' }, cause), finding({ terminal_id: 'T1' }, own))).toEqual([own]);
  });

  it.each([
    ['no JSON', '<html>'],
    ['nothing', 'null'],
    ['no list', { findings: 7 }],
    ['no scope', { findings: [{ causes: [] }] }],
    [
      'unknown causes and broken probabilities',
      {
        findings: [
          finding({}, { cause: 'moon.phase', probability: 1 }, { cause: 'network.down', probability: 'high' }, null, {
            cause: 'network.down',
            probability: -1,
          }),
        ],
      },
    ],
  ])('with %s are none', async (_, body) => {
    expect(await standIn(200, body).client.findings('T1')).toEqual([]);
  });

  it('are none without a server, and where it knows none', async () => {
    expect(await unreachable.findings('T1')).toEqual([]);
    expect(await standIn(404).client.findings('T1')).toEqual([]);
  });
});

describe('reports', () => {
  it('are sent as a list', async () => {
    const { asked, client } = standIn(200);
    expect(await client.send([REPORT])).toBe('taken');
    expect(asked[0]).toEqual({
      url: 'https://guide.example/shop/v1/reports',
      method: 'POST',
      body: JSON.stringify([REPORT]),
    });
  });

  it.each([
    [200, 'taken'],
    [202, 'taken'],
    [400, 'refused'],
    [413, 'refused'],
    [404, 'later'],
    [401, 'later'],
    [429, 'later'],
    [503, 'later'],
  ])('answered with %i are %s', async (status, fate) => {
    expect(await standIn(status).client.send([REPORT])).toBe(fate);
  });

  it('wait where no server answers', async () => {
    expect(await unreachable.send([REPORT])).toBe('later');
  });
});
