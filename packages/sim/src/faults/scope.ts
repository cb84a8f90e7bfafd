import type { Scope } from '@duka/model';
import type { Presentation } from '../sale/presentation.ts';
import type { Terminal } from '../world/types.ts';

/** What a scope's columns are for a terminal, and for one presentation. */
const OF_TERMINAL = {
  terminal_id: (t: Terminal) => t.id,
  store_id: (t: Terminal) => t.store.id,
  merchant_id: (t: Terminal) => t.store.merchantId,
  model: (t: Terminal) => t.model.name,
  acquirer: (t: Terminal) => t.store.acquirer,
  carrier: (t: Terminal) => t.carrier,
  link: (t: Terminal) => t.link,
  region: (t: Terminal) => t.store.region,
} as const;
const OF_PRESENTATION = {
  card_ref: (p: Presentation) => p.card?.ref ?? null,
  bin: (p: Presentation) => p.card?.bin ?? null,
  operator_id: (p: Presentation) => p.operator?.id ?? null,
  app_version: (p: Presentation) => p.app,
  firmware_version: (p: Presentation) => p.firmware,
  param_version: (p: Presentation) => p.params,
  interface: (p: Presentation) => p.interface,
} as const;

export type Bounds = {
  /** Whether any attempt at this terminal can be in the scope. */
  readonly reaches: (terminal: Terminal) => boolean;
  /** Whether this attempt, at a terminal that is reached, is in it. */
  readonly holds: (p: Presentation) => boolean;
  /** Whether it is, its interface aside. */
  readonly holdsButInterface: (p: Presentation) => boolean;
};

export function boundsOf(scope: Scope): Bounds {
  const terminal = tests(OF_TERMINAL, scope);
  const { interface: at, ...rest } = scope;
  const presentation = tests(OF_PRESENTATION, rest);
  const interfaces = tests(OF_PRESENTATION, at === undefined ? {} : { interface: at });
  const holdsButInterface = (p: Presentation) => presentation.every((test) => test(p));
  return {
    reaches: (t) => terminal.every((test) => test(t)),
    holds: (p) => interfaces.every((test) => test(p)) && holdsButInterface(p),
    holdsButInterface,
  };
}

function tests<T>(
  columns: { readonly [name: string]: (of: T) => string | null },
  scope: Scope,
): ((of: T) => boolean)[] {
  return Object.entries(scope).flatMap(([column, wanted]) => {
    const read = columns[column];
    if (read === undefined || wanted === undefined) return [];
    const values = new Set<string | null>(typeof wanted === 'string' ? [wanted] : wanted);
    return [(of: T) => values.has(read(of))];
  });
}
