import type { Interface } from '@duka/model';
import type { Rng } from '../rng.ts';
import type { Ending } from './ending.ts';
import { stageOrder } from './ending.ts';

/** Usual ms of a whole attempt, its host exchange aside. */
const USUAL: { readonly [I in Interface]: number } = {
  chip: 5200,
  contactless: 1900,
  magstripe: 4300,
  qr: 2300,
  manual: 15_000,
};

/** Ms from the start of the attempt to its end. */
export function durationOf(at: Interface, ending: Ending | null, rtt: number, rng: Rng): number {
  const part = ending === null ? 1 : 0.2 + (0.8 * stageOrder(ending.stage)) / stageOrder('print');
  const host = ending === null || stageOrder(ending.stage) >= stageOrder('online') ? rtt * 2.5 : 0;
  const wait = (ending?.wait ?? 0) * 1000 * rng.between(0.8, 1.2);
  return Math.round(USUAL[at] * part * rng.lognormal(1, 0.3) + host + wait);
}
