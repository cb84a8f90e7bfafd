import { INTERFACE_TEXT } from '@duka/knowledge';
import type { Finding, ReportDetail, TerminalRow } from '@duka/model';
import { level, number, share } from '../amounts.ts';
import { type Html, html, nothing, t, words } from './markup.ts';

const ROWS_MOST = 500;
/** The style sheet hides the rest on paper. */
const ROWS_PRINTED = 40;

type Column = {
  readonly name: Html;
  readonly kind: 'text' | 'number';
  /** Left out on a phone (`wide`; the first cell then names store and model) or only on the narrowest (`middle`). */
  readonly style?: 'wide' | 'middle' | 'links';
  readonly cell: (row: TerminalRow, ranks: ReadonlyMap<string, number>) => Html;
  readonly key: (row: TerminalRow, ranks: ReadonlyMap<string, number>) => string | number;
};

const excess = (row: TerminalRow): number => row.failures - row.expected;
const rate = (row: TerminalRow): number => (row.attempts === 0 ? 0 : row.failures / row.attempts);
const signed = (value: number): string => (value < -0.05 ? `−${level(-value)}` : level(Math.max(0, value)));
const ranksOf = (row: TerminalRow, ranks: ReadonlyMap<string, number>): readonly number[] =>
  row.findings.flatMap((id) => ranks.get(id) ?? []).toSorted((a, b) => a - b);

function identity(row: TerminalRow): Html {
  const place = [row.store_id, row.model].filter((part) => part !== null).join(' · ');
  return html`<bdi>${row.terminal_id}</bdi>${place === '' ? nothing : html`<small class="narrow"><bdi>${place}</bdi></small>`}`;
}

const perInterface = (row: TerminalRow): Html =>
  html`${row.by_interface.map((one) => html`<span class="part">${words(INTERFACE_TEXT[one.interface])} ${number(one.failures)}/${number(one.attempts)}</span> `)}`;

const links = (row: TerminalRow, ranks: ReadonlyMap<string, number>): Html =>
  html`${ranksOf(row, ranks).map((rank) => html`<a class="rank" href="#finding-${rank}">${rank}</a> `)}`;

const COLUMNS: readonly Column[] = [
  { name: t('终端', 'Terminal'), kind: 'text', cell: identity, key: (row) => row.terminal_id },
  {
    name: t('门店', 'Store'),
    kind: 'text',
    style: 'wide',
    cell: (row) => html`<bdi>${row.store_id ?? '–'}</bdi>`,
    key: (row) => row.store_id ?? '',
  },
  {
    name: t('机型', 'Model'),
    kind: 'text',
    style: 'wide',
    cell: (row) => html`<bdi>${row.model ?? '–'}</bdi>`,
    key: (row) => row.model ?? '',
  },
  {
    name: t('尝试', 'Attempts'),
    kind: 'number',
    style: 'wide',
    cell: (row) => html`${number(row.attempts)}`,
    key: (row) => row.attempts,
  },
  {
    name: t('失败', 'Failures'),
    kind: 'number',
    cell: (row) => html`${number(row.failures)}`,
    key: (row) => row.failures,
  },
  {
    name: t('失败率', 'Rate'),
    kind: 'number',
    style: 'middle',
    cell: (row) => html`${share(row.failures, row.attempts)}`,
    key: rate,
  },
  {
    name: t('平时', 'Usual'),
    kind: 'number',
    style: 'wide',
    cell: (row) => html`${level(row.expected)}`,
    key: (row) => row.expected,
  },
  { name: t('多出', 'Excess'), kind: 'number', cell: (row) => html`${signed(excess(row))}`, key: excess },
  {
    name: t('各方式：失败/尝试', 'By interface: failures/attempts'),
    kind: 'text',
    style: 'wide',
    cell: perInterface,
    key: (row) => row.by_interface.length,
  },
  {
    name: t('发现', 'Finding'),
    kind: 'number',
    style: 'links',
    cell: links,
    key: (row, ranks) => ranksOf(row, ranks)[0] ?? 999,
  },
];

const byWorst = (a: TerminalRow, b: TerminalRow): number =>
  excess(b) - excess(a) || b.failures - a.failures || (a.terminal_id < b.terminal_id ? -1 : 1);

const classOf = (column: Column): string => [column.kind, ...(column.style ? [column.style] : [])].join(' ');

function rowOf(row: TerminalRow, ranks: ReadonlyMap<string, number>): Html {
  const cells = COLUMNS.map((column, at) => {
    const inner = column.cell(row, ranks);
    const value = column.key(row, ranks);
    const key = typeof value === 'number' ? String(Number(value.toFixed(4))) : value;
    return at === 0
      ? html`<th scope="row" class="${classOf(column)}" data-key="${key}">${inner}</th>`
      : html`<td class="${classOf(column)}" data-key="${key}">${inner}</td>`;
  });
  return html`<tr>${cells}</tr>\n`;
}

/** A button where the script can sort; plain words on paper (browsers do not repeat buttons on each page) and without script. */
const heads = COLUMNS.map((column) => {
  const sorted = column.key === excess;
  return html`<th scope="col" class="${classOf(column)}" aria-sort="${sorted ? 'descending' : 'none'}"><button type="button" class="js" data-kind="${column.kind}" hidden>${column.name}</button><span class="plain">${column.name}</span></th>`;
});

/** All terminals, worst first: most failures above what is usual. */
export function terminalTable(detail: ReportDetail, findings: readonly Finding[]): Html {
  if (detail.terminals.length === 0) return nothing;
  const ranks = new Map(findings.map((finding, index) => [finding.id, index + 1]));
  const rows = detail.terminals.toSorted(byWorst).slice(0, ROWS_MOST);
  const all = number(detail.terminals.length);
  const some = rows.length < detail.terminals.length;
  return html`<section class="terminals" aria-labelledby="terminals-title">
<h2 id="terminals-title">${t('终端', 'Terminals')}</h2>
<p class="note">${
    some
      ? t(`共 ${all} 台，这里列出最差的 ${rows.length} 台。`, `The ${rows.length} worst of ${all}.`)
      : t(`共 ${all} 台。`, `${all} in all.`)
  }${t('多出的失败最多的在前。', ' Most failures above the usual first.')}</p>
<div class="tools js" hidden><label for="search">${t('查找', 'Find')}</label><input id="search" type="search" autocomplete="off" spellcheck="false"><output for="search"><span id="shown">${rows.length}</span> / ${rows.length}</output></div>
<div class="scroll" tabindex="0" role="region" aria-labelledby="terminals-title"><table>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => rowOf(row, ranks))}</tbody>
</table></div>
${rows.length > ROWS_PRINTED ? html`<p class="note print-only">${t(`打印时只列出前 ${ROWS_PRINTED} 台。`, `On paper, the first ${ROWS_PRINTED} are listed.`)}</p>` : nothing}
</section>`;
}
