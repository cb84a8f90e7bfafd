import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../src/make-folder.ts';
import { scratch } from './log-fixture.ts';

const { path, write } = scratch();

const ROUNDS = 100;
const MAKERS = 4;

/** Makes folder after folder in step with the other makers, so that they meet between a parent and its child. */
const MAKER = `
  const { workerData } = require('node:worker_threads');
  const { file, root, rounds, makers, shared } = workerData;
  const arrived = new Int32Array(shared);
  import(file).then(({ makeFolder }) => {
    for (let round = 0; round < rounds; round++) {
      Atomics.add(arrived, 0, 1);
      while (Atomics.load(arrived, 0) < (round + 1) * makers && Atomics.load(arrived, 1) === 0);
      makeFolder(root + '/' + round + '/of/keys');
    }
  }).catch((error) => {
    Atomics.store(arrived, 1, 1);
    throw error;
  });
`;

describe('a folder', () => {
  it('is made by several at the same time, and none of them fails', async () => {
    const root = path('made-by-several');
    const workerData = {
      file: new URL('../src/make-folder.ts', import.meta.url).href,
      root,
      rounds: ROUNDS,
      makers: MAKERS,
      shared: new SharedArrayBuffer(8),
    };
    const ended = Array.from({ length: MAKERS }, () => {
      const worker = new Worker(MAKER, { eval: true, workerData });
      return new Promise<number>((resolve, reject) => worker.once('error', reject).once('exit', resolve));
    });
    expect(await Promise.all(ended)).toEqual(Array.from({ length: MAKERS }, () => 0));
    for (let round = 0; round < ROUNDS; round++) expect(existsSync(join(root, `${round}/of/keys`))).toBe(true);
  });

  it('is for its user alone', () => {
    makeFolder(path('alone/inside'));
    expect(statSync(path('alone/inside')).mode & 0o777).toBe(0o700);
  });

  it('that cannot be made is refused with the reason, and nothing waits for ever', () => {
    const file = write('no-folder', '');
    expect(() => makeFolder(join(file, 'inside'))).toThrow('ENOTDIR');
    expect(() => makeFolder('/proc/none/inside')).toThrow('/proc/none');
  });
});
