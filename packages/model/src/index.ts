export * from './attempt.ts';
export * from './cause.ts';
export * from './knowledge.ts';
export * from './report.ts';
export * from './text.ts';
export * from './vocabulary.ts';
