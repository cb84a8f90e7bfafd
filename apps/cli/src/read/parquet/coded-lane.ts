import { CodeTable, ODD } from './code-table.ts';
import type { Asked, Lane, Rows } from './lane.ts';
import { asWords, CHUNK } from './lane.ts';

/** Columns of the store that take the codes of values that were looked at before. */
export type CodedColumn = 'site' | 'event' | 'terminal_id' | 'operator_id' | 'card_ref' | 'bin';

/** A column of the file, `name` as SQL quotes it, and what is known of its values by DuckDB's hash of them. */
export type Coded = { readonly name: string; readonly values: CodeTable };

/**
 * Columns whose values were all looked at before; DuckDB brings out the hash of each. One code stands for all of them in the store:
 * that of a value, or of their combination. Each combination is put together once.
 */
export class CodedLane implements Lane {
  readonly asks: readonly Asked[];
  readonly #columns: readonly Coded[];
  readonly #into: CodedColumn | null;
  readonly #join: (codes: readonly number[]) => number;
  readonly #known = new CodeTable();
  readonly #low = new Int32Array(CHUNK);
  readonly #high = new Int32Array(CHUNK);
  readonly #codes = new Int32Array(CHUNK);

  /** @param into null where only the hash of the record counts. @param join gives the code of a combination by those of its values */
  constructor(columns: readonly Coded[], into: CodedColumn | null, join: (codes: readonly number[]) => number) {
    this.asks = columns.map(({ name }) => ({ sql: `hash(${name})`, width: 8 }));
    this.#columns = columns;
    this.#into = into;
    this.#join = join;
  }

  take(vectors: readonly Uint8Array[], rows: Rows): void {
    const hashes = vectors.map(asWords);
    this.#combine(hashes, rows.count);
    this.#look(hashes, rows);
    if (this.#into) rows.columns[this.#into].set(this.#codes.subarray(0, rows.count), rows.at);
  }

  /** The hashes of a combination as one; of a single column, its own. */
  #combine(hashes: readonly Int32Array[], count: number): void {
    const low = this.#low;
    const high = this.#high;
    low.fill(0);
    high.fill(0);
    for (const words of hashes) {
      for (let row = 0; row < count; row++) {
        low[row] = Math.imul(low[row]!, 0x9e3779b1) ^ words[2 * row]!;
        high[row] = Math.imul(high[row]!, 0x85ebca6b) ^ words[2 * row + 1]!;
      }
    }
  }

  #look(hashes: readonly Int32Array[], { columns: { content }, at, count, odd }: Rows): void {
    const known = this.#known;
    const codes = this.#codes;
    for (let row = 0; row < count; row++) {
      let place = known.find(this.#low[row]!, this.#high[row]!);
      if (place < 0) place = this.#meet(hashes, row);
      const code = known.codeAt(place);
      codes[row] = code;
      if (code === ODD) odd[row] = 1;
      else content[at + row]! += known.partAt(place);
    }
  }

  #meet(hashes: readonly Int32Array[], row: number): number {
    const codes: number[] = [];
    let part = 0;
    this.#columns.forEach(({ values }, i) => {
      const place = values.find(hashes[i]![2 * row]!, hashes[i]![2 * row + 1]!);
      codes.push(place < 0 ? ODD : values.codeAt(place));
      if (place >= 0) part += values.partAt(place);
    });
    const low = this.#low[row]!;
    const high = this.#high[row]!;
    this.#known.add(low, high, codes.includes(ODD) ? ODD : this.#join(codes), part);
    return this.#known.find(low, high);
  }
}
