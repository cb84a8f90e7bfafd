import { CAUSE_IDS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { knowledgeFile, OBSERVATIONS } from '../src/index.ts';
import {
  INNER_REASONS,
  PATTERN_IDS,
  PATTERN_SCOPES,
  PATTERNS,
  PROFILES,
  SCOPE_KIND_IDS,
  TYPICAL_FAILURES,
} from '../src/signatures.ts';

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

describe('every observation', () => {
  it.each(OBSERVATIONS.map((observation) => [observation.id, observation] as const))(
    '%s has a chance for each value under each cause, and words for it',
    (_, { values, given, otherwise, labels }) => {
      expect(new Set(values).size).toBe(values.length);
      for (const [cause, row] of [...Object.entries(given), ['otherwise', otherwise] as const]) {
        expect([...CAUSE_IDS, 'otherwise'], cause).toContain(cause);
        expect(row, cause).toHaveLength(values.length);
        expect(sum(row), cause).toBeCloseTo(1, 9);
        expect(Math.min(...row), cause).toBeGreaterThan(0);
      }
      for (const value of values) expect(labels[value]?.zh && labels[value]?.en, value).toBeTruthy();
    },
  );
});

describe('the knowledge file', () => {
  it('names every cause once, with priors that sum to one', () => {
    const { causes } = knowledgeFile();
    expect(causes.map(({ id }) => id)).toEqual([...CAUSE_IDS]);
    expect(sum(causes.map(({ prior }) => prior))).toBeCloseTo(1, 6);
  });
});

describe('every failure pattern and profile', () => {
  it.each([
    ...PATTERN_IDS.map((id) => [id, PATTERNS[id]] as const),
    ...Object.entries(PROFILES).flatMap(([id, ways]) => ways.map((way, i) => [`${id} (${i + 1})`, way] as const)),
  ])('%s hits at least one interface, with reasons that exist', (_, { on }) => {
    const mixes = Object.values(on);
    expect(mixes.length).toBeGreaterThan(0);
    for (const mix of mixes) {
      for (const reason of Object.keys(mix)) expect(INNER_REASONS).toContain(reason);
      expect(sum(Object.values(mix))).toBeGreaterThan(0);
    }
  });

  it('has a profile for every cause and a place for every pattern', () => {
    expect(Object.keys(PROFILES).sort()).toEqual([...CAUSE_IDS].sort());
    for (const id of PATTERN_IDS) {
      for (const kind of Object.keys(PATTERN_SCOPES[id])) expect(SCOPE_KIND_IDS).toContain(kind);
    }
  });
});

describe('the typical failures', () => {
  it('stay well below one attempt in five on every interface', () => {
    for (const rates of Object.values(TYPICAL_FAILURES)) expect(sum(Object.values(rates))).toBeLessThan(200);
  });
});
