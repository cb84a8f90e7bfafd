import type { ParseArgsOptionsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import type { Lang, Text } from '@duka/model';
import { fail, LANGS, nearest, quote, quoteBare } from '@duka/model';

/** Options of a command, with node:util's parser. @throws DukaError usage.option for what it refuses */
export function readOptions<const O extends ParseArgsOptionsConfig>(words: readonly string[], options: O) {
  try {
    return parseArgs({ args: withNegatives(words, options), options, allowPositionals: true, strict: true });
  } catch (error) {
    throw fail('usage.option', { found: whatIsWrong(error as NodeJS.ErrnoException, Object.keys(options)) });
  }
}

/** `--tz -08:00`: a value that begins with a minus and a digit is no option, though the parser takes it for one. */
function withNegatives(words: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1) ?? '';
    const isValue = /^-\d/.test(word) && options[before.slice(2)]?.type === 'string' && before.startsWith('--');
    if (isValue && !joined.includes('--')) joined[joined.length - 1] = `${before}=${word}`;
    else joined.push(word);
  }
  return joined;
}

/** Node names the option between quotes; the rest of its words is in English only. */
function whatIsWrong({ code, message }: NodeJS.ErrnoException, known: readonly string[]): Text {
  const [, written = ''] = /'((?:-\w, )?-[^\s']*)/.exec(message) ?? [];
  const option = quoteBare(written);
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = written.startsWith('--') ? nearest(written.slice(2), known, 2).map((name) => `--${name}`) : [];
    const all = known.map((name) => `--${name}`);
    const meant = (near.length > 0 ? near : all).join(' ');
    return { zh: `没有选项 ${option}（${meant}）`, en: `there is no option ${option} (${meant})` };
  }
  if (message.includes('does not take'))
    return { zh: `选项 ${option} 不带值`, en: `the option ${option} takes no value` };
  return { zh: `选项 ${option} 缺少值`, en: `the option ${option} needs a value` };
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
    needed: { zh: '0 到 1 之间的数，如 0.05', en: 'a number between 0 and 1, such as 0.05' },
  });
}

export const langOf = (written: string | undefined): Lang =>
  oneOf('--lang', written ?? process.env.DUKA_LANG ?? 'zh', LANGS);
