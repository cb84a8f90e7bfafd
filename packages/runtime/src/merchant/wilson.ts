/** The 97.5 % point of the normal distribution: two sides of 95 %. */
const Z = 1.959964;

export type Share = { readonly count: number; readonly of: number; readonly low: number; readonly high: number };

/**
 * A share with its 95 % interval by Wilson's score (Wilson 1927, JASA 22, 209): it stays within 0 and 1 and is honest about few cases.
 * @returns low 0 and high 1 where there are no cases
 */
export function wilson(count: number, of: number): Share {
  if (of === 0) return { count, of, low: 0, high: 1 };
  const share = count / of;
  const scale = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / scale;
  const half = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / scale;
  return { count, of, low: count === 0 ? 0 : middle - half, high: count === of ? 1 : middle + half };
}
