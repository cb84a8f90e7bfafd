import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Files in all depths, by name, with `/` between folders. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** 12 hex digits that change with any character. */
export const checkOfText = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** 12 hex digits that change with any byte or name in the folder. */
export async function checkOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await namesIn(folder)) hash.update(`${file}\0`).update(await readFile(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}
