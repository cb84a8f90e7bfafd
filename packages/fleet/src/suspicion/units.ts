import { boundsOfGroup, rowTest } from '../scene/bounds.ts';
import type { Exposed, Group } from '../scene/group.ts';
import type { Scene } from '../scene/scene.ts';
import { isInSample } from './sample.ts';
import { without } from './trials.ts';

/** Sales, cards or terminals: the unit of a row, -1 for none, and all rows of a unit that went well or not, ascending. */
export type Units = { readonly of: (row: number) => number; readonly rowsOf: (unit: number) => Int32Array };

export const terminalUnits = ({ frame, places }: Scene): Units => ({
  of: (row) => frame.text.terminal_id.codes[row]!,
  rowsOf: places.ofTerminal,
});

/** What is left of a group when some units are left out. */
export function withoutUnits(scene: Scene, group: Group, units: Iterable<number>, { of, rowsOf }: Units): Exposed {
  const { failed, frame } = scene;
  const within = rowTest(scene, boundsOfGroup(scene, group), false);
  const terminal = frame.text.terminal_id.codes;
  const left = new Set(units);
  const dropped = new Set<number>();
  for (const unit of left) {
    for (const row of rowsOf(unit)) if (within(row) && isInSample(terminal[row]!, group.sample)) dropped.add(row);
  }
  for (const failure of group.failed) if (left.has(of(failed[failure]!))) dropped.add(failed[failure]!);
  return without(group, Int32Array.from(dropped).sort(), scene);
}
