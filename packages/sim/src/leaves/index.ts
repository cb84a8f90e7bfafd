export { leafCsv, ratioCsv } from './csv.ts';
export { driftCase } from './drift.ts';
export { ratioCase } from './ratio.ts';
export { rippleCase } from './ripple.ts';
export { riskCase } from './risk.ts';
export type { LeafAttribute, LeafCase, PlantedCause, RatioCase } from './types.ts';
