import { readFile } from 'node:fs/promises';
import { fail, quote } from '@duka/model';
import { systemCause } from '../read/system-cause.ts';

/** What people write by hand is a page; what is larger is another file. */
const LARGEST = 1 << 20;

/**
 * A file of JSON or YAML 1.2. `failsafe` takes every scalar as it is written: 00 stays 00, and no stays no.
 * @throws DukaError file.unreadable, import.yaml
 */
export async function readYamlFile(path: string, schema: 'core' | 'failsafe'): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw fail('file.unreadable', { path: quote(path, 200), cause: systemCause(error) });
  });
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text.slice(0, LARGEST), { schema });
  const [error] = document.errors;
  if (error === undefined) return document.toJS({ maxAliasCount: 0 });
  const line = error.linePos?.[0].line ?? 1;
  throw fail('import.yaml', { path: quote(path, 200), line, found: quote(text.split('\n')[line - 1] ?? '') });
}
