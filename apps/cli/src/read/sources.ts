import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { fail, quote } from '@duka/model';
import { systemCause } from './system-cause.ts';

/** A file to read, or standard input. `name` is safe to show; `bytes` is its size on disk, null where nobody knows. */
export type Source = { readonly path: string | null; readonly name: string; readonly bytes: number | null };

const READABLE = /\.(?:ndjson|jsonl|json|csv|tsv|parquet)(?:\.(?:gz|zst))?$/i;
export const STANDARD_INPUT = '-';
const LONGEST_NAME = 200;

/**
 * The files that the arguments name: files themselves, readable files of folders (all depths), `-` standard input.
 * Each once, in the order of their names: what is read does not depend on how it was asked for.
 */
export async function findSources(paths: readonly string[]): Promise<readonly Source[]> {
  const found = new Map<string, Source>();
  for (const path of paths) {
    for (const source of await sourcesOf(path)) {
      const key = source.path === null ? STANDARD_INPUT : await realpath(source.path);
      const known = found.get(key);
      if (known === undefined || source.name < known.name) found.set(key, source);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function sourcesOf(path: string): Promise<readonly Source[]> {
  if (path === STANDARD_INPUT) return [{ path: null, name: STANDARD_INPUT, bytes: null }];
  const { isFolder, bytes } = await look(path);
  if (!isFolder) return [sourceOf(path, bytes)];
  const names = (await entriesOf(path))
    .filter((entry) => !entry.isDirectory() && READABLE.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
  const files: Source[] = [];
  for (const name of names) {
    const inside = await look(name);
    if (!inside.isFolder) files.push(sourceOf(name, inside.bytes));
  }
  if (files.length === 0) throw fail('file.none', { path: quote(path, LONGEST_NAME) });
  return files;
}

/** A file's name is foreign too: it may hold a card number or control characters. */
const sourceOf = (path: string, bytes: number | null): Source => ({
  path,
  name: shown(normalize(path)),
  bytes,
});

function shown(name: string): string {
  const quoted = quote(name, LONGEST_NAME);
  return quoted.startsWith('"') ? quoted.slice(1, -1) : quoted;
}

async function look(path: string): Promise<{ isFolder: boolean; bytes: number | null }> {
  const found = await stat(path).catch(refuse(path));
  return { isFolder: found.isDirectory(), bytes: found.isFile() ? found.size : null };
}

const entriesOf = (path: string): Promise<Dirent[]> =>
  readdir(path, { recursive: true, withFileTypes: true }).catch(refuse(path));

const refuse =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw fail('file.unreadable', { path: quote(error.path ?? path, LONGEST_NAME), cause: systemCause(error) });
  };
