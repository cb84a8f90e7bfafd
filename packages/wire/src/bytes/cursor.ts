import { WireError } from '../errors.ts';

/**
 * A place in bytes that only goes forward. Offsets count from the start of the whole input, also in a part of it, so
 * that what is said about a nested field can be found in the dump.
 */
export class Cursor {
  readonly bytes: Uint8Array;
  readonly end: number;
  /** Names what is being read in errors. */
  readonly path: string;
  /** A part of something that said its length: no more bytes can come, so a lack of them is a lie, not a wait. */
  readonly closed: boolean;
  offset: number;

  constructor(bytes: Uint8Array, path = '', offset = 0, end = bytes.length, closed = false) {
    this.bytes = bytes;
    this.path = path;
    this.offset = offset;
    this.end = end;
    this.closed = closed;
  }

  get left(): number {
    return this.end - this.offset;
  }

  /** @throws WireError `bytes.more` (incomplete) at the end of the input, `bytes.beyond` (malformed) at that of a part */
  need(length: number, name = ''): void {
    if (length <= this.end - this.offset) return;
    throw new WireError(this.closed ? 'bytes.beyond' : 'bytes.more', {
      path: this.at(name),
      offset: this.offset,
      needed: length,
      found: this.end - this.offset,
    });
  }

  /** Steps over so many bytes and returns where they begin. Throws as `need`. */
  skip(length: number, name = ''): number {
    this.need(length, name);
    const start = this.offset;
    this.offset += length;
    return start;
  }

  /** One byte. Throws as `need`. */
  byte(name = ''): number {
    return this.bytes[this.skip(1, name)]!;
  }

  /** A big-endian number of one to six bytes. Throws as `need`. */
  number(length: number, name = ''): number {
    let number = 0;
    for (let at = this.skip(length, name); at < this.offset; at++) number = number * 256 + this.bytes[at]!;
    return number;
  }

  /** Steps over a part that said its length, and returns a cursor that stays within it. Throws as `need`. */
  part(length: number, name: string): Cursor {
    const start = this.skip(length, name);
    return new Cursor(this.bytes, this.at(name), start, this.offset, true);
  }

  /** A cursor at the same place, over the same part. */
  again(): Cursor {
    return new Cursor(this.bytes, this.path, this.offset, this.end, this.closed);
  }

  /** The path of something named within what this cursor reads. */
  at(name: string): string {
    return this.path && name ? `${this.path}.${name}` : this.path || name;
  }

  /** @throws WireError `bytes.left` unless all was read */
  done(name = ''): void {
    if (this.left === 0) return;
    throw new WireError('bytes.left', { path: this.at(name), offset: this.offset, needed: 0, found: this.left });
  }
}
