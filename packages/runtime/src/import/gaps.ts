import type { AttemptField, Interface, Text } from '@duka/model';

/** What a log may lack, and what that costs in certainty. `at`: asked of attempts by this interface alone. */
export const GAPS = {
  card_ref: {
    zh: '看不出是不是同一张卡：坏卡和坏读卡器难分开',
    en: 'one card cannot be told from another: a bad card looks like a bad reader',
  },
  fallback: {
    at: 'magstripe',
    zh: '看不出刷卡是不是降级：没有 60.5 域、22 域的 80 或服务代码，芯片故障会漏掉',
    en: 'a fallback cannot be seen (no field 60.5, no 80 in field 22, no service code): chip trouble goes unnoticed',
  },
  rtt_ms: { zh: '看不出线路快慢', en: 'slow lines cannot be seen' },
  operator_id: { zh: '看不出操作问题出在谁', en: 'trouble of one operator cannot be seen' },
  model: { zh: '看不出同一型号共有的故障', en: 'trouble common to a model cannot be seen' },
  app_version: { zh: '看不出某个版本带来的故障', en: 'trouble that came with a release cannot be seen' },
  link: { zh: '无线和有线的网络问题分不开', en: 'trouble of cellular, Wi-Fi and cable cannot be told apart' },
  merchant_id: { zh: '看不出同一商户共有的故障', en: 'trouble common to a merchant cannot be seen' },
  amount_minor: { zh: '算不出损失的金额', en: 'lost sales cannot be valued' },
} as const satisfies { readonly [F in AttemptField]?: Text & { readonly at?: Interface } };
export type Gap = keyof typeof GAPS;

/** What no host log can tell, however complete. */
export const BEFORE_THE_HOST: Text = {
  zh: '主机日志里只有到过主机的交易：在终端上就没读出来的卡不在里面，只能从降级、换方式重做和交易变少看出来。',
  en: 'A host log holds only what reached the host: cards that could not be read at the terminal show only as fallbacks, as other ways to pay, and as fewer sales.',
};
