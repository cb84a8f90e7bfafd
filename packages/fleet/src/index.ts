export type { Arm, ChangeDesign, FalseAlarms } from './change/design.ts';
export { designKnown, designUnknown } from './change/design.ts';
export type { ChangeReading } from './change/detector.ts';
export { ChangeDetector } from './change/detector.ts';
export type { CrossedData, CrossedFactor, CrossedFit } from './crossed/fit.ts';
export { fitCrossed } from './crossed/fit.ts';
export type { FleetFinding, FleetReading } from './finding/findings.ts';
export { readFindings } from './finding/findings.ts';
export type { Row } from './log/attempt-store.ts';
export {
  AttemptStore,
  contentHash,
  contentPart,
  EVENT_COLUMNS,
  fieldIndex,
  idOf,
  SITE_COLUMNS,
  TEXT_COLUMNS,
} from './log/attempt-store.ts';
export { CodesByHash } from './log/codes-by-hash.ts';
export { Dictionary, UNKNOWN } from './log/dictionary.ts';
export type { Frame, FrameOptions } from './log/frame.ts';
export { readFrame } from './log/frame.ts';
export type { TextHash } from './log/hash.ts';
export { hashNumber, hashText, highAfter, lastWord, lowAfter, NO_WORDS, spread } from './log/hash.ts';
export { ownTime } from './log/own-time.ts';
export type { StateArray } from './log/state.ts';
export type { Tuples } from './log/tuples.ts';
export type { MoreReads, Verdict, VerdictErrors } from './verification/recovery.ts';
export type { NothingToVerify, ReadCount, RepairAnswer, RepairQuestion } from './verification/verify-repair.ts';
export { verifyRepair } from './verification/verify-repair.ts';
export type { DayRange, WearDay, WearForecast, WearQuestion } from './wear/forecast.ts';
export { forecastWear } from './wear/forecast.ts';
