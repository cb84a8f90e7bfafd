import type { PatternId } from '@duka/knowledge/signatures';
import { bothBlames } from '../scene/blame.ts';
import { union } from '../scene/places.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { logCrowd } from './cards-together.ts';
import { amountOf } from './features.ts';

/** So few bad cards are no ring. */
const FEWEST = 3;
/** Of cards that broke, so many failed by chance with amounts far larger than usual: an expert estimate. */
const LARGE_BY_CHANCE = 0.1;
/** Where the PIN is asked for large amounts only, whoever forgets it fails with these. */
const HOLDERS: ReadonlySet<PatternId> = new Set(['wrong_pin']);
/** Chance that a ring of cards goes round somewhere in the log, as a logarithm: an expert estimate. */
const LOG_PRIOR = Math.log(0.02);

/**
 * Cards break one by one, whatever is bought with them. Where many of the cards that fail are used for large amounts only, they were made
 * for it: a set of cloned cards that goes round many terminals is one fault. The evidence is that of a crowd (cards-together.ts).
 */
export function gatherRing(scene: Scene, faults: readonly Fault[]): readonly Fault[] {
  const cards = faults.filter(({ kind }) => kind === 'card');
  const ring = cards.filter((card) => !HOLDERS.has(card.pattern) && amountOf(scene, card, card.blame.rows) === 'large');
  if (ring.length < FEWEST) return faults;
  const log = logCrowd(ring.length, cards.length, LARGE_BY_CHANCE);
  if (log + LOG_PRIOR < 0) return faults;
  return [...faults.filter((fault) => !ring.includes(fault)), faultOf(scene, ring, log)];
}

/** One fault of all cards of a ring. */
function faultOf({ frame }: Scene, cards: readonly Fault[], log: number): Fault {
  const strongest = cards.reduce((most, card) => (card.excess > most.excess ? card : most));
  const latest = cards.reduce((late, card) => (frame.time[card.last]! > frame.time[late.last]! ? card : late));
  const struck = cards.map((card) => card.struck).reduce(union);
  const excess = cards.reduce((sum, card) => sum + card.excess, 0);
  return {
    ...strongest,
    bounds: { card_ref: cards.flatMap(({ bounds }) => bounds.card_ref!).sort((a, b) => a - b) },
    rows: cards.map(({ rows }) => rows).reduce(union),
    struck,
    first: Math.min(...cards.map(({ first }) => first)),
    last: latest.last,
    over: cards.every(({ over }) => over),
    rate: Math.min(0.98, excess / Math.max(1, struck.length)),
    blame: cards.map(({ blame }) => blame).reduce(bothBlames),
    detected: cards.map(({ detected }) => detected).sort((a, b) => a - b)[FEWEST - 1]!,
    excess,
    logEvidence: log,
    logPrior: LOG_PRIOR,
  };
}
