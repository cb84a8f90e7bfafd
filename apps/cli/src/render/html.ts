import { createHash } from 'node:crypto';
import type { Lang, Report, ReportDetail } from '@duka/model';
import { findingCard } from './html/finding.ts';
import { type Html, html, t } from './html/markup.ts';
import { SCRIPT } from './html/script.ts';
import { STYLE } from './html/style.ts';
import { inputSection, nothingCard, overview, tiles, whatWasRead } from './html/summary.ts';
import { terminalTable } from './html/terminals.ts';

const TITLE = { zh: '读卡诊断报告', en: 'Card reading report' } as const;
const raw = (markup: string): Html => ({ markup });
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Only this page's own style and script run, and nothing is loaded from anywhere (CSP Level 3 §2.3.1, hash-source). */
const POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;

const header = (report: Report, lang: Lang): Html => html`<header class="top">
<div><h1>${t(TITLE.zh, TITLE.en)}</h1><p>${whatWasRead(report.input)}</p></div>
<div class="langs js" role="group" aria-label="语言 / Language" hidden><button type="button" lang="zh-CN" data-lang="zh" aria-pressed="${String(lang === 'zh')}">中文</button><button type="button" lang="en" data-lang="en" aria-pressed="${String(lang === 'en')}">English</button></div>
</header>`;

function findings(report: Report, detail: ReportDetail): Html {
  if (report.findings.length === 0) return nothingCard(report.input);
  const series = new Map(detail.series.map((one) => [one.finding, one]));
  const cards = report.findings.map((finding, index) => findingCard(finding, index, series.get(finding.id)));
  return html`${tiles(report, detail)}
${overview(report.findings)}
${cards}`;
}

const footer = html`<footer>${t(
  '可能性由证据算出，不是确定的结论。平时水平由同类记录估计。本报告不含卡号。',
  'Probabilities are computed from the evidence; they are not certainties. The usual level is estimated from comparable records. This report holds no card numbers.',
)}</footer>`;

/** The report as one file that needs nothing else; both languages are in it, `lang` is the one that it opens with. */
export function renderHtml(report: Report, detail: ReportDetail, lang: Lang): string {
  const page = html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" class="${lang}" data-title-zh="${TITLE.zh}" data-title-en="${TITLE.en}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${TITLE[lang]}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<div class="page">
${header(report, lang)}
<main>
${findings(report, detail)}
${terminalTable(detail, report.findings)}
${inputSection(report.input)}
</main>
${footer}
</div>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`;
  return page.markup;
}
