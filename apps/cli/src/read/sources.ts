import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { fail, quote, quoteBare } from '@duka/model';
import { systemCause } from './system-cause.ts';

/**
 * A file to read, or standard input. `id` is the same however the file is named; `name` is safe to show; `bytes` is its
 * size on disk and `changed` when it was last written to, ms since 1970; null where nobody knows.
 */
export type Source = {
  readonly path: string | null;
  readonly id: string;
  readonly name: string;
  readonly bytes: number | null;
  readonly changed: number | null;
  /** A log of a folder, but of what the name does not say: that it is of something else is no mistake of whoever named the folder. */
  readonly mayBeOther?: true;
};

const READABLE = /\.(?:ndjson|jsonl|json|csv|tsv|parquet|pcap|pcapng|cap|hex|xml)(?:\.(?:gz|zst))?$/i;
/** Also host.log.1 and host.log.2026-11-03, as logs are put by. */
const MAYBE_READABLE = /\.log(?:[._-][\d._-]+)?(?:\.(?:gz|zst))?$/i;
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
      const known = found.get(source.id);
      if (known === undefined || source.name < known.name) found.set(source.id, source);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function sourcesOf(path: string): Promise<readonly Source[]> {
  if (path === STANDARD_INPUT)
    return [{ path: null, id: STANDARD_INPUT, name: STANDARD_INPUT, bytes: null, changed: null }];
  const found = await stat(path, { bigint: true }).catch(refuse(path));
  if (!found.isDirectory()) return [sourceOf(path, found)];
  const files: Source[] = [];
  for (const entry of await entriesOf(path)) {
    const isReadable = READABLE.test(entry.name);
    if (entry.isDirectory() || entry.name.startsWith('.') || !(isReadable || MAYBE_READABLE.test(entry.name))) continue;
    const name = join(entry.parentPath, entry.name);
    const inside = await stat(name, { bigint: true }).catch(refuse(name));
    if (inside.isDirectory()) continue;
    files.push(isReadable ? sourceOf(name, inside) : { ...sourceOf(name, inside), mayBeOther: true });
  }
  if (files.length === 0) throw fail('file.none', { path: quote(path, LONGEST_NAME) });
  return files;
}

/** Null where nobody knows. */
export function totalBytes(sources: readonly Source[]): number | null {
  return sources.reduce<number | null>((sum, { bytes }) => (sum === null || bytes === null ? null : sum + bytes), 0);
}

/** A file's name is foreign too: it may hold a card number or control characters. */
const sourceOf = (path: string, found: BigIntStats): Source => ({
  path,
  id: fileId(found),
  name: shown(normalize(path)),
  bytes: found.isFile() ? Number(found.size) : null,
  changed: found.isFile() ? Number(found.mtimeMs) : null,
});

export const fileId = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`;

const shown = (name: string): string => quoteBare(name, LONGEST_NAME);

const entriesOf = (path: string): Promise<Dirent[]> =>
  readdir(path, { recursive: true, withFileTypes: true }).catch(refuse(path));

const refuse =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw fail('file.unreadable', { path: quote(error.path ?? path, LONGEST_NAME), cause: systemCause(error) });
  };
