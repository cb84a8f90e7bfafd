import type { Finding, Scope } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { money, probability, share, totalLoss } from '../src/render/amounts.ts';
import { rangeWords, spanWords, timeWords } from '../src/render/moments.ts';
import { scopeWords } from '../src/render/scope-words.ts';
import { displayWidth, wrap } from '../src/render/width.ts';
import { chanceWords, forecastWords, seenWords, strength, whenWords } from '../src/render/words.ts';
import { oneFinding } from './render-fixture.ts';

const plain = (text: string | null): string | null => text?.replaceAll('\u00A0', ' ') ?? null;
const finding = oneFinding.findings[0] as Finding;

describe('probabilities and shares', () => {
  it.each([
    [1, '>99 %'],
    [0.997, '>99 %'],
    [0.99, '99 %'],
    [0.934, '93 %'],
    [0.01, '1 %'],
    [0.004, '<1 %'],
    [0, '<1 %'],
  ])('%f shows as %s', (value, shown) => {
    expect(plain(probability(value))).toBe(shown);
  });

  it('a counted share is all or nothing only where it was', () => {
    const shares = [share(3, 3), share(999, 1000), share(1, 40), share(1, 9999), share(0, 3), share(0, 0)];
    expect(shares.map(plain)).toEqual(['100 %', '>99 %', '2.5 %', '<0.1 %', '0.0 %', '–']);
  });
});

describe('a forecast of wear', () => {
  const forecast = {
    limit: 0.25,
    date: '2026-12-03T12:00:00+08:00',
    from: '2026-11-28T12:00:00+08:00',
    to: '2027-01-20T12:00:00+08:00',
  };

  it('says the share, the day and the range', () => {
    expect(plain(forecastWords(forecast, 'zh'))).toBe(
      '约 2026年12月3日 失败率将到 25 %（八成把握：2026年11月28日 至 2027年1月20日）',
    );
    expect(plain(forecastWords(forecast, 'en'))).toBe(
      '25 % of attempts will fail by about 3 Dec 2026 (eight times in ten: 28 Nov 2026 to 20 Jan 2027)',
    );
  });

  it('has an open end where that is out of sight', () => {
    expect(plain(forecastWords({ ...forecast, to: null }, 'zh'))).toContain('八成把握：2026年11月28日以后');
    expect(plain(forecastWords({ ...forecast, to: null }, 'en'))).toContain('eight times in ten: after 28 Nov 2026');
  });
});

describe('the chance that an e-value bounds', () => {
  it.each([
    [9.99, null, null],
    [10, '十分之一', 'one in ten'],
    [999, '百分之一', 'one in a hundred'],
    [1000, '千分之一', 'one in a thousand'],
    [18_500, '万分之一', 'one in ten thousand'],
    [2.4e6, '百万分之一', 'one in a million'],
    [1e8, '亿分之一', 'one in a hundred million'],
    [1e9, '十亿分之一', 'one in a billion'],
    [3e88, '十亿分之一', 'one in a billion'],
  ])('%d is rounded so that the bound still holds', (value, zh, en) => {
    expect(chanceWords(value, 'zh')).toBe(zh && `若一切正常，出现这么强的证据的机会不超过${zh}`);
    expect(chanceWords(value, 'en')).toBe(
      en && `If nothing were wrong, evidence this strong would arise with a chance of at most ${en}`,
    );
  });
});

describe('money', () => {
  it.each([
    [345_600, 'CNY', '3,456.00 元', 'CNY 3,456.00'],
    [1200, 'JPY', 'JPY 1,200', 'JPY 1,200'],
    [1234, 'KWD', 'KWD 1.234', 'KWD 1.234'],
    [1234, null, '1,234 最小单位（币种不明）', '1,234 minor units (currency not known)'],
    [1234, 'x<y', '1,234 最小单位（币种不明）', '1,234 minor units (currency not known)'],
  ])('%d of %s', (amount, currency, zh, en) => {
    expect(plain(money(amount, currency, 'zh'))).toBe(zh);
    expect(plain(money(amount, currency, 'en'))).toBe(en);
  });

  it('is never added across currencies', () => {
    const losses = [
      { sales: 1, amount_minor: 100, currency: 'CNY' },
      { sales: 2, amount_minor: 50, currency: 'HKD' },
      { sales: 3, amount_minor: 11, currency: 'CNY' },
    ];
    const { sales, money: sums } = totalLoss(losses);
    expect(sales).toBe(6);
    expect(sums.map((sum) => [sum.amount_minor, sum.currency])).toEqual([
      [111, 'CNY'],
      [50, 'HKD'],
    ]);
  });
});

describe('times', () => {
  it.each([
    ['2026-11-03T09:00:00+08:00', '2026年11月3日 09:00（UTC+8）', '3 Nov 2026, 09:00 (UTC+8)'],
    ['2026-11-03T01:05:59.5Z', '2026年11月3日 01:05（UTC）', '3 Nov 2026, 01:05 (UTC)'],
    ['2026-01-01T00:30:00-03:30', '2026年1月1日 00:30（UTC−3:30）', '1 Jan 2026, 00:30 (UTC−3:30)'],
    ['yesterday', 'yesterday', 'yesterday'],
  ])('%s is shown by the clock of its own offset', (time, zh, en) => {
    expect(plain(timeWords(time, 'zh'))).toBe(zh);
    expect(plain(timeWords(time, 'en'))).toBe(en);
  });

  it('a range says the same day, year and zone once', () => {
    const range = (from: string, to: string): string | null => plain(rangeWords(from, to, 'zh'));
    expect(range('2026-11-03T09:00:00+08:00', '2026-11-03T11:30:00+08:00')).toBe(
      '2026年11月3日 09:00 至 11:30（UTC+8）',
    );
    expect(range('2025-12-31T09:00:00+08:00', '2026-01-01T11:30:00+08:00')).toBe(
      '2025年12月31日 09:00 至 2026年1月1日 11:30（UTC+8）',
    );
    expect(range('2026-11-03T09:00:00+08:00', '2026-11-03T11:30:00Z')).toBe(
      '2026年11月3日 09:00（UTC+8） 至 2026年11月3日 11:30（UTC）',
    );
  });

  it.each([
    [20_000, '1 分钟', '1 min'],
    [3_600_000, '1 小时', '1 h'],
    [9_900_000, '2 小时 45 分钟', '2 h 45 min'],
    [190_800_000, '2 天 5 小时', '2 d 5 h'],
    [172_790_000, '2 天', '2 d'],
  ])('%d ms', (ms, zh, en) => {
    expect(plain(spanWords(ms, 'zh'))).toBe(zh);
    expect(plain(spanWords(ms, 'en'))).toBe(en);
  });
});

describe('scopes', () => {
  it.each<[Scope, string, string]>([
    [{ terminal_id: '33087586', interface: 'chip' }, '终端号 33087586 · 插卡', 'terminal 33087586 · chip'],
    [{ interface: 'chip', terminal_id: '33087586' }, '终端号 33087586 · 插卡', 'terminal 33087586 · chip'],
    [
      { terminal_id: ['1', '2', '3', '4', '5'], link: 'cellular' },
      '终端号 1、2、3 等 5 个 · 移动网络',
      'terminal 1, 2, 3 and 2 more · cellular network',
    ],
    [{ interface: ['chip', 'magstripe'] }, '插卡、刷卡', 'chip, magstripe'],
    [{ link: 'constructor' }, 'constructor', 'constructor'],
    [{}, '全部记录', 'all records'],
  ])('%j', (scope, zh, en) => {
    expect(plain(scopeWords(scope, 'zh'))).toBe(zh);
    expect(plain(scopeWords(scope, 'en'))).toBe(en);
  });
});

describe('findings', () => {
  it('an end is a recovery with its length', () => {
    const over = { ...finding, since: '2026-11-08T19:02:00+08:00', until: '2026-11-08T21:47:00+08:00' };
    expect(plain(whenWords(over, 'zh'))).toBe('2026年11月8日 19:02 至 21:47（UTC+8），历时 2 小时 45 分钟，已恢复');
    expect(plain(whenWords(over, 'en'))).toBe('8 Nov 2026, 19:02 to 21:47 (UTC+8), for 2 h 45 min; now over');
  });

  it('an expectation near none is said as such', () => {
    const rare = { ...finding, attempts: 1, failures: 1, expected_failures: 0.01 };
    expect(plain(seenWords(rare, 'zh'))).toBe('1 次失败，平时几乎没有（共 1 次尝试，失败率 100 %）');
    expect(plain(seenWords(rare, 'en'))).toBe('1 failure, almost none expected (100 % of 1 attempt)');
  });

  it.each([
    [2, '很强'],
    [1, '强'],
    [0.5, '中等'],
    [0, '弱'],
    [-0.1, '反面'],
  ])('evidence of weight %f', (weight, zh) => {
    expect(strength({ weight, text: { zh: '', en: '' } }).zh).toBe(zh);
  });
});

describe('width', () => {
  it.each([
    ['读卡失败', 8],
    ['ＡＢ', 4],
    ['ｱｲ', 2],
    ['e\u0301', 1],
    ['👨‍👩‍👧', 2],
    ['a\u200B', 1],
    ['（UTC+8）', 9],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('no line begins with a closing mark or ends with an opening one', () => {
    expect(wrap('一二三四，五六（七八）', 8)).toEqual(['一二三', '四，五六', '（七八）']);
  });

  it('dates and glued numbers stay whole, long ids are cut', () => {
    expect(wrap('于2026年11月3日起', 14)).toEqual(['于', '2026年11月3日', '起']);
    expect(wrap('约\u00A020\u00A0分钟', 6)).toEqual(['约 20', '分钟']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });
});
