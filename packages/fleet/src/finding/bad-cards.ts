import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERN_IDS, PATTERNS } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import type { Searched } from '../court/search.ts';
import { patternRatios, patternShares } from '../expected/baseline.ts';
import { UNKNOWN } from '../log/dictionary.ts';
import { logMean } from '../numbers/log-sum.ts';
import { CONTEXTS } from '../scene/sales.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { logEvidence } from '../suspicion/evidence.ts';
import { SLACK } from '../suspicion/slack.ts';
import { exposed, makeRoom, trialsOf } from '../suspicion/trials.ts';

/** About 1.5 % of issued cards may be flawed (US Payments Forum, 2016). */
const FLAWED = 0.015;
const CARD_PATTERNS = PATTERN_IDS.filter((id) => ['chip', 'stripe', 'radio', 'card_data'].includes(id));

/**
 * How many cards are more likely flawed than not, given all their attempts and with the found faults of terminals and
 * others taken into account. They are ordinary, nobody's fault here, and held against no terminal.
 * @param findings cards that are findings of their own are not counted
 */
export function badCards(scene: Scene, searched: Searched, findings: readonly Fault[]): number {
  const { classes, observed, failed, numberOf, sales, places } = scene;
  const patterns: readonly Pattern[] = CARD_PATTERNS.map((id) => PATTERNS[id]);
  const ratios = patternRatios(classes, searched.baseline, patterns, SLACK);
  const shares = patternShares(patterns);
  const failuresOf = new Map<number, number>();
  for (const row of failed) {
    const card = sales.card[row]!;
    if (card !== UNKNOWN) failuresOf.set(card, (failuresOf.get(card) ?? 0) + 1);
  }
  // What cards themselves were convicted of is not taken from them here: only faults of others excuse a card.
  const excused = new Map<number, number>();
  for (const fault of searched.faults) {
    if (fault.kind !== 'card') continue;
    fault.blame.rows.forEach((row, i) => {
      const failure = numberOf[row]!;
      excused.set(failure, (excused.get(failure) ?? searched.explained[failure]!) / fault.blame.factor[i]!);
    });
  }
  const named = new Set(findings.flatMap(({ bounds }) => bounds.card_ref ?? []));
  const excuse = (failure: number): number => Math.max(1, excused.get(failure) ?? searched.explained[failure]!);
  let bad = 0;
  for (const [card, failures] of failuresOf) {
    if (failures < 2 || named.has(card)) continue;
    const part = exposed(places.ofCard(card), scene);
    const room = makeRoom(part.failed.length);
    const logs = patterns.map((_, pattern) => {
      const own = shares.subarray(pattern * INTERFACES.length, (pattern + 1) * INTERFACES.length);
      part.failed.forEach((at, i) => {
        room.ratio[i] = ratios[pattern]![observed[failed[at]!]! * CONTEXTS.length]! / excuse(at);
      });
      const trials = trialsOf(part, scene, own, room);
      return logEvidence(trials);
    });
    if (logMean(logs) + Math.log(FLAWED) > 0) bad++;
  }
  return bad;
}
