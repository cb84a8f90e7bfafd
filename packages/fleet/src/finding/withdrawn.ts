import { UNKNOWN } from '../log/dictionary.ts';
import { VERSION_COLUMNS } from '../scene/attributes.ts';
import { codeReader, rowTest } from '../scene/bounds.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { hasEnded } from './ended.ts';

/**
 * A trouble of a version ends when the last terminal leaves that version, though no attempt of its scope shows it any more. What tells is that
 * the terminals which it struck go on with another one, and often enough that it would have been seen.
 */
export function withdrawn(scene: Scene, fault: Fault): Fault {
  const column = VERSION_COLUMNS.find((version) => fault.bounds[version]);
  if (fault.over || column === undefined) return fault;
  const { frame, face } = scene;
  const { codes, count } = frame.text.terminal_id;
  const wasStruck = new Uint8Array(count);
  const faces = new Set<number>();
  for (const row of fault.struck) {
    wasStruck[codes[row]!] = 1;
    faces.add(face[row]!);
  }
  const { [column]: versions, ...others } = fault.bounds;
  const own = new Set(versions);
  const versionOf = codeReader(scene, column);
  const isExposed = rowTest(scene, others, false);
  let since = 0;
  for (let row = frame.length - 1; row >= 0; row--) {
    if (wasStruck[codes[row]!] === 0) continue;
    const version = versionOf(row);
    if (own.has(version)) break;
    if (version !== UNKNOWN && faces.has(face[row]!) && isExposed(row)) since++;
  }
  return hasEnded(fault.rate, since) ? { ...fault, over: true } : fault;
}
