// Runs every suite in order and ends with `N passed, N failed, N skipped`.
// A suite that is left out is named with its reason; with CI=true leaving out is failing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CI = process.env.CI === 'true';
const TEMP = mkdtempSync(join(tmpdir(), 'duka-test-'));

const bin = (name) => join(ROOT, 'node_modules/.bin', name);
const node = (...args) => [process.execPath, '--disable-warning=ExperimentalWarning', ...args];

/** A run of vitest, and how to count what it wrote. */
function vitest(name, ...args) {
  const report = join(TEMP, `${name}.json`);
  const fixed = [
    'run',
    '--configLoader=native',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return {
    run: node('node_modules/vitest/vitest.mjs', ...fixed, ...args),
    count: (ended) => countVitest(report, ended),
  };
}

/** `debian`: the system packages that a suite needs. `count`: how its result is read where it is more than one. */
const SUITES = [
  { name: 'lock', run: node('scripts/lock.mjs', '--check') },
  { name: 'generated files', run: node('scripts/generate.mjs', '--check') },
  { name: 'types', run: [bin('tsc'), '-b'] },
  { name: 'lint and format', run: [bin('biome'), 'ci', '--colors=off', '--error-on-warnings'] },
  { name: 'dead code', run: node('node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints') },
  {
    name: 'dead code, as shipped',
    run: node('node_modules/knip/bin/knip.js', '--strict', '--no-progress', '--no-config-hints'),
  },
  { name: 'walls', run: node('scripts/walls.mjs') },
  { name: 'tests', ...vitest('tests') },
  {
    name: 'in a browser',
    debian: ['chromium', 'fonts-noto-cjk'],
    ...vitest('browser', '--config=vitest.browser.config.ts'),
  },
  { name: 'beside tshark', debian: ['tshark'], ...vitest('tshark', '--config=vitest.tshark.config.ts') },
];

/** A skipped test whose name begins so reads what the repository does not hold: it may be left out in CI too. */
const EXTERNAL = 'external:';

function countVitest(report, ended) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, leftOut: [] };
  const files = JSON.parse(readFileSync(report, 'utf8')).testResults;
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
  const left = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const external = left.filter(({ fullName }) => fullName.startsWith(EXTERNAL));
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = tests.filter(({ status }) => status === 'failed').length + broken.length;
  const forbidden = CI ? left.length - external.length : 0;
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: forbidden + (failed === 0 && ended !== 0 ? 1 : failed),
    skipped: left.length - forbidden,
    leftOut: left.map(({ file, fullName, status }) => `${relative(ROOT, file)}: ${fullName} (${status})`),
  };
}

const quiet = (command, ...args) => spawnSync(command, args, { encoding: 'utf8' });

/** The packages among `debian` that are not installed; all of them where there is no dpkg. */
function missingPackages(debian) {
  return debian.filter((name) => !quiet('dpkg', '-s', name).stdout?.includes('install ok installed'));
}

/** Installs what a suite needs where that may be done; returns why the suite must be left out, or undefined. */
function prepare({ debian = [] }) {
  const missing = missingPackages(debian);
  if (missing.length === 0) return undefined;
  const needs = `it needs the Debian packages ${missing.join(' ')}`;
  if (quiet('apt-get', '--version').status !== 0) return `${needs}, and this system has no apt-get`;
  if (process.getuid?.() !== 0) return `${needs}; cure: sudo apt-get install ${missing.join(' ')}`;
  console.log(`installing the Debian packages ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const done = apt('-qq', 'update') && apt('-qq', '-y', '--no-install-recommends', 'install', ...missing);
  return done ? undefined : `${needs}, and apt-get could not install them`;
}

function runSuite(suite) {
  console.log(`\n== ${suite.name}`);
  const reason = prepare(suite);
  if (reason !== undefined) {
    console.log(`left out: ${reason}`);
    const leftOut = [`${suite.name}: ${reason}`];
    return { passed: 0, failed: CI ? 1 : 0, skipped: CI ? 0 : 1, leftOut, seconds: 0 };
  }
  const began = performance.now();
  const [command, ...args] = suite.run;
  const { status, signal, error } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error || signal) console.error(`${suite.name}: ${error?.message ?? `ended by ${signal}`}`);
  const one = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0, leftOut: [] };
  return { ...(suite.count?.(status) ?? one), seconds: (performance.now() - began) / 1000 };
}

const sentence = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

try {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const results = SUITES.map((suite) => ({ name: suite.name, ...runSuite(suite) }));
  console.log('\n== results');
  for (const result of results) {
    console.log(`${result.name.padEnd(24)}${sentence(result)} in ${result.seconds.toFixed(1)} s`);
    for (const key of Object.keys(total)) total[key] += result[key];
  }
  const leftOut = results.flatMap((result) => result.leftOut);
  console.log(
    leftOut.length === 0
      ? 'nothing was left out'
      : `left out${CI ? ', which fails with CI=true unless it is external' : ''}:`,
  );
  for (const line of leftOut) console.log(`  ${line}`);
  console.log(sentence(total));
  process.exitCode = total.failed > 0 ? 1 : 0;
} finally {
  rmSync(TEMP, { recursive: true, force: true });
}
