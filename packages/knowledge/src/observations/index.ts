import type { Observation } from '@duka/model';
import { COUNTER_OBSERVATIONS } from './counter.ts';
import { LOG_OBSERVATIONS } from './log.ts';
import { PROBE_QUESTIONS } from './probes.ts';
import { questions } from './row.ts';

export const OBSERVATIONS: readonly Observation[] = [
  ...COUNTER_OBSERVATIONS,
  ...questions('probe', PROBE_QUESTIONS),
  ...LOG_OBSERVATIONS,
];
