import { SCOPE_KINDS } from '@duka/knowledge/signatures';
import type { Attempt } from '@duka/model';
import { AttemptStore } from '../src/log/attempt-store.ts';
import { readFrame } from '../src/log/frame.ts';
import type { BoundColumn, Bounds } from '../src/scene/bounds.ts';
import { codeReader, rowsWithin } from '../src/scene/bounds.ts';
import type { Fault, Scene } from '../src/scene/scene.ts';
import { setScene } from '../src/scene/scene.ts';

const MINUTE = 60_000;

/** An attempt by hand: a chip read that went well, one a minute, unless it says otherwise. */
export type ByHand = Partial<Attempt>;

export function sceneOf(attempts: readonly ByHand[]): Scene {
  const store = new AttemptStore();
  for (const [i, attempt] of attempts.entries()) {
    store.append({
      time: i * MINUTE,
      terminal_id: 'T1',
      interface: 'chip',
      outcome: 'ok',
      sale_id: `S${i}`,
      ...attempt,
    });
  }
  return setScene(readFrame(store));
}

/** So many attempts alike, of which every n-th failed for a reason; 0: none did. */
export const many = (count: number, alike: ByHand, every = 0, failure: ByHand = { reason: 'mute' }): ByHand[] =>
  Array.from({ length: count }, (_, i) =>
    every > 0 && i % every === 0 ? { ...alike, outcome: 'failed', ...failure } : alike,
  );

/** Attempts of several lists in turn, so that none comes before another. */
export function inTurn(...lists: readonly (readonly ByHand[])[]): ByHand[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => (list[i] ? [list[i]] : []))).flat();
}

type Where = Partial<Record<Exclude<BoundColumn, 'operator'>, string>>;

/** A fault that is blamed for every failure of its scope, from the first to the last. */
export function faultAt(scene: Scene, where: Where, more: Partial<Fault> = {}): Fault {
  const bounds = boundsAt(scene, where);
  const rows = rowsWithin(scene, bounds);
  const failed = rows.filter((row) => scene.observed[row]! >= 0);
  const columns = Object.keys(where);
  const kind = Object.entries(SCOPE_KINDS).find(([, of]) => String(of) === String(columns))![0] as Fault['kind'];
  const first = failed[0]!;
  const last = failed[failed.length - 1]!;
  return {
    kind,
    pattern: 'chip',
    rows,
    bounds,
    struck: rows.filter((row) => row >= first && row <= last),
    first,
    last,
    over: false,
    rate: failed.length / rows.length,
    blame: {
      rows: failed,
      factor: new Float64Array(failed.length).fill(50),
      share: new Float64Array(failed.length).fill(1),
    },
    detected: last,
    excess: failed.length,
    logEvidence: 50,
    logPrior: -8,
    ...more,
  };
}

export function boundsAt(scene: Scene, where: Where): Bounds {
  return Object.fromEntries(
    Object.entries(where).map(([column, wanted]) => {
      const row = Array.from({ length: scene.frame.length }, (_, at) => at).find(
        (at) => nameIn(scene, column as keyof Where, at) === wanted,
      );
      if (row === undefined) throw new Error(`no attempt with ${column} ${wanted}`);
      return [column, [codeReader(scene, column as BoundColumn)(row)]];
    }),
  );
}

function nameIn(scene: Scene, column: keyof Where, row: number): string | undefined {
  const code = codeReader(scene, column)(row);
  if (code < 0) return undefined;
  const { text, sites } = scene.frame;
  if (column === 'terminal_id' || column === 'card_ref' || column === 'bin') return text[column].value(code);
  return sites.values[column][code];
}
