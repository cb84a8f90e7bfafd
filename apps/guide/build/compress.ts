import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/** Less than a tenth saved is not worth a file. */
const WORTH = 0.9;

/** Puts `.br` and `.gz` beside a file, where they are smaller. */
export async function compress(file: string): Promise<void> {
  const plain = await readFile(file);
  const packed = { br: await promisify(brotliCompress)(plain), gz: await promisify(gzip)(plain, { level: 9 }) };
  for (const [ending, bytes] of Object.entries(packed))
    if (bytes.length < plain.length * WORTH) await writeFile(`${file}.${ending}`, bytes);
}
