import { readFile } from 'node:fs/promises';
import { printAll } from '../terminal.ts';

export async function version(): Promise<number> {
  const own = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  await printAll(`duka ${own.version}\n`);
  return 0;
}
