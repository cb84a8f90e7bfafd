import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { coarser, niceTop } from '../src/render/html/chart.ts';
import { renderHtml } from '../src/render/html.ts';
import { detail, hostile, hostileDetail, nothing, report } from './render-fixture.ts';

const page = renderHtml(report, detail, 'zh');
const VOID = new Set(['meta', 'input', 'br']);

/** The names of elements that are closed in another order than they were opened. */
function misnested(markup: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const body = markup.replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, '');
  for (const [, close, name = '', self] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (VOID.has(name) || self === '/') continue;
    if (close === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

const between = (markup: string, name: 'style' | 'script'): readonly string[] =>
  Array.from(markup.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g')), (match) => match[1] ?? '');

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

describe('the report as a page', () => {
  it('is one well-formed document', () => {
    expect(page.startsWith('<!doctype html>\n<html lang="zh-CN" class="zh"')).toBe(true);
    expect(misnested(page)).toEqual([]);
    const ids = Array.from(page.matchAll(/ id="([^"]*)"/g), (match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/(?:aria-labelledby="|for="|href="#)([^"]*)"/g))
      expect(ids).toContain(target);
  });

  it('loads nothing and names no address', () => {
    expect(page).not.toMatch(/https?:|\/\/[a-z]|src=|url\(|@import|<link|<iframe|<img/i);
  });

  it('runs only its own script and style', () => {
    expect(page).not.toMatch(/ style=| on[a-z]+=/);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const [style = ''] = between(page, 'style');
    const [script = ''] = between(page, 'script');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash(style)}'; script-src 'sha256-${hash(script)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(script).not.toMatch(/localStorage|sessionStorage|cookie|innerHTML|fetch|XMLHttpRequest/);
  });

  it('holds both languages and opens in the one asked for', () => {
    const en = renderHtml(report, detail, 'en');
    for (const one of [page, en]) {
      expect(one).toContain('<span class="zh" lang="zh-CN">磁头磨损</span>');
      expect(one).toContain('lang="en">Magnetic head worn</span>');
    }
    expect(en).toContain('<html lang="en" class="en"');
    expect(en).toContain('<title>Card reading report</title>');
    expect(page.match(/class="zh" lang="zh-CN"/g)?.length).toBe(page.match(/class="en" lang="en"/g)?.length);
  });

  it('has a card, a chart and a marked start for each finding', () => {
    expect(page.match(/<article class="card"/g)).toHaveLength(5);
    expect(page.match(/<svg class="plot" height="\d+" role="img" aria-labelledby="chart-\d"/g)).toHaveLength(5);
    expect(page.match(/>began /g)).toHaveLength(5);
    expect(page.match(/>ended /g)).toHaveLength(1);
    expect(page).toContain('恢复 11月8日&nbsp;21:47'.replace('&nbsp;', '\u00A0'));
  });

  it('has no chart where there is no series', () => {
    expect(renderHtml(report, { ...detail, series: [] }, 'zh')).not.toContain('<figure>');
  });

  it('lists terminals with the most excess first, and says when it leaves some out', () => {
    const first = /<tbody>\s*<tr><th[^>]*><bdi>([^<]*)</.exec(page)?.[1];
    expect(first).toBe('33087586');
    const [row] = detail.terminals;
    const terminals = Array.from({ length: 720 }, (_, index) => ({ ...row!, terminal_id: `T${index}` }));
    const large = renderHtml(report, { ...detail, terminals }, 'zh');
    expect(large.match(/<tr><th scope="row"/g)).toHaveLength(500);
    expect(large).toContain('共 720 台，这里列出最差的 500 台。');
    expect(large).toContain('The 500 worst of 720.');
  });

  it('says what finding nothing means', () => {
    const none = renderHtml(nothing, { series: [], terminals: [] }, 'zh');
    expect(none).toContain('没有发现问题。');
    expect(none).toContain('not that nothing ever fails.');
    expect(misnested(none)).toEqual([]);
  });

  it('is the same for the same input', () => {
    expect(renderHtml(report, detail, 'zh')).toBe(page);
  });

  it('says on the page whose clock is most likely wrong, and nothing of clocks where all are right', () => {
    const odd_times = { attempts: 3, terminals: 1, terminal_ids: ['31082233'] };
    const withOdd = renderHtml({ ...report, input: { ...report.input, odd_times } }, detail, 'zh');
    expect(withOdd).toContain('多半是终端时钟不对：终端 31082233。');
    expect(page).not.toContain('时钟');
  });
});

describe('a report from a hostile input', () => {
  const attacked = renderHtml(hostile, hostileDetail, 'en');

  it('adds no element and no attribute', () => {
    expect(between(attacked, 'script')).toEqual(between(page, 'script'));
    expect(attacked.match(/<script/g)).toHaveLength(1);
    expect(attacked.match(/<\/style/g)).toHaveLength(1);
    expect(misnested(attacked)).toEqual([]);
    expect(attacked).not.toContain('alert("1")');
    expect(attacked).not.toContain('<b>&');
  });

  it('shows the values as they came, with hidden characters marked', () => {
    expect(attacked).toContain(
      '&lt;/style&gt;&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;\uFFFD\uFFFD&amp;amp;',
    );
    expect(attacked).not.toMatch(/[\u2028\u202E]/);
  });
});

describe('a chart', () => {
  it.each([
    [0, 2],
    [2, 2],
    [3, 4],
    [10, 10],
    [11, 12],
    [23, 24],
    [43, 50],
    [100, 100],
    [101, 120],
    [990, 1000],
  ])('of up to %i failures has the top %i', (highest, top) => {
    expect(niceTop(highest)).toBe(top);
  });

  it('adds neighbouring buckets together and loses none', () => {
    const bucket = { attempts: 3, failures: 1, expected: 0.5 };
    const series = { finding: 'F', start: 0, width: 10, buckets: Array.from({ length: 205 }, () => bucket) };
    const few = coarser(series, 100);
    expect(few.width).toBe(30);
    expect(few.buckets).toHaveLength(69);
    expect(few.buckets.reduce((sum, one) => sum + one.failures, 0)).toBe(205);
    expect(few.buckets.at(-1)).toEqual({ attempts: 3, failures: 1, expected: 0.5 });
    expect(coarser(series, 300)).toBe(series);
  });
});
