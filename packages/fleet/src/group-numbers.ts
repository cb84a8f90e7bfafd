import type { ScopeKind } from '@duka/knowledge/signatures';
import { SCOPE_KINDS } from '@duka/knowledge/signatures';
import type { TerminalAttribute } from './attributes.ts';
import { UNKNOWN } from './dictionary.ts';
import { mixed } from './hash.ts';
import type { Scene } from './scene.ts';

/** `of` each row the number of its group, UNKNOWN where it has none. Kinds of equal `partition` bound the same attempts. */
type Numbered = { readonly of: Int32Array; readonly count: number; readonly partition: string | null };

/** Which group of a kind each attempt is of. @param scratch room for a number a row, which the next call overwrites */
export function numberGroups(scene: Scene, kind: ScopeKind, scratch: Int32Array): Numbered {
  const { frame, attributes, sales } = scene;
  switch (kind) {
    case 'terminal':
      return { of: frame.text.terminal_id.codes, count: frame.text.terminal_id.count, partition: null };
    case 'card':
      return { of: sales.card, count: frame.text.card_ref.count, partition: null };
    case 'operator':
      return { of: attributes.operator, count: attributes.operators, partition: null };
    case 'bin':
      return { of: sales.bin, count: frame.text.bin.count, partition: null };
  }
  const columns: readonly string[] = SCOPE_KINDS[kind];
  const [first, second] = columns.map((column) => attributes.of[column as TerminalAttribute]);
  return columns[0] === 'bin'
    ? numberBinGroups(scene, second!, scratch)
    : numberHomeGroups(scene, first!, second, scratch);
}

/** Groups of terminals' attributes: the same for all attempts of a home. */
function numberHomeGroups(
  { attributes }: Scene,
  first: Int32Array,
  second: Int32Array | undefined,
  of: Int32Array,
): Numbered {
  const { home, homes } = attributes;
  const numbers = new Map<number, number>();
  const ofHome = new Int32Array(homes);
  let low = 17;
  let high = 31;
  for (let at = 0; at < homes; at++) {
    ofHome[at] = numberOf(numbers, first[at]!, second ? second[at]! : 0);
    low = mixed(low ^ ofHome[at]!);
    high = (Math.imul(high, 31) + ofHome[at]!) | 0;
  }
  for (let row = 0; row < of.length; row++) of[row] = ofHome[home[row]!]!;
  return { of, count: numbers.size, partition: `${numbers.size} ${low} ${high}` };
}

/** A dense table of numbers pays up to this size. */
const DENSE = 1 << 22;

function numberBinGroups({ attributes, sales, frame }: Scene, ofHome: Int32Array, of: Int32Array): Numbered {
  const { home } = attributes;
  const bins = frame.text.bin.count;
  const width = ofHome.reduce((most, code) => Math.max(most, code + 1), 0);
  const dense = width * bins <= DENSE ? new Int32Array(width * bins).fill(UNKNOWN) : null;
  const numbers = new Map<number, number>();
  let count = 0;
  for (let row = 0; row < of.length; row++) {
    const code = ofHome[home[row]!]!;
    const bin = sales.bin[row]!;
    if (code === UNKNOWN || bin === UNKNOWN) of[row] = UNKNOWN;
    else if (dense === null) of[row] = numberOf(numbers, code, bin);
    else {
      const at = code * bins + bin;
      if (dense[at] === UNKNOWN) dense[at] = count++;
      of[row] = dense[at]!;
    }
  }
  return { of, count: Math.max(count, numbers.size), partition: null };
}

function numberOf(numbers: Map<number, number>, a: number, b: number): number {
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN;
  const key = a * 67_108_864 + b;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
