import type { Lang, Text } from '@duka/model';
import type { ImportSummary } from '@duka/runtime';
import type { Rejected } from '../read/tally.ts';
import { number } from './amounts.ts';

type Place = { readonly file: string; readonly line: number };

const placesOf = (places: readonly Place[], count: number): string =>
  `${places.map(({ file, line }) => `${file}:${line}`).join(', ')}${count > places.length ? ', …' : ''}`;

/** What was read from host logs, in lines for people. */
export function importWords(summary: ImportSummary, lang: Lang): readonly string[] {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const n = (count: number): string => number(count);
  const { messages, attempts, answered, unanswered, link_lost, reversed } = summary;
  const lines = [
    say(
      `报文或行 ${n(messages)} 条，得到读卡记录 ${n(attempts)} 条。`,
      `${n(messages)} messages or rows gave ${n(attempts)} attempts.`,
    ),
    say(
      `有应答 ${n(answered)}，无应答 ${n(unanswered)}，断线 ${n(link_lost)}；被冲正 ${n(reversed)}。`,
      `${n(answered)} answered, ${n(unanswered)} without an answer, ${n(link_lost)} cut off; ${n(reversed)} reversed.`,
    ),
  ];
  for (const { text, requests, refused } of summary.others) {
    const said = refused > 0 ? say(`（拒绝 ${n(refused)}）`, ` (${n(refused)} refused)`) : '';
    lines.push(`- ${text[lang]}${say('：', ': ')}${n(requests)}${said}`);
  }
  if (summary.left_out.length > 0) lines.push(say('没有算作读卡记录：', 'Not counted as attempts:'));
  for (const { text, count, places } of summary.left_out) {
    lines.push(`- ${text[lang]}${say('：', ': ')}${n(count)} (${placesOf(places, count)})`);
  }
  if (summary.lacking.length > 0)
    lines.push(say('日志里缺的，和因此说不准的：', 'What the log lacks, and what that costs:'));
  for (const { field, text, attempts: lack, of } of summary.lacking) {
    lines.push(`- ${field} ${n(lack)}/${n(of)}${say('：', ': ')}${text[lang]}`);
  }
  if (summary.weak_cards > 0) lines.push(weakWords(n(summary.weak_cards))[lang]);
  if (summary.near_times > 0) lines.push(nearWords(n(summary.near_times))[lang]);
  if (summary.unused.length > 0)
    lines.push(`${say('没有用到的列：', 'Columns that were not read: ')}${summary.unused.join(say('、', ', '))}`);
  lines.push(summary.note[lang]);
  return lines;
}

const weakWords = (count: string): Text => ({
  zh: `卡号不完整的 ${count} 条：不同的卡可能被当成同一张（card_ref 以 weak_ 开头）。`,
  en: `${count} with a truncated card number: different cards may be taken for one (card_ref begins with weak_).`,
});

const nearWords = (count: string): Text => ({
  zh: `没有自己的时间的 ${count} 条：用了日志里前一条报文的时间。`,
  en: `${count} without a time of their own: given that of the message before them in the log.`,
});

/** What was rejected, by reason. */
export function rejectedWords(reasons: readonly Rejected[], lang: Lang): readonly string[] {
  return reasons.map(({ code, count, samples }) => {
    const first = samples[0]?.text[lang] ?? '';
    return `- ${code} ${number(count)} (${placesOf(samples, count)})${lang === 'zh' ? '：' : ': '}${first}`;
  });
}
