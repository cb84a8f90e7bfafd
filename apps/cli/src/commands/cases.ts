import { CASES, CAUSES, searchCases } from '@duka/knowledge';
import type { Case, Lang } from '@duka/model';
import { langOf, oneOf, readOptions } from '../options.ts';
import { wrap } from '../render/width.ts';
import { lookOf, printAll } from '../terminal.ts';

/** `duka cases [WORDS]`: exit status 0 where a case was found, 1 where none was. */
export async function listCases(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    format: { type: 'string', default: 'text' },
    lang: { type: 'string' },
  });
  const lang = langOf(values.lang);
  const format = oneOf('--format', values.format, ['text', 'json']);
  const found = searchCases(positionals.join(' '));
  if (format === 'json') {
    await printAll(`${JSON.stringify(found, null, 2)}\n`);
  } else if (found.length > 0) {
    await printAll(found.map((one) => inWords(one, lang)).join('\n'));
  } else {
    const none = {
      zh: `没有这样的案例；共有 ${CASES.length} 个，不写词就列出全部。`,
      en: `No such case; there are ${CASES.length}, listed without words.`,
    };
    await printAll(`${none[lang]}\n`);
  }
  return found.length > 0 ? 0 : 1;
}

const COLON = { zh: '：', en: ': ' } as const;
const LABELS = {
  seen: { zh: '现象', en: 'seen' },
  cause: { zh: '原因', en: 'cause' },
  remedy: { zh: '处理', en: 'remedy' },
  outcome: { zh: '结果', en: 'outcome' },
  lesson: { zh: '经验', en: 'lesson' },
  source: { zh: '来源', en: 'source' },
} as const;

function inWords(one: Case, lang: Lang): string {
  const { width } = lookOf(process.stdout);
  const body = [
    one.story[lang],
    `${LABELS.seen[lang]}${COLON[lang]}${one.evidence.map((text) => text[lang]).join(lang === 'zh' ? ';' : '; ')}`,
    `${LABELS.cause[lang]}${COLON[lang]}${CAUSES[one.cause].name[lang]} (${one.cause})`,
    `${LABELS.remedy[lang]}${COLON[lang]}${one.remedy[lang]}`,
    `${LABELS.outcome[lang]}${COLON[lang]}${one.outcome[lang]}`,
    `${LABELS.lesson[lang]}${COLON[lang]}${one.lesson[lang]}`,
    `${LABELS.source[lang]}${COLON[lang]}${one.source}`,
  ];
  const lines = body.flatMap((text) => wrap(text, width - 2).map((line) => `  ${line}`));
  return [one.title[lang], ...lines, ''].join('\n');
}
