/** What a field may hold (ISO 8583:1987, 4.2): x+n is C or D and digits, z the code set of tracks 2 and 3, b is binary. */

export type Kind = 'n' | 'a' | 'an' | 'ans' | 'anp' | 'as' | 'ns' | 'z' | 'b' | 'x+n';

/** A format as the standard writes it: `n6`, `n..19` with two digits of length before it, `ans...999` with three, `b64`. */
export type Format = {
  readonly kind: Kind;
  /** Digits of the length that stands before the value; 0 where the length is fixed. */
  readonly prefix: number;
  /** The length, or the greatest: in digits or characters (x+n counts its sign), for b in bytes. */
  readonly size: number;
};

const NOTATION = /^(n|a|ans?|anp|as|ns|z|b|x\+n) ?(\.{0,4})(\d{1,4})$/;

/**
 * Reads the standard's notation. A fixed b counts bits there (`b64`), a variable one bytes.
 * @returns undefined for what is no format
 */
export function parseFormat(text: string): Format | undefined {
  const [, kind, dots, number] = NOTATION.exec(text) ?? [];
  if (kind === undefined || dots === undefined || number === undefined || dots.length === 1) return undefined;
  const count = Number(number);
  if (count === 0 || (dots && count >= 10 ** dots.length)) return undefined;
  if (kind === 'b' && !dots) return count % 8 === 0 ? { kind, prefix: 0, size: count / 8 } : undefined;
  return { kind: kind as Kind, prefix: dots.length, size: kind === 'x+n' ? count + 1 : count };
}
