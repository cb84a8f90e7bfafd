// Writes what the commands print now into the READMEs, and takes the screenshots: `node samples/capture.ts`.
// In a README, the block after `<!-- capture: COMMAND -->` holds the output of COMMAND. Needs Chromium and CJK fonts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IMAGES = join(ROOT, 'docs/images');
const READMES = ['README.md', 'README.en.md'];
const PICTURES = [
  { file: 'report.png', lang: 'zh', size: '1000,1320' },
  { file: 'report.en.png', lang: 'en', size: '1000,1320' },
] as const;
const MARKED = /(<!-- capture: (.+?) -->\n```text\n)[\s\S]*?(```\n)/g;

function printed(command: string): string {
  const env = { ...process.env, COLUMNS: '84', NO_COLOR: '1', DUKA_LANG: 'zh' };
  const { stdout, error } = spawnSync('sh', ['-c', command], { cwd: ROOT, env, encoding: 'utf8' });
  if (error || stdout === '') throw new Error(`${command} printed nothing`);
  return stdout;
}

function photograph({ file, lang, size }: (typeof PICTURES)[number], folder: string): void {
  const page = join(folder, `${lang}.html`);
  spawnSync('./duka', ['diagnose', 'samples/fleet.ndjson.gz', '--lang', lang, '--out', page], { cwd: ROOT });
  const picture = join(IMAGES, file);
  spawnSync('chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--force-color-profile=srgb',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--window-size=${size}`,
    `--screenshot=${picture}`,
    `file://${page}`,
  ]);
  if (!existsSync(picture)) throw new Error('chromium took no picture');
}

for (const name of READMES) {
  const path = join(ROOT, name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(MARKED, (_, before: string, command: string, after: string) => before + printed(command) + after),
  );
}
mkdirSync(IMAGES, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'duka-capture-'));
try {
  for (const picture of PICTURES) photograph(picture, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
