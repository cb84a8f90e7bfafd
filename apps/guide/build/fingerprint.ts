import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROOT } from './places.ts';

/** Everything that the web app is made of. */
const SOURCES = [
  'apps/guide/build',
  'apps/guide/index.html',
  'apps/guide/package.json',
  'apps/guide/public',
  'apps/guide/src',
  'packages/diagnosis/src',
  'packages/knowledge/src',
  'packages/model/src',
  'package-lock.json',
];

/** 16 hex digits that change with any byte of the sources. */
export async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(SOURCES.map(filesOf))).flat().sort()) {
    hash.update(`${relative(ROOT, file)}\0`);
    hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(source: string): Promise<readonly string[]> {
  const path = join(ROOT, source);
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
