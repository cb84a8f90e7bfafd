import { defineConfig } from 'vitest/config';

/** What compares with Wireshark: scripts/test.mjs installs it. */
export default defineConfig({
  test: { include: ['packages/*/test/tshark/**/*.tshark.ts'], passWithNoTests: false, testTimeout: 60_000 },
});
