import { describe, expect, it } from 'vitest';
import { pageOf } from '../build/page.ts';
import type { Guide } from '../src/guide.ts';
import { guideOf } from '../src/guide.ts';
import { answerTaps, goOnFrom, tapsIn } from '../src/opening/take-over.ts';
import { TOY } from './kit-fixture.ts';

function fresh(): Guide {
  let at = 0;
  const ports = { memory: { get: () => null, set: () => {} }, now: () => at++, newId: () => 'c', tell: () => {} };
  const context = { terminal: null, model: null };
  return guideOf(TOY, ports, { context, lang: 'zh', page: { kind: 'course' }, notice: null });
}
const course = ({ state }: Guide) => state.get().course;
const log = (guide: Guide) =>
  course(guide).log.map((one) => (one.kind === 'answer' ? [one.id, one.value] : [one.id, one.outcome]));

describe('taps before the code is there', () => {
  it('are answered by the page, which the guide goes on from', () => {
    const guide = fresh();
    const waiting = goOnFrom(guide, { taps: [{ screen: 'tap', place: 1 }], shown: ['all'] });
    expect(waiting).toEqual([]);
    expect(log(guide)).toEqual([['tap', 'fails']]);
    expect(course(guide).now).toEqual({ kind: 'ask', id: 'all' });
  });

  it('leave on the screen what is there, also where the plan would now ask something else', () => {
    const guide = fresh();
    const taps = [
      { screen: 'tap', place: 2 },
      { screen: 'light', place: 0 },
    ];
    const waiting = goOnFrom(guide, { taps, shown: ['light'] });
    expect(course(guide).now).toEqual({ kind: 'ask', id: 'light' });
    answerTaps(guide, waiting);
    expect(log(guide)).toEqual([
      ['tap', null],
      ['light', 'on'],
    ]);
  });

  it('are answered one after the other', () => {
    const guide = fresh();
    const taps = [
      { screen: 'tap', place: 0 },
      { screen: 'light', place: 1 },
      { screen: 'wipe', place: 2 },
    ];
    const waiting = goOnFrom(guide, { taps, shown: ['light', 'wipe'] });
    expect(waiting).toEqual(taps.slice(2));
    answerTaps(guide, waiting);
    expect(log(guide)).toEqual([
      ['tap', 'works'],
      ['light', 'off'],
      ['wipe', 'skipped'],
    ]);
  });

  it('wait where the page had no answer', () => {
    const guide = fresh();
    const waiting = goOnFrom(guide, { taps: [{ screen: 'tap', place: 0 }], shown: [] });
    expect(course(guide).log).toEqual([]);
    answerTaps(guide, waiting);
    expect(log(guide)).toEqual([['tap', 'works']]);
  });

  it('say how a step went, and mean nothing on another screen', () => {
    const guide = fresh();
    answerTaps(guide, goOnFrom(guide, { taps: [{ screen: 'tap', place: 0 }], shown: ['wipe'] }));
    answerTaps(guide, [
      { screen: 'restart', place: 0 },
      { screen: 'wipe', place: 1 },
    ]);
    expect(log(guide)).toEqual([
      ['tap', 'works'],
      ['wipe', 'failed'],
    ]);
    answerTaps(guide, goOnFrom(guide, { taps: [{ screen: 'tap', place: 0 }], shown: ['wipe'] }));
    expect(log(guide)).toHaveLength(2);
  });

  it('are none where nothing was tapped', () => {
    expect(tapsIn({})).toEqual({ taps: [], shown: [] });
    expect(tapsIn({ taps: '[{"screen":"a","place":0}]', shown: '["b"]' })).toEqual({
      taps: [{ screen: 'a', place: 0 }],
      shown: ['b'],
    });
  });
});

const ahead = (...screens: readonly string[]) => screens.map((html, i) => ({ path: String(i), html }));

describe('the page', () => {
  const html = '<head><meta charset="utf-8" /><link rel="stylesheet" href="x"></head><div id="guide"></div>';
  const made = pageOf({
    html,
    style: ' a{} ',
    threshold: ' go() ',
    first: { zh: '一', en: 'one' },
    next: { zh: ahead('二', '三', '二'), en: ahead('two') },
    knowledge: { words: ['</script><script>alert(1)</script>'] },
    english: './assets/english-1.json',
  });

  it('holds the first screen before its script, and behind it what the answers lead to, each once', () => {
    expect(made).toContain(
      '<template id="first-zh">一</template><template id="first-en">one</template><script>go()</script>',
    );
    expect(made.slice(made.indexOf('</script>'))).toContain(
      '<template id="next-zh-0">二</template><template id="next-zh-1">三</template><template id="next-zh-2" data-same="next-zh-0"></template><template id="next-en-0">',
    );
    expect(made).not.toContain('next-zh-3');
  });

  it('holds the knowledge as data, whatever it says, and the name of the file for English', () => {
    const [, data] = /<script type="application\/json" id="knowledge">(.*?)<\/script>/s.exec(made) ?? [];
    expect(JSON.parse(data ?? '')).toEqual({ words: ['</script><script>alert(1)</script>'] });
    expect(made).toContain('<div id="guide" data-english="./assets/english-1.json"></div>');
  });

  it('lets no other script run', () => {
    expect(made).toMatch(/script-src 'self' 'sha256-[\w+/=]{44}';/);
    expect(made).toContain('<style>a{}</style>');
  });
});
