import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Own } from '@duka/guide/build';
import { builtGuide } from '@duka/guide/build';
import { fail, quote } from '@duka/model';
import { findingsDoor } from '../guide/findings.ts';
import { reportsDoor } from '../guide/reports.ts';
import { guideServer } from '../guide/server.ts';
import { langOf, oneOf, readOptions } from '../options.ts';
import { systemCause } from '../read/system-cause.ts';
import { printAll, printNote } from '../terminal.ts';
import { loadOwn } from '../troubleshoot/knowledge.ts';
import { GUIDE_PORT } from './guide-port.ts';

/** `duka guide`: serves the web app until SIGTERM or Ctrl-C, then exit status 0. @throws DukaError for exit status 2 */
export async function guide(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    attempts: { type: 'string', multiple: true, default: [] },
    reports: { type: 'string' },
    knowledge: { type: 'string' },
    learned: { type: 'string' },
    out: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: String(GUIDE_PORT) },
    format: { type: 'string', default: 'text' },
    lang: { type: 'string' },
  });
  if (positionals.length > 0) throw fail('usage.option', { found: notAnArgument(positionals[0]!) });
  const lang = langOf(values.lang);
  const format = oneOf('--format', values.format, ['text', 'json']);
  const port = portOf(values.port);
  const doors = [
    ...(values.attempts.length > 0 ? [await findingsDoor(values.attempts, lang)] : []),
    ...(values.reports === undefined ? [] : [reportsDoor(values.reports)]),
  ];
  const folder = await build(await ownOf(values));
  if (values.out !== undefined) return copyTo(values.out, folder);
  const server = guideServer(folder, doors);
  await listen(server, port, values.host);
  const { port: taken } = server.address() as AddressInfo;
  const address = `http://${values.host.includes(':') ? `[${values.host}]` : values.host}:${taken}/`;
  const ready = { zh: `向导已就绪：${address}`, en: `The guide is ready: ${address}` };
  await printAll(format === 'json' ? `${JSON.stringify({ ready: true, http: address })}\n` : `${ready[lang]}\n`);
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  server.close();
  server.closeAllConnections();
  return 0;
}

/** The files of somebody's own, looked at before the page is built with them. */
async function ownOf({ knowledge, learned }: { knowledge?: string; learned?: string }): Promise<Own | undefined> {
  if (knowledge === undefined && learned === undefined) return undefined;
  const own = await loadOwn(knowledge, learned);
  return { knowledge: own.knowledge, learned: own.learned };
}

/** Built on first use, and again when the sources have changed: it says so, because it takes a few seconds. */
async function build(own: Own | undefined): Promise<string> {
  const built = await builtGuide(own);
  if (built.ready) return built.folder;
  printNote({
    zh: '首次使用或源码有更新，正在生成向导页面…',
    en: 'First use or changed sources: building the guide…',
  });
  const began = performance.now();
  await built.build();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  printNote({ zh: `已生成，用时 ${seconds} 秒。`, en: `Built in ${seconds} s.` });
  return built.folder;
}

/** For a web server of one's own: phones keep the guide for use without a network from https alone. */
async function copyTo(out: string, folder: string): Promise<number> {
  try {
    await cp(folder, out, { recursive: true });
  } catch (error) {
    throw fail('file.unwritable', { path: quote(out, 200), cause: systemCause(error as NodeJS.ErrnoException) });
  }
  printNote({ zh: `向导的文件已写到 ${quote(out, 200)}。`, en: `The guide's files are in ${quote(out, 200)}.` });
  return 0;
}

async function listen(server: ReturnType<typeof guideServer>, port: number, host: string): Promise<void> {
  const failed = once(server, 'error').then(([error]) => {
    throw error;
  });
  server.listen(port, host);
  try {
    await Promise.race([once(server, 'listening'), failed]);
  } catch (error) {
    const place = `${host}:${port}`;
    throw fail('server.port', { place: quote(place), cause: systemCause(error as NodeJS.ErrnoException) });
  }
}

function portOf(written: string): number {
  const port = Number(written);
  if (/^\d{1,5}$/.test(written) && port < 65_536) return port;
  throw fail('usage.value', {
    option: '--port',
    found: quote(written),
    needed: { zh: '0 到 65535 的整数，0 表示任选', en: 'an integer from 0 to 65535; 0 takes a free one' },
  });
}

const notAnArgument = (word: string) => ({
  zh: `不需要参数 ${quote(word)}（日志用 --attempts）`,
  en: `the argument ${quote(word)} is not needed (a log goes with --attempts)`,
});
