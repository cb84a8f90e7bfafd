import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const duka = fileURLToPath(new URL('../../duka', import.meta.url));

export type Run = { readonly ms: number; readonly peak: number | 'unknown' };

/** Wall time and peak memory (MB) of the whole command; the peak is looked up while it runs, so it is Linux's to tell. */
export function diagnose(path: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(duka, ['diagnose', path, '--format', 'json'], { stdio: 'ignore' });
  let peak: Run['peak'] = 'unknown';
  const watch = setInterval(() => {
    try {
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      if (kilobytes) peak = Math.round(Number(kilobytes) / 1024);
    } catch {
      // No such file: not Linux, or the command has just ended.
    }
  }, 100);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      clearInterval(watch);
      resolve({ ms: performance.now() - started, peak });
    });
  });
}
