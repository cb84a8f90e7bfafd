import { UNKNOWN } from './attempt-store.ts';
import type { Column, Frame } from './frame.ts';

/**
 * What a terminal is (its store, model, versions, link …) does not change because one record leaves it out: the last
 * value known before stands, or failing that the first one after. The columns of the input stay as they are;
 * only the engine's attribution sees the filled ones.
 */
const TERMINAL_ATTRIBUTES = [
  'merchant_id',
  'store_id',
  'region',
  'acquirer',
  'model',
  'app_version',
  'firmware_version',
  'param_version',
  'link',
  'carrier',
] as const;
export type TerminalAttribute = (typeof TERMINAL_ATTRIBUTES)[number];

export type Attributes = { readonly [A in TerminalAttribute]: Int32Array } & {
  /** Operators, told apart by store (by merchant where no store is known, else by terminal). */
  readonly operator: Column;
};

export function fillAttributes(frame: Frame): Attributes {
  const filled = Object.fromEntries(
    TERMINAL_ATTRIBUTES.map((name) => [name, filledByTerminal(frame, frame.text[name].codes)]),
  ) as Record<TerminalAttribute, Int32Array>;
  return { ...filled, operator: operators(frame, filled.store_id, filled.merchant_id) };
}

function filledByTerminal(frame: Frame, codes: Int32Array): Int32Array {
  const terminal = frame.text.terminal_id;
  const filled = Int32Array.from(codes);
  const last = new Int32Array(terminal.values.length).fill(UNKNOWN);
  for (let row = 0; row < frame.length; row++) {
    const of = terminal.codes[row]!;
    if (filled[row] === UNKNOWN) filled[row] = last[of]!;
    else last[of] = filled[row]!;
  }
  const next = new Int32Array(terminal.values.length).fill(UNKNOWN);
  for (let row = frame.length - 1; row >= 0; row--) {
    const of = terminal.codes[row]!;
    if (filled[row] === UNKNOWN) filled[row] = next[of]!;
    else next[of] = filled[row]!;
  }
  return filled;
}

function operators(frame: Frame, store: Int32Array, merchant: Int32Array): Column {
  const operator = frame.text.operator_id.codes;
  const codes = new Int32Array(frame.length).fill(UNKNOWN);
  const values: string[] = [];
  const codeOf = new Map<string, number>();
  for (let row = 0; row < frame.length; row++) {
    if (operator[row] === UNKNOWN) continue;
    const home =
      store[row] !== UNKNOWN
        ? `s${store[row]}`
        : merchant[row] !== UNKNOWN
          ? `m${merchant[row]}`
          : `t${frame.text.terminal_id.codes[row]}`;
    const key = `${home}/${operator[row]}`;
    let code = codeOf.get(key);
    if (code === undefined) {
      code = values.length;
      codeOf.set(key, code);
      values.push(key);
    }
    codes[row] = code;
  }
  return { codes, values };
}
