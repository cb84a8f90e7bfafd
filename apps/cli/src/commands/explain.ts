import type { Explained, Explanation } from '@duka/knowledge';
import { ACTOR_TEXT, CAUSES, explain, REASON_TEXT, STAGE_TEXT } from '@duka/knowledge';
import type { Lang } from '@duka/model';
import { complain, fail, quoteBare, REASONS } from '@duka/model';
import { langOf, oneOf, readOptions } from '../options.ts';
import { wrap } from '../render/width.ts';
import { lookOf, printAll, printError } from '../terminal.ts';

const MOST_CAUSES = 5;
const MOST_ACTIONS = 4;

/** `duka explain CODE…`: exit status 0 where every code is known, 2 where one is not. */
export async function explainCodes(words: readonly string[]): Promise<number> {
  const { codes, options } = splitWords(words);
  const { values } = readOptions(options, {
    format: { type: 'string', default: 'text' },
    lang: { type: 'string' },
  });
  const lang = langOf(values.lang);
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (codes.length === 0) throw fail('usage.argument', { needed: { zh: '代码', en: 'a code' } });
  const answers = codes.map((code) => ({ code: shown(code), ...explain(code) }));
  if (format === 'json') await printAll(`${JSON.stringify(answers.map(toJson), null, 2)}\n`);
  else
    await printAll(
      answers
        .map(({ found }) => found.map((one) => inWords(one, lang)).join('\n'))
        .filter(Boolean)
        .join('\n'),
    );
  const unknown = answers.filter(({ found }) => found.length === 0);
  if (format === 'text') for (const answer of unknown) sayUnknown(answer);
  return unknown.length > 0 ? 2 : 0;
}

const shown = (code: string): string => quoteBare(code, 80);

/** A code may begin with a minus sign (-30006); an option begins with two. */
function splitWords(words: readonly string[]): { codes: readonly string[]; options: readonly string[] } {
  const codes: string[] = [];
  const options: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!word.startsWith('--') || word === '--') {
      if (word !== '--') codes.push(word);
      continue;
    }
    options.push(word);
    if (!word.includes('=') && i + 1 < words.length) options.push(words[++i]!);
  }
  return { codes, options };
}

function sayUnknown({ code, nearest }: { readonly code: string } & Explanation): void {
  printError(complain('explain.unknown', { found: code, nearest: nearest.map((entry) => entry.code) }).text);
  for (const entry of nearest) process.stderr.write(`  ${entry.code}  ${entry.meaning.zh} / ${entry.meaning.en}\n`);
}

const COLON = { zh: '：', en: ': ' } as const;
const LABELS = {
  stage: { zh: '阶段', en: 'stage' },
  reason: { zh: '原因类别', en: 'reason' },
  success: { zh: '这是成功码', en: 'this is a code of success' },
  causes: { zh: '可能的原因', en: 'likely causes' },
  actions: { zh: '怎么办', en: 'what to do' },
  minutes: { zh: '分钟', en: 'min' },
  source: { zh: '来源', en: 'source' },
} as const;

function inWords({ entry, causes, actions }: Explained, lang: Lang): string {
  const { width } = lookOf(process.stdout);
  const lines = [`${entry.code}  ${entry.meaning[lang]}`];
  const add = (text: string, indent = '  ') =>
    lines.push(...wrap(text, width - indent.length).map((line) => indent + line));
  const reasons = REASONS.flatMap((reason) => {
    const weight = entry.reasons[reason];
    if (weight === undefined) return [];
    return [weight < 1 ? `${REASON_TEXT[reason][lang]} ${Math.round(weight * 100)} %` : REASON_TEXT[reason][lang]];
  });
  if (entry.stage) add(`${LABELS.stage[lang]}${COLON[lang]}${STAGE_TEXT[entry.stage][lang]} (${entry.stage})`);
  if (entry.success) add(LABELS.success[lang]);
  else if (reasons.length > 0) add(`${LABELS.reason[lang]}${COLON[lang]}${reasons.join(', ')}`);
  if (causes.length > 0) {
    add(
      `${LABELS.causes[lang]}${COLON[lang]}${causes
        .slice(0, MOST_CAUSES)
        .map((cause) => CAUSES[cause].name[lang])
        .join(lang === 'zh' ? '、' : ', ')}`,
    );
  }
  if (entry.advice) add(`${LABELS.actions[lang]}${COLON[lang]}${entry.advice[lang]}`);
  for (const action of actions.slice(0, MOST_ACTIONS)) {
    add(
      `- ${ACTOR_TEXT[action.by][lang]}, ${action.minutes} ${LABELS.minutes[lang]}${COLON[lang]}${action.text[lang]}`,
      '    ',
    );
  }
  add(`${LABELS.source[lang]}${COLON[lang]}${entry.source}`);
  return `${lines.join('\n')}\n`;
}

function toJson({ code, found, nearest }: { readonly code: string } & Explanation) {
  return {
    code,
    found: found.map(({ namespace, entry, causes, actions }) => ({
      ...entry,
      namespace,
      causes,
      actions: actions.map(({ id, by, minutes, text }) => ({ id, by, minutes, text })),
    })),
    nearest: nearest.map((entry) => ({ code: entry.code, meaning: entry.meaning })),
  };
}
