import type { RepairAnswer } from '@duka/fleet';
import type { Lang, Scope, Text } from '@duka/model';
import { GLUE, level, number } from '../render/amounts.ts';
import { timeWords } from '../render/moments.ts';
import { scopeWords } from '../render/scope-words.ts';

/** An answer with its question, times as the log writes them. */
export type Shown = {
  readonly answer: RepairAnswer;
  readonly scope: Scope;
  readonly repairedAt: number;
  readonly timeOf: (ms: number) => string;
};

export function answerJson({ answer, scope, repairedAt, timeOf }: Shown) {
  const { verdict, after, before, decidedAt, relapsedAt, logLikelihoodRatio, more } = answer;
  const orNull = (ms: number | null) => (ms === null ? null : timeOf(ms));
  return {
    schema: 'duka.verification/1',
    scope,
    repaired_at: timeOf(repairedAt),
    verdict,
    reads: after.reads,
    failures: after.failures,
    failures_alike: after.alike,
    expected_failures: rounded(after.expectedFailures),
    decided_at: orNull(decidedAt),
    relapsed_at: orNull(relapsedAt),
    log_likelihood_ratio: rounded(logLikelihoodRatio),
    more_reads: more && { mean: more.mean === null ? null : rounded(more.mean), fewest: more.fewest },
    before: {
      since: timeOf(before.since),
      until: timeOf(before.until),
      reads: before.reads,
      failures: before.failures,
      failures_alike: before.alike,
      expected_failures: rounded(before.expectedFailures),
    },
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const VERDICTS: { readonly [V in RepairAnswer['verdict']]: Text } = {
  recovered: { zh: '已恢复', en: 'recovered' },
  not_recovered: { zh: '没有恢复', en: 'not recovered' },
  more_reads: { zh: '还不能判定', en: 'cannot be told yet' },
};

export function answerText({ answer, scope, repairedAt, timeOf }: Shown, lang: Lang): string {
  const { verdict, after, before, decidedAt, relapsedAt, more } = answer;
  const time = (ms: number) => timeWords(timeOf(ms), lang);
  const lines: Text[] = [
    {
      zh: `${scopeWords(scope, 'zh')}：${VERDICTS[verdict].zh}`,
      en: `${scopeWords(scope, 'en')}: ${VERDICTS[verdict].en}`,
    },
    {
      zh: `修理前  自 ${time(before.since)}，${counted(before, 'zh')}`,
      en: `before the repair  from ${time(before.since)}, ${counted(before, 'en')}`,
    },
    {
      zh: `修理后  自 ${time(repairedAt)}，${counted(after, 'zh')}`,
      en: `after the repair  from ${time(repairedAt)}, ${counted(after, 'en')}`,
    },
  ];
  if (relapsedAt !== null)
    lines.push({
      zh: `曾恢复，${time(relapsedAt)} 又出现`,
      en: `it had recovered, and was back at ${time(relapsedAt)}`,
    });
  else if (decidedAt !== null)
    lines.push({ zh: `判定于 ${time(decidedAt)}`, en: `told from the read at ${time(decidedAt)}` });
  if (more !== null)
    lines.push({
      zh: `还需要：全部成功时至少 ${reads(more.fewest, 'zh')}${more.mean === null ? '' : `；若已修好，平均 ${reads(Math.ceil(more.mean), 'zh')}`}`,
      en: `still needed: at least ${reads(more.fewest, 'en')} if all go well${more.mean === null ? '' : `; ${reads(Math.ceil(more.mean), 'en')} on average if it is repaired`}`,
    });
  return `${lines.map((line, i) => `${i === 0 ? '' : '  '}${line[lang]}`).join('\n')}\n`;
}

const reads = (count: number, lang: Lang): string =>
  lang === 'zh' ? `${number(count)}${GLUE}次` : `${number(count)}${GLUE}read${count === 1 ? '' : 's'}`;

/** Nobody read, nobody knows: zero reads are named as such. */
function counted({ reads: count, failures, alike, expectedFailures }: RepairAnswer['after'], lang: Lang): string {
  if (count === 0) return lang === 'zh' ? '还没有读卡记录' : 'no reads yet';
  const usual = level(expectedFailures);
  return lang === 'zh'
    ? `读卡 ${reads(count, 'zh')}，失败 ${reads(failures, 'zh')}（像这个故障的 ${reads(alike, 'zh')}；平常共约 ${usual}${GLUE}次）`
    : `${reads(count, 'en')}, ${number(failures)} failed (${number(alike)} as in this trouble; ordinarily about ${usual} in all)`;
}
