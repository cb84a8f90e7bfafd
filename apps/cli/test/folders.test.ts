import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { duka, RECORD, scratch } from './log-fixture.ts';

const { write, path, folder } = scratch();
const line = (terminal_id: string): string => `${JSON.stringify({ ...RECORD, terminal_id })}\n`;

/** What `duka diagnose` reads of some paths. */
async function inputOf(...paths: readonly string[]) {
  const { status, out } = await duka(['diagnose', ...paths, '--format', 'json']);
  return { status, input: out === '' ? null : JSON.parse(out).input };
}

describe('a folder', () => {
  it('is read once where its links lead in a circle', async () => {
    mkdirSync(path('circle/a'), { recursive: true });
    mkdirSync(path('circle/b'));
    write('circle/a/log.ndjson', line('T1'));
    for (const name of ['circle/x', 'circle/y', 'circle/a/up', 'circle/b/up']) symlinkSync('..', path(name));
    symlinkSync('.', path('circle/self'));
    symlinkSync('log.ndjson', path('circle/a/again.ndjson'));
    expect(await inputOf(path('circle'))).toMatchObject({ status: 0, input: { attempts: 1, rejected: 0 } });
  });

  it('is read through a link to another folder', async () => {
    mkdirSync(path('elsewhere'));
    mkdirSync(path('linked'));
    write('elsewhere/log.ndjson', line('T1'));
    symlinkSync(path('elsewhere'), path('linked/logs'));
    expect(await inputOf(path('linked'))).toMatchObject({ status: 0, input: { attempts: 1 } });
  });

  it('is not waited for where it holds a pipe', async () => {
    mkdirSync(path('pipes'));
    write('pipes/log.ndjson', line('T1'));
    spawnSync('mkfifo', [path('pipes/never.ndjson')]);
    expect(await inputOf(path('pipes'))).toMatchObject({ status: 0, input: { attempts: 1 } });
  });

  it('is read but for its files that cannot be, and each of those is named', async () => {
    mkdirSync(path('mixed'));
    write('mixed/good.ndjson', line('T1'));
    write(
      'mixed/junk.csv',
      Uint8Array.from({ length: 5000 }, (_, at) => (at * 2_654_435_761) >>> 24),
    );
    write('mixed/headless.csv', 'a,b,c\n1,2,3\n');
    write('mixed/cut.ndjson.gz', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3));
    symlinkSync('gone.ndjson', path('mixed/today.ndjson'));
    const { status, input } = await inputOf(path('mixed'));
    expect({ status, attempts: input.attempts, rejected: input.rejected }).toEqual({
      status: 0,
      attempts: 1,
      rejected: 4,
    });
    expect(input.reject_samples.map(({ file, code }: { file: string; code: string }) => [file, code])).toEqual([
      [path('mixed/cut.ndjson.gz'), 'file.damaged'],
      [path('mixed/headless.csv'), 'file.header'],
      [path('mixed/junk.csv'), 'file.format'],
      [path('mixed/today.ndjson'), 'file.unreadable'],
    ]);
  });
});

describe('several files', () => {
  it('are read but for one that cannot be', async () => {
    const good = write('one.ndjson', line('T1'));
    const bad = write('letter.txt', 'Dear all,\n');
    expect(await inputOf(good, bad)).toMatchObject({ status: 0, input: { attempts: 1, rejected: 1 } });
  });

  it('of which none can be read are no health', async () => {
    const bad = [write('letter-1.txt', 'Dear all,\n'), write('letter-2.txt', 'Dear all,\n')];
    expect(await inputOf(...bad)).toMatchObject({ status: 2 });
  });

  it('of which one is not there are a mistake of whoever named it', async () => {
    const good = write('two.ndjson', line('T1'));
    expect(await inputOf(good, `${folder}/nowhere.ndjson`)).toEqual({ status: 2, input: null });
  });
});
