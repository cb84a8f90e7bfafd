/** Where a fault strikes this part as often as elsewhere, it strikes. */
export const AS_BAD = 0.5;

/** Attempts on which a fault could strike, and of those that failed how many times likelier each is where it does. */
export type Exposure = { attempts: number; readonly ratios: number[] };

/** The likeliest share of attempts struck, by expectation–maximisation. */
export function shareStruck({ attempts, ratios }: Exposure): number {
  let share = 0.3;
  for (let round = 0; round < 30; round++) {
    let struck = 0;
    for (const ratio of ratios) struck += (share * ratio) / (1 - share + share * ratio);
    share = Math.min(0.98, struck / Math.max(1, attempts));
  }
  return share;
}
