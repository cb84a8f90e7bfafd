// Plants one violation for each wall in a temporary copy of the tree and checks that the tool that holds the wall names
// it. A rule that a version of a tool stops understanding does not fail by itself; this does.
import { spawn } from 'node:child_process';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'node_modules/.bin');

const TOOLS = {
  biome: ['biome', 'ci', '--reporter=github', '--max-diagnostics=none', '--error-on-warnings'],
  tsc: ['tsc', '-b', '--pretty', 'false'],
  knip: ['knip', '--no-progress', '--no-config-hints', '--reporter', 'compact'],
  'knip --strict': ['knip', '--strict', '--no-progress', '--no-config-hints', '--reporter', 'compact'],
};

const model = 'packages/model/src/planted';
const knowledge = 'packages/knowledge/src/planted';
const runtime = 'packages/runtime/src/planted';

/** `files` are added to the copy (or appended to a file that is there); a line of `tool`'s output has all of `says`. */
const WALLS = [
  {
    wall: 'model imports from knowledge, above it',
    files: { [`${model}-up.ts`]: "export * from '@duka/knowledge';\n" },
    tool: 'biome',
    says: ['noRestrictedImports', 'model/src/planted-up.ts'],
  },
  {
    wall: 'wire imports from model, beside it',
    files: { 'packages/wire/src/planted-beside.ts': "export * from '@duka/model';\n" },
    tool: 'biome',
    says: ['noRestrictedImports', 'wire/src/planted-beside.ts'],
  },
  {
    wall: 'sim imports from wire, whose formulas it must not share',
    files: { 'packages/sim/src/planted-wire.ts': "export * from '@duka/wire';\n" },
    tool: 'biome',
    says: ['noRestrictedImports', 'sim/src/planted-wire.ts'],
  },
  {
    wall: 'knowledge imports from diagnosis, above it',
    files: { [`${knowledge}-up.ts`]: "export * from '@duka/diagnosis';\n" },
    tool: 'biome',
    says: ['noRestrictedImports', 'knowledge/src/planted-up.ts'],
  },
  {
    wall: 'fleet imports from diagnosis, beside it',
    files: { 'packages/fleet/src/planted-beside.ts': "export * from '@duka/diagnosis';\n" },
    tool: 'biome',
    says: ['noRestrictedImports', 'planted-beside.ts'],
  },
  {
    wall: 'runtime imports from an app',
    files: { [`${runtime}-app.ts`]: "export * from '@duka/cli';\n" },
    tool: 'biome',
    says: ['noRestrictedImports', 'planted-app.ts'],
  },
  {
    wall: 'project references form a cycle',
    files: { 'packages/model/tsconfig.json': { references: [{ path: '../knowledge' }] } },
    tool: 'tsc',
    says: ['TS6202'],
    alone: true,
  },
  {
    wall: 'modules form a cycle',
    files: {
      [`${model}-cycle-a.ts`]: "import { b } from './planted-cycle-b.ts';\n\nexport const a = () => b;\n",
      [`${model}-cycle-b.ts`]: "import { a } from './planted-cycle-a.ts';\n\nexport const b = () => a;\n",
    },
    tool: 'biome',
    says: ['noImportCycles', 'planted-cycle-a.ts'],
  },
  {
    wall: 'a package is imported and not declared',
    files: { [`${knowledge}-undeclared.ts`]: "export * from 'csv-parse';\n" },
    tool: 'biome',
    says: ['noUndeclaredDependencies', 'planted-undeclared.ts'],
  },
  {
    wall: 'a package of ours is imported and not declared',
    files: { 'apps/cli/src/planted-undeclared.ts': "export * from '@duka/sim';\n" },
    tool: 'knip --strict',
    says: ['@duka/sim', 'planted-undeclared.ts'],
    imported: 'apps/cli/src/main.ts',
  },
  {
    wall: 'a package is reached past its exports map',
    files: { [`${knowledge}-deep.ts`]: "export type { Text } from '@duka/model/src/text.ts';\n" },
    tool: 'tsc',
    says: ['TS2307', 'planted-deep.ts'],
  },
  {
    wall: 'a pure package reads files',
    files: { [`${model}-fs.ts`]: "export { readFileSync } from 'node:fs';\n" },
    tool: 'biome',
    says: ['noNodejsModules', 'planted-fs.ts'],
  },
  {
    wall: "a pure package names Node's types",
    files: { [`${model}-fs.ts`]: '' },
    tool: 'tsc',
    says: ['TS2591', 'planted-fs.ts'],
  },
  {
    wall: 'a pure package calls Date.now()',
    files: { [`${model}-now.ts`]: 'export const now = () => Date.now();\n' },
    tool: 'biome',
    says: ['do not read the clock', 'planted-now.ts'],
  },
  {
    wall: 'a pure package calls new Date()',
    files: { [`${model}-date.ts`]: 'export const now = () => new Date().getTime();\n' },
    tool: 'biome',
    says: ['do not read the clock', 'planted-date.ts'],
  },
  {
    wall: 'a pure package calls Math.random()',
    files: { [`${model}-random.ts`]: 'export const dice = () => Math.random();\n' },
    tool: 'biome',
    says: ['no random numbers', 'planted-random.ts'],
  },
  {
    wall: 'a pure package asks for the local hour',
    files: { [`${model}-hour.ts`]: 'export const hour = (time: number) => new Date(time).getHours();\n' },
    tool: 'biome',
    says: ['time zone', 'planted-hour.ts'],
  },
  {
    wall: 'a pure package calls fetch',
    files: { [`${model}-fetch.ts`]: "export const get = () => fetch('http://localhost');\n" },
    tool: 'biome',
    says: ['noRestrictedGlobals', 'planted-fetch.ts'],
  },
  {
    wall: "a pure package asks for the process's environment",
    files: { [`${model}-process.ts`]: 'export const home = process.env.HOME;\n' },
    tool: 'tsc',
    says: ['TS2591', 'planted-process.ts'],
  },
  {
    wall: 'a promise is left floating',
    files: {
      'apps/cli/src/planted-floating.ts':
        'const wait = async (): Promise<void> => {\n  await Promise.resolve();\n};\n\nexport const go = () => {\n  wait();\n};\n',
    },
    tool: 'biome',
    says: ['noFloatingPromises', 'planted-floating.ts'],
  },
  {
    wall: 'an export is used by nobody',
    files: { [`${model}-dead.ts`]: 'export const dead = 1;\n' },
    tool: 'knip',
    says: ['dead', 'planted-dead.ts'],
    imported: 'packages/model/src/index.ts',
  },
  {
    wall: 'a file is used by nobody',
    files: { [`${model}-orphan.ts`]: 'export const orphan = 1;\n' },
    tool: 'knip',
    says: ['planted-orphan.ts'],
  },
  {
    wall: 'a type does not fit',
    files: { [`${model}-type.ts`]: "export const one: number = 'one';\n" },
    tool: 'tsc',
    says: ['TS2322', 'planted-type.ts'],
  },
  {
    wall: 'a test has a type that does not fit',
    files: { 'packages/model/test/planted.test.ts': "export const one: number = 'one';\n" },
    tool: 'tsc',
    says: ['TS2322', 'planted.test.ts'],
  },
  {
    wall: 'an enum, which Node cannot strip',
    files: { [`${model}-enum.ts`]: 'export enum Way {\n  Up = 1,\n}\n' },
    tool: 'tsc',
    says: ['TS1294', 'planted-enum.ts'],
  },
  {
    wall: 'any',
    files: { [`${model}-any.ts`]: 'export const it = (x: any) => x;\n' },
    tool: 'biome',
    says: ['noExplicitAny', 'planted-any.ts'],
  },
  {
    wall: 'a file is not formatted',
    files: { [`${model}-format.ts`]: 'export const a  =  "a"\n' },
    tool: 'biome',
    says: ['title=format', 'planted-format.ts'],
  },
];

/** A copy of the tree whose node_modules has the same packages, and ours from the copy. */
function copyTree(to) {
  const skip = new Set(['node_modules', '.git', '.tsbuild', '.duka', 'samples', 'docs', 'bench']);
  cpSync(ROOT, to, { recursive: true, filter: (from) => !skip.has(basename(from)) });
  const link = (from, at) => {
    mkdirSync(at);
    for (const name of readdirSync(from)) {
      if (name.startsWith('.')) continue;
      if (name.startsWith('@')) link(join(from, name), join(at, name));
      else if (basename(from) !== '@duka') symlinkSync(join(from, name), join(at, name));
      else symlinkSync(readlinkSync(join(from, name)), join(at, name)); // relative: into the copy's own packages
    }
  };
  link(join(ROOT, 'node_modules'), join(to, 'node_modules'));
}

/** Puts a wall's violation into the copy; returns what takes it out again. */
function plant(copy, { files, imported }) {
  const changed = { ...files };
  if (imported) changed[imported] = `import './${basename(Object.keys(files)[0])}';\n`;
  const undo = [];
  for (const [name, text] of Object.entries(changed)) {
    const path = join(copy, name);
    const before = lstatSync(path, { throwIfNoEntry: false }) && readFileSync(path, 'utf8');
    undo.push(() => (before === undefined ? rmSync(path) : writeFileSync(path, before)));
    mkdirSync(dirname(path), { recursive: true });
    if (typeof text === 'string') writeFileSync(path, text + (before ?? ''));
    else writeFileSync(path, JSON.stringify({ ...JSON.parse(before), ...text }));
  }
  return () => {
    for (const step of undo.reverse()) step();
  };
}

function output(copy, tool) {
  const [command, ...args] = TOOLS[tool];
  return new Promise((resolve, reject) => {
    let text = '';
    const child = spawn(join(BIN, command), args, { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => (text += chunk));
    child.stderr.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('close', () => resolve(text));
  });
}

/** Plants all of `walls`, runs each of their tools once, and returns the walls that nobody held. */
async function tryWalls(copy, walls) {
  const unplant = walls.map((wall) => plant(copy, wall));
  const tools = [...new Set(walls.map((wall) => wall.tool))];
  const said = Object.fromEntries(await Promise.all(tools.map(async (tool) => [tool, await output(copy, tool)])));
  for (const step of unplant.reverse()) step();
  return walls.filter(({ wall, tool, says }) => {
    const held = said[tool].split('\n').some((line) => says.every((word) => line.includes(word)));
    console.log(`${held ? 'held' : 'OPEN'}  ${wall}: ${tool} says ${says[0]}`);
    if (!held)
      console.error(
        said[tool]
          .split('\n')
          .filter((line) => line.includes('planted'))
          .join('\n'),
      );
    return !held;
  });
}

const copy = mkdtempSync(join(tmpdir(), 'duka-walls-'));
try {
  copyTree(copy);
  const open = [
    ...(await tryWalls(
      copy,
      WALLS.filter(({ alone }) => !alone),
    )),
    ...(await tryWalls(
      copy,
      WALLS.filter(({ alone }) => alone),
    )),
  ];
  console.log(`${WALLS.length - open.length} of ${WALLS.length} walls hold`);
  process.exitCode = open.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
