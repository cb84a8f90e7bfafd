const known = new Map<string, number>();

/** Digits after the point of a currency: 2 of CNY, 0 of JPY, 3 of KWD (ISO 4217, minor unit); null where it is no code. */
export function currencyDigits(currency: string | null | undefined): number | null {
  if (!currency || !/^[A-Z]{3}$/.test(currency)) return null;
  const before = known.get(currency);
  if (before !== undefined) return before;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  known.set(currency, digits);
  return digits;
}
