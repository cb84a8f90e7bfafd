import type { Scenario } from './scenarios.ts';
import type { Tally } from './tally.ts';
import { SIZES } from './tally.ts';

/** What is judged of a scenario, as `--json` gives it. */
export type Result = {
  readonly scenario: string;
  readonly about: string;
  readonly seeds: string;
  readonly attempts: number;
  readonly methods: { readonly [method: string]: ReturnType<typeof measuresOf> };
};

type Share = { readonly part: number; readonly whole: number };

export function resultOf(
  name: string,
  { about }: Scenario,
  seeds: string,
  attempts: number,
  tallies: { readonly [method: string]: Tally },
): Result {
  return {
    scenario: name,
    about,
    seeds,
    attempts,
    methods: Object.fromEntries(Object.entries(tallies).map(([method, tally]) => [method, measuresOf(tally)])),
  };
}

function measuresOf(tally: Tally) {
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
  const precision: Share = { part: tally.right, whole: tally.claims };
  const recall: Share = { part: sum(tally.found), whole: sum(tally.faults) };
  return {
    precision,
    recall,
    recallBySize: SIZES.map((_, i): Share => ({ part: tally.found[i]!, whole: tally.faults[i]! })),
    f1: harmonic(ratio(precision), ratio(recall)),
    top1: { part: tally.top1, whole: tally.right } as Share,
    top3: { part: tally.top3, whole: tally.right } as Share,
    domain: { part: tally.domain, whole: tally.right } as Share,
    scope: { part: tally.scope, whole: tally.right } as Share,
    findingsAFault: ratio({ part: tally.right + tally.again, whole: tally.right }),
    wrongAFleet: ratio({ part: tally.wrong, whole: tally.fleets }),
    brier: mean(tally.stated.map(({ p, right }) => (p - (right ? 1 : 0)) ** 2)),
    ...calibration(tally.stated),
    delay: median(tally.delays.map(({ own }) => own)),
    leastDelay: median(tally.delays.map(({ least }) => least)),
    delayRatio: median(tally.delays.map(({ own, least }) => own / least)),
  };
}

type Measures = ReturnType<typeof measuresOf>;

/** Null where there is nothing to judge. */
function ratio({ part, whole }: Share): number | null {
  return whole === 0 ? null : part / whole;
}

function harmonic(a: number | null, b: number | null): number | null {
  return a === null || b === null || a + b === 0 ? null : (2 * a * b) / (a + b);
}

function mean(list: readonly number[]): number | null {
  return list.length === 0 ? null : list.reduce((sum, value) => sum + value, 0) / list.length;
}

function median(list: readonly number[]): number | null {
  const sorted = list.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return sorted.length === 0 ? null : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Ten bins of equal width; the error is the mean distance of what was said from what was so, weighted by claims. */
function calibration(stated: Tally['stated']) {
  const bins = Array.from({ length: 10 }, (_, i) => {
    const own = stated.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === i);
    return { claims: own.length, said: mean(own.map(({ p }) => p)), so: mean(own.map(({ right }) => (right ? 1 : 0))) };
  }).filter(({ claims }) => claims > 0);
  const error = bins.reduce((sum, { claims, said, so }) => sum + claims * Math.abs(said! - so!), 0);
  return { calibrationError: stated.length === 0 ? null : error / stated.length, bins };
}

const share = (value: Share): string =>
  value.whole === 0 ? '–' : `${((100 * value.part) / value.whole).toFixed(1)} %  ${value.part}/${value.whole}`;
const number = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits));

const ROWS: readonly (readonly [label: string, cell: (measures: Measures) => string, target?: string])[] = [
  ['precision', ({ precision }) => share(precision), '≥ 95 %'],
  ['recall, 8+ failures', ({ recall }) => share(recall), '≥ 90 %'],
  ...SIZES.map(
    ([least, most], i) =>
      [
        `  ${least} ${Number.isFinite(most) ? `to ${most}` : 'or more'}`,
        ({ recallBySize }: Measures) => share(recallBySize[i]!),
      ] as const,
  ),
  ['F1', ({ f1 }) => number(f1, 3)],
  ['cause, first', ({ top1 }) => share(top1), '≥ 85 %'],
  ['cause, among three', ({ top3 }) => share(top3)],
  ['domain', ({ domain }) => share(domain), '≥ 95 %'],
  ['scope exact', ({ scope }) => share(scope)],
  ['findings a fault', ({ findingsAFault }) => number(findingsAFault, 2), '≤ 1'],
  ['wrong findings a fleet', ({ wrongAFleet }) => number(wrongAFleet, 2)],
  ['Brier', ({ brier }) => number(brier, 3)],
  ['calibration error', ({ calibrationError }) => number(calibrationError, 3), '≤ 0.05'],
  ['failures until known', ({ delay }) => number(delay, 1)],
  ['… where the limit is', ({ leastDelay }) => number(leastDelay, 1)],
  ['… ratio of the two', ({ delayRatio }) => number(delayRatio, 2)],
];

const LABEL = 24;
const CELL = 20;

/** A table of the methods side by side, at most 100 columns wide. */
export function tableOf({ scenario, about, seeds, attempts, methods }: Result): string {
  const row = (label: string, cells: readonly string[]) =>
    `${label.padEnd(LABEL)}${cells.map((cell) => cell.padEnd(CELL)).join('')}`.trimEnd();
  const measured = Object.values(methods);
  const said = methods.Duka?.bins ?? [];
  return [
    `${scenario}: ${about}; seeds ${seeds}; ${attempts.toLocaleString('en')} attempts`,
    row('', [...Object.keys(methods), 'target']),
    ...ROWS.map(([label, cell, target]) => row(label, [...measured.map(cell), target ?? ''])),
    ...wrapped(said.map(({ claims, said: p, so }) => `${number(p, 2)}→${number(so, 2)} (${claims})`)),
  ].join('\n');
}

/** Bins of calibration: what was said → how often it was so (how many claims). */
function wrapped(bins: readonly string[]): string[] {
  const half = Math.ceil(bins.length / 2);
  return [bins.slice(0, half), bins.slice(half)]
    .filter((part) => part.length > 0)
    .map((part, i) => `${i === 0 ? 'said→so' : ''}`.padEnd(LABEL) + part.join('  '));
}

const percent = (value: Share): string => number(ratio(value) === null ? null : 100 * ratio(value)!, 1);
const SUMMARY: readonly (readonly [heading: string, cell: (measures: Measures) => string])[] = [
  ['precision', ({ precision }) => percent(precision)],
  ['recall', ({ recall }) => percent(recall)],
  ['F1', ({ f1 }) => number(f1, 3)],
  ['cause', ({ top1 }) => percent(top1)],
  ['domain', ({ domain }) => percent(domain)],
  ['calibr.', ({ calibrationError }) => number(calibrationError, 3)],
  ['a fault', ({ findingsAFault }) => number(findingsAFault, 2)],
  ['wrong', ({ wrongAFleet }) => number(wrongAFleet, 2)],
];

/** One line a scenario for the first method: shares in percent, findings a fault, wrong findings a fleet. */
export function summaryOf(results: readonly Result[]): string {
  const row = (label: string, cells: readonly string[]) =>
    label.padEnd(18) + cells.map((cell) => cell.padStart(10)).join('');
  return [
    row(
      '',
      SUMMARY.map(([heading]) => heading),
    ),
    ...results.map(({ scenario, methods }) =>
      row(
        scenario,
        SUMMARY.map(([, cell]) => cell(Object.values(methods)[0]!)),
      ),
    ),
  ].join('\n');
}
