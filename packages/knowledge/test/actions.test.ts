import type { CauseId } from '@duka/model';
import { ACTORS, CAUSE_IDS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { DRAWINGS } from '../src/drawings/index.ts';
import { ACTIONS, CAUSES } from '../src/index.ts';
import { asksForSecrets, isSaid } from './said.ts';

const all = Object.values(ACTIONS);
const forbiddenZh = (id: string): string => (ACTIONS[id]?.forbidden ?? []).map(({ zh }) => zh).join('');

describe('actions', () => {
  it.each(Object.keys(ACTIONS))('%s says who does what, in how long, with what and what is forbidden', (id) => {
    const action = ACTIONS[id];
    if (!action) throw new Error(`no action ${id}`);
    expect(action.id).toBe(id);
    expect(ACTORS).toContain(action.by);
    expect(action.minutes).toBeGreaterThan(0);
    expect(action.source).toContain('expert estimate');
    const texts = [action.text, ...(action.steps ?? []), ...action.tools, ...action.forbidden];
    expect(texts.filter((text) => !isSaid(text))).toEqual([]);
    expect([action.text, ...(action.steps ?? [])].filter(asksForSecrets)).toEqual([]);
    expect(DRAWINGS).toHaveProperty(action.drawing ?? '');
  });

  it.each(Object.keys(ACTIONS))('%s fixes known causes, each with a chance between none and certain', (id) => {
    const fixes = Object.entries(ACTIONS[id]?.fixes ?? {});
    expect(fixes.length).toBeGreaterThan(0);
    expect(
      fixes.filter(([cause, chance]) => !CAUSE_IDS.includes(cause as CauseId) || chance <= 0 || chance > 1),
    ).toEqual([]);
  });

  it('are named as a remedy by every cause that they fix, but for the call', () => {
    const silent = all
      .filter(({ id }) => id !== 'call.service')
      .flatMap(({ id, fixes }) => (Object.keys(fixes) as CauseId[]).map((cause) => ({ id, cause })))
      .filter(({ id, cause }) => !CAUSES[cause].remedies.includes(id));
    expect(silent).toEqual([]);
  });

  it('are at least eighty', () => {
    expect(all.length).toBeGreaterThanOrEqual(80);
  });

  it.each(all.filter(({ by }) => by === 'cashier').map(({ id }) => id))(
    '%s is said in steps that hands can follow',
    (id) => {
      const { steps = [] } = ACTIONS[id]!;
      expect(steps.length).toBeGreaterThanOrEqual(2);
      expect(steps.length).toBeLessThanOrEqual(4);
      for (const { zh } of steps) expect(zh.length).toBeLessThanOrEqual(40);
    },
  );

  it('tell nobody to open a terminal', () => {
    const opening = all
      .flatMap(({ text, steps = [] }) => [text, ...steps])
      .filter(({ zh, en }) => /拆开|拆机|开壳/.test(zh) || /open (the )?(housing|terminal|pad)/i.test(en))
      .filter(({ zh, en }) => !/不|勿/.test(zh) || !/do not|never|not /i.test(en));
    expect(opening).toEqual([]);
  });

  it('end in a call that always helps', () => {
    expect(ACTIONS['call.service']?.fixes).toEqual(Object.fromEntries(CAUSE_IDS.map((id) => [id, 1])));
  });

  it('warn of the tamper lock wherever a part is replaced', () => {
    const parts = Object.keys(ACTIONS).filter((id) => id.startsWith('replace.') || id.startsWith('tamper.'));
    expect(parts.length).toBeGreaterThanOrEqual(7);
    expect(parts.filter((id) => !forbiddenZh(id).includes('防拆锁'))).toEqual([]);
  });

  it('never leave the PIN to anyone but the holder', () => {
    const aboutPin = Object.keys(ACTIONS).filter((id) => /pin(?!g)/.test(id));
    expect(aboutPin).toEqual(['pin.enter_again', 'terminal.check_pinpad', 'train.pin', 'replace.pinpad']);
    expect(aboutPin.filter((id) => !forbiddenZh(id).includes('密码'))).toEqual([]);
  });

  it("clean only by the maker's rule", () => {
    const cleaning = ['clean.head', 'clean.contacts', 'clean.printer_head', 'inspect.visit'];
    expect(cleaning.filter((id) => !forbiddenZh(id).includes('只按本机型说明书做'))).toEqual([]);
  });
});
