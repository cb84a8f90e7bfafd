import type { AttemptField } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS } from '@duka/model';
import type { Missingness, ReportingShares } from '../config.ts';
import type { Rng } from '../rng.ts';

/** How one terminal's software writes its log. */
export type Habit = {
  readonly tells: 'outcome' | 'code' | 'reason' | 'both';
  /** Writes iso39:00 for what was approved. */
  readonly approvals: boolean;
  /** Writes the stage beside the reason or the code. */
  readonly stages: boolean;
  readonly never: ReadonlySet<AttemptField>;
};

export function drawHabit(shares: ReportingShares, missing: Missingness, rng: Rng): Habit {
  const tells = rng.weighted<Habit['tells']>([
    ['outcome', shares.outcome],
    ['code', shares.code],
    ['reason', shares.reason],
    ['both', shares.both],
  ]);
  const never = ATTEMPT_FIELD_NAMES.filter((field) => rng.chance(missing.terminals[field] ?? 0));
  return {
    tells,
    approvals: (tells === 'code' || tells === 'both') && rng.chance(0.75),
    stages: tells === 'reason' || tells === 'both' ? rng.chance(0.9) : tells === 'code' && rng.chance(0.06),
    never: new Set(never.filter(isOptional)),
  };
}

function isOptional(field: AttemptField): boolean {
  return !('required' in ATTEMPT_FIELDS[field]);
}

/** Fields that may be lost from a record at random. */
export const OPTIONAL_FIELDS = ATTEMPT_FIELD_NAMES.filter(isOptional);
