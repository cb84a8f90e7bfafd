import { findAcquirer } from '@duka/knowledge';
import type { Lang } from '@duka/model';
import type { AcquirerRates } from '@duka/runtime';

type Share = AcquirerRates['read'];

/** `1.2 % (0.9–1.6 %, 57/4,750)`; nothing where there was nothing to measure. */
function shareWords({ count, of, low, high }: Share): string {
  const percent = (share: number): string => (100 * share).toFixed(1);
  if (of === 0) return '-';
  const n = (value: number): string => value.toLocaleString('en');
  return `${percent(count / of)}% (${percent(low)}–${percent(high)}%, ${n(count)}/${n(of)})`;
}

const NOTE = {
  zh: '括号里是 95% 区间（Wilson）和次数。差别也可能来自门店、机型和网络，不等于收单机构的好坏；区间重叠就说明分不出。拒绝（declined）是应答，不算主机失败。',
  en: 'In brackets the 95 % interval (Wilson) and the counts. A difference may come from shops, models and networks, and says nothing of an acquirer by itself; intervals that overlap tell nothing apart. A decline is an answer, no host failure.',
};

/** What was measured at each acquirer. */
export function rateWords(rates: readonly AcquirerRates[], lang: Lang): readonly string[] {
  const zh = lang === 'zh';
  const lines = rates.map(({ acquirer, attempts, read, host, unclear }) =>
    [
      `- ${findAcquirer(acquirer)?.name[lang] ?? acquirer}${zh ? '：' : ': '}${attempts.toLocaleString('en')}${zh ? ' 次' : ' attempts'}`,
      `${zh ? '读卡失败 ' : 'read failures '}${shareWords(read)}`,
      `${zh ? '主机或网络失败 ' : 'host or network failures '}${shareWords(host)}`,
      ...(unclear > 0
        ? [`${zh ? '不知失败在哪一步 ' : 'failed at an unknown step '}${unclear.toLocaleString('en')}`]
        : []),
    ].join(zh ? '，' : ', '),
  );
  return ['', zh ? '各收单机构的实测：' : 'Measured at each acquirer:', ...lines, NOTE[lang]];
}
