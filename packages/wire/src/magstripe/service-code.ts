import type { Text } from '../text.ts';

type Digits = { readonly [digit: string]: Text };

/** What each digit of the service code says (ISO/IEC 7813, as in JR/T 0009). */
export const SERVICE_CODE = [
  {
    id: 'interchange',
    name: { zh: '第 1 位：流通与芯片', en: 'digit 1: interchange and chip' },
    digits: {
      1: { zh: '国际通用', en: 'international' },
      2: { zh: '国际通用，有芯片：应插卡或挥卡', en: 'international with a chip: use the chip' },
      5: { zh: '仅国内', en: 'national' },
      6: { zh: '仅国内，有芯片：应插卡或挥卡', en: 'national with a chip: use the chip' },
      7: { zh: '专用', en: 'private' },
      9: { zh: '测试卡', en: 'test card' },
    },
  },
  {
    id: 'authorisation',
    name: { zh: '第 2 位：授权', en: 'digit 2: authorisation' },
    digits: {
      0: { zh: '按一般规则授权', en: 'normal' },
      2: { zh: '由发卡行联机授权', en: 'by the issuer, online' },
      4: { zh: '由发卡行授权，双边协议除外', en: 'by the issuer, unless there is a bilateral agreement' },
    },
  },
  {
    id: 'services',
    name: { zh: '第 3 位：用途与密码', en: 'digit 3: services and PIN' },
    digits: {
      0: { zh: '不限用途，要密码', en: 'no restriction, PIN required' },
      1: { zh: '不限用途', en: 'no restriction' },
      2: { zh: '仅购物和服务', en: 'goods and services only' },
      3: { zh: '仅 ATM，要密码', en: 'ATM only, PIN required' },
      4: { zh: '仅取现', en: 'cash only' },
      5: { zh: '仅购物和服务，要密码', en: 'goods and services only, PIN required' },
      6: { zh: '不限用途，有密码键盘就要密码', en: 'no restriction, PIN if there is a PIN pad' },
      7: { zh: '仅购物和服务，有密码键盘就要密码', en: 'goods and services only, PIN if there is a PIN pad' },
    },
  },
] as const satisfies readonly { readonly id: string; readonly name: Text; readonly digits: Digits }[];

const UNKNOWN_DIGIT: Text = { zh: '标准没有规定', en: 'not given by the standard' };

export const meaningOfDigit = (digits: Digits, digit: string): Text => digits[digit] ?? UNKNOWN_DIGIT;

/** A chip is on the card: the stripe of such a card is read only where the chip could not be. */
export const saysChip = (serviceCode: string): boolean => /^[26]/.test(serviceCode);
