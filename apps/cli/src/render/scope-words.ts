import { INTERFACE_TEXT, SCOPE_COLUMN_TEXT } from '@duka/knowledge';
import type { Lang, Scope, ScopeColumn, Text } from '@duka/model';
import { INTERFACES, SCOPE_COLUMNS } from '@duka/model';
import { GLUE, number } from './amounts.ts';
import { clean, shorten } from './clean.ts';

const VALUES_SHOWN = 3;
const VALUE_LENGTH = 64;
const LINK_TEXT: { readonly [link: string]: Text } = {
  ethernet: { zh: '有线网络', en: 'wired network' },
  wifi: { zh: 'Wi-Fi', en: 'Wi-Fi' },
  cellular: { zh: '移动网络', en: 'cellular network' },
};

export const scopeValues = (scope: Scope, column: ScopeColumn): readonly string[] => {
  const value = scope[column];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
};

export function valueWords(column: ScopeColumn, value: string, lang: Lang): string {
  const named = column === 'interface' ? INTERFACES.find((one) => one === value) : undefined;
  if (named !== undefined) return INTERFACE_TEXT[named][lang];
  const link = column === 'link' && Object.hasOwn(LINK_TEXT, value) ? LINK_TEXT[value] : undefined;
  return link?.[lang] ?? shorten(clean(value), VALUE_LENGTH);
}

function columnWords(column: ScopeColumn, values: readonly string[], lang: Lang): string {
  const shown = values.slice(0, VALUES_SHOWN).map((value) => valueWords(column, value, lang));
  const more = values.length - shown.length;
  const list = shown.join(lang === 'zh' ? '、' : ', ');
  const rest = lang === 'zh' ? ` 等${GLUE}${number(values.length)}${GLUE}个` : ` and ${number(more)} more`;
  const label = column === 'interface' || column === 'link' ? '' : `${SCOPE_COLUMN_TEXT[column][lang]} `;
  return `${label}${list}${more > 0 ? rest : ''}`;
}

/** `终端 33087586 · 插卡`. */
export function scopeWords(scope: Scope, lang: Lang): string {
  const parts = SCOPE_COLUMNS.flatMap((column) => {
    const values = scopeValues(scope, column);
    return values.length === 0 ? [] : [columnWords(column, values, lang)];
  });
  if (parts.length > 0) return parts.join(' · ');
  return lang === 'zh' ? '全部记录' : 'all records';
}
