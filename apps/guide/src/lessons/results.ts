/** How the check of each lesson went the last time; `at` in ms since 1970. */
export type Results = {
  readonly [lesson: string]: { readonly right: number; readonly of: number; readonly at: number };
};

/** What was kept, as far as it makes sense. */
export function readResults(text: string | null): Results {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    return typeof kept === 'object' && kept !== null ? Object.fromEntries(Object.entries(kept).filter(isResult)) : {};
  } catch {
    return {};
  }
}

function isResult([, value]: [string, unknown]): boolean {
  const { right, of, at } = (value ?? {}) as { readonly [name: string]: unknown };
  return [right, of, at].every((one) => typeof one === 'number' && Number.isFinite(one));
}
