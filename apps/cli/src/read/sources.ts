import type { BigIntStats } from 'node:fs';
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
  /** One of many, found in a folder: what cannot be read of it is no mistake of whoever named the folder. */
  readonly isOneOfMany?: true;
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
  const files = await filesIn(path, new Set([fileId(found)])).catch(refuse(path));
  if (files.length === 0) throw fail('file.none', { path: quote(path, LONGEST_NAME) });
  return files;
}

/**
 * The readable files of a folder, at all depths; links are followed, each folder is looked into once. A file or a folder within it that
 * cannot be looked at is a source all the same: opening it will say why.
 * @param seen ids of the folders that were looked into
 */
async function filesIn(folder: string, seen: Set<string>): Promise<readonly Source[]> {
  const files: Source[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const isReadable = READABLE.test(entry.name) || MAYBE_READABLE.test(entry.name);
    if (!isReadable && !entry.isDirectory() && !entry.isSymbolicLink()) continue;
    const found = await stat(path, { bigint: true }).catch(() => null);
    if (found?.isDirectory()) {
      if (seen.has(fileId(found))) continue;
      seen.add(fileId(found));
      files.push(...(await filesIn(path, seen).catch(() => [unknownSource(path)])));
    } else if (isReadable && found === null) files.push(unknownSource(path));
    else if (isReadable && found?.isFile()) files.push({ ...sourceOf(path, found), isOneOfMany: true });
  }
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

const unknownSource = (path: string): Source => ({
  path,
  id: path,
  name: shown(normalize(path)),
  bytes: null,
  changed: null,
  isOneOfMany: true,
});

export const fileId = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`;

const shown = (name: string): string => quoteBare(name, LONGEST_NAME);

const refuse =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw fail('file.unreadable', { path: quote(error.path ?? path, LONGEST_NAME), cause: systemCause(error) });
  };
