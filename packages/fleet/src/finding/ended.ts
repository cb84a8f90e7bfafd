/** So many failures would have come since, had the trouble gone on. */
const WOULD_HAVE_COME = 5;

/**
 * Whether a trouble is over, as nothing of it came since.
 * @param rate share of attempts that it struck
 * @param since attempts since then that it could have struck
 */
export const hasEnded = (rate: number, since: number): boolean => rate * since >= WOULD_HAVE_COME;
