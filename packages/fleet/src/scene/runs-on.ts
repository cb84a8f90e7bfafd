import { UNKNOWN } from '../log/dictionary.ts';
import type { TerminalAttribute } from './attributes.ts';
import type { Scene } from './scene.ts';

/**
 * Whether a terminal that does not name its version may run one of these, by its model: firmware is written for one kind of hardware. Apps
 * and parameters are not.
 *
 * @returns of each home, whatever version it names
 */
export function mayRun(
  { attributes }: Pick<Scene, 'attributes'>,
  column: TerminalAttribute,
  versions: readonly number[],
): (home: number) => boolean {
  if (column !== 'firmware_version') return () => true;
  const { model, firmware_version: firmware } = attributes.of;
  const wanted = new Set(versions);
  const runs = new Set<number>();
  firmware.forEach((version, home) => {
    if (wanted.has(version) && model[home] !== UNKNOWN) runs.add(model[home]!);
  });
  return runs.size === 1 ? (home) => model[home] === UNKNOWN || runs.has(model[home]!) : () => true;
}
