import type { LocalCause, LocalFailures } from '@duka/fleet/localise';
import type { Lang } from '@duka/model';
import { DukaError, fail, holdsCardData, quote, REMOVED } from '@duka/model';
import type { Columns } from '../localise/causes-of.ts';
import { causesOf, wantedOf } from '../localise/causes-of.ts';
import { readTable } from '../localise/table.ts';
import { langOf, oneOf, readOptions } from '../options.ts';
import type { Source } from '../read/sources.ts';
import { findSources, STANDARD_INPUT } from '../read/sources.ts';
import { clean } from '../render/clean.ts';
import { printAll, printError } from '../terminal.ts';

type Options = { readonly [name: string]: string | undefined };

/** `duka localise`: exit status 0 every file was read, 2 one was not; the others are answered all the same. */
export async function localiseFiles(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    real: { type: 'string' },
    predict: { type: 'string' },
    failed: { type: 'string' },
    total: { type: 'string' },
    time: { type: 'string' },
    at: { type: 'string' },
    format: { type: 'string', default: 'text' },
    lang: { type: 'string' },
  });
  const lang = langOf(values.lang);
  const format = oneOf('--format', values.format, ['text', 'json']);
  const columns = columnsOf(values);
  const paths = positionals.length === 0 && !process.stdin.isTTY ? [STANDARD_INPUT] : positionals;
  if (paths.length === 0) throw fail('usage.argument', { needed: { zh: '数据文件', en: 'a data file' } });
  const seen = new Set<string>();
  let status = 0;
  for (const path of paths) {
    const sources = await orComplain(() => findSources([path]));
    if (sources instanceof DukaError) {
      status = 2;
      if (format === 'json') await printAll(jsonLine(path, [], sources));
      continue;
    }
    for (const source of sources) {
      if (seen.has(source.id)) continue;
      seen.add(source.id);
      const said = await orComplain(() => answer(source, columns), source.name);
      if (said instanceof DukaError) status = 2;
      if (format === 'json') await printAll(inJson(source, said));
      else if (!(said instanceof DukaError)) await printAll(inWords(source, said, lang));
    }
  }
  return status;
}

/** @throws DukaError usage.argument where the columns of a ratio are not all named */
function columnsOf(values: Options): Columns {
  const { failed, total, time, at } = values;
  if (failed === undefined && total === undefined && time === undefined && at === undefined) {
    return { kind: 'forecast', real: values.real ?? 'real', predict: values.predict ?? 'predict' };
  }
  const both = ['real', 'predict'].find((name) => values[name] !== undefined);
  if (both !== undefined) {
    const needed = { zh: '不与 --failed 同用', en: 'no --failed beside it' };
    throw fail('usage.value', { option: `--${both}`, found: quote(values[both]), needed });
  }
  const missing = ['failed', 'total', 'time', 'at'].filter((name) => values[name] === undefined);
  if (failed !== undefined && total !== undefined && time !== undefined && at !== undefined) {
    return { kind: 'ratio', failed, total, time, at };
  }
  const all = missing.map((name) => `--${name}`).join(' ');
  throw fail('usage.argument', { needed: { zh: ` ${all}`, en: all } });
}

async function answer(source: Source, columns: Columns): Promise<LocalFailures> {
  const table = await readTable(source, wantedOf(columns));
  if (table.firstLeft !== null) sayLeft(source, table.left, table.firstLeft);
  if (table.rows === 0) throw fail('input.nothing', { rejected: table.left });
  return causesOf(table, columns, source.name);
}

function sayLeft(
  { name }: Source,
  left: number,
  {
    line,
    complaint: { code, text },
  }: { readonly line: number; readonly complaint: { code: string; text: { zh: string; en: string } } },
): void {
  const where = code === 'usage.value' ? { zh: '', en: '' } : { zh: `${name}:${line}：`, en: `${name}:${line}: ` };
  printError({
    zh: `${where.zh}${text.zh}（共略去 ${left} 行）`,
    en: `${where.en}${text.en} (rows left out: ${left})`,
  });
}

/** What `work` gives, or what it complains of, which is said, and of which file. */
async function orComplain<T>(work: () => Promise<T>, file = ''): Promise<T | DukaError> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DukaError)) throw error;
    const { zh, en } = error.text;
    printError(error.code === 'input.nothing' ? { zh: `${file}：${zh}`, en: `${file}: ${en}` } : error.text);
    return error;
  }
}

/** As it is in the file, unless it is card data. */
const safe = (text: string): string => (holdsCardData(text) ? REMOVED : text);

const pairsOf = ({ values }: LocalCause): readonly (readonly [string, string])[] =>
  Object.entries(values).map(([name, value]) => [safe(name), safe(value)]);

function inJson({ path, name }: Source, said: LocalFailures | DukaError): string {
  const file = path ?? name;
  return said instanceof DukaError ? jsonLine(file, [], said) : jsonLine(file, said.causes);
}

/** A file that could not be read has its line too, with why: programs that read along count lines. */
function jsonLine(file: string, causes: readonly LocalCause[], trouble?: DukaError): string {
  const error = trouble && { code: trouble.code, ...trouble.text };
  const line = { file: safe(file), causes: causes.map((cause) => Object.fromEntries(pairsOf(cause))), error };
  return `${JSON.stringify(line)}\n`;
}

/** Below this nobody would call it a rise. */
const RISE_WORTH_SAYING = 1.1;

function inWords({ name }: Source, { causes, rise }: LocalFailures, lang: Lang): string {
  const none = { zh: '没有哪种取值的组合说明得了偏差。', en: 'No combination of values explains a deviation.' };
  const lines = causes.map((cause, at) => {
    const where = pairsOf(cause)
      .map(([attribute, value]) => clean(`${attribute}=${value}`))
      .join(lang === 'zh' ? '，' : ', ');
    const share = Math.round(100 * cause.share);
    return lang === 'zh'
      ? `  ${at + 1}. ${where}（占偏差约 ${share} %）`
      : `  ${at + 1}. ${where} (about ${share} % of the deviation)`;
  });
  const times = rise.toFixed(1);
  const all = {
    zh: `  ${causes.length > 0 ? '此外' : ''}各种取值的失败都是平时的约 ${times} 倍：不怪哪一个，查它们共用的（后台、线路）。`,
    en: `  ${causes.length > 0 ? 'All others' : 'All values'} fail about ${times} times as often as before: none is to blame; look at what they share (host, line).`,
  };
  const risen = rise >= RISE_WORTH_SAYING ? [all[lang]] : [];
  const said = [...lines, ...risen];
  return [name, ...(said.length > 0 ? said : [`  ${none[lang]}`]), ''].join('\n');
}
