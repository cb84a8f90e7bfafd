import type { Text } from '../../text.ts';

/** The values of a byte or a pair of digits, in hex as they stand. */
export type Values = { readonly [hex: string]: Text };

const t = (zh: string, en: string): Text => ({ zh, en });

/** Cardholder verification method: the low six bits of its code (EMV 4.4 Book 3, Annex C3, Table 43). */
export const CVM_METHODS = {
  '00': t('验证失败', 'fail CVM'),
  '01': t('脱机明文密码', 'plaintext PIN verified by the card'),
  '02': t('联机密码', 'enciphered PIN verified online'),
  '03': t('脱机明文密码加签名', 'plaintext PIN verified by the card, and signature'),
  '04': t('脱机密文密码', 'enciphered PIN verified by the card'),
  '05': t('脱机密文密码加签名', 'enciphered PIN verified by the card, and signature'),
  '06': t('脱机人脸', 'face verified by the card'),
  '07': t('联机人脸', 'face verified online'),
  '08': t('脱机指纹', 'finger verified by the card'),
  '09': t('联机指纹', 'finger verified online'),
  '0A': t('脱机掌纹', 'palm verified by the card'),
  '0B': t('联机掌纹', 'palm verified online'),
  '0C': t('脱机虹膜', 'iris verified by the card'),
  '0D': t('联机虹膜', 'iris verified online'),
  '0E': t('脱机声纹', 'voice verified by the card'),
  '0F': t('联机声纹', 'voice verified online'),
  '1E': t('签名', 'signature'),
  '1F': t('无需验证', 'no CVM required'),
  '3F': t('没有做验证', 'no CVM performed'),
} as const satisfies Values;

/** EMV 4.4 Book 3, Annex C3, Table 44. */
export const CVM_CONDITIONS = {
  '00': t('总是', 'always'),
  '01': t('自助取现时', 'if unattended cash'),
  '02': t('不是取现也不是返现时', 'if neither cash nor cashback'),
  '03': t('终端支持该方法时', 'if the terminal supports the method'),
  '04': t('人工取现时', 'if manual cash'),
  '05': t('返现时', 'if cashback'),
  '06': t('应用货币，金额低于X时', 'if in the application currency and under X'),
  '07': t('应用货币，金额高于X时', 'if in the application currency and over X'),
  '08': t('应用货币，金额低于Y时', 'if in the application currency and under Y'),
  '09': t('应用货币，金额高于Y时', 'if in the application currency and over Y'),
} as const satisfies Values;

/** EMV 4.4 Book 4, Annex A4, Table 33. */
export const CVM_RESULTS = {
  '00': t('未知（如签名）', 'unknown (as for a signature)'),
  '01': t('失败', 'failed'),
  '02': t('成功', 'successful'),
} as const satisfies Values;

/** Cryptogram information data, its two high bits (EMV 4.4 Book 3, 6.5.5.4). */
export const CRYPTOGRAMS = {
  '00': t('AAC：脱机拒绝', 'AAC: declined offline'),
  '40': t('TC：脱机批准', 'TC: approved offline'),
  '80': t('ARQC：请求联机', 'ARQC: asks to go online'),
} as const satisfies Values;

/** EMV 4.4 Book 4, Annex A1, Table 24. */
export const TERMINAL_TYPES = {
  '11': t('金融机构，有人值守，仅联机', 'financial institution, attended, online only'),
  '12': t('金融机构，有人值守，可脱机可联机', 'financial institution, attended, offline with online'),
  '13': t('金融机构，有人值守，仅脱机', 'financial institution, attended, offline only'),
  '14': t('金融机构，无人值守，仅联机', 'financial institution, unattended, online only'),
  '15': t('金融机构，无人值守，可脱机可联机', 'financial institution, unattended, offline with online'),
  '16': t('金融机构，无人值守，仅脱机', 'financial institution, unattended, offline only'),
  '21': t('商户，有人值守，仅联机', 'merchant, attended, online only'),
  '22': t('商户，有人值守，可脱机可联机', 'merchant, attended, offline with online'),
  '23': t('商户，有人值守，仅脱机', 'merchant, attended, offline only'),
  '24': t('商户，无人值守，仅联机', 'merchant, unattended, online only'),
  '25': t('商户，无人值守，可脱机可联机', 'merchant, unattended, offline with online'),
  '26': t('商户，无人值守，仅脱机', 'merchant, unattended, offline only'),
  '34': t('持卡人，无人值守，仅联机', 'cardholder, unattended, online only'),
  '35': t('持卡人，无人值守，可脱机可联机', 'cardholder, unattended, offline with online'),
  '36': t('持卡人，无人值守，仅脱机', 'cardholder, unattended, offline only'),
} as const satisfies Values;

/** ISO 8583:1987, 4.3.8. */
export const TRANSACTION_TYPES = {
  '00': t('消费', 'goods and services'),
  '01': t('取现', 'cash'),
  '09': t('返现', 'cashback'),
  '20': t('退货', 'refund'),
  '30': t('查询', 'inquiry'),
} as const satisfies Values;

/** ISO 8583:1987, 4.3.14. */
export const ENTRY_MODES = {
  '00': t('不详', 'unknown'),
  '01': t('手工输入', 'manual'),
  '02': t('磁条', 'magnetic stripe'),
  '03': t('条码', 'bar code'),
  '04': t('光学字符', 'OCR'),
  '05': t('插卡', 'chip with contacts'),
  '07': t('非接EMV', 'contactless EMV'),
  '10': t('存档的卡', 'card on file'),
  '80': t('芯片读不了，降级刷磁条', 'fallback from chip to stripe'),
  '90': t('磁条，整条磁道', 'magnetic stripe, whole track'),
  '91': t('非接磁条模式', 'contactless stripe mode'),
  '95': t('插卡，不能验CVV', 'chip with contacts, CVV may not be checked'),
  '99': t('与原交易相同', 'same as the original transaction'),
} as const satisfies Values;
