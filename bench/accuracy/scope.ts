import type { Attempt, Scope, ScopeColumn } from '@duka/model';

/**
 * Whether an attempt lies in a scope. A failed read seldom knows its issuer: an attempt without a bin is held to lie in any.
 * @param cardOf the card of an attempt that does not name its own, lent by another attempt of its sale
 */
export function scopeTest(
  scope: Scope,
  cardOf: (attempt: Attempt) => string | undefined,
): (attempt: Attempt) => boolean {
  const columns = Object.entries(scope) as [ScopeColumn, string | readonly string[]][];
  const tests = columns.map(([column, wanted]) => {
    const values = new Set(typeof wanted === 'string' ? [wanted] : wanted);
    if (column === 'card_ref') return (attempt: Attempt) => values.has(cardOf(attempt) ?? '');
    return (attempt: Attempt) => {
      const value = attempt[column];
      return value === undefined ? column === 'bin' : values.has(value);
    };
  });
  return (attempt) => tests.every((test) => test(attempt));
}

/** The card of each attempt: its own, or the one that another attempt of the same sale got to know. */
export function cardLender(attempts: readonly Attempt[]): (attempt: Attempt) => string | undefined {
  const lent = new Map<string, string>();
  for (const { sale_id, card_ref } of attempts) if (sale_id && card_ref) lent.set(sale_id, card_ref);
  return ({ card_ref, sale_id }) => card_ref ?? (sale_id === undefined ? undefined : lent.get(sale_id));
}
