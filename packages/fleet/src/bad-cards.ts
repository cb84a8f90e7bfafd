import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERN_IDS, PATTERNS } from '@duka/knowledge/signatures';
import type { Interface } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { UNKNOWN } from './attempt-store.ts';
import { patternRatios, patternShares } from './baseline.ts';
import { SLACK } from './court.ts';
import { logEvidence } from './evidence.ts';
import type { Scene } from './scene.ts';
import type { Searched } from './search.ts';

/** About 1.5 % of issued cards may be flawed (US Payments Forum, 2016). */
const FLAWED = 0.015;
const CARD_PATTERNS = PATTERN_IDS.filter((id) => ['chip', 'stripe', 'radio', 'card_data'].includes(id));

/**
 * How many cards are more likely flawed than not, given all their attempts and with the found faults of terminals and
 * others taken into account. They are ordinary, nobody's fault here, and held against no terminal.
 */
export function badCards(scene: Scene, searched: Searched): number {
  const { frame, observations, sales } = scene;
  const patterns: readonly Pattern[] = CARD_PATTERNS.map((id) => PATTERNS[id]);
  const ratios = patternRatios(observations, searched.baseline, patterns, SLACK);
  const shares = patternShares(patterns);
  const order = frame.text.interface.values.map((name) => INTERFACES.indexOf(name as Interface));
  const byCard = new Map<number, number[]>();
  const failuresOf = new Map<number, number>();
  for (let row = 0; row < frame.length; row++) {
    const card = sales.card[row]!;
    if (card === UNKNOWN) continue;
    const rows = byCard.get(card);
    if (rows) rows.push(row);
    else byCard.set(card, [row]);
    if (observations.classOf[row]! >= 0) failuresOf.set(card, (failuresOf.get(card) ?? 0) + 1);
  }
  // What cards themselves were convicted of is not taken from them here: only faults of others excuse a card.
  const excused = Float64Array.from(searched.explained);
  for (const fault of searched.faults) {
    if (fault.kind !== 'card') continue;
    for (const [row, { factor }] of fault.blame) excused[row]! /= factor;
  }
  let bad = 0;
  for (const [card, failures] of failuresOf) {
    if (failures < 2) continue;
    const rows = byCard.get(card)!;
    const flawed = patterns.some((_, pattern) => {
      const hit = Float32Array.from(
        rows,
        (row) => shares[pattern * INTERFACES.length + order[frame.text.interface.codes[row]!]!]!,
      );
      const ratio = Float32Array.from(rows, (row) => {
        const observed = observations.classOf[row]!;
        return observed < 0 ? 0 : ratios(observed, 0, pattern) / Math.max(1, excused[row]!);
      });
      return logEvidence({ length: rows.length, hit, ratio }) + Math.log(FLAWED) > 0;
    });
    if (flawed) bad++;
  }
  return bad;
}
