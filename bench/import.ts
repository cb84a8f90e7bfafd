import { spawnSync } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captureOf, makeFramedLog } from './import/make-log.ts';

/**
 * How fast a framed log of UnionPay messages becomes attempts, and in how much memory at two sizes; as ratios to reading its bytes and
 * doing nothing, and to unpacking the same content with the npm package iso_8583, which pairs and masks nothing. Not a test.
 * Usage: npm run bench:import -- [--bytes N]
 */
const at = process.argv.indexOf('--bytes');
const bytes = at < 0 ? 1e9 : Number(process.argv[at + 1]);
const SIZES = [bytes / 10, bytes];
const child = fileURLToPath(new URL('./import/child.ts', import.meta.url));
const mb = (size: number): string => `${(size / 1e6).toFixed(0)} MB`;

const folder = await mkdtemp(join(tmpdir(), 'duka-bench-'));
try {
  for (const size of SIZES) {
    const log = join(folder, 'host-20261103.bin');
    const messages = await makeFramedLog(log, size);
    const length = statSync(log).size;
    const { ms, peak } = importOf(log);
    const bare = await readOf(log);
    const speed = length / 1e3 / ms;
    console.log(
      `${mb(length).padEnd(9)} ${messages} messages: ${speed.toFixed(1)} MB/s, ${(ms / bare).toFixed(0)} times reading alone (${(bare / 1000).toFixed(2)} s), peak ${peak} MB`,
    );
    if (size === SIZES[0]) compare(log);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function importOf(log: string): { ms: number; peak: number } {
  const words = ['--disable-warning=ExperimentalWarning', child, log, '--to', join(folder, 'attempts.ndjson')];
  const env = { ...process.env, DUKA_HOME: folder };
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!);
}

async function readOf(log: string): Promise<number> {
  const started = performance.now();
  for await (const chunk of createReadStream(log, { highWaterMark: 1 << 18 })) if (chunk.length === 0) break;
  return performance.now() - started;
}

/** The same messages in a capture, for tshark to list and for us to import. */
function compare(log: string): void {
  const capture = join(folder, 'host-20261103.pcap');
  captureOf(log, capture);
  const started = performance.now();
  const words = [
    '-n',
    '-r',
    capture,
    '-Y',
    'tcp.len > 0',
    '-T',
    'fields',
    '-e',
    'frame.time_epoch',
    '-e',
    'tcp.payload',
  ];
  const { error, status } = spawnSync('tshark', words, { stdio: 'ignore' });
  const spent = performance.now() - started;
  const { ms } = importOf(capture);
  if (error !== undefined || status !== 0)
    console.log('          tshark is not installed: nothing to compare a capture with');
  else
    console.log(
      `          as a capture: ${(spent / ms).toFixed(1)} times as fast as tshark lists its payloads (${(ms / 1000).toFixed(1)} s to ${(spent / 1000).toFixed(1)} s)`,
    );
}
