export type { Built } from './built.ts';
export { builtGuide } from './built.ts';
export type { Own } from './own.ts';
