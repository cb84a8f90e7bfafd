import type { Acquirer, Dated, Known, MerchantNumber } from '@duka/knowledge';
import { CATEGORIES, findAcquirer, INSTITUTIONS, PROVINCES, UNKNOWN } from '@duka/knowledge';
import type { Lang, Text } from '@duka/model';

/** What the parts of a merchant number hint at. */
export type MerchantHints = {
  readonly institution: Known<string>;
  readonly acquirer: Acquirer | null;
  readonly province: Text | null;
  readonly category: Text | null;
};

export function hintsOf({ institution, area, category }: MerchantNumber): MerchantHints {
  return {
    institution: INSTITUTIONS.get(institution) ?? UNKNOWN,
    acquirer: findAcquirer(institution) ?? null,
    province: PROVINCES[area.slice(0, 2)] ?? null,
    category: CATEGORIES[category] ?? null,
  };
}

const NOT_KNOWN = { zh: '不知道', en: 'unknown' };
const WEAK = { zh: '，来源不可靠', en: ', a weak source' };

function known(fact: Known<string>, lang: Lang): string {
  return fact === UNKNOWN ? NOT_KNOWN[lang] : dated(fact, lang);
}

const dated = ({ value, source, asOf, weak }: Dated<string>, lang: Lang): string =>
  `${value}${lang === 'zh' ? '（' : ' ('}${asOf}${weak ? WEAK[lang] : ''}${lang === 'zh' ? '，' : ', '}${source}${lang === 'zh' ? '）' : ')'}`;

const AREA_NOTE: Text = {
  zh: '（按 GB/T 2260 读；有的机构用银联自己的地区代码，例如 5810 是广州，那样就不对）',
  en: " (read by GB/T 2260; some institutions use UnionPay's own area codes, where 5810 is Guangzhou: then this is wrong)",
};
const CATEGORY_NOTE: Text = { zh: '（ISO 18245）', en: ' (ISO 18245)' };

/** One line a part. */
export function partWords(number: MerchantNumber, hints: MerchantHints, lang: Lang): readonly string[] {
  const zh = lang === 'zh';
  const none = NOT_KNOWN[lang];
  const { institution, acquirer, province, category } = hints;
  const lines = [
    `${zh ? '1–3 位 收单机构' : 'digits 1–3, institution'}  ${number.institution}  ${known(institution, lang)}`,
    `${zh ? '4–7 位 地区' : 'digits 4–7, area'}  ${number.area}  ${province === null ? none : province[lang] + AREA_NOTE[lang]}`,
    `${zh ? '8–11 位 商户类别' : 'digits 8–11, category'}  ${number.category}  ${category === null ? none : category[lang] + CATEGORY_NOTE[lang]}`,
    `${zh ? '12–15 位 序号' : 'digits 12–15, sequence'}  ${number.sequence}`,
  ];
  if (acquirer === null) return lines;
  return [
    ...lines,
    '',
    `${acquirer.name[lang]}${zh ? '：公司 ' : ': company '}${known(acquirer.company, lang)}`,
    `  ${zh ? '客服电话 ' : 'hotline '}${known(acquirer.hotline, lang)}`,
    `  ${zh ? '网站 ' : 'site '}${known(acquirer.site, lang)}`,
  ];
}

export const HINT: Text = {
  zh: '这只是线索，不是证据：扫码子商户、“跳码”和虚拟商户号不按这个规则编。机构是谁，以合同和到账付款方为准。',
  en: 'This is a hint, no proof: sub-merchants of QR codes and virtual numbers are not built so. Contract and payer say who the institution is.',
};
