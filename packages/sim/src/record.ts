import type { Attempt, CauseId, Scope } from '@duka/model';

/** One attempt in the form of the input contract. `time` is RFC 3339 with the offset of China. */
export type AttemptRecord = Omit<Attempt, 'time' | 'extra'> & { time: string };

/**
 * What was really wrong. `planted` faults were put there; `natural` ones are ordinary bad cards that were
 * used often enough to be findings of their own.
 */
export type PlantedFault = {
  readonly cause: CauseId;
  readonly scope: Scope;
  readonly origin: 'planted' | 'natural';
  /** Ms since 1970. */
  readonly since: number;
  /** Null where it lasts beyond the window. */
  readonly until: number | null;
  /** Failures (failed or cancelled) that it caused. */
  readonly excess: number;
  /** Their places in the list of attempts, rising. */
  readonly attempts: readonly number[];
};

/** `minor` are bad cards that were used too seldom to be faults of their own. */
export type Simulation = {
  readonly attempts: readonly AttemptRecord[];
  readonly truth: readonly PlantedFault[];
  readonly minor: readonly PlantedFault[];
};
