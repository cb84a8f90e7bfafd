/**
 * Shares of reads that fail by a part at which something has to be done. Above 2 % of fallbacks a merchant is in trouble (US
 * Payments Forum, 2016); where they are 10 % or more, Visa charges for them.
 */
export const WEAR_LIMITS = { trouble: 0.02, charged: 0.1 } as const;
