export type { Row } from './attempt-store.ts';
export {
  AttemptStore,
  contentHash,
  contentPart,
  EVENT_COLUMNS,
  fieldIndex,
  idOf,
  SITE_COLUMNS,
  TEXT_COLUMNS,
} from './attempt-store.ts';
export type { Arm, ChangeDesign, FalseAlarms } from './change/design.ts';
export { designKnown, designUnknown } from './change/design.ts';
export type { ChangeReading } from './change/detector.ts';
export { ChangeDetector } from './change/detector.ts';
export { CodesByHash } from './codes-by-hash.ts';
export type { CrossedData, CrossedFactor, CrossedFit } from './crossed/fit.ts';
export { fitCrossed } from './crossed/fit.ts';
export { Dictionary, UNKNOWN } from './dictionary.ts';
export type { FleetFinding, FleetReading } from './findings.ts';
export { readFindings } from './findings.ts';
export type { Frame, FrameOptions } from './frame.ts';
export { readFrame } from './frame.ts';
export type { TextHash } from './hash.ts';
export { hashNumber, hashText, highAfter, lastWord, lowAfter, NO_WORDS, spread } from './hash.ts';
export type { StateArray } from './state.ts';
export type { Tuples } from './tuples.ts';
export type { MoreReads, Verdict, VerdictErrors } from './verification/recovery.ts';
export type { NothingToVerify, ReadCount, RepairAnswer, RepairQuestion } from './verification/verify-repair.ts';
export { verifyRepair } from './verification/verify-repair.ts';
export type { DayRange, WearDay, WearForecast, WearQuestion } from './wear/forecast.ts';
export { forecastWear } from './wear/forecast.ts';
