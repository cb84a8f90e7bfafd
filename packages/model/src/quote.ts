import { holdsCardData, REMOVED } from './card-guard.ts';

/** A foreign value as it may be echoed: short, on one line, free of control characters and of card data. */
export function quote(value: unknown, max = 40): string {
  const raw = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  if (holdsCardData(raw)) return REMOVED;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal
  const line = raw.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
  const short = line.length > max ? `${line.slice(0, max)}…` : line;
  return `"${short}"`;
}
