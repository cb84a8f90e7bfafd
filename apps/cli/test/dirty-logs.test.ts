import { dirtyCsv, dirtyNdjson, simulate } from '@duka/sim';
import { describe, expect, it } from 'vitest';
import { readingOf, scratch } from './log-fixture.ts';

const { write } = scratch();
const { attempts } = simulate({ terminals: 10, days: 6, faults: 2 }, 11);
const DIRTIER = {
  malformed: 0.05,
  duplicates: 0.05,
  conflicts: 0.03,
  cardData: 0.05,
  nulls: 0.2,
  unknownFields: 0.2,
  integerTimes: 0.2,
  utcTimes: 0.2,
  otherCase: 0.2,
  blankLines: 0.05,
};

describe('a dirty log is counted exactly', () => {
  const kinds = { ndjson: dirtyNdjson, csv: dirtyCsv } as const;
  for (const [kind, dirty] of Object.entries(kinds)) {
    it.each([1, 2, 3, 4])(`as ${kind}, seed %i`, async (seed) => {
      const { text, expected } = dirty(attempts, seed, seed % 2 === 0 ? DIRTIER : undefined);
      const { rejectedLines, ...counts } = expected;
      const reading = await readingOf(write(`${kind}-${seed}`, text));
      expect(reading).toMatchObject({ counts, lines: rejectedLines.slice(0, 20) });
    });
  }
});
