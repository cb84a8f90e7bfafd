import type { InnerReason, Profile } from '@duka/knowledge/signatures';
import {
  INNER_REASONS,
  innerReasonIsOf,
  TYPICAL_FAILS_AGAIN,
  TYPICAL_FAILS_YET_AGAIN,
} from '@duka/knowledge/signatures';
import type { Interface } from '@duka/model';
import { INTERFACES } from '@duka/model';
import type { ObservationClass } from '../scene/observation.ts';
import { REASON_COUNT } from '../scene/observation.ts';
import type { Context } from '../scene/sales.ts';
import { CONTEXTS, FRESH } from '../scene/sales.ts';
import type { Scene } from '../scene/scene.ts';
import { typicalRate } from '../scene/typical-rate.ts';

const CONTEXT_COUNT = CONTEXTS.length;

/**
 * What is expected where nothing is wrong: the chance of each reason of failure, by interface and context.
 * `rate[(interface * contexts + context) * reasons + reason]`, and its sum over reasons in `total`.
 */
export type Baseline = { readonly rate: Float64Array; readonly total: Float64Array };

/**
 * The typical rate of a rare reason weighs as much as if so many failures had shown it, if that is more than other rates weigh: among
 * six terminals a fault of all of them would otherwise make up the rate that it is held against.
 */
const FAILURES_OF_RARE = 2;

/**
 * Fits the baseline by expectation–maximisation: a failure that does not say its reason is shared out as the others
 * of its interface and context are. `ownShare` is the chance that a failure, by its number, was ordinary and not
 * the work of a fault already found (1 where nothing was found there). The typical rates of a fleet in order enter as
 * pseudo-counts: strongly for a few terminals, which cannot be compared with each other, weakly for a large fleet.
 */
export function fitBaseline(scene: Scene, ownShare: Float32Array): Baseline {
  const { classes, observed, face, failed, cell, frame } = scene;
  const { context } = scene.sales;
  const cells = INTERFACES.length * CONTEXT_COUNT;
  const attempts = new Float64Array(cells);
  const failures = new Float64Array(classes.length * CONTEXT_COUNT);
  for (let row = 0; row < frame.length; row++) {
    if (observed[row]! < 0) attempts[face[row]! * CONTEXT_COUNT + context[row]!]!++;
  }
  failed.forEach((row, failure) => {
    attempts[face[row]! * CONTEXT_COUNT + context[row]!]! += ownShare[failure]!;
    failures[cell[failure]!]! += ownShare[failure]!;
  });

  const prior = priorRates();
  const terminals = Math.max(1, frame.text.terminal_id.count);
  const strength = pseudoAttempts(3000, terminals);
  const strengthOfRare = pseudoAttempts(30_000, terminals);
  const rate = Float64Array.from(prior);
  for (let round = 0; round < 12; round++) {
    const counts = new Float64Array(cells * REASON_COUNT);
    classes.forEach((seen, index) => {
      for (let c = 0; c < CONTEXT_COUNT; c++) {
        const weight = failures[index * CONTEXT_COUNT + c]!;
        if (weight === 0) continue;
        const base = (INTERFACES.indexOf(seen.interface) * CONTEXT_COUNT + c) * REASON_COUNT;
        let sum = 0;
        for (let f = 0; f < REASON_COUNT; f++) sum += rate[base + f]! * seen.likelihood[f]!;
        if (sum === 0) continue;
        for (let f = 0; f < REASON_COUNT; f++) {
          counts[base + f]! += (weight * rate[base + f]! * seen.likelihood[f]!) / sum;
        }
      }
    });
    for (let cell = 0; cell < cells; cell++) {
      const isFresh = cell % CONTEXT_COUNT === 0;
      for (let f = 0; f < REASON_COUNT; f++) {
        const at = cell * REASON_COUNT + f;
        const pseudo = isFresh
          ? Math.max(strength, Math.min(strengthOfRare, FAILURES_OF_RARE / prior[at]!))
          : Math.min(strength, 60);
        rate[at] = (counts[at]! + pseudo * prior[at]!) / (attempts[cell]! + pseudo);
      }
    }
  }
  const total = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    for (let f = 0; f < REASON_COUNT; f++) total[cell]! += rate[cell * REASON_COUNT + f]!;
  }
  return { rate, total };
}

const pseudoAttempts = (most: number, terminals: number): number => 30 + most / terminals;

function priorRates(): Float64Array {
  const rates = new Float64Array(INTERFACES.length * CONTEXT_COUNT * REASON_COUNT);
  INTERFACES.forEach((face, i) => {
    CONTEXTS.forEach((context, c) => {
      const weights = INNER_REASONS.map((reason) => typicalRate(face, reason) * lean(context, reason));
      const sum = weights.reduce((a, b) => a + b, 0);
      const scale = failsAgain(context) === null ? 1 : failsAgain(context)! / sum;
      weights.forEach((weight, f) => {
        rates[(i * CONTEXT_COUNT + c) * REASON_COUNT + f] = weight * scale;
      });
    });
  });
  return rates;
}

/** How often the same fails again; null where nothing of the kind has failed yet. */
function failsAgain(context: Context): number | null {
  if (context === 'fresh' || context === 'other_interface_after_failure' || context.startsWith('tap_')) return null;
  return context.startsWith('after_several') ? TYPICAL_FAILS_YET_AGAIN : TYPICAL_FAILS_AGAIN;
}

/** After a failure of one kind the next is most often of the same kind. */
function lean(context: Context, reason: InnerReason): number {
  const of = innerReasonIsOf(reason);
  const card = of === 'chip' || of === 'contactless' || of === 'magstripe';
  switch (context) {
    case 'after_read_failure':
    case 'after_several_read_failures':
    case 'returning_card_that_failed':
      return card ? 20 : 1;
    case 'after_holder_failure':
    case 'after_several_holder_failures':
      return of === 'holder' ? 20 : 1;
    case 'after_online_failure':
      return of === 'network' || of === 'host' ? 20 : 1;
    default:
      return 1;
  }
}

/** How many times likelier each record is in its context than on a first try, `times[observed * contexts + context]`. */
export function timesAsOnFirstTry({ classes }: Pick<Scene, 'classes'>, { rate }: Baseline): Float64Array {
  return Float64Array.from({ length: classes.length * CONTEXT_COUNT }, (_, at) => {
    const { interface: face, likelihood } = classes[Math.floor(at / CONTEXT_COUNT)]!;
    const chanceIn = (context: number): number => {
      const from = (INTERFACES.indexOf(face) * CONTEXT_COUNT + context) * REASON_COUNT;
      return likelihood.reduce((sum, chance, f) => sum + chance * rate[from + f]!, 0);
    };
    const first = chanceIn(FRESH);
    return first > 0 ? chanceIn(at % CONTEXT_COUNT) / first : 1;
  });
}

/**
 * For each class of failure, context and pattern: how many times likelier such a record is if a fault of this pattern
 * struck than under the baseline, P(record | fault struck) / P(record | baseline): `ratios[pattern][observed * contexts + context]`.
 */
export type Ratios = readonly Float64Array[];

/** A fault's own reasons are known only roughly: this part of it looks like the ordinary mix. */
export const UNSPECIFIC = 0.04;

/**
 * @param slack what each ratio is divided by
 * @param slackOfRough the same of failures that are left untold where much is: see ObservationClass
 */
export function patternRatios(
  classes: readonly ObservationClass[],
  baseline: Baseline,
  patterns: readonly Profile[],
  slack: number,
  slackOfRough = slack,
): Ratios {
  return patterns.map((pattern) => {
    const mixes = INTERFACES.map((face) => normalised(pattern, face));
    const ratios = new Float64Array(classes.length * CONTEXT_COUNT);
    classes.forEach((observed, index) => {
      const face = INTERFACES.indexOf(observed.interface);
      const mix = mixes[face];
      const own = observed.isRough ? slackOfRough : slack;
      for (let c = 0; mix && c < CONTEXT_COUNT; c++) {
        ratios[index * CONTEXT_COUNT + c] = ratio(observed, mix, baseline, face * CONTEXT_COUNT + c) / own;
      }
    });
    return ratios;
  });
}

function ratio(observed: ObservationClass, mix: Float64Array, { rate, total }: Baseline, cell: number): number {
  let struck = 0;
  let ordinary = 0;
  for (let f = 0; f < REASON_COUNT; f++) {
    const chance = observed.likelihood[f]!;
    if (chance === 0) continue;
    const usual = rate[cell * REASON_COUNT + f]!;
    const fault = (1 - UNSPECIFIC) * mix[f]! + (UNSPECIFIC * usual) / total[cell]!;
    struck += chance * fault;
    ordinary += chance * usual;
  }
  return ordinary > 0 ? struck / ordinary : 0;
}

/** A pattern's mix of reasons on an interface, summing to one; null where it leaves the interface alone. */
export function normalised(pattern: Profile, face: Interface): Float64Array | null {
  const mix: { readonly [R in InnerReason]?: number } | undefined = pattern.on[face];
  if (!mix) return null;
  const sum = Object.values(mix).reduce((a, b) => a + b, 0);
  return Float64Array.from(INNER_REASONS, (reason) => (mix[reason] ?? 0) / sum);
}

/** How strongly each pattern hits each interface, `share[pattern * interfaces + interface]`, 0 where not at all. */
export function patternShares(patterns: readonly Profile[]): Float64Array {
  const share = new Float64Array(patterns.length * INTERFACES.length);
  patterns.forEach((pattern, p) => {
    INTERFACES.forEach((face, i) => {
      if (pattern.on[face]) share[p * INTERFACES.length + i] = pattern.share?.[face] ?? 1;
    });
  });
  return share;
}
