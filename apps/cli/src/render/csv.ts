import { ACTOR_TEXT, CAUSES } from '@duka/knowledge';
import type { CauseProbability, Finding, Lang, Report, ScopeColumn } from '@duka/model';
import { currencyDigits, SCOPE_COLUMNS } from '@duka/model';
import { clean } from './clean.ts';
import { scopeValues, scopeWords } from './scope-words.ts';
import { strongestFirst } from './words.ts';

type Cell = string | number | null;
type Column = readonly [name: string, cell: (finding: Finding, lang: Lang) => Cell];

const BOM = '\uFEFF';
const CAUSES_LISTED = ['cause', 'second_cause', 'third_cause'] as const;
const plain = (text: string): string => clean(text).replaceAll('\u00A0', ' ');

const causeColumns = (name: string, rank: number): readonly Column[] => {
  const of = (pick: (one: CauseProbability, lang: Lang) => Cell) => (finding: Finding, lang: Lang) => {
    const one = finding.causes[rank];
    return one === undefined ? null : pick(one, lang);
  };
  return [
    [name, of((one) => one.cause)],
    [`${name}_name`, of((one, lang) => CAUSES[one.cause].name[lang])],
    [`${name}_probability`, of((one) => one.probability)],
  ];
};

const scopeColumn = (column: ScopeColumn): Column => [
  column,
  (finding) => scopeValues(finding.scope, column).map(clean).join('; ') || null,
];

/** In the currency's own unit; empty where the currency is not known, rather than a wrong figure. */
function lostAmount({ lost }: Finding): string | null {
  const digits = currencyDigits(lost.currency);
  return digits === null ? null : (lost.amount_minor / 10 ** digits).toFixed(digits);
}

/** The names are the same in both languages, so that a script that reads them need not know which it was. */
const COLUMNS: readonly Column[] = [
  ['id', (finding) => finding.id],
  ['scope', (finding, lang) => scopeWords(finding.scope, lang)],
  ...SCOPE_COLUMNS.map(scopeColumn),
  ['since', (finding) => finding.since],
  ['until', (finding) => finding.until],
  ['detected_at', (finding) => finding.detected_at],
  ['attempts', (finding) => finding.attempts],
  ['failures', (finding) => finding.failures],
  ['expected_failures', (finding) => finding.expected_failures],
  ['e_value', (finding) => finding.e_value],
  ...CAUSES_LISTED.flatMap(causeColumns),
  ['action', (finding) => finding.action.id],
  ['action_by', (finding, lang) => ACTOR_TEXT[finding.action.by][lang]],
  ['action_minutes', (finding) => finding.action.minutes],
  ['action_text', (finding, lang) => finding.action.text[lang]],
  ['lost_sales', (finding) => finding.lost.sales],
  ['lost_amount', lostAmount],
  ['lost_amount_minor', (finding) => finding.lost.amount_minor],
  ['currency', (finding) => finding.lost.currency],
  [
    'evidence',
    (finding, lang) =>
      strongestFirst(finding.evidence)
        .map((one) => one.text[lang])
        .join(' | '),
  ],
];

/** Characters with which a spreadsheet begins a formula, the full-width ones of East Asian Excel included (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@＝＋－＠]/u;

/** RFC 4180 §2.6–2.7. Text that a spreadsheet would run is made text by an apostrophe. */
function encode(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = plain(cell);
  const safe = FORMULA.test(text.trimStart()) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly Cell[]): string => `${cells.map(encode).join(',')}\r\n`;

/** A row a finding; with a byte order mark, without which Excel reads UTF-8 as the system's code page. */
export function renderCsv(report: Report, lang: Lang): string {
  const rows = report.findings.map((finding) => line(COLUMNS.map(([, cell]) => cell(finding, lang))));
  return BOM + line(COLUMNS.map(([name]) => name)) + rows.join('');
}
