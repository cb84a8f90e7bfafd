import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const GUIDE = fileURLToPath(new URL('../', import.meta.url));
/** Ignored by git, like all that the launcher writes. */
export const BUILDS = fileURLToPath(new URL('../../../.duka/guide/', import.meta.url));
