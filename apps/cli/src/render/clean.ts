/**
 * Values come from other people's files. Control characters (an escape sequence would drive the terminal),
 * line and paragraph separators, and bidirectional overrides (which reorder what is read) become a visible mark.
 */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

export const clean = (value: string): string => value.replace(HIDDEN, '\uFFFD');

/** Long values (tokens, free text) are cut for reading; the full value stays in the JSON report. */
export function shorten(value: string, max: number): string {
  const characters = [...value];
  return characters.length <= max ? value : `${characters.slice(0, max - 1).join('')}…`;
}
