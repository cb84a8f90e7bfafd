import { describe, expect, it } from 'vitest';
import type { Course } from '../src/course/course.ts';
import { handoverText } from '../src/course/handover.ts';
import { howLikely } from '../src/words/later-words.ts';
import { TOY } from './kit-fixture.ts';

const AT = Date.parse('2026-11-25T10:32:00+08:00');
const COURSE: Course = {
  id: 'c1',
  started: AT,
  context: { terminal: '33087586', model: 'A920' },
  finding: [],
  log: [
    { kind: 'answer', id: 'tap', value: 'fails', at: AT },
    { kind: 'answer', id: 'all', value: null, at: AT },
    { kind: 'step', id: 'wipe', outcome: 'failed', at: AT + 120_000 },
    { kind: 'step', id: 'restart', outcome: 'skipped', at: AT + 180_000 },
  ],
  now: { kind: 'call', id: 'call.service' },
};
const LINK = 'https://guide.example.cn/#r=1.x';

describe('what is handed over', () => {
  it('says what it may be, what was tried and when, and what was answered', () => {
    process.env.TZ = 'Asia/Shanghai';
    expect(handoverText(TOY, COURSE, LINK, 'zh')).toBe(
      `【读卡失败？】2026年11月25日 10:32
终端：33087586 (A920)
可能的原因：
- 因hardware.chip_contacts_dirty 70 % (很可能)
- 因software.frozen 20 % (有可能)
已试过：
- 10:34 没用：做wipe
- 10:35 没做：做restart
已回答：
- 问tap 答fails
- 问all 不清楚
${LINK}`,
    );
  });

  it('leaves out what is not known', () => {
    const empty = { ...COURSE, context: { terminal: null, model: null }, log: [] };
    expect(handoverText(TOY, empty, LINK, 'en').split('\n')).toEqual([
      expect.stringContaining('Card not read?'),
      'Likely causes:',
      expect.stringContaining('70 % (likely)'),
      expect.stringContaining('20 % (possible)'),
      LINK,
    ]);
  });

  it.each([
    [0.95, 'almost certain'],
    [0.9, 'almost certain'],
    [0.7, 'likely'],
    [0.4, 'fairly likely'],
    [0.2, 'possible'],
    [0.05, 'unlikely'],
  ])('calls %d %s', (probability, words) => {
    expect(howLikely(probability).en).toBe(words);
  });
});
