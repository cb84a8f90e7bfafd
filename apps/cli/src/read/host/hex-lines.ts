/** Bytes that a log writes in hex, with the text around them; none where the number of digits is odd. */
export type HexMessage = {
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly bytes: Buffer;
  readonly digits: number;
};

/** Shorter rows of hex are keys, MACs or ids. */
const SHORTEST = 20;
const LONGEST_DUMP = 16_384;
const SOLID = new RegExp(`[0-9a-f]{${SHORTEST * 2},}`, 'gi');
/** Byte by byte, with the same signs between all of them; a time of day before them is not one of them. */
const SPACED = new RegExp(
  `(?<![0-9a-f:.,-])[0-9a-f]{2}([ :-]|, ?)[0-9a-f]{2}(?:\\1[0-9a-f]{2}){${SHORTEST - 2},}(?![0-9a-f])`,
  'i',
);
/** As a program writes bytes: 0x60, 0x00 or \x60\x00. */
const PREFIXED = new RegExp(`(?:(?:0x|\\\\x)[0-9a-f]{2}[, ]{0,2}){${SHORTEST},}`, 'i');
/** In groups of two or four bytes, the last of which may be shorter. */
const GROUPED = new RegExp(
  `(?<![^\\s[(<])(?:[0-9a-f]{4}(?: [0-9a-f]{4}){${SHORTEST / 2 - 1},}|[0-9a-f]{8}(?: [0-9a-f]{8}){${SHORTEST / 4 - 1},})(?: (?:[0-9a-f]{2}){1,3})?(?![0-9a-f])`,
  'i',
);
/** A line of a dump: offset, up to 16 bytes in groups, perhaps their characters. */
const DUMP =
  /^\s*(?:0x)?([0-9a-f]{4,8})(?:[:h] ?|\s)\s*((?:[0-9a-f]{2}){1,4}(?:[ -]{1,2}(?:[0-9a-f]{2}){1,4}){0,15})(?=\s|\||$)/i;
const BYTES_OF_DUMP_LINE = 16;
/** A line of nothing but bytes: a message is written over several of the same width, the last of which is shorter. */
const BARE = /^\s*([0-9a-f]{2}(?: ?[0-9a-f]{2})*)\s*$/i;
/** No message is so short that it fills such a line alone. */
const WIDTHS: ReadonlySet<number> = new Set([16, 20, 24, 32]);

/** Lines that make one message: where it begins, and of lines without offsets how many bytes each has. */
type Dump = { readonly line: number; readonly width: number | null; hex: string };

/** Finds the messages in the lines of a log: in one row of hex, byte by byte, or in a dump of several lines. */
export class HexLines {
  #dump: Dump | null = null;
  #before = '';

  take(text: string, line: number): HexMessage[] {
    const dumped = this.#addToDump(text, line) ?? this.#addBare(text, line);
    if (dumped !== null) return dumped;
    const found = this.end();
    const row = rowOf(text);
    if (row === null) {
      this.#before = text;
      return found;
    }
    this.#before = '';
    const hex = row.text.replace(/0x|[^0-9a-f]/gi, '');
    const bytes = hex.length % 2 === 1 ? NOTHING : Buffer.from(hex, 'hex');
    const after = text.slice(row.at + row.text.length);
    return [...found, { line, before: text.slice(0, row.at), after, bytes, digits: hex.length }];
  }

  /** What the last lines of a dump made. */
  end(): HexMessage[] {
    const dump = this.#dump;
    this.#dump = null;
    if (dump === null || dump.hex.length < SHORTEST * 2) return [];
    const { line, hex } = dump;
    return [{ line, before: this.#before, after: '', bytes: Buffer.from(hex, 'hex'), digits: hex.length }];
  }

  /** Null where the line is no part of a dump. */
  #addToDump(text: string, line: number): HexMessage[] | null {
    const [, offset = '', groups = ''] = DUMP.exec(text) ?? [];
    if (offset === '') return null;
    const hex = groups.replace(/[^0-9a-f]/gi, '').slice(0, BYTES_OF_DUMP_LINE * 2);
    const length = (this.#dump?.hex.length ?? 0) / 2;
    const isNext = this.#dump !== null && [Number.parseInt(offset, 16), Number.parseInt(offset, 10)].includes(length);
    if (isNext && length < LONGEST_DUMP) {
      this.#dump!.hex += hex;
      return [];
    }
    if (Number.parseInt(offset, 16) !== 0) return null;
    const found = this.end();
    this.#dump = { line, width: null, hex };
    return found;
  }

  /** Null where the line is none of several lines of bytes. */
  #addBare(text: string, line: number): HexMessage[] | null {
    const hex = BARE.exec(text)?.[1]?.replaceAll(' ', '');
    if (hex === undefined) return null;
    const open = this.#dump;
    const width = (open?.width ?? 0) * 2;
    if (open !== null && hex.length <= width && open.hex.length % width === 0 && open.hex.length < LONGEST_DUMP * 2) {
      open.hex += hex;
      return [];
    }
    if (!WIDTHS.has(hex.length / 2)) return null;
    const found = this.end();
    this.#dump = { line, width: hex.length / 2, hex };
    return found;
  }
}

const NOTHING = Buffer.alloc(0);

function rowOf(text: string): { at: number; text: string } | null {
  let best: { at: number; text: string } | null = null;
  for (const { 0: row, index } of text.matchAll(SOLID)) {
    if (row.length > (best?.text.length ?? 0)) best = { at: index, text: row };
  }
  if (best !== null) return best;
  const spaced = SPACED.exec(text) ?? PREFIXED.exec(text) ?? GROUPED.exec(text);
  return spaced === null ? null : { at: spaced.index, text: spaced[0] };
}
