export { nextStep } from './next-step.ts';
export type { Clue, Diagnosis } from './posterior.ts';
export { diagnose } from './posterior.ts';
