import type { Scene } from '../scene/scene.ts';

/** Terminals in their homes: what hangs on neither card nor cashier is the same for all attempts of a seat. */
export type Seats = {
  readonly count: number;
  /** The seat of each attempt. */
  readonly of: Int32Array;
  /** Terminal and home of each seat. */
  readonly terminal: Int32Array;
  readonly home: Int32Array;
  /** How many of its attempts failed. */
  readonly failures: Int32Array;
};

export function takeSeats({ frame, attributes, failed }: Pick<Scene, 'frame' | 'attributes' | 'failed'>): Seats {
  const { codes, count } = frame.text.terminal_id;
  const { home, homes } = attributes;
  const of = new Int32Array(frame.length);
  const numbers = new Map<number, number>();
  const terminals: number[] = [];
  const itsHomes: number[] = [];
  /** Of each terminal, where it sat last: it seldom moves. */
  const last = new Int32Array(count).fill(-1);
  for (let row = 0; row < of.length; row++) {
    const terminal = codes[row]!;
    const at = home[row]!;
    if (last[terminal]! < 0 || itsHomes[last[terminal]!] !== at) {
      const key = terminal * homes + at;
      const known = numbers.get(key) ?? numbers.size;
      if (known === numbers.size) {
        numbers.set(key, known);
        terminals.push(terminal);
        itsHomes.push(at);
      }
      last[terminal] = known;
    }
    of[row] = last[terminal]!;
  }
  const failures = new Int32Array(terminals.length);
  for (const row of failed) failures[of[row]!]!++;
  return {
    count: terminals.length,
    of,
    terminal: Int32Array.from(terminals),
    home: Int32Array.from(itsHomes),
    failures,
  };
}
