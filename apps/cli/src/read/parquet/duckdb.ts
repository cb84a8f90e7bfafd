import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';

/** A connection of its own. Nothing is ever laid down on disk, where card data would outlive the run. */
export async function openDuckDb(): Promise<{ readonly connection: DuckDBConnection; readonly close: () => void }> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: '' });
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  return { connection, close };
}

/** The memory of a chunk's vectors, `widths[i]` bytes a row. It is theirs: it is gone when the chunk is. */
export type VectorReader = (chunk: DuckDBDataChunk, widths: readonly number[]) => readonly Uint8Array[];

export async function vectorReader(): Promise<VectorReader> {
  const { default: bindings } = await import('@duckdb/node-bindings');
  return ({ chunk, rowCount }, widths) =>
    widths.map((width, i) => bindings.vector_get_data(bindings.data_chunk_get_vector(chunk, i), rowCount * width));
}

export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
