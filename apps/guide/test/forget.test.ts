import { describe, expect, it } from 'vitest';
import { toForget } from '../build/forget.ts';

describe('builds that go', () => {
  it('are those of other sources, whole or with knowledge of somebody', () => {
    const folders = ['aa', 'aa-1', 'ab', 'ab-1', 'a', 'new-x'].map((name) => ({ name, made: 0 }));
    expect(toForget(folders, 'aa')).toEqual(['ab', 'ab-1', 'a']);
  });

  it('are the oldest with knowledge of somebody, beyond eight', () => {
    const own = Array.from({ length: 10 }, (_, made) => ({ name: `aa-${made}`, made }));
    expect(toForget([{ name: 'aa', made: -1 }, ...own], 'aa')).toEqual(['aa-1', 'aa-0']);
  });
});
