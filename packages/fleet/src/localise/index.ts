export type { RatioTable } from './expectation.ts';
export type { Attribute } from './leaves.ts';
export type { LeafTable, LocalCause } from './localise.ts';
export { localise, localiseFailures } from './localise.ts';
