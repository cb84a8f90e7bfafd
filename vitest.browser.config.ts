import { defineConfig } from 'vitest/config';

/** What needs a browser: scripts/test.mjs installs it, and runs these one file after the other. */
export default defineConfig({
  test: {
    include: ['apps/*/test/browser/**/*.browser.ts'],
    passWithNoTests: false,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
