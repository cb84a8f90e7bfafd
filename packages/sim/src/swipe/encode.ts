/** Track 1 has 6 bits and a parity bit a character at 210 bits an inch; 2 and 3 have 4 and one, at 75 and 210. */
const TRACKS = {
  1: { bits: 6, base: 0x20, perInch: 210 },
  2: { bits: 4, base: 0x30, perInch: 75 },
  3: { bits: 4, base: 0x30, perInch: 210 },
} as const;

export type TrackNumber = keyof typeof TRACKS;

/** Length of a card, and where the first character of a track begins (mm from the edge that is read first). */
export const CARD_MM = 85.6;
const FIRST_CHARACTER_MM = 7.4;

export const bitMm = (track: TrackNumber): number => 25.4 / TRACKS[track].perInch;

/** The bits of a whole stripe: clocking zeros, characters with odd parity, the check character, zeros to its end. */
export function encodeTrack(track: TrackNumber, text: string): Uint8Array {
  const { bits, base } = TRACKS[track];
  const written: number[] = Array.from({ length: Math.round(FIRST_CHARACTER_MM / bitMm(track)) }, () => 0);
  const columns = new Uint8Array(bits);
  for (const character of text) writeCharacter(written, character.charCodeAt(0) - base, bits, columns);
  let check = 0;
  for (let bit = 0; bit < bits; bit++) check |= columns[bit]! << bit;
  writeCharacter(written, check, bits, columns);
  while ((written.length + 1) * bitMm(track) < CARD_MM) written.push(0);
  return Uint8Array.from(written);
}

function writeCharacter(written: number[], value: number, bits: number, columns: Uint8Array): void {
  let ones = 0;
  for (let bit = 0; bit < bits; bit++) {
    const one = (value >> bit) & 1;
    ones += one;
    columns[bit]! ^= one;
    written.push(one);
  }
  written.push(1 - (ones & 1));
}
