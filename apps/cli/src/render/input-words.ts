import type { InputSummary, Lang, Text } from '@duka/model';
import { enCount, GLUE, number, zhCount } from './amounts.ts';
import { rangeWords } from './moments.ts';

export const nothingFound: { readonly head: Text; readonly meaning: Text; readonly noRecords: Text } = {
  head: { zh: '没有发现问题。', en: 'Nothing was found.' },
  meaning: {
    zh: '这是说，没有证据表明哪里的失败多于平时；不是说从来没有失败。',
    en: 'This means that no excess of failures was proven, not that nothing ever fails.',
  },
  noRecords: {
    zh: '没有可用的记录，因此什么也判断不了。',
    en: 'There were no usable records, so nothing can be said.',
  },
};

export function periodWords({ from, to }: InputSummary, lang: Lang): string | null {
  return from === null || to === null ? null : rangeWords(from, to, lang);
}

/** Before and after these years nobody pays by card: numbers of seconds read as ms lie in 1970, a date written as a number far ahead. */
const EARLIEST_YEAR = 1980;
const LATEST_YEAR = 2100;

/** That times of a log can hardly be right; null where they can. */
function eraWords({ from, to }: InputSummary, lang: Lang): string | null {
  const years = [from, to].flatMap((time) => (time === null ? [] : [Number(time.slice(0, 4))]));
  const odd = years.find((year) => year < EARLIEST_YEAR || year > LATEST_YEAR);
  if (odd === undefined) return null;
  return lang === 'zh'
    ? `有时间落在 ${odd} 年，多半不对：整数应是 1970 年以来的毫秒数，不是秒数，也不是 20261103 这样的日期。`
    : `Some times lie in ${odd}, which is hardly right: integers must be ms since 1970, not seconds, nor dates such as 20261103.`;
}

/** Whose clock is most likely wrong, and what to do; null where all times hang together. */
export function clockWords(input: InputSummary, lang: Lang): string | null {
  const { odd_times: odd } = input;
  if (odd === undefined) return eraWords(input, lang);
  const zh = lang === 'zh';
  const named = odd.terminal_ids.join(zh ? '、' : ', ');
  const more = odd.terminals - odd.terminal_ids.length;
  if (zh) {
    const whose = more > 0 ? `${named} 等 ${zhCount(odd.terminals, '台终端')}` : `终端 ${named}`;
    return `${zhCount(odd.attempts, '次尝试')}的时间与其余相差半年以上，多半是终端时钟不对：${whose}。请校准终端的日期和时间。`;
  }
  const whose = `${odd.terminals === 1 ? 'terminal' : 'terminals'} ${named}${more > 0 ? ` and ${number(more)} more` : ''}`;
  return `${enCount(odd.attempts, 'attempt')} ${odd.attempts === 1 ? 'lies' : 'lie'} half a year or more from all others: most likely the clock is wrong at ${whose}. Set the date and time there.`;
}

/** `拒收 3 条、重复 120 条…`; conflicts and bad cards only where there are any. */
export function setAside(input: InputSummary, lang: Lang): readonly string[] {
  const zh = lang === 'zh';
  const parts = [
    zh ? `拒收${GLUE}${zhCount(input.rejected, '条')}` : `${number(input.rejected)} rejected`,
    zh ? `重复${GLUE}${zhCount(input.duplicates, '条')}` : enCount(input.duplicates, 'duplicate'),
  ];
  if (input.conflicts > 0) {
    parts.push(zh ? `冲突${GLUE}${zhCount(input.conflicts, '条')}` : enCount(input.conflicts, 'conflict'));
  }
  parts.push(
    zh
      ? `除去卡数据${GLUE}${zhCount(input.removed_card_data, '处')}`
      : `card data removed in ${enCount(input.removed_card_data, 'place')}`,
  );
  if (input.bad_cards > 0) {
    parts.push(
      zh
        ? `${zhCount(input.bad_cards, '张卡本身读不好')}，不算在终端头上`
        : `${enCount(input.bad_cards, 'bad card')}, not held against any terminal`,
    );
  }
  return parts;
}
