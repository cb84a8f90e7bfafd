export type { DiagnoseOptions, IntakeCounts } from './diagnose/report.ts';
export { makeReport } from './diagnose/report.ts';
export type { IntakeOptions, Refused, Taken } from './intake/intake.ts';
export { isRefused, takeRecord } from './intake/intake.ts';
export { PlainLines } from './intake/plain-line.ts';
export type { OffsetMinutes } from './intake/time.ts';
export { formatTime, offsetMinutes, parseTime } from './intake/time.ts';
