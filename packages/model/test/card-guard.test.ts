import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptField } from '../src/index.ts';
import { guardField, guardUnknown, holdsCardData, REMOVED } from '../src/index.ts';
import { cardNumber, WRAPPERS } from './card-numbers.ts';

/** Stands for the keyed hash: letters only, and different for different secrets. */
const tokenize = (secret: string): string =>
  `tok_${Array.from(secret, (character) => String.fromCharCode(97 + (character.charCodeAt(0) % 26))).join('')}`;

/** Published for testing, or made up with a right check digit. */
const VISA = '4111111111111111';
const MASTERCARD = '5555555555554444';
const AMEX = '378282246310005';
const UNIONPAY_16 = '6222020000000007';
const UNIONPAY_19 = '6212345678900000003';

describe('a string that holds card data', () => {
  it.each([
    ['a card number', VISA],
    ['of Mastercard', MASTERCARD],
    ['of the second range of Mastercard', '2223003122003222'],
    ['of Amex', AMEX],
    ['of Diners', '30569309025904'],
    ['of JCB', '3530111333300000'],
    ['of Mir', '2200123000000004'],
    ['of Uzcard', '8600123456789012'],
    ['of UnionPay, 16 digits', UNIONPAY_16],
    ['of UnionPay, 19 digits', UNIONPAY_19],
    ['of 13 digits', '4222222222222'],
    ['in groups with spaces', '4111 1111 1111 1111'],
    ['in groups with dashes', '4111-1111-1111-1111'],
    ['in groups with dots', '4111.1111.1111.1111'],
    ['in groups with wide gaps', '4111 - 1111 - 1111 - 1111'],
    ['in groups with wider gaps', '4111  -  1111  -  1111  -  1111'],
    ['in groups in a URL', 'pan=4111%201111%201111%201111'],
    ['in dashed groups in a URL', '4111%2D1111%2d1111%2D1111'],
    ['in groups in HTML', '4111&nbsp;1111&#160;1111&nbsp;1111'],
    ['after a percent sign', '100%4111111111111111'],
    ['after a number in a circle', '①4111111111111111'],
    ['after a square', 'x²4111111111111111'],
    ['after a fraction', '½4111111111111111'],
    ['in circled numbers', '④①①①①①①①①①①①①①①①'],
    ['in groups with commas', '4111,1111,1111,1111'],
    ['in groups with slashes', '3782/822463/10005'],
    ['in lines', '4111\n1111\n1111\n1111'],
    ['in the groups of Amex', '3782 822463 10005'],
    ['in the groups of UnionPay', '621234 5678900000003'],
    ['in single digits', '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1'],
    ['in full-width digits', '４１１１１１１１１１１１１１１１'],
    ['in Arabic-Indic digits', '٤١١١١١١١١١١١١١١١'],
    ['with no-break spaces', '4111\u00a01111\u00a01111\u00a01111'],
    ['with en dashes', '4111–1111–1111–1111'],
    ['with zero-width spaces', '4111\u200b1111\u200b1111\u200b1111'],
    ['with a soft hyphen', '41111111\u00ad11111111'],
    ['in a sentence', '顾客说卡号是4111111111111111请处理'],
    ['between letters', 'x4111111111111111y'],
    ['with a masked neighbour', '621234******0003 4111111111111111'],
    ['with its expiry glued on', '41111111111111112712'],
    ['with its code glued on', '4111111111111111123'],
    ['of Amex with its expiry glued on', '3782822463100052712'],
    ['of 19 digits with expiry and service code glued on', '62123456789000000032712201'],
    ['in groups with its expiry glued on', '4111-1111-1111-11112712'],
    ['with its expiry beside it', '4111111111111111 12/27'],
    ['filled up with zeros', '0004111111111111111'],
    ['with its length before it', '164111111111111111'],
    ['with its length before it, in a message', '0209119196212345678900000003000000'],
    ['in a link', 'https://pay.example/?p=4111111111111111&x=1'],
    ['in JSON', '{"n":"4111111111111111"}'],
    ['track 1', '%B4111111111111111^DOE/JANE^27122010000000000000?'],
    ['track 1 with a number that fails Luhn', '%B4111111111111112^DOE/JANE^2712201?'],
    ['track 2', ';4111111111111111=27122010000012300000?'],
    ['track 2 without sentinels and with a number that fails Luhn', '6212345678900000004=27122010000'],
    ['track 2 in hex', '6212345678900000003D27122010000012300F'],
    ['track 2 in hex, in lower case, with a number that fails Luhn', '4111111111111112d27122010000012300'],
    ['track 2 in hex after a length', '376212345678900000003D2712201'],
    ['track 3', ';016212345678900000003=1561560000000000000000000000=0000?'],
    ['tag 5A', '5A0841111111111111119F2701805F340101'],
    ['tag 5A alone', '5A084111111111111111'],
    ['tag 5A alone in bytes', '5a:08:41:11:11:11:11:11:11:11'],
    ['tag 5A of 19 digits', '5A0A6212345678900000003F'],
    ['tag 57', '57134111111111111111D271220100000123000000'],
    ['tag 57 whose number fails Luhn', '57114111111111111112D27122010000012300'],
    ['tag 57 after other tags', '9F2701805713621234567890000000 3D27122010000012300F'.replace(' ', '')],
    ['tag 5A in spaced bytes', '5A 08 41 11 11 11 11 11 11 11 9F 27 01 80'],
    ['tag 57 in spaced bytes', '57 11 41 11 11 11 11 11 11 12 D2 71 22 01 00 00 01 23 00'],
    ['a dump in ASCII', '34313131313131313131313131313131'],
    ['a dump in ASCII, spaced', '34 31 31 31 31 31 31 31 31 31 31 31 31 31 31 31'],
    ['a dump in EBCDIC', 'F4F1F1F1F1F1F1F1F1F1F1F1F1F1F1F1'],
    ['a clear PIN block of format 0', '041234FFFFFFFFFF'],
    ['a clear PIN block of format 1', '141234FFFFFFFFFF'],
    ['a clear PIN block of format 2', '241234FFFFFFFFFF'],
    ['a clear PIN block of format 3', '341234ABCDEFABCD'],
    ['a clear PIN block of format 4', '441234AAAAAAAAAA0123456789ABCDEF'],
    ['a clear PIN block of six digits', 'block 06123456ffffffff'],
    ['a VERIFY command', '0020008008241234FFFFFFFFFF'],
    ['an enciphered PIN block that is named', 'pinblock=9A3FB27C60D1E845'],
    ['an enciphered PIN block in JSON', '{"pinBlock": "9A3FB27C60D1E845"}'],
    ['field 52', 'F52: 9A3FB27C60D1E845'],
    ['a named PIN', 'pin: 1234'],
    ['a named PIN in Chinese', '密码是123456'],
    ['a named PIN in JSON', '{"pin": "1234"}'],
    ['a verification code', 'cvv 123'],
    ['a verification code, glued', 'CVV2:123'],
    ['a verification code in JSON', '{"cvc": "123"}'],
    ['a verification code of UnionPay', 'cvn2=123'],
    ['a verification code in Chinese', '安全码为123'],
    ['a verification code in words', 'card security code: 1234'],
  ])('is seen: %s', (_, text) => {
    expect(holdsCardData(text)).toBe(true);
    expect(guardUnknown('remark', text)).toEqual({ value: REMOVED, removed: 1 });
  });
});

describe('a string that holds none', () => {
  it.each([
    ['nothing', ''],
    ['a time of 14 digits', '20260601120000'],
    ['a time of 17 digits', '20260601120000123'],
    ['ms since 1970', '1793667600000'],
    ['µs since 1970', '1793667600000000'],
    ['a time in RFC 3339', '2026-06-01T12:00:00.000+08:00'],
    ['a local time', '2026-06-01 12:00:00'],
    ['a version', 'v4.11.1-20260601'],
    ['a terminal number', '60110001'],
    ['a merchant number', '898210154110002'],
    ['a card number whose check digit is wrong', '4111111111111112'],
    ['a number that begins as no card does', '1234567890123452'],
    ['a number of 12 digits', '411111111111'],
    ['a masked card number', '621234******0003'],
    ['the last four', '卡尾号 0003'],
    ['a bin', '62123456'],
    ['a telephone number', '+86 138 0013 8000'],
    ['an address of a network', '192.168.100.200:8583'],
    ['a hardware address', '54:53:52:51:50:4f'],
    ['a UUID', '123e4567-e89b-12d3-a456-426614174000'],
    ['a hash', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['a sale of Alipay', '2026060122001412345678901234'],
    ['a status word', 'sw:6F00 tvr:0000008000'],
    ['an APDU', '00A404000E315041592E5359532E4444463031'],
    ['an ATR', '3B6500002063CB6A00'],
    ['a cryptogram', '9F26081A2B3C4D5E6F70819F2701809F10120110A00003240000'],
    ['a wrong PIN', 'wrong PIN, 2 tries left'],
    ['a PIN pad', 'PINPAD-2100 v3.141'],
    ['hex that only begins as a PIN block', '0412345678ABCDEF'],
    ['a code of a vendor', 'sunmi:-30006'],
  ])('stays: %s', (_, text) => {
    expect(holdsCardData(text)).toBe(false);
    expect(guardUnknown('remark', text)).toEqual({ value: text, removed: 0 });
  });
});

describe('a field of the contract', () => {
  it.each<[AttemptField]>([['card_ref'], ['store_id'], ['operator_id'], ['attempt_id'], ['sale_id'], ['serial']])(
    '%s becomes a token and keeps its identity',
    (field) => {
      const plain = guardField(field, VISA, tokenize);
      expect(plain).toEqual({ value: tokenize(VISA), removed: 1 });
      expect(guardField(field, '4111 1111 1111 1111', tokenize)).toEqual(plain);
      expect(guardField(field, '４１１１-1111-1111-1111', tokenize)).toEqual(plain);
      expect(guardField(field, MASTERCARD, tokenize)).not.toEqual(plain);
      expect(guardField(field, 'S-0815', tokenize)).toEqual({ value: 'S-0815', removed: 0 });
    },
  );

  it.each<[AttemptField]>([
    ['terminal_id'],
    ['interface'],
    ['code'],
    ['region'],
    ['acquirer'],
    ['bin'],
    ['model'],
    ['app_version'],
    ['firmware_version'],
    ['param_version'],
    ['carrier'],
    ['indicator'],
    ['currency'],
  ])('%s is removed', (field) => {
    expect(guardField(field, `T ${VISA}`, tokenize)).toEqual({ value: REMOVED, removed: 1 });
    expect(guardField(field, 'T 4111', tokenize)).toEqual({ value: 'T 4111', removed: 0 });
  });

  it.each([
    ['898210154110002', '898210154110002'],
    ['400000000000006', '400000000000006'],
    ['622202000000001', '622202000000001'],
    [AMEX, REMOVED],
    ['340000000000009', REMOVED],
    ['378282246310006', '378282246310006'],
    [VISA, REMOVED],
    [`${AMEX} `, REMOVED],
    ['shop 7', 'shop 7'],
  ])('merchant_id %j becomes %j', (text, value) => {
    expect(guardField('merchant_id', text, tokenize)).toEqual({ value, removed: value === text ? 0 : 1 });
  });

  it('time is exempt', () => {
    expect(guardField('time', '4111111111111111', tokenize)).toEqual({ value: '4111111111111111', removed: 0 });
  });
});

describe('an unknown field', () => {
  it.each([
    'pan',
    'PAN',
    'full_pan',
    'card_no',
    'cardNo',
    'Card Number',
    'card-number',
    'account_number',
    '卡号',
    '银行卡号',
    '主账号',
    'f2',
    'F02',
    'f35',
    'DE35',
    'de_035',
    'field45',
    'bit-52',
    '域35',
    '第52域',
    'iso.f35',
    'message/DE52',
    'track',
    'track1',
    'Track2Data',
    'track_2_equivalent_data',
    'trackTwo',
    '磁道',
    '磁道2',
    '二磁道数据',
    '第2磁道',
    'cvv',
    'CVV2',
    'cvc',
    'cvn2',
    'cav2',
    'cid',
    'security_code',
    '安全码',
    'pin',
    'PIN Block',
    'pinBlock',
    'pin_data',
    'encrypted_pin_block',
    'PIN码',
    '密码',
    '支付密码',
    'password',
    'tmk',
    'TPK',
    'working_key',
    '主密钥',
    'cardholder_name',
    '持卡人',
  ])('named %s is not kept, whatever it holds', (name) => {
    for (const value of ['7', 7, ['7'], { a: 7 }]) {
      expect(guardUnknown('', { [name]: value })).toEqual({ value: { [name]: REMOVED }, removed: 1 });
    }
  });

  it.each([
    'pan_entry_mode',
    'panel',
    'card_ref_2',
    'f39',
    'de_11',
    'pin_tries',
    'pinpad',
    'tracking_no',
    'cvm',
    '密码键盘',
    '密码错误次数',
    'spinner',
    'f22',
  ])('named %s is kept', (name) => {
    expect(guardUnknown('', { [name]: '7' })).toEqual({ value: { [name]: '7' }, removed: 0 });
  });

  it('keeps whether there was a secret, where it says no more', () => {
    const value = { track2: true, pan: null, cvv: '' };
    expect(guardUnknown('', value)).toEqual({ value, removed: 0 });
  });

  it.each([
    ['52', '9A3FB27C60D1E845', REMOVED],
    ['052', '9A 3F B2 7C 60 D1 E8 45', REMOVED],
    ['52', '7', '7'],
    ['51', '9A3FB27C60D1E845', '9A3FB27C60D1E845'],
  ])('numbered %s with %s becomes %s', (name, value, safe) => {
    expect(guardUnknown('', { [name]: value })).toEqual({ value: { [name]: safe }, removed: safe === value ? 0 : 1 });
  });

  it.each([
    ['a card number', 4111111111111111, REMOVED],
    ['a card number of 19 digits, whose last JSON has lost', JSON.parse(UNIONPAY_19), REMOVED],
    ['a negative card number', -4111111111111111, REMOVED],
    ['a card number with a fraction', 4222222222222.5, REMOVED],
    ['a bigint', 6212345678900000003n, REMOVED],
    ['ms since 1970', 1793667600000, 1793667600000],
    ['ns since 1970', 1793667600000000000, 1793667600000000000],
    ['an amount', 199900, 199900],
    ['a fraction', 35.12345678901232, 35.12345678901232],
    ['a huge number', 4e40, 4e40],
    ['no number', Number.NaN, Number.NaN],
  ])('that is a number: %s', (_, value, safe) => {
    expect(guardUnknown('n', value)).toEqual({ value: safe, removed: safe === REMOVED ? 1 : 0 });
  });

  it('is made safe through all its depth, its keys too', () => {
    const value = {
      note: 'ok',
      raw: { list: [1, 'x', { deep: `PAN ${VISA}` }, [UNIONPAY_19, 2]], f35: 'anything' },
      [VISA]: 'a key',
      [MASTERCARD]: AMEX,
    };
    expect(guardUnknown('', value)).toEqual({
      value: {
        note: 'ok',
        raw: { list: [1, 'x', { deep: REMOVED }, [REMOVED, 2]], f35: REMOVED },
        [REMOVED]: 'a key',
        [`${REMOVED} 2`]: REMOVED,
      },
      removed: 6,
    });
  });

  it('keeps a key named __proto__ as a key', () => {
    const { value } = guardUnknown('', JSON.parse(`{"__proto__":{"n":"${VISA}","m":1}}`));
    expect(JSON.stringify(value)).toBe('{"__proto__":{"n":"[removed]","m":1}}');
  });

  it('is cut off where it is too deep to be walked', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}"${VISA}"${']'.repeat(100_000)}`);
    const { value, removed } = guardUnknown('x', deep);
    expect(removed).toBe(1);
    expect(JSON.stringify(value)).toMatch(/^\[+"\[removed\]"\]+$/);
  });
});

describe('the guard', () => {
  it.each(Object.entries(WRAPPERS))('catches every card number %s', (_, wrap) => {
    fc.assert(
      fc.property(cardNumber, (digits) => {
        expect(holdsCardData(wrap(digits))).toBe(true);
      }),
    );
  });

  it('removes a card number from wherever it stands in a JSON value', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.tuple(cardNumber, fc.constantFrom(...Object.values(WRAPPERS))).map(([digits, wrap]) => wrap(digits)),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(leaf, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const { value: safe } = guardUnknown('x', value);
        expect(strings(safe).filter(holdsCardData)).toEqual([]);
      }),
    );
  });

  it('never throws, and finds nothing more in what it has guarded', () => {
    fc.assert(
      fc.property(fc.string(), fc.oneof(fc.jsonValue(), fc.anything()), (name, value) => {
        const once = guardUnknown(name, value);
        const twice = guardUnknown(name, once.value);
        expect(twice.removed).toBe(0);
        expect(twice.value).toEqual(once.value);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives tokens that it does not guard again', () => {
    fc.assert(
      fc.property(cardNumber, (digits) => {
        const { value } = guardField('card_ref', digits, tokenize);
        expect(guardField('card_ref', value, tokenize)).toEqual({ value, removed: 0 });
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    for (const piece of ['4', '4 ', '41 ', '3', 'F4', '5A', 'cvv ', '0', ';', '9a:', 'pin']) {
      expect(typeof holdsCardData(piece.repeat(200_000))).toBe('boolean');
    }
  });
});

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...strings(item)]);
}
