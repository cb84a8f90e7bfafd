import { INNER_REASONS, innerReasonIsOf } from '@duka/knowledge/signatures';
import type { REASON_TABLE } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { REASON_COUNT, reasonIndex } from '../scene/observation.ts';
import { ABOVE_LIMIT, CONTEXTS, PERHAPS_ABOVE } from '../scene/sales.ts';
import type { Scene } from '../scene/scene.ts';
import type { Baseline } from './baseline.ts';

/** Reasons in families that rise and fall together, by who can see them: what misreads a chip need not lose the line. */
export const FAMILY = {
  chip: 0,
  contactless: 1,
  magstripe: 2,
  qr: 3,
  holder: 4,
  network: 5,
  host: 6,
  printer: 7,
  any: 8,
  /** Taps above the limit that are sent to another interface: issuers, acquirers and kinds of terminals have rules of their own. */
  tap_limit: 9,
  /** Stripes that are refused for the chip's sake: some issuers and acquirers have always done so, others leave it to the cashier. */
  stripe_rule: 10,
} as const satisfies { readonly [F in Family]: number };
/** Families that follow rules: a unit has one or has it not. */
export const RULES: ReadonlySet<number> = new Set([FAMILY.tap_limit, FAMILY.stripe_rule]);
type Family = (typeof REASON_TABLE)[keyof typeof REASON_TABLE]['of'] | 'tap_limit' | 'stripe_rule';
export const FAMILIES = Object.keys(FAMILY).length;
const FAMILY_OF = INNER_REASONS.map((reason) => FAMILY[innerReasonIsOf(reason)]);
const OTHER_INTERFACE = reasonIndex('use_other_interface');
const CHIP_REQUIRED = reasonIndex('chip_required');
const CELLS = INTERFACES.length * CONTEXTS.length;

export type Families = {
  /** Ordinary chance of a failure of each family, `rate[(interface * contexts + context) * families + family]`. */
  readonly rate: Float64Array;
  /** Of each failure, as `scene.cell` has it, the chance that its reason is of each family: `share[cell * families + family]`. */
  readonly share: Float64Array;
};

export function familiesOf({ classes }: Scene, baseline: Baseline): Families {
  const rate = new Float64Array(CELLS * FAMILIES);
  for (let cell = 0; cell < CELLS; cell++) {
    for (let f = 0; f < REASON_COUNT; f++)
      rate[cell * FAMILIES + familyOf(f, cell % CONTEXTS.length)]! += baseline.rate[cell * REASON_COUNT + f]!;
  }
  const share = new Float64Array(classes.length * CONTEXTS.length * FAMILIES);
  classes.forEach(({ interface: face, likelihood }, index) => {
    for (let c = 0; c < CONTEXTS.length; c++) {
      const base = (INTERFACES.indexOf(face) * CONTEXTS.length + c) * REASON_COUNT;
      const at = (index * CONTEXTS.length + c) * FAMILIES;
      let sum = 0;
      for (let f = 0; f < REASON_COUNT; f++) {
        const chance = likelihood[f]! * baseline.rate[base + f]!;
        share[at + familyOf(f, c)]! += chance;
        sum += chance;
      }
      if (sum > 0) for (let m = 0; m < FAMILIES; m++) share[at + m]! /= sum;
    }
  });
  return { rate, share };
}

function familyOf(reason: number, context: number): number {
  if (reason === CHIP_REQUIRED) return FAMILY.stripe_rule;
  const isAbove = context === ABOVE_LIMIT || context === PERHAPS_ABOVE;
  return reason === OTHER_INTERFACE && isAbove ? FAMILY.tap_limit : FAMILY_OF[reason]!;
}
