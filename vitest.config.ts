import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'apps/*/test/**/*.test.ts', 'bench/test/**/*.test.ts'],
    passWithNoTests: false,
    // The command line is tested as a process, on machines with as few as two cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
