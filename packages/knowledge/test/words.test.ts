import type { Text } from '@duka/model';
import { ACTORS, CAUSE_DOMAINS, INTERFACES, OUTCOMES, REASONS, SCOPE_COLUMNS, STAGES } from '@duka/model';
import { describe, expect, it } from 'vitest';
import {
  ACTOR_TEXT,
  DOMAIN_TEXT,
  INTERFACE_TEXT,
  OUTCOME_TEXT,
  REASON_TEXT,
  SCOPE_COLUMN_TEXT,
  STAGE_TEXT,
} from '../src/index.ts';

const TABLES: readonly (readonly [name: string, table: Readonly<Record<string, Text>>, keys: readonly string[]])[] = [
  ['reasons', REASON_TEXT, REASONS],
  ['stages', STAGE_TEXT, STAGES],
  ['interfaces', INTERFACE_TEXT, INTERFACES],
  ['outcomes', OUTCOME_TEXT, OUTCOMES],
  ['domains', DOMAIN_TEXT, CAUSE_DOMAINS],
  ['actors', ACTOR_TEXT, ACTORS],
  ['scope columns', SCOPE_COLUMN_TEXT, SCOPE_COLUMNS],
];

describe('labels', () => {
  it.each(TABLES)('of %s are complete, short and distinct', (_name, table, keys) => {
    expect(Object.keys(table)).toEqual(keys);
    const texts = Object.values(table);
    expect(
      texts.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || zh.length > 10 || en === '' || en.length > 40),
    ).toEqual([]);
    expect(new Set(texts.map(({ zh }) => zh)).size).toBe(texts.length);
    expect(new Set(texts.map(({ en }) => en)).size).toBe(texts.length);
  });
});
