import { parseHex, toHex } from '@duka/wire/bytes';
import { decodeAtr, isAtr } from '@duka/wire/emv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outline } from '../outline.ts';
import { thrown } from '../thrown.ts';

const outlined = (hex: string) => outline([decodeAtr(parseHex(hex))]);
const withCheck = (hex: string): string =>
  hex +
  toHex(
    Uint8Array.of(
      parseHex(hex)
        .subarray(1)
        .reduce((sum, byte) => sum ^ byte, 0),
    ),
  );
/** What is wrong, and where. */
const wrongs = (hex: string) =>
  (decodeAtr(parseHex(hex)).children ?? []).flatMap(({ error }) => (error ? [error.message] : []));

describe('an answer to reset', () => {
  test('of T=0 alone has no check byte', () => {
    expect(outlined('3B6800000073C84012009000')).toEqual([
      '0+12 ATR "protocol T=0"',
      '  0+1 TS 3B "direct"',
      '  1+1 T0 68 "8 historical bytes"',
      '  2+1 TB1 00',
      '  3+1 TC1 00',
      '  4+8 historical 0073C84012009000',
    ]);
  });

  test('of T=1 is checked', () => {
    expect(outlined(withCheck('3BE300008121455649 53'.replaceAll(' ', '')))).toEqual([
      '0+11 ATR "protocol T=1"',
      '  0+1 TS 3B "direct"',
      '  1+1 T0 E3 "3 historical bytes"',
      '  2+1 TB1 00',
      '  3+1 TC1 00',
      '  4+1 TD1 81',
      '  5+1 TD2 21',
      '  6+1 TB3 45',
      '  7+3 historical 564953',
      '  10+1 TCK 4A "right"',
    ]);
    expect(wrongs('3BE30000812145564953FA')).toEqual(['atr.value: atr.TCK at byte 10: needs 4A, has FA']);
  });

  test.each([
    ['0B00', 'TS at byte 0: needs 3B, 3F, has 0B'],
    ['3B1002', 'TA1 at byte 2: needs 1x-Fx, x3-xF, has 02'],
    ['3B409A'.replace('9A', '10'), 'TC1 at byte 2: needs 00, FF, has 10'],
    ['3B8002', 'TD1 at byte 2: needs x0, x1, has 02'],
    ['3B90951000', 'TA1 at byte 2: needs 11-13, has 95'],
    ['3B801010', 'TA2 at byte 3: needs 00, 01 (= TD1), has 10'],
    ['3B804009', 'TC2 at byte 3: needs 0A, has 09'],
    [withCheck('3B808101'), 'TB3 at byte 4: needs TB3, has -'],
    [withCheck('3B80813105' + '45'), 'TA3 at byte 4: needs 10-FE, has 05'],
    [withCheck('3B80812156'), 'TB3 at byte 4: needs 00-45, has 56'],
    [withCheck('3B8081614501'), 'TC3 at byte 5: needs 00, has 01'],
    [withCheck('3B8001'), 'TD2 at byte 3: needs TD2, has -'],
  ])('%s breaks the rule: %s', (hex, message) => {
    expect(wrongs(hex)).toContain(`atr.value: atr.${message}`);
  });

  test('that was cut off says what is missing', () => {
    expect(wrongs('3B90')).toEqual(['atr.value: atr.TA1 at byte 2: needs TA1, has -']);
    expect(wrongs('3B021F')).toEqual(['emv.length: atr.historical at byte 2: needs 2 bytes, has 1']);
    expect(wrongs('3B0000')).toEqual(['bytes.left: atr at byte 2: should end here, has 1 bytes more']);
    expect(thrown(() => decodeAtr(parseHex('3B'))).message).toBe('emv.length: atr at byte 0: needs 2-33 bytes, has 1');
  });

  test('begins with one of two bytes', () => {
    expect(['3B00', '3F00', '3C00', '3B'].map((hex) => isAtr(parseHex(hex)))).toEqual([true, true, false, false]);
  });

  test('that is a card number by mistake is hidden', () => {
    expect(outlined('6250941006528599D3012206')).toEqual([`0+12 ATR ${'*'.repeat(24)} secret`]);
  });

  test('of any bytes is a tree', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 33 }), (bytes) => {
        expect(decodeAtr(bytes).length).toBe(bytes.length);
      }),
      { numRuns: 1000 },
    );
  });
});
