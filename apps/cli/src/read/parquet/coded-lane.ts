import { ODD } from './code-table.ts';
import { keysOf, sqlOf } from './keys.ts';
import type { KnownValues } from './known-values.ts';
import type { Asked, Lane, Rows } from './lane.ts';
import { CHUNK } from './lane.ts';

/** Columns of the store that take the codes of values that were looked at before. */
export type CodedColumn = 'terminal_id' | 'operator_id' | 'card_ref' | 'bin';

/** A column of the file, `name` as SQL quotes it, and what is known of its values. */
export type Coded = { readonly name: string; readonly values: KnownValues };

/** A column whose values were all looked at before; DuckDB brings out a key of each. */
export class CodedLane implements Lane {
  readonly asks: readonly Asked[];
  readonly #values: KnownValues;
  readonly #into: CodedColumn | null;
  readonly #scratch = new Int32Array(CHUNK);
  readonly #codes = new Int32Array(CHUNK);

  /** @param into null where only the hash of the record counts */
  constructor({ name, values }: Coded, into: CodedColumn | null) {
    this.asks = [{ sql: sqlOf(name, values.key), width: values.key.width }];
    this.#values = values;
    this.#into = into;
  }

  take([vector]: readonly Uint8Array[], { columns, at, count, odd }: Rows): void {
    const { key, table } = this.#values;
    const keys = keysOf(vector!, key, this.#scratch);
    const { content } = columns;
    const codes = this.#codes;
    const step = key.width === 8 ? 2 : 1;
    for (let row = 0, i = 0; row < count; row++, i += step) {
      const place = table.find(keys[i]!, keys[i + step - 1]!);
      const code = place < 0 ? ODD : table.codeAt(place);
      codes[row] = code;
      if (code === ODD) odd[row] = 1;
      else content[at + row]! += table.partAt(place);
    }
    if (this.#into) columns[this.#into].set(codes.subarray(0, count), at);
  }
}
