import type { Text } from '../text.ts';
import type { CardCommand, StatusWord } from './tables/status-words.ts';
import { filled, STATUS_WORDS } from './tables/status-words.ts';

type Row = readonly [zh: string, en: string, after?: { readonly [C in CardCommand]?: Text }];

/** After these, whatever is not normal ends the transaction (EMV 4.4 Book 3, 10.1 and 10.2). */
const ENDS: { readonly [C in CardCommand]?: Text } = {
  'GET PROCESSING OPTIONS': { zh: '卡错误，交易终止', en: 'card error, the transaction ends' },
  'READ RECORD': { zh: '卡错误，交易终止', en: 'card error, the transaction ends' },
};

const UNKNOWN: Text = { zh: '标准没有规定', en: 'not given by the standards' };
export const isStatusWord = (hex: string): boolean => /^(?:9000|6[1-9A-F][0-9A-F]{2})$/.test(hex);

/** The row of a status word; a pattern such as 63Cx after all exact ones. */
export function statusWordRow(hex: string): StatusWord | null {
  if (hex in STATUS_WORDS) return hex as StatusWord;
  const patterns = (Object.keys(STATUS_WORDS) as StatusWord[]).filter((row) => row.includes('x'));
  return patterns.find((row) => hex.length === row.length && hex.startsWith(row.replace(/x+$/, ''))) ?? null;
}

/** The commands after which a status word says more than in general. */
export function commandsOf(hex: string): readonly CardCommand[] {
  const key = statusWordRow(hex);
  const row: Row | null = key === null ? null : STATUS_WORDS[key];
  return Object.keys(row?.[2] ?? {}) as CardCommand[];
}

/** What SW1-SW2 says: in general, or right after a command. @param hex four digits in capitals */
export function sayStatusWord(hex: string, command?: CardCommand): Text {
  const key = statusWordRow(hex);
  if (key === null) return UNKNOWN;
  const row: Row = STATUS_WORDS[key];
  const general = { zh: filled(row[0], key, hex), en: filled(row[1], key, hex) };
  if (command === undefined || hex === '9000' || hex.startsWith('61')) return general;
  return row[2]?.[command] ?? ENDS[command] ?? general;
}
