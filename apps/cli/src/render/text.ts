import { ACTOR_TEXT } from '@duka/knowledge';
import type { Finding, InputSummary, Lang, Report } from '@duka/model';
import { enCount, number, probability, totalLoss, zhCount } from './amounts.ts';
import { clean } from './clean.ts';
import { clockWords, nothingFound, periodWords, setAside } from './input-words.ts';
import { scopeWords } from './scope-words.ts';
import { displayWidth, padEnd, wrap } from './width.ts';
import {
  causeName,
  chanceWords,
  findingLoss,
  forecastWords,
  lossWords,
  minutesWords,
  otherCauses,
  otherCausesWords,
  seenWords,
  strength,
  strongestFirst,
  whenWords,
} from './words.ts';

type TextOptions = { readonly lang: Lang; readonly color: boolean; readonly width: number };

/** Longer lines are hard to read, however wide the window. */
const WIDEST = 100;
const NARROWEST = 24;
const EVIDENCE_SHOWN = 5;

const STYLE = { bold: 1, dim: 2, accent: 36, good: 32 } as const;
type Style = keyof typeof STYLE;
type Page = { readonly lang: Lang; readonly width: number; readonly paint: (text: string, style: Style) => string };

const LABELS = {
  where: { zh: '范围', en: 'Where' },
  when: { zh: '时间', en: 'When' },
  seen: { zh: '现象', en: 'Seen' },
  lost: { zh: '损失', en: 'Lost' },
  why: { zh: '依据', en: 'Why' },
  ahead: { zh: '预计', en: 'Ahead' },
  else: { zh: '其他', en: 'Else' },
  next: { zh: '建议', en: 'Next' },
} as const;

const INDENT = '  ';
/** All labels in a column, so that the eye finds them; a bullet hangs its further lines under its text. */
function row(page: Page, label: keyof typeof LABELS, paragraphs: readonly string[], style?: Style): string[] {
  const labelWidth = Math.max(...Object.values(LABELS).map((text) => displayWidth(text[page.lang])));
  const lead = INDENT.length + labelWidth + 2;
  const lines = paragraphs.flatMap((paragraph) => {
    const hang = paragraph.startsWith('- ') ? '  ' : '';
    const wrapped = wrap(paragraph.slice(hang.length), page.width - lead - hang.length);
    return wrapped.map((text, index) => (hang === '' ? text : `${index === 0 ? '- ' : hang}${text}`));
  });
  const head = INDENT + page.paint(padEnd(LABELS[label][page.lang], labelWidth), 'dim') + INDENT;
  return lines.map((text, index) => (index === 0 ? head : ' '.repeat(lead)) + (style ? page.paint(text, style) : text));
}

function headline(page: Page, finding: Finding, index: number): string[] {
  const lead = `${index + 1}. `;
  const chance = finding.causes[0] === undefined ? '' : `  ${probability(finding.causes[0].probability)}`;
  const lines = wrap(`${causeName(finding, 0, page.lang)}${chance}  ${clean(finding.id)}`, page.width - lead.length);
  return lines.map((text, at) => page.paint((at === 0 ? lead : ' '.repeat(lead.length)) + text, 'bold'));
}

function evidenceLines(finding: Finding, lang: Lang): string[] {
  return strongestFirst(finding.evidence)
    .slice(0, EVIDENCE_SHOWN)
    .map((one) => {
      const text = clean(one.text[lang]).replace(/[。.]$/u, '');
      return lang === 'zh' ? `- ${text}（${strength(one).zh}）` : `- ${text} (${strength(one).en})`;
    });
}

function findingLines(page: Page, finding: Finding, index: number): string[] {
  const { lang } = page;
  const colon = lang === 'zh' ? '：' : ': ';
  const { by, minutes, text } = finding.action;
  const step = `${ACTOR_TEXT[by][lang]}${lang === 'zh' ? '，' : ', '}${minutesWords(minutes, lang)}${colon}${clean(text[lang])}`;
  const chance = chanceWords(finding.e_value, lang);
  const evidence = evidenceLines(finding, lang);
  return [
    ...headline(page, finding, index),
    ...row(page, 'where', [scopeWords(finding.scope, lang)], 'accent'),
    ...row(page, 'when', [whenWords(finding, lang)], ...(finding.until === null ? [] : (['good'] as const))),
    ...row(page, 'seen', chance === null ? [seenWords(finding, lang)] : [seenWords(finding, lang), chance]),
    ...row(page, 'lost', [findingLoss(finding, lang)]),
    ...(evidence.length === 0 ? [] : row(page, 'why', evidence)),
    ...(finding.forecast === undefined ? [] : row(page, 'ahead', [forecastWords(finding.forecast, lang)])),
    ...(otherCauses(finding).length === 0 ? [] : row(page, 'else', [otherCausesWords(finding, lang)])),
    ...row(page, 'next', [step], 'bold'),
    '',
  ];
}

function opening(page: Page, report: Report): string[] {
  const { lang, width } = page;
  const { findings, input } = report;
  if (findings.length === 0) {
    const said = input.attempts === 0 ? [nothingFound.noRecords] : [nothingFound.head, nothingFound.meaning];
    return [...said.flatMap((text) => wrap(text[lang], width)), ''];
  }
  const { sales, money } = totalLoss(findings.map((finding) => finding.lost));
  const open = findings.filter((finding) => finding.until === null).length;
  const words =
    lang === 'zh'
      ? `${zhCount(findings.length, '项发现')}，其中 ${zhCount(open, '项未恢复')}；损失合计：${lossWords(sales, money, lang)}`
      : `${enCount(findings.length, 'finding')}, ${number(open)} ongoing; lost in all: ${lossWords(sales, money, lang)}`;
  return [...wrap(words, width).map((text) => page.paint(text, 'bold')), ''];
}

function inputLines(page: Page, input: InputSummary): string[] {
  const { lang, width } = page;
  const read = [
    lang === 'zh' ? zhCount(input.attempts, '次尝试') : enCount(input.attempts, 'attempt'),
    lang === 'zh' ? zhCount(input.terminals, '台终端') : enCount(input.terminals, 'terminal'),
    ...(periodWords(input, lang) === null ? [] : [periodWords(input, lang)]),
  ];
  const words =
    lang === 'zh'
      ? `读取 ${read.join('，')}。${setAside(input, lang).join('；')}。`
      : `Read ${read.join(', ')}. ${setAside(input, lang).join('; ')}.`;
  const clocks = clockWords(input, lang);
  return [
    ...wrap(words, width).map((text) => page.paint(text, 'dim')),
    ...(clocks === null ? [] : wrap(clean(clocks), width)),
  ];
}

function rejectLines(page: Page, input: InputSummary): string[] {
  const { lang, width } = page;
  if (input.reject_samples.length === 0) return [];
  const shown = input.reject_samples.length;
  const some = shown < input.rejected;
  const title =
    lang === 'zh'
      ? `拒收的记录${some ? `（前 ${number(shown)} 条，共 ${number(input.rejected)} 条）` : ''}：`
      : `Rejected records${some ? ` (first ${number(shown)} of ${number(input.rejected)})` : ''}:`;
  const samples = input.reject_samples.flatMap((reject) => {
    const where = `${clean(reject.file)}:${reject.line}`;
    return wrap(`${where}  ${clean(reject.text[lang])}`, width - 4).map(
      (text, at) => (at === 0 ? INDENT : '    ') + text,
    );
  });
  return ['', ...wrap(title, width), ...samples];
}

/** The report for a terminal. Says in words all that colour says. */
export function renderText(report: Report, { lang, color, width }: TextOptions): string {
  const page: Page = {
    lang,
    width: Math.min(WIDEST, Math.max(NARROWEST, Math.floor(width))),
    paint: (text, style) => (color ? `\u001B[${STYLE[style]}m${text}\u001B[0m` : text),
  };
  const lines = [
    ...opening(page, report),
    ...report.findings.flatMap((finding, index) => findingLines(page, finding, index)),
    ...inputLines(page, report.input),
    ...rejectLines(page, report.input),
  ];
  return `${lines.join('\n')}\n`;
}
