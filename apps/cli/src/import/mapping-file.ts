import { readFile } from 'node:fs/promises';
import { DukaError, fail, quote } from '@duka/model';
import type { Mapping } from '@duka/runtime';
import { readMapping } from '@duka/runtime';
import { systemCause } from '../read/system-cause.ts';

/** A mapping is a page; what is larger is another file. */
const LARGEST = 1 << 20;

/**
 * Reads a mapping file, JSON or YAML. Every scalar is taken as it is written: 00 stays 00, and no stays no.
 * @throws DukaError file.unreadable, import.mapping
 */
export async function readMappingFile(path: string): Promise<Mapping> {
  const content = await readYaml(path);
  const mapping = readMapping(content);
  if ('code' in mapping) throw new DukaError(mapping);
  return mapping;
}

async function readYaml(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw fail('file.unreadable', { path: quote(path, 200), cause: systemCause(error) });
  });
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text.slice(0, LARGEST), { schema: 'failsafe' });
  const [error] = document.errors;
  if (error === undefined) return document.toJS({ maxAliasCount: 0 });
  const line = error.linePos?.[0].line ?? 1;
  throw fail('import.mapping', {
    path: `${quote(path, 200).slice(1, -1)}:${line}`,
    found: quote(text.split('\n')[line - 1] ?? ''),
    needed: { zh: '合法的 JSON 或 YAML', en: 'valid JSON or YAML' },
  });
}
