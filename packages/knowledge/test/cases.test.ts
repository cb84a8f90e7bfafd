import { CAUSE_IDS } from '@duka/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASES, searchCases } from '../src/index.ts';

const ids = (words: string): readonly string[] => searchCases(words).map(({ id }) => id);

describe('cases', () => {
  it('are the three of the field, with their causes', () => {
    expect(CASES.map(({ id, cause }) => [id, cause])).toEqual([
      ['supermarket-worn-head', 'hardware.magstripe_head_worn'],
      ['hotel-unstable-network', 'network.unstable'],
      ['restaurant-wrong-pin', 'operation.wrong_pin'],
    ]);
  });

  it.each(CASES)('$id tells its story in both languages and invents no figures', (c) => {
    const texts = [c.title, c.setting, c.story, c.remedy, c.outcome, c.lesson, ...c.evidence];
    expect(texts.filter(({ zh, en }) => zh === '' || en === '' || /\d/.test(zh + en))).toEqual([]);
    expect(CAUSE_IDS).toContain(c.cause);
    expect(c.evidence.length).toBeGreaterThan(0);
    expect(c.source).toBe('field report (undated)');
  });
});

describe('searchCases', () => {
  it.each([
    ['磁头 超市', ['supermarket-worn-head']],
    ['超市磁头', ['supermarket-worn-head']],
    ['磁头，更换', ['supermarket-worn-head']],
    ['网络', ['hotel-unstable-network']],
    ['hotel Network', ['hotel-unstable-network']],
    ['network.unstable', ['hotel-unstable-network']],
    ['密码 培训', ['restaurant-wrong-pin']],
    ['pin', ['restaurant-wrong-pin']],
    ['读卡失败', ['hotel-unstable-network', 'restaurant-wrong-pin', 'supermarket-worn-head']],
    ['磁头 酒店', []],
    ['火星', []],
    ['', ['supermarket-worn-head', 'hotel-unstable-network', 'restaurant-wrong-pin']],
    ['  ', ['supermarket-worn-head', 'hotel-unstable-network', 'restaurant-wrong-pin']],
  ])('finds for %j %j', (words, expected) => {
    expect(ids(words)).toEqual(expected);
  });

  it('finds no more cases for more words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(ids(a)).toEqual(expect.arrayContaining([...ids(`${a} ${b}`)]));
      }),
    );
  });
});
