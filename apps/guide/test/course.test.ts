import { describe, expect, it } from 'vitest';
import { questionsAhead } from '../src/course/ahead.ts';
import type { Act, Course } from '../src/course/course.ts';
import { advance, begin, evidenceOf } from '../src/course/course.ts';
import { TOY } from './kit-fixture.ts';

const NOBODY = { terminal: null, model: null };
const courseAfter = (...acts: readonly Act[]): Course =>
  acts.reduce((course, act, i) => advance(TOY, course, act, 1000 * (i + 1)), begin(TOY, NOBODY, 'c1', 0));
const say = (value: string | null): Act => ({ kind: 'answer', value });
const did = (outcome: 'helped' | 'failed' | 'skipped' | 'done'): Act => ({ kind: 'step', outcome });

describe('a course', () => {
  it('begins with the first question of the plan', () => {
    expect(courseAfter().now).toEqual({ kind: 'ask', id: 'tap' });
  });

  it('keeps each answer with its time and goes on', () => {
    const course = courseAfter(say('fails'));
    expect(course.log).toEqual([{ kind: 'answer', id: 'tap', value: 'fails', at: 1000 }]);
    expect(course.now).toEqual({ kind: 'ask', id: 'all' });
  });

  it('takes "don\'t know" for an answer that says nothing, and does not ask again', () => {
    const course = courseAfter(say(null));
    expect(evidenceOf(course).answers).toEqual({ tap: null });
    expect(course.now).toEqual({ kind: 'ask', id: 'all' });
  });

  it('does not heed an answer that the question does not offer, nor one to a step', () => {
    expect(courseAfter(say('maybe'))).toEqual(courseAfter());
    const doing = courseAfter(say('fails'), say('nothing'), say('on'));
    expect(doing.now).toEqual({ kind: 'do', id: 'wipe' });
    expect(advance(TOY, doing, say('works'), 9000)).toEqual(doing);
  });

  it('is fixed by the step that helped', () => {
    const course = courseAfter(say('fails'), say('some'), say('on'), did('helped'));
    expect(course.now).toEqual({ kind: 'fixed', by: 'wipe' });
  });

  it('tells a step that failed from one that could not be done', () => {
    const course = courseAfter(say('fails'), say('some'), say('on'), did('failed'), did('skipped'));
    expect(evidenceOf(course)).toMatchObject({ failed: ['wipe'], skipped: ['restart'] });
    expect(course.now).toEqual({ kind: 'call', id: 'call.service' });
  });

  it('stops at answers that cannot both be true, and puts the chosen question again', () => {
    const clash = courseAfter(say('works'), say('nothing'));
    expect(clash.now).toEqual({ kind: 'clash', id: 'nothing-but-tap' });
    const again = advance(TOY, clash, { kind: 'reask', id: 'tap' }, 3000);
    expect(again.now).toEqual({ kind: 'ask', id: 'tap' });
    expect(evidenceOf(again).answers).toEqual({ all: 'nothing' });
    expect(advance(TOY, again, say('fails'), 4000).now).toEqual({ kind: 'ask', id: 'light' });
  });

  it('does at once what an alarm calls for, and then hands over', () => {
    const alarmed = courseAfter(say('fails'), say('some'), say('off'));
    expect(alarmed.now).toEqual({ kind: 'do', id: 'restart' });
    const done = advance(TOY, alarmed, did('done'), 4000);
    expect(done.now).toEqual({ kind: 'call', id: 'call.service' });
    expect(evidenceOf(done)).toMatchObject({ failed: [], skipped: ['restart'] });
    expect(advance(TOY, done, { kind: 'back' }, 5000)).toEqual(alarmed);
  });

  it('knows who said three times in a row that they do not know, until something was tried', () => {
    expect(evidenceOf(courseAfter(say(null), say(null))).handsOnly).toBe(false);
    const unknowing = courseAfter(say(null), say(null), say(null));
    expect(evidenceOf(unknowing).handsOnly).toBe(true);
    expect(evidenceOf(advance(TOY, unknowing, did('failed'), 4000)).handsOnly).toBe(false);
  });

  it('goes back to exactly the screen before, from anywhere', () => {
    const acts: readonly Act[] = [say('fails'), say('some'), say('on'), did('failed'), did('helped')];
    for (let n = acts.length; n > 0; n--) {
      const back = advance(TOY, courseAfter(...acts.slice(0, n)), { kind: 'back' }, 9000);
      expect(back).toEqual(courseAfter(...acts.slice(0, n - 1)));
    }
    expect(advance(TOY, courseAfter(), { kind: 'back' }, 9000)).toEqual(courseAfter());
  });

  it('goes back from asking for help to where it was, with nothing lost', () => {
    const course = courseAfter(say('fails'));
    const called = advance(TOY, course, { kind: 'call' }, 2000);
    expect(called.now).toEqual({ kind: 'call', id: 'call.service', chosen: true });
    expect(advance(TOY, called, { kind: 'back' }, 3000)).toEqual(course);
  });

  it('lets a finding choose the first question, and moves nothing once there are answers', () => {
    const finding: Act = { kind: 'finding', causes: [{ cause: 'network.down', probability: 0.9 }] };
    expect(courseAfter(finding).now).toEqual({ kind: 'ask', id: 'light' });
    const late = courseAfter(say('fails'), finding);
    expect(late.now).toEqual({ kind: 'ask', id: 'all' });
    expect(advance(TOY, late, say('some'), 3000).now).toEqual({ kind: 'ask', id: 'light' });
  });

  it('says how many questions lie ahead on the likeliest way', async () => {
    const ahead = (...acts: readonly Act[]) => questionsAhead(TOY, courseAfter(...acts), async () => true);
    expect(await ahead()).toBe(3);
    expect(await ahead(say('fails'), say('some'))).toBe(1);
    expect(await ahead(say('fails'), say('some'), say('on'))).toBe(0);
  });

  it('stops counting where nobody wants to know any more', async () => {
    let breaths = 0;
    expect(await questionsAhead(TOY, courseAfter(), async () => ++breaths < 2)).toBeNull();
    expect(breaths).toBe(2);
  });
});
