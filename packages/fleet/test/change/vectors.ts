import { readFileSync } from 'node:fs';

const COLUMNS = [
  'p0',
  'm',
  'p1',
  'top',
  'h',
  'target',
  'arl',
  'delayDesigned',
  'delay1p5',
  'delay2',
  'delay5',
] as const;

export type CusumRow = { readonly [C in (typeof COLUMNS)[number]]: number };

/**
 * Exact run lengths of the Bernoulli CUSUM on an integer lattice: a success is a step of −1, a failure one of m − 1, alarm at
 * `top`. `arl` attempts to a false alarm; the delays are for a chance of p1, of 1.5, 2 and 5 times p0.
 */
export const CUSUM_ROWS: readonly CusumRow[] = readFileSync(
  new URL('bernoulli-cusum-exact.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const values = line.split(',').map(Number);
    return Object.fromEntries(COLUMNS.map((name, i) => [name, values[i]!])) as CusumRow;
  });

export const oddsBetween = (p0: number, p1: number): number => (p1 * (1 - p0)) / (p0 * (1 - p1));
