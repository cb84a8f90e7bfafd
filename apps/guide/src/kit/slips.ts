/** How often somebody in a hurry taps just any answer, as in Duka's own knowledge. */
const SLIP = 0.03;

/** Chances of answers as they are meant, and as they are tapped. */
export const tapped = (meant: readonly number[]): readonly number[] =>
  meant.map((chance) => (1 - SLIP) * chance + SLIP / meant.length);

export const meant = (tapped: readonly number[]): readonly number[] =>
  tapped.map((chance) => (chance - SLIP / tapped.length) / (1 - SLIP));
