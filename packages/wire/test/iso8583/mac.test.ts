import { createCipheriv } from 'node:crypto';
import { parseHex, toHex } from '@duka/wire/bytes';
import { SPECS, unionPayMac } from '@duka/wire/iso8583';
import { expect, test } from 'vitest';
import { SALE_FRAME, SALE_MESSAGE } from './sale.ts';

/** Single DES is triple DES with three times the same key. */
const des = (key: string) => (block: Uint8Array) => {
  const cipher = createCipheriv('des-ede3', parseHex(key.repeat(3)), null).setAutoPadding(false);
  return new Uint8Array(Buffer.concat([cipher.update(block), cipher.final()]));
};

test('the MAC of a sale, worked out step by step', () => {
  // From the message type up to field 64: 405 bytes, XORed in blocks of eight.
  const covered = SALE_MESSAGE.subarray(11, SALE_MESSAGE.length - 8);
  const folded = [0, 1, 2, 3, 4, 5, 6, 7].map((at) =>
    covered.reduce((sum, byte, index) => (index % 8 === at ? sum ^ byte : sum), 0),
  );
  const digits = Buffer.from(toHex(Uint8Array.from(folded)), 'latin1');
  const encipher = des('0123456789ABCDEF');
  const half = encipher(digits.subarray(0, 8));
  const whole = encipher(half.map((byte, at) => byte ^ digits[8 + at]!));
  const expected = Buffer.from(toHex(whole).slice(0, 8), 'latin1').toString('hex').toUpperCase();
  expect(unionPayMac(SALE_MESSAGE, SPECS.unionpay, encipher)).toBe(expected);
  expect(unionPayMac(SALE_FRAME, SPECS.unionpay, encipher, 2)).toBe(expected);
});

test('with a cipher that changes nothing, it is the sum of the digits', () => {
  // 0800 without fields: 08 00 and an empty bitmap. Folded: 08 00 00 00 00 00 00 00; its digits 30 38 30 … XORed with 30 30 ….
  const bytes = parseHex('6000060000 603100311003 0800 0000000000000000');
  expect(unionPayMac(bytes, SPECS.unionpay, (block) => block)).toBe(toHex(Buffer.from('00080000', 'latin1')));
});
