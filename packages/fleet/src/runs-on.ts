import type { TerminalAttribute } from './attributes.ts';
import { UNKNOWN } from './dictionary.ts';
import type { Scene } from './scene.ts';

/** A model whose homes name so many other versions, and never one of these, is taken not to run them. */
const ENOUGH_HOMES = 5;

/**
 * Whether a terminal that does not name its version may run one of these, by its model: firmware is written for one kind of hardware, and
 * what never occurs at a model that names its versions is hardly there unnamed.
 *
 * @returns of each home, whatever version it names
 */
export function mayRun(
  { attributes }: Pick<Scene, 'attributes'>,
  column: TerminalAttribute,
  versions: readonly number[],
): (home: number) => boolean {
  if (!column.endsWith('_version')) return () => true;
  const { model, [column]: version } = attributes.of;
  const wanted = new Set(versions);
  const runs = new Set<number>();
  const named = new Map<number, number>();
  for (let home = 0; home < version.length; home++) {
    if (version[home] === UNKNOWN || model[home] === UNKNOWN) continue;
    if (wanted.has(version[home]!)) runs.add(model[home]!);
    named.set(model[home]!, (named.get(model[home]!) ?? 0) + 1);
  }
  const isOfOneModel = column === 'firmware_version' && runs.size === 1;
  return (home) => {
    const of = model[home]!;
    if (of === UNKNOWN || runs.size === 0 || runs.has(of)) return true;
    return !isOfOneModel && (named.get(of) ?? 0) < ENOUGH_HOMES;
  };
}
