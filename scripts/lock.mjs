// Completes package-lock.json with the optional packages of other platforms (`--check` only looks).
//
// A registry mirror that carries one platform's packages makes npm leave the other platforms out of the lock, without
// a word; `npm ci` then refuses that lock everywhere. What is added has no integrity hash, because the package was
// not seen: `npm install` against a full registry adds it.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../package-lock.json', import.meta.url);
const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const LIBC = { gnu: 'glibc', musl: 'musl', gnueabihf: 'glibc', musleabihf: 'musl' };

/** The platform that a package's name ends with: `@oxc-parser/binding-linux-arm-musleabihf`. */
function platform(name) {
  const words = name.split('/').at(-1).split('-');
  const os = OS.find((o) => words.includes(o));
  const cpu = CPU.find((c) => words.includes(c));
  const libc = words.map((w) => LIBC[w]).find((l) => l !== undefined);
  return { os, cpu, libc: os === 'linux' ? libc : undefined };
}

/** Where Node would find `name` from the package at `path`: the nearest node_modules upwards that has it. */
function installed(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = {};
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (installed(lock.packages, path, name)) continue;
    const { os, cpu, libc } = platform(name);
    // npm's own order of keys, so that it leaves these lines alone.
    missing[`node_modules/${name}`] = {
      version: version.replace(/^[~^]/, ''),
      ...(cpu && { cpu: [cpu] }),
      ...(entry.dev && { dev: true }),
      ...(libc && { libc: [libc] }),
      optional: true,
      ...(os && { os: [os] }),
    };
  }
}

const names = Object.keys(missing);
if (names.length === 0) {
  console.log('package-lock.json holds every platform');
} else if (process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${names.length} optional packages of other platforms: ${names.join(', ')}`);
  console.error('Cure: npm run lock');
  process.exitCode = 1;
} else {
  const entries = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: added ${names.length}`);
}
