import type { Source, Text } from '@duka/model';

/** A sentence in both languages, zh first: keeps the tables readable. */
export const t = (zh: string, en: string): Text => ({ zh, en });

/** The field's own judgement: no document says it, people who repair terminals do. */
export const EXPERT: Source = 'expert estimate';
