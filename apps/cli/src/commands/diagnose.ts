import { readFrame } from '@duka/fleet';
import type { Lang, Report, ReportDetail } from '@duka/model';
import { fail, nearest, quote } from '@duka/model';
import { makeReport } from '@duka/runtime';
import { HOST_OPTIONS, readHostOptions } from '../import/host-options.ts';
import { langOf, oneOf, readOptions, share } from '../options.ts';
import { OutFile } from '../out-file.ts';
import { Progress } from '../progress.ts';
import { takeIn } from '../read/intake.ts';
import type { Source } from '../read/sources.ts';
import { findSources, STANDARD_INPUT, totalBytes } from '../read/sources.ts';
import { headerWords } from '../render/header-words.ts';
import { importWords } from '../render/import-words.ts';
import { lookOf, printAll, printNote } from '../terminal.ts';
import { keyedTokens } from '../token-key.ts';
import { momentOf, readZone } from '../zone.ts';

const FORMATS = ['text', 'json', 'html', 'csv'] as const;
type Format = (typeof FORMATS)[number];
/** Endings of what is not written: a text by such a name would not open. */
const FOREIGN = new Set(['pdf', 'xls', 'xlsx', 'doc', 'docx', 'png', 'jpg', 'xml', 'parquet', 'zip', 'gz', 'zst']);

/** `duka diagnose`: exit status 0 nothing found, 1 findings. @throws DukaError for exit status 2 */
export async function diagnose(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    format: { type: 'string' },
    out: { type: 'string' },
    lang: { type: 'string' },
    since: { type: 'string' },
    terminal: { type: 'string', multiple: true },
    fdr: { type: 'string', default: '0.05' },
    tz: { type: 'string' },
    ...HOST_OPTIONS,
    strict: { type: 'boolean', default: false },
  });
  const lang = langOf(values.lang);
  const format = formatOf(values.format, values.out);
  const fdr = share('--fdr', values.fdr);
  const zone = values.tz === undefined ? null : readZone(values.tz);
  const since = values.since === undefined ? null : momentOf('--since', values.since, zone);
  const sources = await findSources(pathsOf(positionals));
  const out = values.out === undefined || values.out === '-' ? null : await OutFile.at(values.out, sources);
  const show = async (report: Report, detail: ReportDetail): Promise<void> => {
    const text = await render(report, detail, format, lang, out !== null);
    await (out === null ? printAll(text) : out.write(text));
  };

  const progress = new Progress(totalBytes(sources), lang);
  const host = await readHostOptions(values);
  const options = { tokenize: keyedTokens(), zone, tz: values.tz ?? null, strict: values.strict, host };
  const { frame, records, counts, offset, empty, odd, imported } = await readAll(sources, options, since, progress);
  empty.forEach(sayEmpty);
  odd.flatMap(headerWords).forEach(printNote);
  if (imported !== null) process.stderr.write(`${importWords(imported, lang).join('\n')}\n`);
  progress.analysing();
  const { report, detail } = makeReport(frame, counts, { fdr, offset });
  progress.done();
  if (frame.length === 0) {
    if (counts.rejected > 0) await show(report, detail);
    throw records === 0 ? fail('input.nothing', { rejected: counts.rejected }) : tooLate(values.since ?? '');
  }
  const wanted = values.terminal ? onlyOf(report, detail, values.terminal) : { report, detail };
  await show(wanted.report, wanted.detail);
  return wanted.report.findings.length > 0 ? 1 : 0;
}

/** The frame alone is kept: what it was read from is as large again. */
async function readAll(
  sources: readonly Source[],
  options: Parameters<typeof takeIn>[1],
  since: number | null,
  progress: Progress,
) {
  const { store, ...rest } = await takeIn(sources, options, progress).finally(() => progress.done());
  return {
    ...rest,
    records: store.length,
    frame: readFrame(store, { release: true, ...(since !== null && { since }) }),
  };
}

function sayEmpty(name: string): void {
  printNote({ zh: `${name} 里没有记录。`, en: `${name} holds no records.` });
}

/** Silence is not health: a report on nothing must not look like one without findings. */
function tooLate(since: string): Error {
  return fail('usage.value', {
    option: '--since',
    found: quote(since),
    needed: { zh: '不晚于最后一条记录的时间', en: 'a time that is not after the last record' },
  });
}

function pathsOf(positionals: readonly string[]): readonly string[] {
  if (positionals.length > 0) return positionals;
  if (!process.stdin.isTTY) return [STANDARD_INPUT];
  throw fail('usage.argument', { needed: { zh: '日志文件', en: 'a log file' } });
}

function formatOf(written: string | undefined, out: string | undefined): Format {
  if (written !== undefined) return oneOf('--format', written, FORMATS);
  const ending = /\.(\w+)$/.exec(out ?? '')?.[1]?.toLowerCase() ?? '';
  if (FOREIGN.has(ending)) {
    const needed = { zh: '结尾 .html .csv .json 或 .txt 的文件', en: 'a file that ends in .html, .csv, .json or .txt' };
    throw fail('usage.value', { option: '--out', found: quote(out), needed });
  }
  return FORMATS.find((format) => format === ending) ?? 'text';
}

/** What concerns these terminals. @throws DukaError usage.value where the log has no such terminal */
function onlyOf(report: Report, detail: ReportDetail, wanted: readonly string[]) {
  const known = detail.terminals.map(({ terminal_id }) => terminal_id);
  for (const id of wanted) {
    if (known.includes(id)) continue;
    const near = nearest(id, known, 3);
    throw fail('usage.value', {
      option: '--terminal',
      found: quote(id),
      needed: {
        zh: `日志里有的终端号${near.length > 0 ? `（相近的有 ${near.join('、')}）` : ''}`,
        en: `a terminal of the log${near.length > 0 ? ` (near it: ${near.join(', ')})` : ''}`,
      },
    });
  }
  const terminals = detail.terminals.filter(({ terminal_id }) => wanted.includes(terminal_id));
  const concerned = new Set(terminals.flatMap(({ findings }) => findings));
  return {
    report: { ...report, findings: report.findings.filter(({ id }) => concerned.has(id)) },
    detail: { series: detail.series.filter(({ finding }) => concerned.has(finding)), terminals },
  };
}

async function render(
  report: Report,
  detail: ReportDetail,
  format: Format,
  lang: Lang,
  toFile: boolean,
): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'csv':
      return (await import('../render/csv.ts')).renderCsv(report, lang);
    case 'html':
      return (await import('../render/html.ts')).renderHtml(report, detail, lang);
    case 'text': {
      const look = lookOf(process.stdout);
      return (await import('../render/text.ts')).renderText(report, { lang, ...look, color: look.color && !toFile });
    }
  }
}
