import { areReplies, decodeReplies, decodeReply, FIXED_BITS, REPLY_BITS } from '@duka/wire/escpos';
import { describe, expect, test } from 'vitest';
import { outline } from '../outline.ts';
import { thrown } from '../thrown.ts';

describe('the replies to DLE EOT', () => {
  test('1 to 4 of a printer without paper', () => {
    expect(outline(decodeReplies(Uint8Array.of(0x1a, 0x32, 0x12, 0x7e)))).toEqual([
      '0+1 DLE EOT 1 1A',
      '  0+1 b3 08 "printer offline"',
      '1+1 DLE EOT 2 32',
      '  1+1 b5 20 "printing stopped, paper end"',
      '2+1 DLE EOT 3 12 "well"',
      '3+1 DLE EOT 4 7E',
      '  3+1 b3 0C "paper near end"',
      '  3+1 b6 60 "paper end"',
    ]);
  });

  test.each(REPLY_BITS)(
    '%i with the bits %i set has its meaning, with and without the fixed bits',
    (n, mask, zh, en) => {
      for (const fixed of [0, FIXED_BITS]) {
        expect(decodeReply(n, mask | fixed).children?.map(({ says }) => says)).toEqual([{ zh, en }]);
      }
    },
  );

  test('that cannot be one says so', () => {
    expect(decodeReply(1, 0x93).error?.message).toBe(
      'escpos.reply: DLE EOT 1 at byte 0: needs a reply of the bits 0xx1xx10, has 10010011; check whether it is a reply to DLE EOT',
    );
    expect(thrown(() => decodeReplies(new Uint8Array(5))).code).toBe('escpos.length');
    expect(thrown(() => decodeReplies(new Uint8Array(0))).code).toBe('escpos.length');
  });

  test('are told by their fixed bits', () => {
    expect([[0x12], [0x1a, 0x12], [0x08], [0x13], []].map((bytes) => areReplies(Uint8Array.from(bytes)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
