// Writes what is generated: docs/formats from the schemas, docs/knowledge from the knowledge; `--check` only looks.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { SCHEMAS } from '../packages/model/src/schemas/index.ts';
import { knowledgeTables } from './knowledge-tables.mjs';

const check = process.argv.includes('--check');

const schemaFiles = () =>
  new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }, null, 2)}\n`,
    ]),
  );

/** `owns`: which files of a folder are generated; what else lies there is nobody's business here. */
const FOLDERS = {
  'docs/formats': { filesOf: schemaFiles, owns: (file) => file.endsWith('.schema.json') },
  'docs/knowledge': { filesOf: knowledgeTables, owns: () => true },
};

for (const [name, { filesOf, owns }] of Object.entries(FOLDERS)) {
  const folder = new URL(`../${name}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  const wanted = filesOf();
  const found = new Map(
    readdirSync(folder)
      .filter(owns)
      .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]),
  );
  const stale = [...wanted.keys()].filter((file) => found.get(file) !== wanted.get(file));
  const orphans = [...found.keys()].filter((file) => !wanted.has(file));
  if (check) {
    for (const file of stale) console.error(`${name}/${file} is not what its source says`);
    for (const file of orphans) console.error(`${name}/${file} comes from nothing`);
    if (stale.length + orphans.length > 0) {
      console.error('Cure: npm run generate');
      process.exitCode = 1;
    }
  } else {
    for (const file of stale) writeFileSync(new URL(file, folder), wanted.get(file));
    for (const file of orphans) rmSync(new URL(file, folder));
  }
  console.log(`${name}: ${wanted.size} files, ${stale.length + orphans.length} ${check ? 'stale' : 'changed'}`);
}
