import { guardUnknown, REMOVED } from './card-guard.ts';
import { holdsCardData } from './holds-card-data.ts';

/** Control, format, separator, private and lone surrogate characters: they could steer a terminal or hide text. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/** A foreign value as it may be echoed: short, on one line, free of control characters and of card data. */
export function quote(value: unknown, max = 40): string {
  const raw = typeof value === 'string' ? value : asJson(value);
  if (raw === REMOVED || holdsCardData(raw)) return REMOVED;
  // Two code units a character at most: the cut never splits one.
  const characters = Array.from(raw.slice(0, 2 * max + 2).replace(UNPRINTABLE, ' '));
  const short = characters.slice(0, max).join('');
  if (holdsCardData(short)) return REMOVED;
  return `"${short}${characters.length > max ? '…' : ''}"`;
}

/** The same without the marks around it, for what stands in a list, a path or a name. */
export const quoteBare = (value: unknown, max?: number): string => quote(value, max).replace(/^"(.*)"$/, '$1');

function asJson(value: unknown): string {
  const safe = guardUnknown('', value).value;
  return typeof safe === 'object' ? JSON.stringify(safe, bigintAsText) : String(safe);
}

const bigintAsText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
