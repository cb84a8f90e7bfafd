import type { CodeEntry, Reason, Stage } from '@duka/model';
import { t } from '../t.ts';
import type { CodeRow } from './table.ts';
import { entryOf, namespaceOf } from './table.ts';

/** byte 1-5, mask, reason (null where the bit only informs), zh, en; `unless` bits of the same byte say it better. */
type Bit = readonly [byte: number, mask: number, reason: Reason | null, zh: string, en: string, unless?: number];

const BITS: readonly Bit[] = [
  [1, 0x80, null, '未做脱机数据认证', 'offline data authentication not performed'],
  [1, 0x40, 'oda_failed', 'SDA失败', 'SDA failed'],
  [1, 0x20, 'bad_data', 'IC卡数据缺失（记录没读全）', 'ICC data missing (records incomplete)'],
  [1, 0x10, 'declined', '卡在终端异常文件中', 'card on the terminal exception file'],
  [1, 0x08, 'oda_failed', 'DDA失败', 'DDA failed'],
  [1, 0x04, 'oda_failed', 'CDA失败', 'CDA failed'],
  [1, 0x02, null, '已选SDA', 'SDA selected'],
  [1, 0x01, null, '已选XDA', 'XDA selected'],
  [2, 0x80, null, '卡与终端应用版本不一致', 'application versions differ'],
  [2, 0x40, 'declined', '应用已过期', 'application expired'],
  [2, 0x20, 'declined', '应用未生效', 'application not yet effective'],
  [2, 0x10, 'declined', '卡不允许所请求的服务', 'service not allowed for this card'],
  [2, 0x08, null, '新卡', 'new card'],
  [2, 0x02, null, '生物特征验证通过', 'biometric verified'],
  [2, 0x01, null, '不支持该生物特征模板格式', 'biometric template format not supported'],
  [3, 0x80, 'pin_wrong', '持卡人验证失败', 'cardholder verification failed', 0x38],
  [3, 0x40, null, '未知的持卡人验证方法', 'unrecognised verification method'],
  [3, 0x20, 'pin_tries_exceeded', '密码重试次数超限', 'PIN try limit exceeded'],
  [3, 0x10, 'pin_timeout', '要求密码，但无密码键盘或键盘故障', 'PIN required, PIN pad absent or not working'],
  [3, 0x08, 'pin_timeout', '要求密码，但没有输', 'PIN required but not entered'],
  [3, 0x04, null, '已输联机密码', 'online PIN entered'],
  [3, 0x02, null, '生物特征采集设备故障', 'biometric capture device not working'],
  [3, 0x01, null, '跳过生物特征验证', 'biometric bypassed'],
  [4, 0x80, null, '超过最低限额', 'over the floor limit'],
  [4, 0x40, null, '超过连续脱机下限', 'lower consecutive offline limit exceeded'],
  [4, 0x20, null, '超过连续脱机上限', 'upper consecutive offline limit exceeded'],
  [4, 0x10, null, '随机选择联机', 'selected at random for online'],
  [4, 0x08, null, '商户强制联机', 'merchant forced online'],
  [4, 0x04, null, '生物特征重试次数超限', 'biometric try limit exceeded'],
  [4, 0x02, null, '不支持该生物特征类型', 'biometric type not supported'],
  [4, 0x01, 'oda_failed', 'XDA失败', 'XDA failed'],
  [5, 0x80, null, '使用默认TDOL', 'default TDOL used'],
  [5, 0x40, 'declined', '发卡行认证失败', 'issuer authentication failed'],
  [5, 0x20, null, '末次GAC前脚本失败', 'script failed before the final GENERATE AC'],
  [5, 0x10, null, '末次GAC后脚本失败', 'script failed after the final GENERATE AC'],
  [5, 0x04, 'capk_missing', '缺少CA的ECC公钥', 'CA ECC key missing'],
  [5, 0x02, 'oda_failed', 'ECC公钥恢复失败', 'ECC key recovery failed'],
];

/** Where each byte is written (EMV Book 3, annex C5). */
const STAGE_OF_BYTE: readonly Stage[] = ['authenticate', 'authenticate', 'cvm', 'authenticate', 'complete'];
const SOURCE = 'EMV 4.4 Book 3, annex C5';
const HEX10 = /^[0-9A-F]{10}$/;

const rowOf = (value: string): CodeRow => {
  const bytes = [0, 2, 4, 6, 8].map((at) => Number.parseInt(value.slice(at, at + 2), 16));
  const set = BITS.filter(([byte, mask]) => ((bytes[byte - 1] ?? 0) & mask) !== 0);
  const why = set.filter(
    ([byte, , reason, , , unless = 0]) => reason !== null && ((bytes[byte - 1] ?? 0) & unless) === 0,
  );
  const weights: { [R in Reason]?: number } = {};
  for (const [, , reason] of why) {
    if (reason !== null) weights[reason] = (weights[reason] ?? 0) + 1 / why.length;
  }
  const zh = set.length === 0 ? '终端验证结果全部正常' : set.map((bit) => bit[3]).join('；');
  const en = set.length === 0 ? 'Nothing noted by the terminal' : set.map((bit) => bit[4]).join('; ');
  const first = why[0];
  return [value, first ? weights : 'unknown', zh, en, { stage: first ? (STAGE_OF_BYTE[first[0] - 1] ?? null) : null }];
};

/** Any terminal verification results, five bytes in hex; null where it is something else. */
const interpret = (value: string): CodeEntry | null => {
  const bytes = value.replaceAll(' ', '').replace(/^0x/i, '').toUpperCase().padStart(10, '0');
  return HEX10.test(bytes) && value !== '' ? entryOf('tvr', SOURCE, rowOf(bytes)) : null;
};

const ONE_BIT = BITS.map(([byte, mask]) =>
  rowOf(
    mask
      .toString(16)
      .toUpperCase()
      .padStart(2, '0')
      .padStart(byte * 2, '0')
      .padEnd(10, '0'),
  ),
);

/** The entries are the single bits; `interpret` reads every combination. */
export const TVR = namespaceOf(
  {
    id: 'tvr',
    title: t('终端验证结果 TVR（95）', 'Terminal verification results TVR (95)'),
    form: 'hex',
    source: SOURCE,
    interpret,
  },
  [rowOf('0000000000'), ...ONE_BIT],
);
