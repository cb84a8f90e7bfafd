import { ACTOR_TEXT, CAUSES, DOMAIN_TEXT, SCOPE_COLUMN_TEXT } from '@duka/knowledge';
import type { Finding, FindingSeries, Lang } from '@duka/model';
import { SCOPE_COLUMNS } from '@duka/model';
import { probability } from '../amounts.ts';
import { timeWords } from '../moments.ts';
import { scopeValues, scopeWords, valueWords } from '../scope-words.ts';
import {
  causeName,
  chanceWords,
  findingLoss,
  forecastWords,
  minutesWords,
  otherCauses,
  seenWords,
  stateWords,
  strength,
  strongestFirst,
  whenWords,
} from '../words.ts';
import { chart } from './chart.ts';
import { both, type Html, html, nothing, t, words } from './markup.ts';

const LONG_LIST = 3;

const fact = (name: Html, value: Html): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** Lists too long to read in a line are folded under it. */
function scope(finding: Finding): Html {
  const long = SCOPE_COLUMNS.filter((column) => scopeValues(finding.scope, column).length > LONG_LIST);
  const lists = long.map((column) => {
    const values = scopeValues(finding.scope, column);
    const list = (lang: Lang): string =>
      values.map((value) => valueWords(column, value, lang)).join(lang === 'zh' ? '、' : ', ');
    return html`<details><summary>${words(SCOPE_COLUMN_TEXT[column])}${t('：全部 ', ': all ')}${values.length}</summary><p>${both(list)}</p></details>`;
  });
  return html`<bdi>${both((lang) => scopeWords(finding.scope, lang))}</bdi>${lists}`;
}

function sure(finding: Finding): Html {
  if (chanceWords(finding.e_value, 'zh') === null) return nothing;
  return html`<p class="sure">${both((lang) => `${chanceWords(finding.e_value, lang) ?? ''}${lang === 'zh' ? '。' : '.'}`)}</p>`;
}

const ahead = ({ forecast }: Finding): Html =>
  forecast === undefined
    ? nothing
    : fact(
        t('预计', 'Ahead'),
        both((lang) => forecastWords(forecast, lang)),
      );

const facts = (finding: Finding): Html => html`<dl class="facts">
${fact(t('范围', 'Where'), scope(finding))}
${fact(
  t('时间', 'When'),
  both((lang) => whenWords(finding, lang)),
)}
${fact(t('现象', 'Seen'), html`${both((lang) => seenWords(finding, lang))}${sure(finding)}`)}
${fact(t('损失', 'Lost'), html`<b>${both((lang) => findingLoss(finding, lang))}</b>`)}
${ahead(finding)}
</dl>`;

function evidence(finding: Finding): Html {
  const rows = strongestFirst(finding.evidence).map(
    (one) =>
      html`<li><span class="${one.weight < 0 ? 'strength against' : 'strength'}">${words(strength(one))}</span><span>${words(one.text)}</span></li>`,
  );
  return rows.length === 0
    ? nothing
    : html`<section><h3>${t('依据', 'Evidence')}</h3><ul class="evidence">${rows}</ul></section>`;
}

const bar = (value: number): Html =>
  html`<svg class="meter" height="6" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="6" rx="3"/><rect class="fill" width="${(100 * value).toFixed(1)}%" height="6" rx="3"/></svg>`;

function others(finding: Finding): Html {
  const rows = otherCauses(finding).map(
    (one) =>
      html`<li><span>${words(CAUSES[one.cause].name)}</span>${bar(one.probability)}<span class="number">${probability(one.probability)}</span></li>`,
  );
  return rows.length === 0
    ? nothing
    : html`<section><h3>${t('其他可能', 'Other possible causes')}</h3><ul class="others">${rows}</ul></section>`;
}

const nextStep = ({ action }: Finding): Html => html`<section class="next">
<h3>${t('下一步', 'Next step')}<span class="who">${words(ACTOR_TEXT[action.by])} · ${both((lang) => minutesWords(action.minutes, lang))}</span></h3>
<p>${words(action.text)}</p>
</section>`;

export const state = (finding: Finding): Html =>
  html`<span class="${finding.until === null ? 'state' : 'state over'}">${words(stateWords(finding))}</span>`;

const domain = (finding: Finding): Html => {
  const [name] = (finding.causes[0]?.cause ?? 'unknown.other').split('.', 1) as [keyof typeof DOMAIN_TEXT];
  return words(DOMAIN_TEXT[name]);
};

export function findingCard(finding: Finding, index: number, series: FindingSeries | undefined): Html {
  const first = finding.causes[0]?.probability;
  return html`<article class="card" id="finding-${index + 1}" aria-labelledby="cause-${index + 1}">
<header>
<p class="over-title"><span>${domain(finding)}</span>${state(finding)}<span class="id">${finding.id}</span></p>
<h2 id="cause-${index + 1}"><span class="rank">${index + 1}</span><span>${both((lang) => causeName(finding, 0, lang))}</span></h2>
${first === undefined ? nothing : html`<p class="chance"><b>${probability(first)}</b>${t('可能性', 'probability')}</p>`}
</header>
${facts(finding)}
${nextStep(finding)}
${chart(finding, series, index + 1)}
<div class="reasons">${evidence(finding)}${others(finding)}</div>
<p class="detected">${both((lang) => (lang === 'zh' ? `读到 ${timeWords(finding.detected_at, lang)}的记录时检出` : `Detected at the record of ${timeWords(finding.detected_at, lang)}`))}</p>
</article>`;
}
