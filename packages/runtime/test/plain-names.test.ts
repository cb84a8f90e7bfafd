import { UNKNOWN } from '@duka/fleet';
import { ATTEMPT_FIELD_NAMES } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { LONGEST_NAME, PlainNames } from '../src/intake/plain-names.ts';

const names = new PlainNames();

function fieldAt(written: string): number {
  const bytes = Buffer.alloc(written.length + LONGEST_NAME);
  bytes.write(written);
  return names.at(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0);
}

describe('a name of the contract', () => {
  it.each(ATTEMPT_FIELD_NAMES.map((name, field) => [name, field] as const))(
    '%s is known by its bytes',
    (name, field) => {
      expect(fieldAt(`${name}":"value"`)).toBe(field);
      expect(names.lengths[field]).toBe(name.length + 2);
    },
  );

  it.each(ATTEMPT_FIELD_NAMES)('%s with a letter more, less or changed is none', (name) => {
    for (const other of [`${name}s`, name.slice(0, -1), `${name.slice(0, -1)}Z`, `${name.slice(0, 4)}\n`, `x${name}`]) {
      expect(fieldAt(`${other}":"value"`)).toBe(UNKNOWN);
    }
  });

  it('that is not followed by quote and colon is left to be looked up', () => {
    expect(fieldAt('time" :1')).toBe(UNKNOWN);
  });
});
