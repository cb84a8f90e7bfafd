import { STATUS_WORDS, type StatusWord, sayStatusWord } from '@duka/wire/emv';
import { describe, expect, test } from 'vitest';

describe('a status word', () => {
  test.each(Object.entries(STATUS_WORDS))('%s has its meaning', (sw, [zh, en]) => {
    const filled = (text: string) => text.replace('xx', '255').replace(/(?<![a-z])x(?![a-z])/, '15');
    expect(sayStatusWord(sw.replaceAll('x', 'F'))).toEqual({ zh: filled(zh), en: filled(en) });
  });

  test.each(
    Object.entries(STATUS_WORDS).flatMap(([sw, [, , after]]: [string, (typeof STATUS_WORDS)[StatusWord]]) =>
      Object.entries(after ?? {}).map(([command, says]) => [sw, command, says] as const),
    ),
  )('%s after %s says more', (sw, command, says) => {
    expect(sayStatusWord(sw, command as 'SELECT')).toEqual(says);
  });

  test.each([
    ['63C2', 'Offline PIN wrong, 2 tries left'],
    ['63C0', 'Offline PIN wrong, no tries left'],
    ['6110', 'Normal, 16 bytes available'],
    ['6100', 'Normal, 256 bytes available'],
    ['6C1A', 'Wrong Le, 26 is right'],
    ['6601', 'Security error'],
  ])('%s says %s', (sw, says) => {
    expect(sayStatusWord(sw).en).toBe(says);
  });

  test('other than normal ends the reading of records', () => {
    expect(sayStatusWord('6985', 'READ RECORD').en).toBe('card error, the transaction ends');
    expect(sayStatusWord('9000', 'READ RECORD').en).toBe('Normal');
    expect(sayStatusWord('6700', 'SELECT').en).toBe('Wrong length');
  });

  test('that no standard gives says so', () => {
    expect(sayStatusWord('6999').en).toBe('not given by the standards');
  });
});
