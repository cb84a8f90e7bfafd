import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'apps/*/test/**/*.test.ts', 'bench/test/**/*.test.ts'],
    passWithNoTests: false,
    // By itself vitest leaves one processor free, and so half of a machine that has two.
    maxWorkers: '100%',
    // The command line is tested as a process, on machines with as few as two cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
