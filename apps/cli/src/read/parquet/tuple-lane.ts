import type { AttemptStore } from '@duka/fleet';
import { UNKNOWN } from '@duka/fleet';
import { CodeTable, ODD } from './code-table.ts';
import type { Coded } from './coded-lane.ts';
import { keysOf, sqlOf } from './keys.ts';
import type { Asked, Lane, Rows } from './lane.ts';
import { CHUNK } from './lane.ts';

/** A column that goes into a tuple, at `slot`. */
export type Part = Coded & { readonly slot: number };

/** Columns that lie in the store as the code of a tuple. Each tuple is put together once; rows find it by the hash of all their keys. */
export class TupleLane implements Lane {
  readonly asks: readonly Asked[];
  readonly #parts: readonly Part[];
  readonly #tuples: AttemptStore['sites'];
  readonly #into: 'site' | 'event';
  readonly #known = new CodeTable();
  readonly #tuple: Int32Array;
  readonly #low = new Int32Array(CHUNK);
  readonly #high = new Int32Array(CHUNK);
  readonly #scratch: readonly Int32Array[];
  readonly #codes = new Int32Array(CHUNK);

  constructor(parts: readonly Part[], tuples: AttemptStore['sites'], into: 'site' | 'event') {
    this.asks = parts.map(({ name, values: { key } }) => ({ sql: sqlOf(name, key), width: key.width }));
    this.#parts = parts;
    this.#tuples = tuples;
    this.#into = into;
    this.#tuple = new Int32Array(tuples.width);
    this.#scratch = parts.map(() => new Int32Array(CHUNK));
  }

  take(vectors: readonly Uint8Array[], { columns, at, count, odd }: Rows): void {
    const keys = vectors.map((vector, i) => keysOf(vector, this.#parts[i]!.values.key, this.#scratch[i]!));
    this.#hash(keys, count);
    const { content } = columns;
    const known = this.#known;
    const codes = this.#codes;
    for (let row = 0; row < count; row++) {
      let place = known.find(this.#low[row]!, this.#high[row]!);
      if (place < 0) place = this.#meet(keys, row);
      const code = known.codeAt(place);
      codes[row] = code;
      if (code === ODD) odd[row] = 1;
      else content[at + row]! += known.partAt(place);
    }
    columns[this.#into].set(codes.subarray(0, count), at);
  }

  /** All keys of a row as one hash. */
  #hash(all: readonly Int32Array[], count: number): void {
    const low = this.#low.fill(0);
    const high = this.#high.fill(0);
    all.forEach((keys, part) => {
      const step = this.#stepOf(part);
      for (let row = 0, i = 0; row < count; row++, i += step) {
        low[row] = Math.imul(low[row]! ^ keys[i]!, 0x9e3779b1);
        high[row] = Math.imul(high[row]! ^ keys[i + step - 1]!, 0x85ebca6b);
      }
    });
    // A table of codes looks at the lowest bits first, which a product fills least.
    for (let row = 0; row < count; row++) low[row] = low[row]! ^ (low[row]! >>> 15);
  }

  /** Of whole keys every second number is the other half. */
  #stepOf(part: number): 1 | 2 {
    return this.#parts[part]!.values.key.width === 8 ? 2 : 1;
  }

  #meet(all: readonly Int32Array[], row: number): number {
    const tuple = this.#tuple.fill(UNKNOWN);
    let content = 0;
    let isOdd = false;
    this.#parts.forEach(({ slot, values: { table } }, part) => {
      const step = this.#stepOf(part);
      const keys = all[part]!;
      const place = table.find(keys[step * row]!, keys[step * row + step - 1]!);
      if (place < 0 || table.codeAt(place) === ODD) isOdd = true;
      else {
        tuple[slot] = table.codeAt(place);
        content += table.partAt(place);
      }
    });
    const low = this.#low[row]!;
    const high = this.#high[row]!;
    this.#known.add(low, high, isOdd ? ODD : this.#tuples.codeOf(tuple), content);
    return this.#known.find(low, high);
  }
}
