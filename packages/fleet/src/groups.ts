import type { ScopeKind } from '@duka/knowledge/signatures';
import { SCOPE_KIND_IDS, SCOPE_KINDS } from '@duka/knowledge/signatures';
import type { Interface, ScopeColumn } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { UNKNOWN } from './attempt-store.ts';
import type { Attributes } from './attributes.ts';
import type { Frame } from './frame.ts';
import type { Sales } from './sales.ts';

/**
 * The attempts that share one value of a scope kind, in order of time, and those of them that failed. `exposure` counts the
 * attempts that went well before each failure and after the last, by interface: `exposure[failure * interfaces + interface]`.
 */
export type Group = {
  readonly kind: ScopeKind;
  readonly rows: Int32Array;
  readonly failed: Int32Array;
  readonly exposure: Int32Array;
};

/** Of each kind, how many groups there are: the number of suspicions that the evidence must outweigh. */
export type Groups = { readonly groups: readonly Group[]; readonly countOf: ReadonlyMap<ScopeKind, number> };

const FEWEST_FAILURES = 3;

/**
 * All scopes worth a look: every group with at least three failures. Where two kinds bound the same attempts (a store with
 * one terminal), only the first kind stays; the order of SCOPE_KINDS says which.
 */
export function findGroups(frame: Frame, attributes: Attributes, sales: Sales, failed: Int32Array): Groups {
  const order = frame.text.interface.values.map((name) => INTERFACES.indexOf(name as Interface));
  const face = Int8Array.from(frame.text.interface.codes, (code) => order[code]!);
  const groups: Group[] = [];
  const countOf = new Map<ScopeKind, number>();
  const seen = new Set<string>();
  for (const kind of SCOPE_KIND_IDS) {
    const codes = codesOf(kind, frame, attributes, sales);
    const { of, count } = numberGroups(codes, frame.length);
    countOf.set(kind, Math.max(1, count));
    for (const rows of rowsOfGroups(of, count, failed)) {
      const mark = fingerprint(rows);
      if (seen.has(mark)) continue;
      seen.add(mark);
      groups.push({ kind, rows, ...failuresOf(rows, failed, face) });
    }
  }
  return { groups, countOf };
}

function failuresOf(rows: Int32Array, failed: Int32Array, face: Int8Array): Pick<Group, 'failed' | 'exposure'> {
  const own = rows.filter((row) => failed[row]! >= 0);
  const exposure = new Int32Array((own.length + 1) * INTERFACES.length);
  let after = 0;
  for (const row of rows) {
    if (failed[row]! >= 0) after++;
    else exposure[after * INTERFACES.length + face[row]!]!++;
  }
  return { failed: own, exposure };
}

function codesOf(kind: ScopeKind, frame: Frame, attributes: Attributes, sales: Sales): readonly Int32Array[] {
  if (kind === 'operator') return [attributes.operator.codes];
  const columns: readonly ScopeColumn[] = SCOPE_KINDS[kind];
  return columns.map((column) => columnCodes(column, frame, attributes, sales));
}

export function columnCodes(column: ScopeColumn, frame: Frame, attributes: Attributes, sales: Sales): Int32Array {
  if (column === 'card_ref') return sales.card;
  if (column === 'bin') return sales.bin;
  if (column === 'terminal_id' || column === 'interface' || column === 'operator_id') return frame.text[column].codes;
  return attributes[column];
}

function numberGroups(columns: readonly Int32Array[], length: number): { of: Int32Array; count: number } {
  const [first, second] = columns;
  const of = new Int32Array(length);
  const numbers = new Map<number, number>();
  for (let row = 0; row < length; row++) {
    const a = first![row]!;
    const b = second ? second[row]! : 0;
    if (a === UNKNOWN || b === UNKNOWN) {
      of[row] = -1;
      continue;
    }
    const key = a * 67_108_864 + b;
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    of[row] = number;
  }
  return { of, count: numbers.size };
}

function* rowsOfGroups(of: Int32Array, count: number, failed: Int32Array): Generator<Int32Array> {
  const sizes = new Int32Array(count);
  const failures = new Int32Array(count);
  of.forEach((group, row) => {
    if (group < 0) return;
    sizes[group]!++;
    if (failed[row]! >= 0) failures[group]!++;
  });
  const lists = Array.from({ length: count }, (_, g) =>
    failures[g]! >= FEWEST_FAILURES ? new Int32Array(sizes[g]!) : null,
  );
  const filled = new Int32Array(count);
  of.forEach((group, row) => {
    const list = group < 0 ? null : lists[group];
    if (list) list[filled[group]!++] = row;
  });
  for (const list of lists) if (list) yield list;
}

/** Enough to know the same rows again: their number, ends and a running hash. */
function fingerprint(rows: Int32Array): string {
  let hash = 17;
  for (let i = 0; i < rows.length; i++) hash = (Math.imul(hash, 31) + rows[i]!) | 0;
  return `${rows.length} ${rows[0]} ${rows[rows.length - 1]} ${hash}`;
}
