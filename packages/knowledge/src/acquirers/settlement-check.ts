import type { Source, Text } from '@duka/model';
import { t } from '../t.ts';

/**
 * Whether takings are settled once (一清): a licensed institution pays the merchant directly. Twice (二清) means that the money goes
 * through a company or person without a licence first, where it may stay.
 */
export type SettlementCheck = {
  readonly id: string;
  readonly ask: Text;
  readonly how: Text;
  /** What an answer of no means. */
  readonly no: Text;
  readonly source: Source;
};

const TRADE = 'trade press that agrees with itself: lianshi360.com, 33pay.com.cn/jcrz/262.html, sxfpos.com/365878';

export const SETTLEMENT_CHECKS: readonly SettlementCheck[] = [
  {
    id: 'licence',
    ask: t(
      '收单机构在人民银行的名单里，业务写着“银行卡收单”，范围包括你的地区，并且没有过期？',
      "Is the acquirer on the central bank's list, licensed for card acquiring, for your region, and not expired?",
    ),
    how: t(
      '打开中国人民银行网站：政务公开 → 行政审批公示 → 已获许可机构（支付机构），按公司全称查；银行不在这份名单里，看金融许可证。',
      "On the site of the People's Bank of China: 政务公开 → 行政审批公示 → 已获许可机构（支付机构）, by the full name of the company; banks are not on it, they hold a financial licence.",
    ),
    no: t(
      '没有牌照的公司不能做收单：先别用它的机器收钱。',
      'A company without the licence may not acquire: take no money over its terminals yet.',
    ),
    source: 'http://keemji.com/wenda/492.html',
  },
  {
    id: 'payer',
    ask: t(
      '到账流水上的付款方，就是这家持牌机构（或银行、银联）？',
      'On the settlement credit, is the payer that licensed institution (or a bank, or UnionPay)?',
    ),
    how: t(
      '刷一笔小额，等到账后看银行流水的“对方户名”。个人、商贸公司、科技公司都不是持牌机构。',
      "Take one small payment and look at the payer's name on the bank statement. A person or an unknown company is no licensed institution.",
    ),
    no: t(
      '付款方不是持牌机构，是二清最明显的迹象：停用，保存流水，向人民银行反映。',
      'A payer without a licence is the plainest sign of settlement in two steps: stop, keep the statements, report it to the central bank.',
    ),
    source: TRADE,
  },
  {
    id: 'contract',
    ask: t(
      '合同是和持牌机构签的，代理商只是代办？',
      'Is the contract with the licensed institution, the agent only acting for it?',
    ),
    how: t(
      '看合同的甲方或乙方全称和公章，和名单上的公司全称一个字一个字对。',
      "Compare the party's full name and seal in the contract with the name on the list, letter by letter.",
    ),
    no: t(
      '合同里没有持牌机构，出了事没有人负责：要求补签。',
      'Without the licensed institution in the contract nobody is liable: ask for one with it.',
    ),
    source: TRADE,
  },
  {
    id: 'receipt',
    ask: t(
      '签购单和商户后台上的收单机构、商户名称，和合同一致？',
      'Do the receipt and the back-end name the same acquirer and merchant as the contract?',
    ),
    how: t(
      '看签购单上的商户名称、商户编号前三位和收单机构；同一台机器的商户名称天天变，说明在跳码。',
      "Look at the merchant's name, the first three digits of its number and the acquirer; a merchant name that changes from sale to sale is not yours.",
    ),
    no: t(
      '名称不符可能是套用了别人的商户：交易和投诉都算不到你头上，也要不回钱。',
      "Another merchant's name means that the sales are booked to somebody else.",
    ),
    source: TRADE,
  },
];

export type CheckAnswer = 'yes' | 'no' | 'unknown';

/** One no is enough for alarm; all yes are needed for the all-clear. */
export function settlementVerdict(answers: readonly CheckAnswer[]): Text {
  if (answers.includes('no')) {
    return t(
      '有对不上的地方：按上面的提示处理，弄清以前不要用这台机器收大额。',
      'Something does not fit: do as said above, and take no large sums until it is cleared up.',
    );
  }
  if (answers.length < SETTLEMENT_CHECKS.length || answers.includes('unknown')) {
    return t('还没有查全：剩下的查清楚再下结论。', 'Not all was checked: settle the rest before concluding.');
  }
  return t(
    '四项都对得上：看起来是一清。到账流水和签购单至少保存一年。',
    'All four fit: it looks like direct settlement. Keep statements and receipts for a year at least.',
  );
}
