import type { Baseline } from '../expected/baseline.ts';
import type { Habits } from '../expected/habits.ts';
import type { Ledger } from '../expected/ledger.ts';
import { itsWork } from '../scene/blame.ts';
import type { Fault, Scene } from '../scene/scene.ts';
import { Docket } from '../suspicion/docket.ts';
import type { Groups } from '../suspicion/groups.ts';
import { CARD_FAILURES } from '../suspicion/groups.ts';
import { Heap } from '../suspicion/heap.ts';
import { Scales } from '../suspicion/scales.ts';
import type { Slack } from '../suspicion/slack.ts';
import { isOfRelease, SAME_SLACK, slackOfReleases } from '../suspicion/slack.ts';
import type { Suspicion } from '../suspicion/suspicion.ts';
import { ALL_ALIKE, oddsOf, strengthOf } from '../suspicion/suspicion.ts';
import { cameBack } from './belongs.ts';
import { convict } from './conviction.ts';
import { standingEpisode } from './objections.ts';
import { isItsWay } from './ways.ts';
import { isWithoutMoney } from './without-money.ts';

/** At most so many faults are looked for: more in a large fleet. */
const MOST_FAULTS = 400;
const TERMINALS_A_FAULT = 20;
/** A fault is convicted at most so often, and not for less than so many failures. */
const MOST_CONVICTIONS = 3;
const FEWEST_FAILURES = 2;
/** Chance that a trouble which was found strikes there at another time as well, as a logarithm: an expert estimate. */
const COMES_BACK = Math.log(0.1);

/**
 * Below so many failures that are more likely its own work, a card explains but is not accused; nor is one whose holder has no money, nor a
 * store for what its customers are like.
 */
export function isReported(scene: Scene, fault: Fault): boolean {
  const { kind, blame } = fault;
  if (kind === 'card') return itsWork(blame).length >= CARD_FAILURES && !isWithoutMoney(scene, fault);
  return !isItsWay(scene, fault);
}

/** What has been found so far, how much of it is reported, and how much of that is no card. */
type Verdicts = {
  readonly faults: Fault[];
  reported: number;
  places: number;
  readonly most: number;
  readonly fdr: number;
};

type Known = { readonly scene: Scene; readonly baseline: Baseline; readonly habits: Habits; readonly ledger: Ledger };

type Hearing = Known & { readonly scales: Scales; readonly docket: Docket };

/**
 * Hears the suspicions against one baseline, the strongest first. What a convicted fault explains goes into the ledger, so that the
 * others are judged by what it leaves. Small differences of releases are heard last: as long as large faults are not known, they
 * would add up to such.
 *
 * @param fdr bound on the expected share of findings that are false, 0 to 1
 */
export function hearSuspicions(
  scene: Scene,
  groups: Groups,
  baseline: Baseline,
  habits: Habits,
  ledger: Ledger,
  fdr: number,
): readonly Fault[] {
  const known = { scene, baseline, habits, ledger };
  const terminals = scene.frame.text.terminal_id.count;
  const most = Math.max(MOST_FAULTS, terminals / TERMINALS_A_FAULT);
  const verdicts: Verdicts = { faults: [], reported: 0, places: 0, most, fdr };
  const ofTerminal = new Float64Array(terminals);
  hear(known, groups, ofTerminal, SAME_SLACK, verdicts);
  const releases = groups.groups.filter(({ kind, severalTerminals }) => severalTerminals && isOfRelease(kind));
  hear(known, { ...groups, groups: releases }, ofTerminal, slackOfReleases(scene), verdicts);
  return verdicts.faults;
}

function hear(known: Known, groups: Groups, ofTerminal: Float64Array, slack: Slack, verdicts: Verdicts): void {
  const { scene, baseline, habits, ledger } = known;
  const scales = new Scales(scene, baseline, habits, ledger, slack);
  const docket = new Docket(scene, scales, ledger, ofTerminal);
  docket.fill(groups, -Math.log(verdicts.fdr * verdicts.most));
  const hearing = { ...known, scales, docket };
  hearAgain(hearing, hearStrongest(hearing, verdicts), verdicts);
}

/** The odds that the next finding needs, as a logarithm: the more are found, the less. */
const neededNow = ({ fdr, reported }: Verdicts): number => -Math.log(fdr * (reported + 1));

/**
 * Whether it would be the first that is no card, and hangs on the cards found before: a fleet in order has bad cards all the same, and as true
 * as they are they would vouch for a false one.
 */
const isVouchedForByCards = ({ fdr, places }: Verdicts, { group, total }: Suspicion): boolean =>
  places === 0 && group.kind !== 'card' && total < -Math.log(fdr);

/** @returns the suspicions that led to a conviction */
function hearStrongest(hearing: Hearing, verdicts: Verdicts): ReadonlySet<Suspicion> {
  const { scene, docket } = hearing;
  const { faults, most } = verdicts;
  const undecided = new Heap<Suspicion>(({ total }) => total);
  const convicted = new Set<Suspicion>();
  const waiting: Suspicion[] = [];
  while (faults.length < most) {
    const needed = neededNow(verdicts);
    const again = undecided.pop();
    if (again && again.total >= needed) docket.put(again);
    else if (again) undecided.push(again);
    const best = docket.strongest();
    if (!best || strengthOf(best) < needed - ALL_ALIKE) break;
    if (docket.waitsForParts(best)) continue;
    const gain = docket.gainOfOthers(best);
    best.total = oddsOf(best) + gain;
    if (best.total < needed) {
      undecided.push(best);
      continue;
    }
    if (isVouchedForByCards(verdicts, best)) {
      waiting.push(best);
      continue;
    }
    const fault = convictIfItStands(hearing, best, gain, needed);
    if (!fault) continue;
    // What is left of a conviction is no second one: it joins the first, and three times is enough.
    best.convicted++;
    if (fault.excess < FEWEST_FAILURES) continue;
    if (best.convicted < MOST_CONVICTIONS) docket.put(best);
    faults.push(fault);
    if (isReported(scene, fault)) {
      verdicts.reported++;
      if (fault.kind !== 'card') verdicts.places++;
    }
    if (verdicts.places > 0) for (const other of waiting.splice(0)) docket.put(other);
    convicted.add(best);
  }
  return convicted;
}

/**
 * Hears once more, when all others were heard, what was convicted: that the same trouble struck at another time as well needs less
 * evidence than that it is there at all. It joins what was found; where it would not, it is explained but no finding.
 */
function hearAgain(hearing: Hearing, convicted: ReadonlySet<Suspicion>, verdicts: Verdicts): void {
  const { scene, docket } = hearing;
  const { faults } = verdicts;
  for (const suspicion of [...convicted].sort((a, b) => b.log - a.log)) {
    docket.weigh(suspicion);
    if (suspicion.log + COMES_BACK < neededNow(verdicts)) continue;
    const fault = convictIfItStands(hearing, suspicion, 0, neededNow(verdicts));
    if (!fault || fault.excess < FEWEST_FAILURES) continue;
    if (faults.some((other) => cameBack(scene, fault, other))) faults.push(fault);
  }
}

function convictIfItStands(hearing: Hearing, suspicion: Suspicion, gain: number, needed: number): Fault | null {
  const { scene, scales, docket } = hearing;
  const { group, pattern } = suspicion;
  const trials = scales.trials(group, group, pattern);
  const episode = standingEpisode(scene, scales, docket.ofTerminal, suspicion, trials);
  return episode && convict(hearing, suspicion, trials, episode, gain, needed);
}
