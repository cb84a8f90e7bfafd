import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and the folders that it lies in, for this user alone (mode 0700). One that is there already, or that
 * another process makes at the same time, is as good.
 *
 * Not by mkdir's own `recursive`: that never ends where a system refuses with ENOENT (/proc).
 *
 * @throws the system's error where a folder cannot be made
 */
export function makeFolder(path: string): void {
  if (makeInParent(path) || dirname(path) === path) return;
  makeFolder(dirname(path));
  if (!makeInParent(path)) throw new Error(`${path} cannot be made: its folder went away or takes none`);
}

/** @returns false where the folder that it should lie in is missing */
function makeInParent(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    if (code !== 'EEXIST') throw error;
  }
  return true;
}
