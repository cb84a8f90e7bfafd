import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../src/course/course.ts';
import { fromFragment, toFragment } from '../src/course/link.ts';

const FROM = 1_764_000_000_000;
const COURSE = {
  started: FROM,
  context: { terminal: '33087586', model: 'A920' },
  log: [
    { kind: 'answer', id: 'know.way', value: 'insert', at: FROM + 12_000 },
    { kind: 'answer', id: 'see.chip', value: null, at: FROM + 20_000 },
    { kind: 'step', id: 'clean.wipe_chip', outcome: 'failed', at: FROM + 80_000 },
  ],
} as const;
const FRAGMENT = '1.t68n40.33087586.A920.a~c~know%2Eway~insert.a~k~see%2Echip.f~28~clean%2Ewipe_chip';

describe('a course in a link', () => {
  it('is short and plain', () => {
    expect(toFragment(COURSE)).toBe(FRAGMENT);
    expect(fromFragment(FRAGMENT)).toEqual(COURSE);
  });

  it('comes back as it was, to the second', () => {
    const seconds = fc.integer({ min: 0, max: 60_000_000 });
    const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const entry: fc.Arbitrary<Entry> = fc.oneof(
      fc.record({ kind: fc.constant('answer' as const), id, value: fc.option(fc.string()), at: seconds }),
      fc.record({
        kind: fc.constant('step' as const),
        id,
        outcome: fc.constantFrom('helped' as const, 'failed' as const, 'skipped' as const, 'done' as const),
        at: seconds,
      }),
    );
    fc.assert(
      fc.property(fc.option(id), fc.option(id), fc.array(entry), (terminal, model, entries) => {
        const log = entries.map((one) => ({ ...one, at: FROM + one.at * 1000 }));
        const course = { started: FROM, context: { terminal, model }, log };
        expect(fromFragment(toFragment(course))).toEqual(course);
      }),
    );
  });

  it.each([
    ['', 'nothing'],
    ['2.t68n40..', 'another version'],
    ['1.!!..', 'a time that is none'],
    ['1.t68n40.%E0%A4..', 'broken encoding'],
    [`${FRAGMENT}.x~1~y`, 'an unknown kind of entry'],
    [`${FRAGMENT}.f~1~clean~more`, 'a step with a value'],
    [`${FRAGMENT}.a~1`, 'an answer without a question'],
    [`${FRAGMENT}.a~1~__proto__~b~c`, 'too many parts'],
    [`${FRAGMENT}.constructor~1~y`, 'a name that every object has'],
  ])('%j is refused: %s', (fragment) => {
    expect(fromFragment(fragment)).toBeNull();
  });

  it('never throws, whatever the fragment', () => {
    fc.assert(fc.property(fc.string(), (text) => void fromFragment(text)));
    fc.assert(fc.property(fc.string(), (text) => void fromFragment(`1.t68n40..${text}`)));
  });
});
