import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { fail, LANGS, quote } from '@duka/model';
import type { Lang } from '@duka/model';

/** Options of a command, with node:util's parser; what it refuses becomes a usage error. */
export function readOptions<const O extends ParseArgsOptionsConfig>(words: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw fail('usage.option', { found: (error as Error).message.split('. ')[0] ?? '' });
  }
}

/** One of a few words. @throws DukaError usage.value */
export function oneOf<const W extends string>(option: string, written: string, words: readonly W[]): W {
  const found = words.find((word) => word === written);
  if (found !== undefined) return found;
  throw fail('usage.value', { option, found: quote(written), needed: { zh: words.join('、'), en: words.join(', ') } });
}

/** A share between 0 and 1, both excluded. @throws DukaError usage.value */
export function share(option: string, written: string): number {
  const value = Number(written);
  if (value > 0 && value < 1) return value;
  throw fail('usage.value', {
    option,
    found: quote(written),
    needed: { zh: '0 到 1 之间的数,如 0.05', en: 'a number between 0 and 1, such as 0.05' },
  });
}

export const langOf = (written: string | undefined): Lang =>
  oneOf('--lang', written ?? process.env.DUKA_LANG ?? 'zh', LANGS);
