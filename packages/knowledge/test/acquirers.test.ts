import { describe, expect, it } from 'vitest';
import {
  ACQUIRERS,
  CATEGORIES,
  findAcquirer,
  INSTITUTIONS,
  PROVINCES,
  SETTLEMENT_CHECKS,
  settlementVerdict,
  splitMerchantNumber,
  UNKNOWN,
} from '../src/index.ts';

describe('the acquirers', () => {
  it('are ten, in the order of their ids, with names that are theirs alone', () => {
    const ids = ACQUIRERS.map(({ id }) => id);
    expect(ids).toHaveLength(10);
    expect(ids).toEqual([...new Set(ids)].sort());
    const names = ACQUIRERS.flatMap(({ name, aliases, codes }) => [
      name.zh,
      ...aliases,
      ...codes.map(({ value }) => value),
    ]);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(ACQUIRERS)('$id states nothing without a source and a date', ({ company, codes, hotline, site }) => {
    for (const fact of [company, hotline, site, ...codes]) {
      if (fact === UNKNOWN) continue;
      expect(fact.source).not.toBe('');
      expect(fact.asOf).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
    }
  });

  it.each(ACQUIRERS.flatMap(({ id, codes }) => codes.map(({ value }) => [value, id])))(
    'code %s is of %s',
    (code, id) => {
      expect(findAcquirer(code)?.id).toBe(id);
      expect(INSTITUTIONS.has(code)).toBe(true);
    },
  );

  it.each([
    ['银联商务', 'chinaums'],
    ['ums', 'chinaums'],
    [' 随行付 ', 'suixingpay'],
    ['上海盛付通电子支付服务有限公司', 'shengpay'],
    ['833', 'haike'],
    ['没有这家', undefined],
  ])('%s is %s', (written, id) => {
    expect(findAcquirer(written)?.id).toBe(id);
  });

  it('leaves unknown what no source tells', () => {
    const codeless = ACQUIRERS.filter(({ codes }) => codes.length === 0).map(({ id }) => id);
    expect(codeless).toEqual(['fulinmen', 'jlpay', 'leshua', 'ruiyinxin']);
  });
});

describe('a merchant number', () => {
  it.each([
    ['898210154110002', { institution: '898', area: '2101', category: '5411', sequence: '0002' }],
    ['102 5810 8398 6056', { institution: '102', area: '5810', category: '8398', sequence: '6056' }],
    ['89821015411000', null],
    ['89821015411000X', null],
    ['', null],
  ])('%s', (written, parts) => {
    expect(splitMerchantNumber(written)).toEqual(parts);
  });

  it.each(Object.keys(PROVINCES))('may be of province %s', (code) => {
    expect(code).toMatch(/^[1-8]\d$/);
  });

  it.each(Object.entries(CATEGORIES))('may be of category %s', (code, { zh, en }) => {
    expect(code).toMatch(/^\d{4}$/);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('the settlement check', () => {
  it('asks for licence, payer, contract and receipt, each with a source', () => {
    expect(SETTLEMENT_CHECKS.map(({ id }) => id)).toEqual(['licence', 'payer', 'contract', 'receipt']);
    for (const { source } of SETTLEMENT_CHECKS) expect(source).not.toBe('');
  });

  it.each([
    [['yes', 'yes', 'yes', 'yes'], /看起来是一清/],
    [['yes', 'no', 'yes', 'yes'], /对不上/],
    [['unknown', 'no'], /对不上/],
    [['yes', 'yes', 'yes', 'unknown'], /还没有查全/],
    [['yes'], /还没有查全/],
    [[], /还没有查全/],
  ] as const)('after %j says %s', (answers, says) => {
    expect(settlementVerdict(answers).zh).toMatch(says);
  });
});
