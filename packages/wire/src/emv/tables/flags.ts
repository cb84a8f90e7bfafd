import type { BitRow } from '../../bit-table.ts';

/** Transaction status information, 9B (EMV 4.4 Book 3, Annex C6, Table 47). */
export const TSI_BITS = [
  [1, 0x80, '已做脱机数据认证', 'offline data authentication performed'],
  [1, 0x40, '已做持卡人验证', 'cardholder verification performed'],
  [1, 0x20, '已做卡片风险管理', 'card risk management performed'],
  [1, 0x10, '已做发卡行认证', 'issuer authentication performed'],
  [1, 0x08, '已做终端风险管理', 'terminal risk management performed'],
  [1, 0x04, '已做脚本处理', 'script processing performed'],
] as const satisfies readonly BitRow[];

/** Application interchange profile, 82 (EMV 4.4 Book 3, Annex C1, Table 41; byte 2: Contactless Book C-2, Annex A.1.16). */
export const AIP_BITS = [
  [1, 0x80, '支持XDA', 'XDA supported'],
  [1, 0x40, '支持SDA', 'SDA supported'],
  [1, 0x20, '支持DDA', 'DDA supported'],
  [1, 0x10, '支持持卡人验证', 'cardholder verification supported'],
  [1, 0x08, '须做终端风险管理', 'terminal risk management to be performed'],
  [1, 0x04, '支持发卡行认证', 'issuer authentication supported'],
  [1, 0x02, '支持设备上的持卡人验证', 'on-device cardholder verification supported'],
  [1, 0x01, '支持CDA', 'CDA supported'],
  [2, 0x80, '支持非接EMV模式', 'contactless EMV mode supported'],
  [2, 0x40, '手机', 'mobile phone'],
  [2, 0x20, '非接交易', 'contactless transaction'],
  [2, 0x01, '支持防中继协议', 'relay resistance protocol supported'],
] as const satisfies readonly BitRow[];

/** Application usage control, 9F07 (EMV 4.4 Book 3, Annex C2, Table 42). */
export const AUC_BITS = [
  [1, 0x80, '可在国内取现', 'domestic cash'],
  [1, 0x40, '可在国外取现', 'international cash'],
  [1, 0x20, '可在国内购物', 'domestic goods'],
  [1, 0x10, '可在国外购物', 'international goods'],
  [1, 0x08, '可在国内付服务费', 'domestic services'],
  [1, 0x04, '可在国外付服务费', 'international services'],
  [1, 0x02, '可在ATM使用', 'ATMs'],
  [1, 0x01, '可在ATM以外的终端使用', 'terminals other than ATMs'],
  [2, 0x80, '可在国内返现', 'domestic cashback'],
  [2, 0x40, '可在国外返现', 'international cashback'],
] as const satisfies readonly BitRow[];

/** Terminal capabilities, 9F33 (EMV 4.4 Book 4, Annex A2, Tables 25 to 27). */
export const TERMINAL_CAPABILITY_BITS = [
  [1, 0x80, '可手工输入', 'manual key entry'],
  [1, 0x40, '可刷磁条', 'magnetic stripe'],
  [1, 0x20, '可插芯片', 'chip with contacts'],
  [2, 0x80, '脱机明文密码', 'plaintext PIN verified by the card'],
  [2, 0x40, '联机密码', 'enciphered PIN verified online'],
  [2, 0x20, '签名', 'signature'],
  [2, 0x10, '脱机密文密码（RSA）', 'enciphered PIN verified by the card (RSA)'],
  [2, 0x08, '无需验证', 'no CVM'],
  [2, 0x04, '联机生物特征', 'online biometric'],
  [2, 0x02, '脱机生物特征', 'offline biometric'],
  [2, 0x01, '脱机密文密码（ECC）', 'enciphered PIN verified by the card (ECC)'],
  [3, 0x80, 'SDA', 'SDA'],
  [3, 0x40, 'DDA', 'DDA'],
  [3, 0x20, '可没收卡', 'card capture'],
  [3, 0x08, 'CDA', 'CDA'],
  [3, 0x04, 'XDA', 'XDA'],
] as const satisfies readonly BitRow[];

/** Additional terminal capabilities, 9F40 (EMV 4.4 Book 4, Annex A3, Tables 28 to 32). */
export const ADDITIONAL_CAPABILITY_BITS = [
  [1, 0x80, '取现', 'cash'],
  [1, 0x40, '购物', 'goods'],
  [1, 0x20, '服务', 'services'],
  [1, 0x10, '返现', 'cashback'],
  [1, 0x08, '查询', 'inquiry'],
  [1, 0x04, '转账', 'transfer'],
  [1, 0x02, '付款', 'payment'],
  [1, 0x01, '管理', 'administrative'],
  [2, 0x80, '存现', 'cash deposit'],
  [3, 0x80, '数字键', 'numeric keys'],
  [3, 0x40, '字母和符号键', 'alphabetic and special keys'],
  [3, 0x20, '命令键', 'command keys'],
  [3, 0x10, '功能键', 'function keys'],
  [4, 0x80, '为操作员打印', 'print for the attendant'],
  [4, 0x40, '为持卡人打印', 'print for the cardholder'],
  [4, 0x20, '向操作员显示', 'display to the attendant'],
  [4, 0x10, '向持卡人显示', 'display to the cardholder'],
  [4, 0x02, '字符表10', 'code table 10'],
  [4, 0x01, '字符表9', 'code table 9'],
  [5, 0x80, '字符表8', 'code table 8'],
  [5, 0x40, '字符表7', 'code table 7'],
  [5, 0x20, '字符表6', 'code table 6'],
  [5, 0x10, '字符表5', 'code table 5'],
  [5, 0x08, '字符表4', 'code table 4'],
  [5, 0x04, '字符表3', 'code table 3'],
  [5, 0x02, '字符表2', 'code table 2'],
  [5, 0x01, '字符表1', 'code table 1'],
] as const satisfies readonly BitRow[];
