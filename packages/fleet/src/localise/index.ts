export type { RatioTable } from './expectation.ts';
export type { Attribute } from './leaves.ts';
export type { LeafTable, LocalCause, LocalFailures } from './localise.ts';
export { localise, localiseFailures } from './localise.ts';
