import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFrame } from '@duka/fleet';
import type { Attempt, Report } from '@duka/model';
import { makeReport } from '@duka/runtime';
import { afterAll } from 'vitest';
import { Progress } from '../src/progress.ts';
import type { HostOptions } from '../src/read/host/host-reading.ts';
import { passOn, takeIn } from '../src/read/intake.ts';
import { findSources } from '../src/read/sources.ts';

/** A folder of this test file's own, removed when it ends. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'duka-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    path: (name: string): string => join(folder, name),
    write(name: string, content: string | Uint8Array): string {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

const tokenize = (secret: string): string => `tok_${'abcdefghij'.slice(0, secret.length % 10)}`;

const takeAll = async (paths: readonly string[]) =>
  takeIn(await findSources(paths), { tokenize, zone: null, strict: false }, new Progress(null, 'zh'));

/** What reading gives, without looking for faults: the counts, the lines refused, and every value that was taken in. */
export async function readingOf(...paths: readonly string[]) {
  const { store, counts } = await takeAll(paths);
  const { length, time, text, site, sites, event, events, number, duplicates, conflicts } = readFrame(store);
  const columns = [
    ...Object.values(text).map(({ codes, value }) => Array.from(codes, (code) => (code < 0 ? null : value(code)))),
    ...(Object.keys(sites.codes) as (keyof typeof sites.codes)[]).map((name) =>
      Array.from(site, (code) => sites.values[name][sites.codes[name][code]!] ?? null),
    ),
    Array.from(event, (code) => events[code]),
  ];
  const { rejected, removed_card_data, reject_samples } = counts;
  return {
    counts: { attempts: length, rejected, duplicates, conflicts, removed_card_data },
    lines: reject_samples.map(({ line }) => line),
    values: JSON.stringify([...columns, ...[time, ...Object.values(number)].map((one) => Array.from(one))]),
  };
}

/** The attempts that host logs give, and the account of them, without the process. */
export async function importOf(paths: readonly string[], host: HostOptions = {}) {
  const attempts: Attempt[] = [];
  const take = (attempt: Attempt): void => void attempts.push(attempt);
  const sink = { take, takePlain: () => false };
  const options = { tokenize, zone: null, strict: false, host };
  const passed = await passOn(await findSources(paths), options, new Progress(null, 'zh'), sink);
  return { attempts, ...passed };
}

/** The report on these paths, as `duka diagnose --format json` makes it, without the process. */
export async function reportOn(...paths: readonly string[]): Promise<Report> {
  const { store, counts, offset } = await takeAll(paths);
  return makeReport(readFrame(store), counts, { fdr: 0.05, offset }).report;
}

/** The same without what tells files apart. */
export function withoutFiles(report: Report): string {
  const samples = report.input.reject_samples.map(({ line, code }) => ({ line, code }));
  return JSON.stringify({ ...report, input: { ...report.input, reject_samples: samples } });
}

export const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** Tokens of the tests' own key. */
const HOME = mkdtempSync(join(tmpdir(), 'duka-test-home-'));
afterAll(() => rmSync(HOME, { recursive: true, force: true }));

export type Ended = { readonly status: number | null; readonly out: string; readonly err: string };

/** Runs the command as a process. */
export function duka(words: readonly string[], given: { input?: string | Uint8Array; env?: NodeJS.ProcessEnv } = {}) {
  const env = { ...process.env, DUKA_HOME: HOME, DUKA_LANG: 'zh', NO_COLOR: '1', COLUMNS: '100', ...given.env };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...words], {
    env,
    cwd: dirname(MAIN),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(given.input ?? '');
  return new Promise<Ended>((resolve) => {
    child.on('close', (status) => {
      resolve({ status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

/** The least that a record must hold. */
export const RECORD = {
  time: '2026-11-03T09:00:00+08:00',
  terminal_id: '33087586',
  interface: 'chip',
  outcome: 'ok',
} as const;
