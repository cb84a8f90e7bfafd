export * from './signature-baseline.ts';
export * from './signature-features.ts';
export * from './signature-patterns.ts';
export * from './signature-profiles.ts';
export * from './signature-reasons.ts';
export * from './signature-scopes.ts';
