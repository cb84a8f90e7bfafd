export type {
  CardShares,
  Differences,
  FaultRequest,
  FleetConfig,
  Missingness,
  ReportingShares,
  Seasons,
} from './config.ts';
export { DEFAULT_CONFIG } from './config.ts';
export type { Dirt, DirtyLog } from './dirty.ts';
export { DEFAULT_DIRT, dirtyCsv, dirtyNdjson } from './dirty.ts';
export { PLANTABLE_CAUSES, randomFaults } from './faults/plant.ts';
export type { FleetRanges } from './fleet-ranges.ts';
export { drawFleet, REPORTING_RANGES, TUNING_RANGES } from './fleet-ranges.ts';
export type { LeafAttribute, LeafCase, PlantedCause, RatioCase } from './leaves/index.ts';
export { driftCase, leafCsv, ratioCase, ratioCsv, rippleCase, riskCase } from './leaves/index.ts';
export type { AttemptRecord, PlantedFault, Simulation } from './record.ts';
export { Rng } from './rng.ts';
export { simulate, simulateByTerminal } from './simulate.ts';
export type { SwipeFault, SwipeRanges, SwipeSession, SwipeTrack, WavKind } from './swipe/index.ts';
export { encodeTrack, SWIPE_FAULTS, SWIPE_RANGES, swipeSession, writeWav } from './swipe/index.ts';
export { toCsv, toNdjson } from './write.ts';
