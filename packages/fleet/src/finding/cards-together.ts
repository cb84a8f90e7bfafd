import { PATTERN_IDS } from '@duka/knowledge/signatures';
import { UNKNOWN } from '../log/dictionary.ts';
import { logMean } from '../numbers/log-sum.ts';
import { bothBlames } from '../scene/blame.ts';
import type { BoundColumn } from '../scene/bounds.ts';
import { codeCount, codeReader, rowsWithin } from '../scene/bounds.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { sharesOfPattern } from '../suspicion/scales.ts';
import { facesHit } from '../suspicion/trials.ts';
import { hasEnded } from './ended.ts';

/** Where cards may come together. */
const PLACES = [
  { kind: 'terminal', column: 'terminal_id' },
  { kind: 'operator', column: 'operator' },
] as const satisfies readonly { readonly kind: Fault['kind']; readonly column: BoundColumn }[];

/** A card failed at a place where this part of its failures did. */
const MOST = 0.8;
/** Shares of all bad cards that may come together at one place: in a large log few of many. */
const SHARES = [0.001, 0.004, 0.016, 0.06, 0.25, 0.8];
/** So few bad cards are no crowd. */
const FEWEST = 3;
/** Chance that somewhere in the log cards come together, as a logarithm: an expert estimate. */
const LOG_PRIOR = Math.log(0.02);

/**
 * Bad cards come from everywhere. Where several fail at one terminal or with one cashier, and nowhere else, it is the place: cloned cards
 * are brought to one that asks no questions, and a reader may bear some makers' chips no longer. They are then no faults of
 * their own but one of that place.
 *
 * The evidence is the likelihood ratio of "a share s of all bad cards fails here" to "as many as of all cards are used here", averaged over s: an e-value.
 */
export function gatherCards(scene: Scene, faults: readonly Fault[]): readonly Fault[] {
  const cards = faults.filter(({ kind }) => kind === 'card');
  if (cards.length < FEWEST) return faults;
  const crowds = PLACES.flatMap(({ kind, column }) => crowdsAt(scene, cards, kind, column));
  crowds.sort((a, b) => b.log - a.log);
  const gathered = new Set<Fault>();
  const standing: Crowd[] = [];
  for (const crowd of crowds) {
    if (crowd.cards.some((card) => gathered.has(card))) continue;
    standing.push(crowd);
    for (const card of crowd.cards) gathered.add(card);
  }
  return [...faults.filter((fault) => !gathered.has(fault)), ...standing.map((crowd) => faultOf(scene, crowd))];
}

type Crowd = {
  readonly kind: Fault['kind'];
  readonly column: BoundColumn;
  readonly code: number;
  readonly cards: readonly Fault[];
  readonly log: number;
  readonly logPrior: number;
};

function crowdsAt(scene: Scene, cards: readonly Fault[], kind: Fault['kind'], column: BoundColumn): readonly Crowd[] {
  const codeOf = codeReader(scene, column);
  const crowds = Map.groupBy(cards, (card) => placeOf(card, codeOf));
  const uses = new Int32Array(codeCount(scene, column));
  let all = 0;
  for (let row = 0; row < scene.frame.length; row++) {
    const code = codeOf(row);
    if (code === UNKNOWN || scene.sales.card[row] === UNKNOWN) continue;
    uses[code]!++;
    all++;
  }
  const logPrior = LOG_PRIOR - Math.log(uses.filter((n) => n > 0).length);
  return [...crowds].flatMap(([code, own]) => {
    if (code === UNKNOWN || own.length < FEWEST) return [];
    const log = logCrowd(own.length, cards.length, (uses[code]! + 1) / (all + 1));
    return log + logPrior > 0 ? [{ kind, column, code, cards: own, log, logPrior }] : [];
  });
}

/** Where most of a card's failures were. */
function placeOf({ blame: { rows } }: Fault, codeOf: (row: number) => number): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(codeOf(row), (counts.get(codeOf(row)) ?? 0) + 1);
  for (const [code, count] of counts) if (count >= MOST * rows.length) return code;
  return UNKNOWN;
}

/**
 * The logarithm of the e-value against chance.
 * @param own of all bad cards, those that come together
 * @param usual the share of other cards that is found there
 */
export const logCrowd = (own: number, all: number, usual: number): number =>
  logMean(
    SHARES.map((share) =>
      share <= usual
        ? Number.NEGATIVE_INFINITY
        : own * Math.log(share / usual) + (all - own) * Math.log((1 - share) / (1 - usual)),
    ),
  );

function faultOf(scene: Scene, { kind, column, code, cards, log, logPrior }: Crowd): Fault {
  const bounds = { [column]: [code] };
  const rows = rowsWithin(scene, bounds);
  const strongest = cards.reduce((most, card) => (card.excess > most.excess ? card : most));
  const faces = new Set(facesHit(sharesOfPattern(PATTERN_IDS.indexOf(strongest.pattern))));
  const hit = rows.filter((row) => faces.has(scene.face[row]!));
  const first = Math.min(...cards.map((card) => card.first));
  const lastFailure = Math.max(...cards.map((card) => card.blame.rows.at(-1)!));
  const struck = hit.filter((row) => row >= first && row <= lastFailure);
  const excess = cards.reduce((sum, card) => sum + card.excess, 0);
  const rate = Math.min(0.98, excess / Math.max(1, struck.length));
  const since = hit.filter((row) => row > lastFailure).length;
  const over = hasEnded(rate, since);
  return {
    kind,
    pattern: strongest.pattern,
    rows,
    bounds,
    struck: over ? struck : hit.filter((row) => row >= first),
    first,
    last: over ? lastFailure : (hit.at(-1) ?? lastFailure),
    over,
    rate,
    blame: cards.map(({ blame }) => blame).reduce(bothBlames),
    detected: cards.map(({ detected }) => detected).sort((a, b) => a - b)[FEWEST - 1]!,
    excess,
    logEvidence: log,
    logPrior,
  };
}
