import type { Lang } from '@duka/model';
import { fail, quote } from '@duka/model';
import { toNdjsonFile, toParquetFile, toStandardOutput } from '../import/attempts-out.ts';
import { HOST_OPTIONS, readHostOptions } from '../import/host-options.ts';
import { langOf, oneOf, readOptions } from '../options.ts';
import { OutFile } from '../out-file.ts';
import { Progress } from '../progress.ts';
import type { Passed, Sink } from '../read/intake.ts';
import { passOn } from '../read/intake.ts';
import { findSources, STANDARD_INPUT, totalBytes } from '../read/sources.ts';
import { importWords, rejectedWords } from '../render/import-words.ts';
import { printAll } from '../terminal.ts';
import { keyedTokens } from '../token-key.ts';
import { readZone } from '../zone.ts';

/** `duka import`: exit status 0 where at least one attempt was written. @throws DukaError for exit status 2 */
export async function importLogs(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    to: { type: 'string', default: STANDARD_INPUT },
    ...HOST_OPTIONS,
    tz: { type: 'string' },
    format: { type: 'string', default: 'text' },
    lang: { type: 'string' },
    strict: { type: 'boolean', default: false },
  });
  const lang = langOf(values.lang);
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (positionals.length === 0 && process.stdin.isTTY) {
    throw fail('usage.argument', { needed: { zh: '日志文件', en: 'a log file' } });
  }
  const sources = await findSources(positionals.length > 0 ? positionals : [STANDARD_INPUT]);
  const write = await writerOf(values.to, sources);
  const options = {
    tokenize: keyedTokens(),
    zone: values.tz === undefined ? null : readZone(values.tz),
    strict: values.strict,
    host: await readHostOptions(values),
  };
  const progress = new Progress(totalBytes(sources), lang);
  let attempts = 0;
  const counted = (sink: Sink): Sink => ({
    ...sink,
    take(attempt, offset) {
      attempts++;
      sink.take(attempt, offset);
    },
  });
  const passed = await write((sink) => passOn(sources, options, progress, counted(sink))).finally(() =>
    progress.done(),
  );
  const account = format === 'json' ? jsonOf(passed, attempts, values.to) : textOf(passed, attempts, values.to, lang);
  if (values.to === STANDARD_INPUT) process.stderr.write(account);
  else await printAll(account);
  if (attempts === 0) throw fail('input.nothing', { rejected: passed.counts.rejected });
  return 0;
}

type Writer = (fill: (sink: Sink) => Promise<Passed>) => Promise<Passed>;

/** By the ending of the name. @throws DukaError usage.value where it is none that can be written */
async function writerOf(to: string, sources: Parameters<typeof OutFile.at>[1]): Promise<Writer> {
  if (to === STANDARD_INPUT) return toStandardOutput;
  const [, ending] = /\.(ndjson|jsonl|parquet)$/i.exec(to) ?? [];
  if (ending === undefined) {
    const needed = { zh: '以 .ndjson 或 .parquet 结尾的文件名', en: 'a file name that ends in .ndjson or .parquet' };
    throw fail('usage.value', { option: '--to', found: quote(to, 200), needed });
  }
  const out = await OutFile.at(to, sources, '--to');
  return (fill) => (ending.toLowerCase() === 'parquet' ? toParquetFile(out, fill) : toNdjsonFile(out, fill));
}

function jsonOf({ counts, reasons, imported }: Passed, attempts: number, to: string): string {
  const { rejected, removed_card_data } = counts;
  const account = { schema: 'duka.import/1', to, attempts, rejected, removed_card_data, reasons, host_log: imported };
  return `${JSON.stringify(account, null, 2)}\n`;
}

function textOf({ counts, reasons, imported }: Passed, attempts: number, to: string, lang: Lang): string {
  const zh = lang === 'zh';
  const lines = [...(imported === null ? [] : importWords(imported, lang))];
  if (counts.rejected > 0) {
    lines.push(zh ? `读不了 ${counts.rejected} 处：` : `Could not be read in ${counts.rejected} places:`);
    lines.push(...rejectedWords(reasons, lang));
  }
  const where = to === STANDARD_INPUT ? (zh ? '标准输出' : 'standard output') : to;
  lines.push(zh ? `写出 ${attempts} 条到 ${where}。` : `Wrote ${attempts} attempts to ${where}.`);
  return `${lines.join('\n')}\n`;
}
