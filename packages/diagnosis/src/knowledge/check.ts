import type { DukaError, Text } from '@duka/model';
import { alike, fail, quote } from '@duka/model';
import { pointerStep } from '../pointer.ts';

/** A foreign value and where it stands: a JSON Pointer (RFC 6901). */
export type Spot = { readonly value: unknown; readonly at: string };

type Fields = { readonly [name: string]: unknown };

export const below = ({ value, at }: Spot, name: string | number): Spot => ({
  // Only what the file itself says: never what every object inherits.
  value:
    value !== null && typeof value === 'object' && Object.hasOwn(value, name) ? (value as Fields)[name] : undefined,
  at: at + pointerStep(name),
});

const shown = (value: unknown): string => (value === undefined ? 'undefined' : quote(value));

/** @returns knowledge.value, to be thrown */
export const refused = ({ value, at }: Spot, needed: Text): DukaError =>
  fail('knowledge.value', { at: at || '/', found: shown(value), needed });

const NEEDED = {
  object: { zh: '一个对象', en: 'an object' },
  list: { zh: '一个列表', en: 'a list' },
  id: { zh: '非空文字', en: 'text that is not empty' },
  cost: { zh: '不小于 0 的数', en: 'a number of 0 or more' },
  chance: { zh: '0 到 1 的数', en: 'a number from 0 to 1' },
  text: { zh: '中文和英文 {"zh":"…","en":"…"}', en: 'both languages, {"zh":"…","en":"…"}' },
} as const satisfies Record<string, Text>;

export function object(spot: Spot): readonly string[] {
  if (spot.value === null || typeof spot.value !== 'object' || Array.isArray(spot.value))
    throw refused(spot, NEEDED.object);
  return Object.keys(spot.value);
}

export function list(spot: Spot): readonly Spot[] {
  if (!Array.isArray(spot.value)) throw refused(spot, NEEDED.list);
  return Array.from({ length: spot.value.length }, (_, i) => below(spot, i));
}

export function id(spot: Spot): string {
  if (typeof spot.value === 'string' && spot.value !== '') return spot.value;
  throw refused(spot, NEEDED.id);
}

const number = (needed: Text, most: number) => (spot: Spot) => {
  if (typeof spot.value === 'number' && spot.value >= 0 && spot.value <= most) return spot.value;
  throw refused(spot, needed);
};

export const cost = number(NEEDED.cost, Number.MAX_VALUE);
export const chance = number(NEEDED.chance, 1);

export function oneOf<const W extends string>(
  spot: Spot,
  words: readonly W[],
  needed: Text = { zh: words.join('、'), en: `one of ${words.join(', ')}` },
): W {
  const found = words.find((word) => word === spot.value);
  if (found !== undefined) return found;
  throw refused(spot, needed);
}

export const isAbsent = ({ value }: Spot): boolean => value === undefined || value === null;

/** Null where it is not said; what is said once stands for both languages. */
export function text(spot: Spot): Text | null {
  if (isAbsent(spot)) return null;
  if (typeof spot.value === 'string') return alike(spot.value);
  const [zh, en] = [below(spot, 'zh').value, below(spot, 'en').value];
  if (typeof zh === 'string' && typeof en === 'string') return { zh, en };
  throw refused(spot, NEEDED.text);
}

/** Refuses the second of two that are called the same. */
export function unique<T extends { readonly id: string }>(spot: Spot, rows: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    if (seen.has(row.id))
      throw refused(below(below(spot, i), 'id'), {
        zh: '一个没有用过的编号',
        en: 'an id that no row before it has',
      });
    seen.add(row.id);
  });
  return rows;
}
