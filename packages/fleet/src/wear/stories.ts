/** A story of how a part goes: the share of reads that fail by it, days from now (negative: before), and when it reaches a limit. */
export type Story = {
  readonly weight: number;
  /** Share of reads today. */
  readonly now: number;
  readonly share: (daysFromNow: number) => number;
  /** Days from now until the share is reached; infinite where it never is. */
  readonly reaches: (limit: number) => number;
};

const steps = (from: number, to: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));

const SHARES_NOW = steps(2e-3, 0.4, 56);
/** Days in which a share doubles, or since when it has grown. */
const PACES = steps(3, 250, 34);

/** Nobody can see more than this, and it keeps logarithms finite. */
const MOST = 0.98;

const doubling = (now: number, days: number): Omit<Story, 'weight'> => ({
  now,
  share: (at) => Math.min(MOST, now * 2 ** (at / days)),
  reaches: (limit) => days * Math.log2(limit / now),
});

const steady = (now: number, since: number): Omit<Story, 'weight'> => ({
  now,
  share: (at) => Math.min(MOST, Math.max(0, now * (1 + at / since))),
  reaches: (limit) => since * (limit / now - 1),
});

const evenly = (stories: readonly Omit<Story, 'weight'>[], weight: number): readonly Story[] =>
  stories.map((story) => ({ ...story, weight: weight / stories.length }));

/** The part wears, ever faster as likely as steadily; shares and paces evenly by their logarithms. Weights sum to 1. */
export const WEARING: readonly Story[] = [
  ...evenly(
    SHARES_NOW.flatMap((now) => PACES.map((days) => doubling(now, days))),
    0.5,
  ),
  ...evenly(
    SHARES_NOW.flatMap((now) => PACES.map((since) => steady(now, since))),
    0.5,
  ),
];

/** It stays as it is, bad or well. Weights sum to 1. */
export const LASTING: readonly Story[] = evenly(
  [0, ...SHARES_NOW].map((now) => ({
    now,
    share: () => now,
    reaches: (limit) => (now >= limit ? 0 : Number.POSITIVE_INFINITY),
  })),
  1,
);
