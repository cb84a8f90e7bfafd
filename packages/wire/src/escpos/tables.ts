import type { BitRow } from '../bit-table.ts';
import type { Text } from '../text.ts';

/** n of DLE EOT n: what it asks for. */
export const REPLIES = {
  1: { zh: '打印机状态', en: 'printer status' },
  2: { zh: '脱机原因', en: 'cause of being offline' },
  3: { zh: '错误原因', en: 'cause of the error' },
  4: { zh: '纸卷状态', en: 'roll paper status' },
} as const satisfies { readonly [n: number]: Text };
export type ReplyNumber = keyof typeof REPLIES;

/** The first column is the n of DLE EOT n. (Epson ESC/POS, by fabienbellanger/escpos-rs 34da1a71, status.rs.) */
export const REPLY_BITS = [
  [1, 0x04, '钱箱接口3脚为高', 'drawer pin 3 high'],
  [1, 0x08, '打印机脱机', 'printer offline'],
  [1, 0x20, '等待恢复联机', 'waiting for online recovery'],
  [1, 0x40, '走纸键按下', 'feed button pressed'],
  [2, 0x04, '纸仓盖打开', 'cover open'],
  [2, 0x08, '正在按键走纸', 'paper being fed by the button'],
  [2, 0x20, '缺纸，打印停止', 'printing stopped, paper end'],
  [2, 0x40, '发生错误', 'an error occurred'],
  [3, 0x04, '可恢复错误', 'recoverable error'],
  [3, 0x08, '切刀错误', 'autocutter error'],
  [3, 0x20, '不可恢复错误', 'unrecoverable error'],
  [3, 0x40, '可自动恢复的错误（如打印头过热）', 'auto-recoverable error (e.g. head overheated)'],
  [4, 0x0c, '纸将用尽', 'paper near end'],
  [4, 0x60, '纸已用尽', 'paper end'],
] as const satisfies readonly BitRow[];

/** Bits 1 and 4 are set and bits 0 and 7 clear in every reply. */
export const FIXED_BITS = 0x12;
export const NEVER_SET = 0x81;
