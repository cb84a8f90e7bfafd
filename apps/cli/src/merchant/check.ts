import { createInterface } from 'node:readline/promises';
import type { CheckAnswer } from '@duka/knowledge';
import { SETTLEMENT_CHECKS, settlementVerdict } from '@duka/knowledge';
import type { Lang } from '@duka/model';

const TITLE = {
  zh: '查是不是一清（持牌机构直接把钱打给你）：',
  en: 'Is settlement direct (a licensed institution pays you itself)?',
};
const PROMPT = { zh: '是 y / 不是 n / 不知道 ?：', en: 'yes y / no n / not known ?: ' };
const ANSWERS: readonly (readonly [RegExp, CheckAnswer])[] = [
  [/^(?:y|yes|是|对)$/i, 'yes'],
  [/^(?:n|no|否|不|不是|不对)$/i, 'no'],
];

/** The whole check on one page. */
export function checkWords(lang: Lang): readonly string[] {
  const steps = SETTLEMENT_CHECKS.flatMap(({ ask, how, no, source }, at) => [
    `${at + 1}. ${ask[lang]}`,
    `   ${how[lang]}`,
    `   ${lang === 'zh' ? '如果不是：' : 'If not: '}${no[lang]}`,
    `   ${lang === 'zh' ? '来源：' : 'Source: '}${source}`,
  ]);
  return [TITLE[lang], ...steps];
}

/** Asks one question after the other on standard input, and says what the answers come to. An input that ends leaves the rest open. */
export async function walkThrough(lang: Lang): Promise<{ answers: readonly CheckAnswer[]; verdict: string }> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const answers: CheckAnswer[] = [];
  process.stdout.write(`${TITLE[lang]}\n`);
  for (const { ask, how, no } of SETTLEMENT_CHECKS) {
    process.stdout.write(`\n${answers.length + 1}. ${ask[lang]}\n   ${how[lang]}\n   ${PROMPT[lang]}`);
    const { value, done } = await lines.next();
    if (done) break;
    const answer = ANSWERS.find(([word]) => word.test(value.trim()))?.[1] ?? 'unknown';
    answers.push(answer);
    process.stdout.write(answer === 'no' ? `\n   ${no[lang]}\n` : '\n');
  }
  return { answers, verdict: settlementVerdict(answers)[lang] };
}
