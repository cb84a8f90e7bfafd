import type { Model } from '@duka/diagnosis';
import type { Packed, PackedAction, PackedRow } from './packed.ts';
import { AS_THEY_ARE } from './packed.ts';
import { tapped } from './slips.ts';

/** The numbers of packed knowledge. Its words and rules: spoken.ts. */
export function unpack(packed: Packed): Model {
  const names = packed.causes.map(([id]) => id);
  return {
    faults: packed.faults,
    causes: packed.causes.map(([id, prior]) => ({ id, prior, text: null })),
    observations: packed.questions.map(([id, cost, , values, otherwise, given]) => ({
      id,
      cost,
      values,
      otherwise: rowOf(otherwise),
      given: new Map(
        given.flatMap(([row, ...causes]) => {
          const chances = rowOf(row);
          return causes.map((cause) => [names[cause]!, chances] as const);
        }),
      ),
      from: 'counter',
      text: null,
      labels: new Map(),
    })),
    actions: packed.actions.map((action) => actionOf(action, names)),
    call: actionOf(packed.call, names),
    // Rules come with their words.
    contradictions: [],
    alarms: [],
  };
}

function actionOf(
  [id, cost, , by, minutes, perMinute, , fixes]: PackedAction,
  names: readonly string[],
): Model['actions'][number] {
  const chances = new Map<string, number>();
  for (let i = 0; i < fixes.length; i += 2) chances.set(names[fixes[i]!]!, fixes[i + 1]!);
  return { id, cost, by, minutes, perMinute, fixes: chances, text: null };
}

function rowOf(row: PackedRow): readonly number[] {
  if (row[0] === AS_THEY_ARE) return row.slice(1);
  const sum = row.reduce((all, one) => all + one, 0);
  return tapped(row.map((odds) => odds / sum));
}
