import { describe, expect, it } from 'vitest';
import { advance, begin } from '../src/course/course.ts';
import { fromKept, toKeep } from '../src/course/keep.ts';
import { TOY } from './kit-fixture.ts';

const begun = begin(TOY, { terminal: '33087586', model: null }, 'c1', 1000);
const course = advance(TOY, begun, { kind: 'answer', value: 'fails' }, 2000);
const HOUR = 3_600_000;

describe('a kept course', () => {
  it('is gone on with', () => {
    expect(fromKept(TOY, toKeep(course), 2000 + HOUR)).toEqual({ course });
  });

  it('is over after twelve hours, and where it ended well', () => {
    expect(fromKept(TOY, toKeep(course), 2001 + 12 * HOUR)).toEqual({ ended: course });
    const fixed = { ...course, now: { kind: 'fixed', by: 'wipe' } as const };
    expect(fromKept(TOY, toKeep(fixed), 3000)).toEqual({ ended: fixed });
    expect(fromKept(TOY, null, 3000)).toEqual({ broken: false });
  });

  it.each([
    ['not JSON', '{"version":1,'],
    ['nothing', 'null'],
    ['another version', JSON.stringify({ version: 0, course })],
    ['a question that the knowledge does not have', toKeep({ ...course, now: { kind: 'ask', id: 'gone' } })],
    ['a value that the question does not have', toKeep(course).replace('"fails"', '"burns"')],
    ['a time that is none', toKeep(course).replace('2000', '"noon"')],
    ['no list', toKeep(course).replace(/\[\{.*\}\]/, '7')],
    ['a step nobody knows', toKeep({ ...course, now: { kind: 'do', id: 'dance' } })],
  ])('with %s is known as broken', (_, text) => {
    expect(fromKept(TOY, text, 3000)).toEqual({ broken: true });
  });
});
