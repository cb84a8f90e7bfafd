import { splitMerchantNumber } from '@duka/knowledge';
import type { Lang } from '@duka/model';
import { fail, guardField, quote } from '@duka/model';
import type { AcquirerRates } from '@duka/runtime';
import { AcquirerTally } from '@duka/runtime';
import { HOST_OPTIONS, readHostOptions } from '../import/host-options.ts';
import { checkWords, walkThrough } from '../merchant/check.ts';
import { HINT, hintsOf, partWords } from '../merchant/parts.ts';
import { rateWords } from '../merchant/rates.ts';
import { langOf, oneOf, readOptions } from '../options.ts';
import { Progress } from '../progress.ts';
import { passOn } from '../read/intake.ts';
import { findSources, totalBytes } from '../read/sources.ts';
import { printAll } from '../terminal.ts';
import { keyedTokens } from '../token-key.ts';
import { readZone } from '../zone.ts';

/** `duka merchant NUMBER`: exit status 0; with `--check` 1 where an answer does not fit. @throws DukaError for exit status 2 */
export async function merchant(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    check: { type: 'boolean', default: false },
    attempts: { type: 'string', multiple: true },
    tz: { type: 'string' },
    ...HOST_OPTIONS,
    format: { type: 'string', default: 'text' },
    lang: { type: 'string' },
  });
  const lang = langOf(values.lang);
  const format = oneOf('--format', values.format, ['text', 'json']);
  const [written] = positionals;
  if (written === undefined && values.attempts === undefined && !values.check) {
    throw fail('usage.argument', { needed: { zh: '商户编号', en: 'a merchant number' } });
  }
  const rates = values.attempts === undefined ? null : await measured(values.attempts, values, lang);
  if (format === 'json') {
    await printAll(`${JSON.stringify(jsonOf(written, rates), null, 2)}\n`);
    return 0;
  }
  const lines = [
    ...(written === undefined ? [] : numberWords(written, lang)),
    ...(rates === null ? [] : rateWords(rates, lang)),
  ];
  if (!values.check) {
    await printAll(`${[...lines, ...(written === undefined ? [] : ['', ...checkWords(lang)])].join('\n')}\n`);
    return 0;
  }
  await printAll(`${lines.join('\n')}\n`);
  const { answers, verdict } = await walkThrough(lang);
  await printAll(`\n${verdict}\n`);
  return answers.includes('no') ? 1 : 0;
}

function partsOf(written: string) {
  const number = splitMerchantNumber(written);
  // Fifteen digits that begin with 34 or 37 and pass the check are an American Express card, typed by mistake.
  const isCard = guardField('merchant_id', written.replace(/\D/g, ''), () => '').removed > 0;
  if (number !== null && !isCard) return number;
  const needed = { zh: '15 位数字', en: '15 digits' };
  throw fail('usage.value', { option: 'NUMBER', found: quote(written), needed });
}

function numberWords(written: string, lang: Lang): readonly string[] {
  const number = partsOf(written);
  return [...partWords(number, hintsOf(number), lang), '', HINT[lang]];
}

function jsonOf(written: string | undefined, rates: readonly AcquirerRates[] | null) {
  const number = written === undefined ? null : partsOf(written);
  return {
    schema: 'duka.merchant/1',
    number: number && { ...number, hints: hintsOf(number), note: HINT },
    acquirers: rates,
  };
}

async function measured(
  paths: readonly string[],
  { tz, ...host }: Parameters<typeof readHostOptions>[0] & { readonly tz?: string | undefined },
  lang: Lang,
): Promise<readonly AcquirerRates[]> {
  const sources = await findSources(paths);
  const progress = new Progress(totalBytes(sources), lang);
  const tally = new AcquirerTally();
  const sink = { take: tally.take.bind(tally), takePlain: () => false };
  const zone = tz === undefined ? null : readZone(tz);
  const { counts } = await passOn(
    sources,
    { tokenize: keyedTokens(), zone, strict: false, host: await readHostOptions(host) },
    progress,
    sink,
  ).finally(() => progress.done());
  const rates = tally.rates();
  if (rates.length === 0) throw fail('input.nothing', { rejected: counts.rejected });
  return rates;
}
