import type { DuckDBBitValue } from '@duckdb/node-api';

/** Some rows of a file, a bit each. */
export class RowMarks {
  count = 0;
  /** As DuckDB lays out a bit string: a byte that says how many bits of the next are none, then the bits, highest first. */
  readonly #bits: Uint8Array;

  constructor(rows: number) {
    this.#bits = new Uint8Array(1 + Math.max(1, Math.ceil(rows / 8)));
  }

  add(row: number): void {
    this.#bits[1 + (row >> 3)]! |= 0x80 >> (row & 7);
    this.count++;
  }

  /** For DuckDB's get_bit. */
  async bits(): Promise<DuckDBBitValue> {
    const { DuckDBBitValue } = await import('@duckdb/node-api');
    return new DuckDBBitValue(this.#bits);
  }
}
