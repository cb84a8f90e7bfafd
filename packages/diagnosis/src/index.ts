export type { Model, ModelAction, ModelCause, ModelObservation } from './knowledge/model.ts';
export { readKnowledge } from './knowledge/read.ts';
export { nextStep } from './next-step.ts';
export type { Clue, Diagnosis } from './posterior.ts';
export { diagnose } from './posterior.ts';
export type { Request } from './request.ts';
export type { Advice, NextStep } from './troubleshoot.ts';
export { troubleshoot } from './troubleshoot.ts';
