import { createReadStream, statSync } from 'node:fs';
import { DukaError, fail, quoteBare } from '@duka/model';
import { STANDARD_INPUT } from '../read/sources.ts';
import { systemCause } from '../read/system-cause.ts';
import { type Material, materialOf } from './material.ts';

/** A minute of three channels at 96 kHz in 24 bits is less; a message is far shorter. */
const LONGEST = 64 * 2 ** 20;
const LONGEST_NAME = 200;

/**
 * What the arguments mean: files and standard input where all of them are, otherwise one text, so that hex may be written with
 * blanks. @throws DukaError file.unreadable, decode.too_long
 */
export async function readInputs(words: readonly string[]): Promise<readonly Material[]> {
  if (!words.every((word) => word === STANDARD_INPUT || isFile(word))) {
    return [materialOf('', Buffer.from(words.join(' '), 'utf8'))];
  }
  const materials: Material[] = [];
  for (const word of words) {
    const name = word === STANDARD_INPUT ? STANDARD_INPUT : quoteBare(word, LONGEST_NAME);
    materials.push(materialOf(name, await readAll(word, name)));
  }
  return materials;
}

function isFile(word: string): boolean {
  try {
    return statSync(word).isFile();
  } catch {
    return false;
  }
}

async function readAll(word: string, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of word === STANDARD_INPUT ? process.stdin : createReadStream(word)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LONGEST) throw fail('decode.too_long', { found: length, max: LONGEST });
    }
  } catch (error) {
    if (error instanceof DukaError) throw error;
    throw fail('file.unreadable', { path: name, cause: systemCause(error as NodeJS.ErrnoException) });
  }
  return new Uint8Array(Buffer.concat(chunks));
}
