import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const duka = fileURLToPath(new URL('../../duka', import.meta.url));

/** Wall time, the time of all processors (both ms) and peak memory (MB) of a run. Linux alone tells the latter two. */
export type Run = { readonly ms: number; readonly cpu: number; readonly peak: number };

const TICK = 10;

/** Runs the whole command. What it used is looked up while it runs. */
export function diagnose(path: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(duka, ['diagnose', path, '--format', 'json'], { stdio: 'ignore' });
  let used = { cpu: Number.NaN, peak: Number.NaN };
  const watch = setInterval(() => {
    try {
      used = usedBy(child.pid!);
    } catch {
      // No such file: not Linux, or the command has just ended.
    }
  }, 100);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      clearInterval(watch);
      resolve({ ms: performance.now() - started, ...used });
    });
  });
}

/** proc(5): VmHWM in kB; after the name in brackets, user and system time are the 12th and 13th value, in ticks. */
function usedBy(pid: number): { readonly cpu: number; readonly peak: number } {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const values = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { cpu: (Number(values[11]) + Number(values[12])) * TICK, peak: Math.round(Number(kilobytes) / 1024) };
}
