import type { CodeEntry, CodeNamespace, Reason, Source, Stage, Text } from '@duka/model';
import { REASON_TABLE, REASONS } from '@duka/model';
import { t } from '../t.ts';

/** Why a code comes: one reason, several with weights, or `ok` where nothing failed. */
export type Because = Reason | 'ok' | { readonly [R in Reason]?: number };

export type RowExtra = {
  /** Where it ended, if not at the stage of its weightiest reason. */
  readonly stage?: Stage | null;
  /** The name that goes with the number, or the other way round: it finds the entry too. */
  readonly names?: readonly string[];
  readonly advice?: Text;
  readonly source?: Source;
};

/** value, why, zh, en: the whole of most codes. */
export type CodeRow = readonly [value: string, because: Because, zh: string, en: string, extra?: RowExtra];

type Interpreter = (value: string) => CodeEntry | null;

/** A namespace as this package holds it: the public one, with names for its numbers and words for its bits. */
export type Namespace = CodeNamespace & {
  /** Other names of a value, e.g. SCARD_W_UNRESPONSIVE_CARD of 80100066. */
  readonly names: ReadonlyMap<string, CodeEntry>;
  /** For bit fields: builds the entry of any value, null where it is none. */
  readonly interpret?: Interpreter;
};

type Head = Omit<CodeNamespace, 'entries'> & { readonly interpret?: Interpreter };

const weightsOf = (because: Because): CodeEntry['reasons'] => {
  if (because === 'ok') return {};
  return typeof because === 'string' ? { [because]: 1 } : because;
};

const stageOf = (reasons: CodeEntry['reasons']): Stage | null => {
  let best: Reason | null = null;
  for (const reason of REASONS) {
    if ((reasons[reason] ?? 0) > (best === null ? 0 : (reasons[best] ?? 0))) best = reason;
  }
  return best === null ? null : REASON_TABLE[best].stage;
};

export const entryOf = (id: string, source: Source, row: CodeRow): CodeEntry => {
  const [value, because, zh, en, extra = {}] = row;
  const reasons = weightsOf(because);
  return {
    code: `${id}:${value}`,
    stage: extra.stage === undefined ? stageOf(reasons) : extra.stage,
    reasons,
    meaning: t(zh, en),
    source: extra.source ?? source,
    ...(because === 'ok' && { success: true }),
    ...(extra.advice && { advice: extra.advice }),
  };
};

export const namespaceOf = (head: Head, rows: readonly CodeRow[]): Namespace => {
  const names = new Map<string, CodeEntry>();
  const entries = rows.map((row) => {
    const entry = entryOf(head.id, head.source, row);
    for (const name of row[4]?.names ?? []) names.set(name.toUpperCase(), entry);
    return entry;
  });
  return { ...head, entries, names };
};

/** Rows of a range of numbers to which the source gives one meaning. */
export const rangeOf = (first: number, last: number, because: Because, zh: string, en: string): readonly CodeRow[] => {
  const step = first < last ? 1 : -1;
  const values = Array.from({ length: Math.abs(last - first) + 1 }, (_, i) => String(first + i * step));
  return values.map((value): CodeRow => [value, because, zh, en]);
};
