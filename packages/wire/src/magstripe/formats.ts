/**
 * The three tracks of a bank card (JR/T 0009; GB/T 15120, ISO/IEC 7811 and 7813). A character is `bits` bits, lowest
 * first, and one for odd parity; its value counts from `base` in ASCII. The clocking zeros before it, the check
 * character (LRC: even parity over each column, sentinels included) after the end sentinel.
 */
export const TRACK_FORMATS = [
  { track: 1, bits: 6, base: 0x20, perInch: 210, most: 79, start: '%', separator: '^', end: '?' },
  { track: 2, bits: 4, base: 0x30, perInch: 75, most: 40, start: ';', separator: '=', end: '?' },
  { track: 3, bits: 4, base: 0x30, perInch: 210, most: 107, start: ';', separator: '=', end: '?' },
] as const;

export type TrackFormat = (typeof TRACK_FORMATS)[number];
export type TrackNumber = TrackFormat['track'];
