/** What holds at all times holds in every part of the log; what shows in one part only began or ended there, and is for the search. */
export const PARTS = 3;

/** The part that a row of so many lies in, 0 to PARTS − 1. */
export const partOf = (row: number, rows: number): number => Math.floor((row * PARTS) / rows);
