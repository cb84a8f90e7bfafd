/** What DuckDB's types are to us. The first that matches names the kind. */
const KINDS = {
  nested: /\[|\]|^(?:STRUCT|MAP|UNION|LIST)/,
  instant: /^TIMESTAMP WITH TIME ZONE/,
  local: /^TIMESTAMP/,
  fraction: /^(?:DECIMAL|DOUBLE|FLOAT)/,
  text: /^VARCHAR$/,
  flag: /^BOOLEAN$/,
  /** A double holds all of them. */
  small: /^(?:U?(?:TINY|SMALL)INT|U?INTEGER)$/,
  whole: /INT$/,
  other: /^/,
} as const satisfies { readonly [kind: string]: RegExp };

export type Kind = keyof typeof KINDS;

export const kindOf = (type: string): Kind =>
  (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind].test(type)) ?? 'other';
