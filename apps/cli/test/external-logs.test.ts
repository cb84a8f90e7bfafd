import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readingOf } from './log-fixture.ts';

/** Logs of an independent simulator, beside the repository; what reading them must give is known, the truth is not. */
const LOGS = fileURLToPath(new URL('../../../../shared/logs', import.meta.url));

const EXPECTED = [
  { file: 'fleet-300-terminals.ndjson.gz', attempts: 88_959, rejected: 95, duplicates: 159, removed: 38 },
  { file: 'shop-3-terminals.csv.gz', attempts: 15_928, rejected: 0, duplicates: 0, removed: 0 },
] as const;

describe('external:', () => {
  for (const { file, attempts, rejected, duplicates, removed } of EXPECTED) {
    it(`${file} is counted exactly`, async (test) => {
      const path = join(LOGS, file);
      test.skip(!existsSync(path), `there is no ../shared/logs/${file} beside the repository`);
      const { counts } = await readingOf(path);
      expect(counts).toMatchObject({ attempts, rejected, duplicates, conflicts: 0 });
      expect(counts.removed_card_data).toBeGreaterThanOrEqual(removed);
    });
  }
});
