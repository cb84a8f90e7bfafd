import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, quote } from '@duka/model';

/** A file to read, or standard input. `bytes` is its size on disk, null where nobody knows. */
export type Source = { readonly path: string | null; readonly name: string; readonly bytes: number | null };

const READABLE = /\.(?:ndjson|jsonl|json|csv|tsv|parquet)(?:\.(?:gz|zst))?$/i;
export const STANDARD_INPUT = '-';

/** The files that the arguments name: files themselves, readable files of folders (all depths), `-` standard input. */
export async function findSources(paths: readonly string[]): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      sources.push({ path: null, name: STANDARD_INPUT, bytes: null });
      continue;
    }
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw fail('file.unreadable', { path: quote(path, 200), cause: systemCause(error) });
    });
    if (!found.isDirectory()) {
      sources.push({ path, name: path, bytes: found.isFile() ? found.size : null });
      continue;
    }
    const inside = await readdir(path, { recursive: true, withFileTypes: true });
    const files = inside
      .filter((entry) => entry.isFile() && READABLE.test(entry.name) && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (files.length === 0) throw fail('file.none', { path: quote(path, 200) });
    for (const file of files) sources.push({ path: file, name: file, bytes: (await stat(file)).size });
  }
  return sources;
}

/** Why the system refused, in a word that people know. */
export function systemCause(error: NodeJS.ErrnoException): string {
  const known: Record<string, string> = {
    ENOENT: '没有这个文件 no such file',
    EACCES: '没有权限 permission denied',
    EPERM: '没有权限 permission denied',
    EISDIR: '这是文件夹 it is a folder',
    ENOTDIR: '上级不是文件夹 its parent is not a folder',
    ENOSPC: '磁盘已满 the disk is full',
  };
  return known[error.code ?? ''] ?? error.code ?? error.message;
}
