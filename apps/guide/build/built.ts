import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkOfText } from './files.ts';
import { fingerprint } from './fingerprint.ts';
import { toForget } from './forget.ts';
import type { Own } from './own.ts';
import { OURS } from './own.ts';
import { BUILDS } from './places.ts';

export type Built = {
  /** Holds index.html and all that it needs; each file also as `.br` and `.gz` where that is smaller. */
  readonly folder: string;
  /** False where it must be built first. */
  readonly ready: boolean;
  /** @throws where it cannot be built or written */
  build(): Promise<void>;
};

/**
 * The web app as built from the sources as they are now. It lies in a folder named by what went into it, so that it is built
 * once for each state of the sources, and any number of processes may ask for it at once.
 * @param own knowledge of one's own, and what was learned: the page decides by them
 */
export async function builtGuide(own: Own = OURS): Promise<Built> {
  const sources = await fingerprint();
  const name = own === OURS ? sources : `${sources}-${checkOfText(JSON.stringify(own))}`;
  const folder = join(BUILDS, name);
  return { folder, ready: existsSync(join(folder, 'index.html')), build: () => buildInto(folder, own) };
}

async function buildInto(folder: string, own: Own): Promise<void> {
  const { bundle } = await import('./bundle.ts'); // the bundler is large: it is loaded only where there is something to build
  await mkdir(BUILDS, { recursive: true });
  const fresh = await mkdtemp(join(BUILDS, 'new-'));
  try {
    await bundle(fresh, own);
    await rename(fresh, folder).catch((error: NodeJS.ErrnoException) => {
      // Another process was faster, with the same result.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await forget(await fingerprint());
}

async function forget(sources: string): Promise<void> {
  const names = await readdir(BUILDS);
  const made = (name: string) => stat(join(BUILDS, name)).then(({ mtimeMs }) => mtimeMs);
  // A folder that another process has just removed is nobody's any more.
  const folders = await Promise.all(names.map(async (name) => ({ name, made: await made(name).catch(() => 0) })));
  for (const name of toForget(folders, sources)) await rm(join(BUILDS, name), { recursive: true, force: true });
}
