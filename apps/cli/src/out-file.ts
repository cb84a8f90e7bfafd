import { constants } from 'node:fs';
import { access, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, quote, quoteBare } from '@duka/model';
import type { Source } from './read/sources.ts';
import { fileId } from './read/sources.ts';
import { systemCause } from './read/system-cause.ts';

/**
 * Where a result goes. Looked at before anything is read, so that nobody waits for what cannot be kept;
 * written all at once or not at all.
 */
export class OutFile {
  readonly #path: string;
  /** A device or a pipe is written to as it is: renaming would put a file in its place. */
  readonly #inPlace: boolean;

  private constructor(path: string, inPlace: boolean) {
    this.#path = path;
    this.#inPlace = inPlace;
  }

  /** @throws DukaError file.unwritable; usage.value where the report would overwrite what it is about */
  static async at(written: string, sources: readonly Source[], option = '--out'): Promise<OutFile> {
    try {
      const path = await realpath(written).catch(() => written);
      const found = await stat(path, { bigint: true }).catch(() => null);
      if (found?.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' });
      const folder = await stat(dirname(path)).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? noFolder(written) : error;
      });
      if (!folder.isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' });
      const inPlace = found !== null && !found.isFile();
      await access(inPlace ? path : dirname(path), constants.W_OK);
      const input = found !== null && sources.some(({ id }) => id === fileId(found));
      if (input) throw overInput(written, option);
      return new OutFile(path, inPlace);
    } catch (error) {
      throw unwritable(written, error);
    }
  }

  async write(text: string): Promise<void> {
    await this.make((path) => writeFile(path, text));
  }

  /** What `write` leaves at the path that it is given becomes the file, once it is whole. */
  async make<T>(write: (path: string) => Promise<T>): Promise<T> {
    const partial = this.#inPlace ? this.#path : `${this.#path}.${process.pid}.part`;
    try {
      const made = await write(partial);
      if (!this.#inPlace) await rename(partial, this.#path);
      return made;
    } catch (error) {
      if (!this.#inPlace) await rm(partial, { force: true });
      throw unwritable(this.#path, error);
    }
  }
}

const overInput = (written: string, option: string): Error =>
  fail('usage.value', {
    option,
    found: quote(written, 200),
    needed: { zh: '另一个文件，不能是要读的日志', en: 'another file than the log that is read' },
  });

const noFolder = (written: string): Error =>
  fail('file.unwritable', {
    path: quote(written, 200),
    cause: {
      zh: `没有文件夹 ${quoteBare(dirname(written), 200)}`,
      en: `there is no folder ${quoteBare(dirname(written), 200)}`,
    },
  });

function unwritable(path: string, error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return error as Error;
  return fail('file.unwritable', { path: quote(path, 200), cause: systemCause(error as NodeJS.ErrnoException) });
}
