export { AttemptStore } from './attempt-store.ts';
export type { FleetFinding, FleetReading } from './findings.ts';
export { readFindings } from './findings.ts';
export type { Frame, FrameOptions } from './frame.ts';
export { readFrame } from './frame.ts';
