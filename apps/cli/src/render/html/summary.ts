import { ACTOR_TEXT } from '@duka/knowledge';
import type { Finding, InputSummary, Report, ReportDetail } from '@duka/model';
import { money, number, probability, totalLoss } from '../amounts.ts';
import { clockWords, nothingFound, periodWords } from '../input-words.ts';
import { scopeWords } from '../scope-words.ts';
import { causeName, findingLoss, minutesWords } from '../words.ts';
import { state } from './finding.ts';
import { both, type Html, html, nothing, t, words } from './markup.ts';

const tile = (value: Html, name: Html, more: Html = nothing): Html =>
  html`<div class="tile"><dt>${name}</dt><dd><b>${value}</b>${more}</dd></div>`;

/** The figures that a manager asks for first. */
export function tiles({ findings, input }: Report, detail: ReportDetail): Html {
  const open = findings.filter((finding) => finding.until === null).length;
  const loss = totalLoss(findings.map((finding) => finding.lost));
  const concerned = detail.terminals.filter((row) => row.findings.length > 0).length;
  const sums = loss.money.map(
    (one) => html`<span class="sum">${both((lang) => money(one.amount_minor, one.currency, lang))}</span>`,
  );
  return html`<dl class="tiles">
${tile(html`${findings.length}`, t('发现', 'Findings'), html`<span>${t(`${open} 项未恢复`, `${open} ongoing`)}</span>`)}
${tile(html`${number(loss.sales)}`, t('丢失的交易（笔）', 'Lost sales'))}
${tile(sums.length === 0 ? html`0` : html`${sums}`, t('丢失的金额', 'Lost amount'))}
${tile(html`${number(concerned)}`, t('涉及终端（台）', 'Terminals concerned'), html`<span>${t(`共 ${number(input.terminals)} 台`, `of ${number(input.terminals)}`)}</span>`)}
</dl>`;
}

export function nothingCard(input: InputSummary): Html {
  const said = input.attempts === 0 ? [nothingFound.noRecords] : [nothingFound.head, nothingFound.meaning];
  return html`<section class="card calm">${said.map((text, at) => (at === 0 ? html`<h2>${words(text)}</h2>` : html`<p>${words(text)}</p>`))}</section>`;
}

/** The findings in a few lines each, with a way to them: what to do first. */
export function overview(findings: readonly Finding[]): Html {
  if (findings.length < 2) return nothing;
  const rows = findings.map((finding, index) => {
    const first = finding.causes[0];
    const loses = finding.lost.sales > 0 || finding.lost.amount_minor > 0;
    return html`<li><a href="#finding-${index + 1}"><span class="rank">${index + 1}</span><span class="what"><b>${both((lang) => causeName(finding, 0, lang))}</b> <span class="number">${first === undefined ? '' : probability(first.probability)}</span> ${state(finding)}<br><span class="where"><bdi>${both((lang) => scopeWords(finding.scope, lang))}</bdi></span></span><span class="do">${words(ACTOR_TEXT[finding.action.by])} · ${both((lang) => minutesWords(finding.action.minutes, lang))}<br><span class="number">${loses ? both((lang) => findingLoss(finding, lang)) : t('没有丢失交易', 'no sale lost')}</span></span></a></li>`;
  });
  return html`<nav class="overview" aria-labelledby="overview-title"><h2 id="overview-title">${t('一览', 'At a glance')}<small>${t('按预计损失排列', 'by expected loss')}</small></h2><ol>${rows}</ol></nav>`;
}

const figure = (name: Html, value: number): Html => html`<div><dt>${name}</dt><dd>${number(value)}</dd></div>`;

/** What was read and what was set aside, so that nobody wonders where a record went. */
export function inputSection(input: InputSummary): Html {
  const samples = input.reject_samples.map(
    (reject) => html`<li><code>${reject.file}:${reject.line}</code> ${words(reject.text)}</li>`,
  );
  const shown = input.reject_samples.length;
  return html`<section class="input" aria-labelledby="input-title"><h2 id="input-title">${t('读了什么', 'What was read')}</h2>
<dl class="figures">
${figure(t('尝试', 'Attempts'), input.attempts)}${figure(t('终端', 'Terminals'), input.terminals)}${figure(t('拒收的记录', 'Rejected records'), input.rejected)}${figure(t('重复的记录', 'Duplicate records'), input.duplicates)}${figure(t('冲突的记录', 'Conflicting records'), input.conflicts)}${figure(t('除去的卡数据', 'Card data removed'), input.removed_card_data)}${figure(t('坏卡（不算在终端头上）', 'Bad cards (not held against terminals)'), input.bad_cards)}
</dl>
${clockWords(input, 'zh') === null ? nothing : html`<p>${both((lang) => clockWords(input, lang) ?? '')}</p>`}
${shown === 0 ? nothing : html`<h3>${t(`拒收的记录（前 ${shown} 条）`, `Rejected records (first ${shown})`)}</h3><ul class="rejects">${samples}</ul>`}
</section>`;
}

export function whatWasRead(input: InputSummary): Html {
  return both((lang) => {
    const period = periodWords(input, lang);
    const counts =
      lang === 'zh'
        ? `${number(input.terminals)} 台终端的 ${number(input.attempts)} 次读卡尝试`
        : `${number(input.attempts)} card read attempts on ${number(input.terminals)} terminals`;
    return period === null ? counts : `${period}${lang === 'zh' ? '，' : ', '}${counts}`;
  });
}
