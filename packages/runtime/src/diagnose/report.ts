import { nextStep, diagnose as weigh } from '@duka/diagnosis';
import type { FleetFinding, Frame } from '@duka/fleet';
import { readFindings } from '@duka/fleet';
import { ACTIONS, CAUSES, effortOf } from '@duka/knowledge';
import type { CauseId, Finding, InputSummary, Report, ReportDetail } from '@duka/model';
import { CAUSE_IDS } from '@duka/model';
import type { OffsetMinutes } from '../intake/time.ts';
import { formatTime } from '../intake/time.ts';
import { cluesOf, evidenceOf } from './clues.ts';
import { oddTimes } from './odd-times.ts';
import { standing } from './standing.ts';
import { wearAhead } from './wear-ahead.ts';

export type DiagnoseOptions = {
  /** Bound on the expected share of findings that are false. */
  readonly fdr: number;
  /** In which the report writes its times. */
  readonly offset: OffsetMinutes;
};

/** What the intake counted, beside what the frame itself knows. */
export type IntakeCounts = Pick<InputSummary, 'rejected' | 'removed_card_data' | 'reject_samples'>;

/** The main job: attempts → findings → causes → next steps, as the report of the contract and what a picture needs beside it. */
export function makeReport(
  frame: Frame,
  counts: IntakeCounts,
  options: DiagnoseOptions,
): { readonly report: Report; readonly detail: ReportDetail } {
  const reading = readFindings(frame, options.fdr);
  const time = (ms: number) => formatTime(ms, options.offset);
  const findings = reading.findings
    .map((found) => ({ found, finding: toFinding(found, time) }))
    .sort((a, b) => byLoss(a.finding, b.finding));
  const odd = oddTimes(frame);
  const idsOf = findingsByTerminal(findings.map(({ found }) => found));
  return {
    report: {
      schema: 'duka.report/1',
      input: {
        attempts: frame.length,
        ...counts,
        duplicates: frame.duplicates,
        conflicts: frame.conflicts,
        bad_cards: reading.badCards,
        terminals: reading.terminals.length,
        from: frame.length > 0 ? time(frame.time[0]!) : null,
        to: frame.length > 0 ? time(frame.time[frame.length - 1]!) : null,
        ...(odd && { odd_times: odd }),
      },
      findings: findings.map(({ finding }) => finding),
    },
    detail: {
      series: findings.map(({ found }) => ({ finding: found.id, ...found.series })),
      terminals: reading.terminals.map((row) => ({
        ...row,
        findings: idsOf.get(row.terminal_id) ?? [],
      })),
    },
  };
}

/** The ids of each terminal's findings, in their order. */
function findingsByTerminal(findings: readonly FleetFinding[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, terminals } of findings) {
    for (const terminal of terminals) {
      const known = ids.get(terminal);
      if (known) known.push(id);
      else ids.set(terminal, [id]);
    }
  }
  return ids;
}

/** By money lost, then by sales lost, then by failures beyond what was expected; the id settles the rest. */
function byLoss(a: Finding, b: Finding): number {
  const excess = ({ failures, expected_failures }: Finding) => failures - expected_failures;
  return (
    b.lost.amount_minor - a.lost.amount_minor ||
    b.lost.sales - a.lost.sales ||
    excess(b) - excess(a) ||
    (a.id < b.id ? -1 : 1)
  );
}

const FEWEST_SHOWN = 0.01;
const MOST_CAUSES = 6;
const MOST_EVIDENCE = 6;
const FEWEST_EVIDENCE = 2;
/** log10 of the Bayes factor; what hardly tells the causes apart is no evidence. */
const WORTH_SAYING = 0.1;

const PRIOR = Object.fromEntries(CAUSE_IDS.map((id) => [id, CAUSES[id].prior.weight])) as {
  readonly [C in CauseId]: number;
};

function toFinding(found: FleetFinding, time: (ms: number) => string): Finding {
  const clues = cluesOf(found);
  const { causes, weights } = weigh(PRIOR, clues);
  const said = standing(found, causes);
  const forecast = wearAhead(found, said[0]?.cause, time);
  const action = nextStep(causes, ACTIONS, (cause) => CAUSES[cause].remedies, effortOf);
  return {
    id: found.id,
    scope: found.scope,
    since: time(found.since),
    until: found.until === null ? null : time(found.until),
    detected_at: time(found.detectedAt),
    attempts: found.attempts,
    failures: found.failures,
    expected_failures: round(found.expectedFailures, 2),
    e_value: significant(Math.exp(Math.min(690, found.logEvidence))),
    causes: said
      .filter(({ probability }) => probability >= FEWEST_SHOWN)
      .slice(0, MOST_CAUSES)
      .map(({ cause, probability }) => ({ cause, probability: Math.floor(probability * 10_000) / 10_000 })),
    evidence: evidenceOf(found, weights)
      .map(({ text, weight }) => ({ text, weight: round(weight, 2) }))
      .sort((a, b) => b.weight - a.weight)
      .filter(({ weight }, rank) => weight >= WORTH_SAYING || rank < FEWEST_EVIDENCE)
      .slice(0, MOST_EVIDENCE),
    action: { id: action.id, by: action.by, minutes: action.minutes, text: action.text },
    lost: { sales: found.loss.sales, amount_minor: found.loss.amountMinor, currency: found.loss.currency },
    ...(forecast && { forecast }),
  };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const significant = (value: number): number => Number(value.toPrecision(4));
