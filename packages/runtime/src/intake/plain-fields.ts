import { EVENT_COLUMNS, SITE_COLUMNS, TEXT_COLUMNS } from '@duka/fleet';
import type { AttemptField } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS } from '@duka/model';

/** Numbers of their own in a row. */
export const NUMBERED = ['amount_minor', 'signal_dbm', 'rtt_ms', 'duration_ms'] as const;

/**
 * What is done with a field's value: what it must be, and where its code or number goes. `content`: it only counts as content; `site`
 * and `event`: its code is one of several that make a code.
 */
export type PlainField = {
  readonly kind: 'time' | 'id' | 'sale' | 'flag' | 'number' | 'text';
  readonly into: 'site' | 'event' | 'own' | 'content';
  readonly slot: number;
  readonly isRequired: boolean;
  /** A number must be an integer. */
  readonly isWhole: boolean;
};

const COLUMNS = { site: SITE_COLUMNS, event: EVENT_COLUMNS, own: TEXT_COLUMNS } as const satisfies Record<
  string,
  readonly AttemptField[]
>;

export const PLAIN_FIELDS: readonly PlainField[] = ATTEMPT_FIELD_NAMES.map((field) => {
  const kind = kindOf(field);
  const { into, slot } = kind === 'number' ? placeAmong({ own: NUMBERED }, field) : placeAmong(COLUMNS, field);
  return {
    kind,
    into,
    slot,
    isRequired: 'required' in ATTEMPT_FIELDS[field],
    isWhole: ATTEMPT_FIELDS[field].kind === 'integer',
  };
});

/** What only counts as content has the slot after those of its own columns. */
function placeAmong(
  columns: Partial<Record<'site' | 'event' | 'own', readonly AttemptField[]>>,
  field: AttemptField,
): Pick<PlainField, 'into' | 'slot'> {
  for (const into of ['site', 'event', 'own'] as const) {
    const slot = columns[into]?.indexOf(field) ?? -1;
    if (slot >= 0) return { into, slot };
  }
  return { into: 'content', slot: columns.own!.length };
}

function kindOf(field: AttemptField): PlainField['kind'] {
  const { kind } = ATTEMPT_FIELDS[field];
  if (kind === 'time') return 'time';
  if (kind === 'boolean') return 'flag';
  if (kind === 'number' || kind === 'integer') return 'number';
  if (field === 'attempt_id') return 'id';
  return field === 'sale_id' ? 'sale' : 'text';
}
