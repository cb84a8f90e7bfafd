import { CAUSES } from '@duka/knowledge';
import type { CauseProbability, Evidence, Finding, Forecast, Lang, Text } from '@duka/model';
import { enCount, GLUE, level, money, number, probability, share, totalLoss, zhCount } from './amounts.ts';
import { dayWords, parseMoment, rangeWords, spanWords, timeWords } from './moments.ts';

export const causeName = (finding: Finding, rank: number, lang: Lang): string => {
  const one = finding.causes[rank];
  return one === undefined ? CAUSES['unknown.other'].name[lang] : CAUSES[one.cause].name[lang];
};

const WORTH_NAMING = 0.01;
export const otherCauses = (finding: Finding): readonly CauseProbability[] =>
  finding.causes.slice(1).filter((one) => one.probability >= WORTH_NAMING);

/** The causes after the first, most likely first: `磁头脏污 5 %、刷卡手法不当 2 %`. */
export function otherCausesWords(finding: Finding, lang: Lang): string {
  return otherCauses(finding)
    .map((one) => `${CAUSES[one.cause].name[lang]}${GLUE}${probability(one.probability)}`)
    .join(lang === 'zh' ? '、' : ', ');
}

/** When it began and ended. Silence is not recovery: without an end, it was not over when the records end. */
export function whenWords({ since, until }: Finding, lang: Lang): string {
  if (until === null) {
    return lang === 'zh'
      ? `${timeWords(since, lang)}起，到记录结束时仍未恢复`
      : `since ${timeWords(since, lang)}, not over when the records end`;
  }
  const length = (parseMoment(until)?.at ?? Number.NaN) - (parseMoment(since)?.at ?? Number.NaN);
  const span = Number.isNaN(length) ? '' : spanWords(length, lang);
  const over = lang === 'zh' ? '已恢复' : 'now over';
  const lasted = span === '' ? '' : lang === 'zh' ? `，历时 ${span}` : `, for ${span}`;
  return `${rangeWords(since, until, lang)}${lasted}${lang === 'zh' ? '，' : '; '}${over}`;
}

/** `约 12月3日 失败率将到 25 %（八成把握：11月28日 至 12月20日）`. */
export function forecastWords({ limit, date, from, to }: Forecast, lang: Lang): string {
  const percent = `${number(Math.round(100 * limit))}${GLUE}%`;
  const day = (time: string): string => dayWords(time, lang);
  if (lang === 'zh') {
    const range = to === null ? `${day(from)}以后` : `${day(from)} 至 ${day(to)}`;
    return `约 ${day(date)} 失败率将到 ${percent}（八成把握：${range}）`;
  }
  const range = to === null ? `after ${day(from)}` : `${day(from)} to ${day(to)}`;
  return `${percent} of attempts will fail by about ${day(date)} (eight times in ten: ${range})`;
}

export const stateWords = (finding: Finding): Text =>
  finding.until === null ? { zh: '未恢复', en: 'ongoing' } : { zh: '已恢复', en: 'over' };

/** `31 次失败，平时约 2.8 次（尝试 210 次，失败率 15 %）`. */
export function seenWords(finding: Finding, lang: Lang): string {
  const { attempts, failures, expected_failures: expected } = finding;
  const rate = share(failures, attempts);
  if (lang === 'zh') {
    const usual = expected < 0.05 ? '平时几乎没有' : `平时约${GLUE}${level(expected)}${GLUE}次`;
    return `${zhCount(failures, '次失败')}，${usual}（共 ${zhCount(attempts, '次尝试')}，失败率 ${rate}）`;
  }
  const usual = expected < 0.05 ? 'almost none expected' : `about ${level(expected)} expected`;
  return `${enCount(failures, 'failure')}, ${usual} (${rate} of ${enCount(attempts, 'attempt')})`;
}

const CHANCES: readonly Text[] = [
  { zh: '十分之一', en: 'one in ten' },
  { zh: '百分之一', en: 'one in a hundred' },
  { zh: '千分之一', en: 'one in a thousand' },
  { zh: '万分之一', en: 'one in ten thousand' },
  { zh: '十万分之一', en: 'one in a hundred thousand' },
  { zh: '百万分之一', en: 'one in a million' },
  { zh: '千万分之一', en: 'one in ten million' },
  { zh: '亿分之一', en: 'one in a hundred million' },
  { zh: '十亿分之一', en: 'one in a billion' },
];

/**
 * What an e-value says: by Markov's inequality, evidence of E or more arises with a chance of at most 1/E where
 * nothing is wrong. Rounded to the power of ten that is still a bound; null where the bound says nothing.
 */
export function chanceWords(eValue: number, lang: Lang): string | null {
  let power = 0;
  while (power < CHANCES.length && eValue >= 10 ** (power + 1)) power += 1;
  const chance = CHANCES[power - 1];
  if (chance === undefined) return null;
  return lang === 'zh'
    ? `若一切正常，出现这么强的证据的机会不超过${chance.zh}`
    : `If nothing were wrong, evidence this strong would arise with a chance of at most ${chance.en}`;
}

export function lossWords(sales: number, amounts: readonly Finding['lost'][], lang: Lang): string {
  if (sales === 0 && amounts.length === 0) return lang === 'zh' ? '无' : 'none';
  const sums = amounts.map((one) => money(one.amount_minor, one.currency, lang));
  const lost = lang === 'zh' ? zhCount(sales, '笔交易') : enCount(sales, 'sale');
  return [lost, ...sums].join(lang === 'zh' ? '，' : ', ');
}

export const findingLoss = (finding: Finding, lang: Lang): string => {
  const { sales, money: amounts } = totalLoss([finding.lost]);
  return lossWords(sales, amounts, lang);
};

/** Steps of the log10 Bayes factor as in Jeffreys' scale (1/2, 1, 2). */
export function strength({ weight }: Evidence): Text {
  if (weight < 0) return { zh: '反面', en: 'against' };
  if (weight >= 2) return { zh: '很强', en: 'very strong' };
  if (weight >= 1) return { zh: '强', en: 'strong' };
  return weight >= 0.5 ? { zh: '中等', en: 'moderate' } : { zh: '弱', en: 'weak' };
}

export const strongestFirst = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.toSorted((a, b) => b.weight - a.weight);

export const minutesWords = (minutes: number, lang: Lang): string =>
  lang === 'zh' ? `约${GLUE}${number(minutes)}${GLUE}分钟` : `about ${number(minutes)}${GLUE}min`;
