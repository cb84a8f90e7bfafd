import { t } from '../t.ts';
import type { Acquirer, Dated } from './row.ts';
import { UNKNOWN } from './row.ts';

/** Two reposts of one list of institution codes; it ends at 838. */
const LIST = {
  source: 'http://mbk5kkw.cn/news/539.html; http://m.etipsforagrades.com/zhishi/118.html',
  asOf: '2020-02',
  weak: true,
} as const;
const listed = (value: string): Dated<string> => ({ value, ...LIST });

/** In the order of their ids. None is recommended, and none is warned of. */
export const ACQUIRERS: readonly Acquirer[] = [
  {
    id: 'chinaums',
    name: t('银联商务', 'China UMS'),
    aliases: ['UMS'],
    company: listed('银联商务有限公司'),
    codes: [
      {
        value: '898',
        source: 'http://www.criticalmanufacturing.cn/14748.html',
        asOf: '2026-11',
        weak: true,
      },
      listed('802'),
      listed('806'),
      listed('811'),
    ],
    hotline: UNKNOWN,
    site: UNKNOWN,
  },
  {
    id: 'fulinmen',
    name: t('付临门', 'Fulinmen'),
    aliases: [],
    company: UNKNOWN,
    codes: [],
    hotline: UNKNOWN,
    site: {
      value: 'https://s.apifox.cn/5c927f66-a7d3-4efd-a555-63d98bfac330/9508186m0',
      source: 'its developer documentation (付临门开放平台)',
      asOf: '2026-11',
    },
  },
  {
    id: 'haike',
    name: t('海科融通', 'Haike Rongtong'),
    aliases: ['hkrt'],
    company: listed('北京海科融通信息技术有限公司'),
    codes: [listed('833')],
    hotline: UNKNOWN,
    site: UNKNOWN,
  },
  {
    id: 'huifu',
    name: t('汇付天下', 'Huifu'),
    aliases: ['汇付'],
    company: listed('上海汇付数据服务有限公司'),
    codes: [listed('823')],
    hotline: UNKNOWN,
    site: UNKNOWN,
  },
  {
    id: 'jlpay',
    name: t('嘉联支付', 'JLPAY'),
    aliases: ['嘉联'],
    company: { value: '嘉联支付有限公司', source: 'http://m.mytpnt.com/post/3565.html', asOf: '2026-11' },
    codes: [],
    hotline: {
      value: '952005',
      source: "the company's notice on 银发〔2021〕259号, reposted at http://m.mytpnt.com/post/3565.html",
      asOf: '2026-11',
    },
    site: UNKNOWN,
  },
  {
    id: 'lakala',
    name: t('拉卡拉', 'Lakala'),
    aliases: [],
    company: listed('拉卡拉支付股份有限公司'),
    codes: [listed('822')],
    hotline: UNKNOWN,
    site: UNKNOWN,
  },
  {
    id: 'leshua',
    name: t('乐刷', 'Leshua'),
    aliases: [],
    company: UNKNOWN,
    codes: [],
    hotline: UNKNOWN,
    site: {
      value: 'https://www.kancloud.cn/leshuadocs/saas/1099881',
      source: 'its developer documentation',
      asOf: '2026-11',
    },
  },
  {
    id: 'ruiyinxin',
    name: t('瑞银信', 'Ruiyinxin'),
    aliases: [],
    company: UNKNOWN,
    codes: [],
    hotline: UNKNOWN,
    site: UNKNOWN,
  },
  {
    id: 'shengpay',
    name: t('盛付通', 'Shengpay'),
    aliases: [],
    company: listed('上海盛付通电子支付服务有限公司'),
    codes: [listed('820')],
    hotline: UNKNOWN,
    site: UNKNOWN,
  },
  {
    id: 'suixingpay',
    name: t('随行付', 'Suixingpay'),
    aliases: ['sxf'],
    company: listed('随行付支付有限公司'),
    codes: [listed('836')],
    hotline: UNKNOWN,
    site: UNKNOWN,
  },
];

/** The acquirer of that name, alias, id or three-digit code. */
export function findAcquirer(written: string): Acquirer | undefined {
  const text = written.normalize('NFKC').trim().toLowerCase();
  const isIt = ({ id, name, aliases, codes, company }: Acquirer): boolean =>
    [id, name.zh, name.en, ...aliases, ...codes.map(({ value }) => value)].some(
      (known) => known.toLowerCase() === text,
    ) ||
    (company !== UNKNOWN && company.value === text);
  return ACQUIRERS.find(isIt);
}
