import { describe, expect, it } from 'vitest';
import type { Guide, Opening } from '../src/guide.ts';
import { guideOf } from '../src/guide.ts';
import type { Sent } from '../src/server/sent.ts';
import { TOY } from './kit-fixture.ts';

const OPENING: Opening = {
  context: { terminal: 'T1', model: 'A920' },
  lang: 'zh',
  page: { kind: 'course' },
  notice: null,
};

/** A device that goes on from what is kept on it. */
function device(kept = new Map<string, string>()) {
  const told: Sent[] = [];
  let at = 1_763_999_999_000;
  const ports = {
    memory: {
      get: (key: string) => kept.get(key) ?? null,
      set: (key: string, value: string) => void kept.set(key, value),
    },
    now: () => (at += 1000),
    newId: () => `c${at}`,
    tell: (report: Sent) => void told.push(report),
  };
  return { kept, told, open: (opening: Partial<Opening> = {}) => guideOf(TOY, ports, { ...OPENING, ...opening }) };
}
const say = (guide: Guide, ...values: readonly (string | null)[]) => {
  for (const value of values) guide.act({ kind: 'answer', value });
};
/** What the kit had to fetch is there. */
const settled = () => new Promise((resolve) => setTimeout(resolve));
const now = (guide: Guide) => guide.state.get().course.now;

describe('the guide', () => {
  it('goes on with what was left unfinished, and says so', () => {
    const { open } = device();
    say(open(), 'fails');
    const again = open();
    expect(now(again)).toEqual({ kind: 'ask', id: 'all' });
    expect(again.state.get().notice?.en).toBe('Going on where it was left.');
  });

  it('begins anew where the sticker of another terminal was scanned', () => {
    const { open } = device();
    say(open(), 'fails');
    const other = open({ context: { terminal: 'T2', model: null } });
    expect(now(other)).toEqual({ kind: 'ask', id: 'tap' });
    expect(other.state.get().course.context.terminal).toBe('T2');
  });

  it('discards what was damaged, with a word', () => {
    const { kept, open } = device();
    kept.set('duka.course', '{"version":1,"course":{"log":');
    const guide = open();
    expect(now(guide)).toEqual({ kind: 'ask', id: 'tap' });
    expect(guide.state.get().notice?.zh).toBe('上次没做完的记录已损坏，已清除。');
    say(guide, 'fails');
    expect(guide.state.get().notice).toBeNull();
  });

  it('works on a device that keeps nothing', () => {
    const { open, kept } = device();
    const guide = open();
    kept.clear();
    say(guide, 'fails', 'some', 'on');
    expect(now(guide)).toEqual({ kind: 'do', id: 'wipe' });
  });

  it('remembers the language, and speaks it as soon as there are words', async () => {
    const { open } = device();
    const guide = open();
    guide.speak('en');
    expect(guide.state.get().lang).toBe('zh');
    await settled();
    expect(guide.state.get().lang).toBe('en');
    expect(open().state.get().lang).toBe('en');
  });

  it('tells how a course ended: ids and times, and nothing else', () => {
    const { open, told } = device();
    const guide = open();
    say(guide, 'fails', null, 'on');
    guide.act({ kind: 'step', outcome: 'failed' });
    expect(told).toEqual([]);
    guide.act({ kind: 'step', outcome: 'helped' });
    expect(told).toEqual([
      {
        schema: 'duka.guide/1',
        id: 'c1764000000000',
        terminal_id: 'T1',
        model: 'A920',
        started: '2025-11-24T16:00:01.000Z',
        ended: '2025-11-24T16:00:06.000Z',
        outcome: 'fixed',
        fixed_by: 'restart',
        causes: [
          { cause: 'hardware.chip_contacts_dirty', probability: 0.7 },
          { cause: 'software.frozen', probability: 0.2 },
        ],
        answers: [
          { id: 'tap', value: 'fails', time: '2025-11-24T16:00:02.000Z' },
          { id: 'all', value: null, time: '2025-11-24T16:00:03.000Z' },
          { id: 'light', value: 'on', time: '2025-11-24T16:00:04.000Z' },
        ],
        steps: [
          { id: 'wipe', outcome: 'failed', time: '2025-11-24T16:00:05.000Z' },
          { id: 'restart', outcome: 'helped', time: '2025-11-24T16:00:06.000Z' },
        ],
      },
    ]);
  });

  it('learns what helped once the course is left, and nothing from one that is not fixed', async () => {
    const { open, kept } = device();
    const guide = open();
    say(guide, 'fails', 'some', 'on');
    guide.act({ kind: 'step', outcome: 'helped' });
    guide.act({ kind: 'back' });
    guide.act({ kind: 'step', outcome: 'failed' });
    guide.restart();
    await settled();
    expect(kept.get('duka.learned')).toBeUndefined();
    say(guide, 'fails', 'some', 'on');
    guide.act({ kind: 'step', outcome: 'helped' });
    guide.restart();
    await settled();
    expect(kept.get('duka.learned')).toBe('wipe ');
    say(guide, 'fails', 'some', 'on');
    guide.act({ kind: 'step', outcome: 'helped' });
    open(); // the page was closed on the last screen
    await settled();
    expect(kept.get('duka.learned')).toBe('wipe wipe ');
  });

  it('hears what the log says, once', () => {
    const { open } = device();
    const guide = open();
    guide.hear([]);
    expect(guide.state.get().notice).toBeNull();
    guide.hear([{ cause: 'network.down', probability: 0.9 }]);
    expect(now(guide)).toEqual({ kind: 'ask', id: 'light' });
    guide.hear([{ cause: 'network.slow', probability: 0.9 }]);
    expect(guide.state.get().course.finding).toEqual([{ cause: 'network.down', probability: 0.9 }]);
  });

  it('keeps and tells how the check of a lesson went', () => {
    const { open, told, kept } = device();
    open().checked('insert', 4, 5);
    expect(told).toMatchObject([{ schema: 'duka.lesson/1', lesson: 'insert', right: 4, of: 5, terminal_id: 'T1' }]);
    expect(open().state.get().lessons.insert).toMatchObject({ right: 4, of: 5 });
    kept.set('duka.lessons', '{"insert":{"right":"all"},"tap":{"right":1,"of":5,"at":7}}');
    expect(open().state.get().lessons).toEqual({ tap: { right: 1, of: 5, at: 7 } });
  });
});
