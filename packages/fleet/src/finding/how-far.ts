import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import { positionOf, SALE_GAP } from '../scene/sales.ts';
import type { Fault, Scene } from '../scene/scene.ts';

/** How many failures are enough to say how they were. */
export const FEWEST = 4;

const CARD_FACES: ReadonlySet<number> = new Set(
  (['chip', 'contactless', 'magstripe'] as const).map((face) => INTERFACES.indexOf(face)),
);
/** Of the failures, that tell no reason, so that these can speak for all. */
const SPEAKS_FOR_ALL = 1 / 3;
/** Of terminals that seldom tell it even where all goes well, one that does not tell it says nothing. */
const TELLS = 0.3;

type Part = 'yes' | 'partly' | 'no' | 'unknown';

/**
 * How far the attempts got that failed: what a record tells by the fields that it has, where it tells no reason. (Where it does,
 * the reason has said so already.)
 * @param failures rows that the fault is thought to have failed
 */
export function howFar(
  scene: Scene,
  fault: Fault,
  failures: Int32Array,
): { readonly read: Part; readonly answered: Part; readonly ended: 'mostly' | 'seldom' | 'unknown' } {
  const { frame, observed, classes, face } = scene;
  const untold = failures.filter((row) => !classes[observed[row]!]!.reported);
  const silent = untold.length < SPEAKS_FOR_ALL * failures.length ? untold.subarray(0, 0) : untold;
  const well = fault.rows.filter((row) => observed[row]! < 0);
  const { card_ref: card, bin } = frame.text;
  const knowsCard = (row: number) => card.codes[row] !== UNKNOWN || bin.codes[row] !== UNKNOWN;
  const hasReply = (row: number) => !Number.isNaN(frame.number.rtt_ms[row]!);
  const usesCard = (row: number) => CARD_FACES.has(face[row]!);
  const last = silent.reduce((count, row) => count + (nextOfSale(scene, row) < 0 ? 1 : 0), 0);
  return {
    read: partOf(silent.filter(usesCard), well.filter(usesCard), knowsCard),
    answered: partOf(silent, well, hasReply),
    ended:
      silent.length < FEWEST || !isEverTriedAgain(scene)
        ? 'unknown'
        : last / silent.length >= 0.75
          ? 'mostly'
          : 'seldom',
  };
}

/** In logs of single sales nobody tries again: that nobody did after these failures says nothing. */
const isEverTriedAgain = ({ sales, failed }: Scene): boolean =>
  sales.near.length - sales.count > TRIED_AGAIN * failed.length;
/** Further attempts of sales, for each failure. */
const TRIED_AGAIN = 0.02;

/** Which part of the failures has something, by how often those that went well have it. */
function partOf(failures: Int32Array, well: Int32Array, has: (row: number) => boolean): Part {
  const share = (rows: Int32Array) => rows.reduce((count, row) => count + (has(row) ? 1 : 0), 0) / rows.length;
  const usual = share(well);
  if (failures.length < FEWEST || !(usual >= TELLS)) return 'unknown';
  const part = share(failures) / usual;
  return part >= 0.75 ? 'yes' : part <= 0.25 ? 'no' : 'partly';
}

/** The next attempt of the same sale; -1 where there is none. */
export function nextOfSale({ frame, sales }: Scene, row: number): number {
  const { saleOf, near, nextAtPlace } = sales;
  for (let next = nextAtPlace[positionOf(near, row)]!; next >= 0; next = nextAtPlace[next]!) {
    const later = near[next]!;
    if (saleOf[later] === saleOf[row]) return later;
    if (frame.time[later]! - frame.time[row]! > SALE_GAP) return -1;
  }
  return -1;
}
