import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const READMES = ['README.md', 'README.en.md'] as const;
/** The block after `<!-- capture: COMMAND -->` holds the output of COMMAND. */
const MARKED = /(<!-- capture: (.+?) -->\n```text\n)[\s\S]*?(```\n)/g;

export const readmePath = (name: (typeof READMES)[number]): string => `${ROOT}${name}`;

/** A README with what its commands print now. @throws Error where a command prints nothing */
export const asPrinted = (name: (typeof READMES)[number]): string =>
  readFileSync(readmePath(name), 'utf8').replace(
    MARKED,
    (_, before: string, command: string, after: string) => before + printed(command) + after,
  );

function printed(command: string): string {
  const env = { ...process.env, COLUMNS: '84', NO_COLOR: '1', DUKA_LANG: 'zh' };
  const { stdout, error } = spawnSync('sh', ['-c', command], { cwd: ROOT, env, encoding: 'utf8' });
  if (error || stdout === '') throw new Error(`${command} printed nothing`);
  return stdout;
}
