// Writes docs/formats/NAME.schema.json from `SCHEMAS` of @duka/model/schemas; `--check` only looks.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as schemas from '../packages/model/src/schemas/index.ts';

const FOLDER = new URL('../docs/formats/', import.meta.url);
const SUFFIX = '.schema.json';
const check = process.argv.includes('--check');

mkdirSync(FOLDER, { recursive: true });
const wanted = new Map(
  Object.entries(schemas.SCHEMAS ?? {}).map(([name, schema]) => [
    name + SUFFIX,
    `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema }, null, 2)}\n`,
  ]),
);
const found = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => [file, readFileSync(new URL(file, FOLDER), 'utf8')]),
);

const stale = [...wanted.keys()].filter((file) => found.get(file) !== wanted.get(file));
const orphans = [...found.keys()].filter((file) => !wanted.has(file));
if (check) {
  for (const file of stale) console.error(`docs/formats/${file} is not what @duka/model/schemas says`);
  for (const file of orphans) console.error(`docs/formats/${file} comes from no schema`);
  if (stale.length + orphans.length > 0) {
    console.error('Cure: npm run generate');
    process.exitCode = 1;
  }
} else {
  for (const file of stale) writeFileSync(new URL(file, FOLDER), wanted.get(file));
  for (const file of orphans) rmSync(new URL(file, FOLDER));
}
console.log(`docs/formats: ${wanted.size} schemas, ${stale.length + orphans.length} ${check ? 'stale' : 'changed'}`);
