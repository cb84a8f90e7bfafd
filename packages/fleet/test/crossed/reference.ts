// The long run that the fit is held against. `node packages/fleet/test/crossed/reference.ts` (Node 24 or newer, about a
// quarter of an hour) writes it into reference.csv; the same seeds give the same figures.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { longRun } from './long-run.ts';
import { madeUp, PLANS } from './made-up.ts';

const FILE = new URL('reference.csv', import.meta.url);
const SWEEPS = 20_000;
const BURN_IN = 500;
/** Every so many levels are kept. */
const EVERY = 10;

type Reference = {
  readonly intercept: number;
  readonly factors: readonly { readonly sd: number; readonly effects: ReadonlyMap<number, number> }[];
};

function written(): string {
  const lines = ['plan,factor,level,value'];
  for (const [name, plan] of Object.entries(PLANS)) {
    const { intercept, sds, effects } = longRun(madeUp(plan), 7, SWEEPS, BURN_IN);
    lines.push(`${name},intercept,,${intercept.toFixed(5)}`);
    sds.forEach((sd, factor) => {
      lines.push(`${name},sd,${factor},${sd.toFixed(5)}`);
    });
    effects.forEach((values, factor) => {
      values.forEach((value, level) => {
        if (level % EVERY === 0) lines.push(`${name},${factor},${level},${value.toFixed(4)}`);
      });
    });
  }
  return `${lines.join('\n')}\n`;
}

/** What the long run gave for one of the plans. */
export function heldReference(plan: string): Reference {
  const rows = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))
    .filter(([name]) => name === plan);
  const sds = rows.filter(([, what]) => what === 'sd');
  return {
    intercept: Number(rows.find(([, what]) => what === 'intercept')![3]),
    factors: sds.map(([, , factor, sd]) => ({
      sd: Number(sd),
      effects: new Map(
        rows.filter(([, what]) => what === factor).map(([, , level, value]) => [Number(level), Number(value)]),
      ),
    })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, written());
