import { describe, expect, it } from 'vitest';
import type { TerminalAttribute } from '../../src/scene/attributes.ts';
import type { ByHand } from '../hand.ts';
import { sceneOf } from '../hand.ts';

/** What each attempt's home has in a column, null where it is not known. */
function filled(column: TerminalAttribute, attempts: readonly ByHand[]): readonly (string | null)[] {
  const { frame, attributes } = sceneOf(attempts);
  return Array.from(attributes.home, (home) => frame.sites.values[column][attributes.of[column][home]!] ?? null);
}

const at = (terminal_id: string, more: ByHand): ByHand => ({ terminal_id, ...more });

describe('What a terminal is', () => {
  it('stands until a record says otherwise, and from the start of the log', () => {
    const attempts = [at('T', {}), at('T', { model: 'P2' }), at('T', {}), at('T', { model: 'A920' }), at('T', {})];
    expect(filled('model', attempts)).toEqual(['P2', 'P2', 'P2', 'A920', 'A920']);
  });

  it('is told by its store’s other terminals where it never says so', () => {
    const attempts = [at('T1', { store_id: 'S', acquirer: 'ums', region: '310101' }), at('T2', { store_id: 'S' })];
    expect(filled('acquirer', attempts)).toEqual(['ums', 'ums']);
    expect(filled('region', attempts)).toEqual(['310101', '310101']);
  });

  it('is told by its merchant’s where it names no store', () => {
    const attempts = [at('T1', { store_id: 'S', merchant_id: 'M', acquirer: 'ums' }), at('T2', { merchant_id: 'M' })];
    expect(filled('store_id', attempts)).toEqual(['S', 'S']);
    expect(filled('acquirer', attempts)).toEqual(['ums', 'ums']);
  });

  it('is not known where they disagree', () => {
    const attempts = [
      at('T1', { store_id: 'S', acquirer: 'ums' }),
      at('T2', { store_id: 'S', acquirer: 'lakala' }),
      at('T3', { store_id: 'S' }),
    ];
    expect(filled('acquirer', attempts)).toEqual(['ums', 'lakala', null]);
  });

  it('is its own: a model or a version is not its neighbours’', () => {
    const attempts = [at('T1', { store_id: 'S', model: 'P2', app_version: '1' }), at('T2', { store_id: 'S' })];
    expect(filled('model', attempts)).toEqual(['P2', null]);
    expect(filled('app_version', attempts)).toEqual(['1', null]);
  });
});
