import type { CauseId } from '@duka/model';
import { CAUSE_IDS, OBSERVERS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { DRAWINGS } from '../src/drawings/index.ts';
import { ACTIONS, ALARMS, CONTRADICTIONS, OBSERVATIONS } from '../src/index.ts';
import { asksForSecrets, isSaid } from './said.ts';

const COUNTER = OBSERVATIONS.filter(({ from }) => from === 'counter');
const byId = new Map(OBSERVATIONS.map((observation) => [observation.id, observation]));
const chancesOf = ({ given, otherwise }: (typeof OBSERVATIONS)[number], cause: CauseId) => given[cause] ?? otherwise;

describe('questions', () => {
  it('are at least sixty for the counter, each with an id of its own', () => {
    expect(COUNTER.length).toBeGreaterThanOrEqual(60);
    expect(byId.size).toBe(OBSERVATIONS.length);
  });

  it.each(OBSERVATIONS.map((one) => [one.id, one] as const))('%s is asked and answered in both languages', (_, one) => {
    expect(OBSERVERS).toContain(one.from);
    expect(Object.keys(one.labels)).toEqual(expect.arrayContaining([...one.values]));
    const texts = [one.text, ...(one.hint ? [one.hint] : []), ...one.values.map((value) => one.labels[value]!)];
    expect(texts.filter((text) => !isSaid(text))).toEqual([]);
    expect(texts.filter(asksForSecrets)).toEqual([]);
    expect(one.source).toMatch(/^expert estimate/);
  });

  it.each(COUNTER.map((one) => [one.id, one] as const))(
    '%s costs time, fits a screen and has its picture',
    (_, one) => {
      expect(one.id).toMatch(/^(see|know|try)\.[a-z_]+$/);
      expect(one.cost).toBeGreaterThanOrEqual(one.id.startsWith('try.') ? 1 : 0.15);
      expect(one.cost).toBeLessThanOrEqual(2);
      expect(one.text.zh.length).toBeLessThanOrEqual(30);
      for (const value of one.values) expect(one.labels[value]!.zh.length, value).toBeLessThanOrEqual(40);
      if (one.drawing !== undefined) expect(DRAWINGS).toHaveProperty(one.drawing);
    },
  );

  it('all have a picture where eyes or hands are needed', () => {
    const bare = COUNTER.filter(({ id, drawing }) => !drawing && !id.startsWith('know.'));
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it.each(OBSERVATIONS.map((one) => [one.id, one] as const))(
    '%s names no cause that it cannot tell from the rest',
    (_, one) => {
      const idle = Object.entries(one.given).filter(
        ([, row]) => one.from !== 'log' && row.every((chance, i) => Math.abs(chance - one.otherwise[i]!) < 0.005),
      );
      expect(idle).toEqual([]);
    },
  );
});

describe('causes at the counter', () => {
  it.each(CAUSE_IDS.filter((id) => id !== 'unknown.other'))('%s is raised by some answer', (cause) => {
    const raises = COUNTER.some((one) => {
      const row = chancesOf(one, cause);
      return row.some((chance, i) => chance >= 0.15 && chance / one.otherwise[i]! >= 2);
    });
    expect(raises).toBe(true);
  });

  it('can be told apart two by two: some likely answer is three times as likely under one as under the other', () => {
    const together = CAUSE_IDS.flatMap((a, i) =>
      CAUSE_IDS.slice(i + 1)
        .filter((b) => !COUNTER.some((one) => tells(chancesOf(one, a), chancesOf(one, b))))
        .map((b) => [a, b]),
    );
    expect(together).toEqual([]);
  });
});

function tells(a: readonly number[], b: readonly number[]): boolean {
  return a.some((chance, i) => (chance >= 0.15 && chance / b[i]! >= 3) || (b[i]! >= 0.15 && b[i]! / chance >= 3));
}

describe('contradictions', () => {
  it('have ids of their own', () => {
    expect(new Set(CONTRADICTIONS.map(({ id }) => id)).size).toBe(CONTRADICTIONS.length);
  });

  it.each(CONTRADICTIONS.map((rule) => [rule.id, rule] as const))(
    '%s names two questions and their answers',
    (_, { between, text }) => {
      expect(isSaid(text)).toBe(true);
      expect(between).toHaveLength(2);
      expect(between[0]!.observation).not.toBe(between[1]!.observation);
      for (const { observation, values } of between) {
        const asked = byId.get(observation);
        expect(asked?.from).toBe('counter');
        expect(asked?.values).toEqual(expect.arrayContaining([...values]));
        expect(values.length).toBeLessThan(asked!.values.length);
      }
    },
  );

  it.each(CONTRADICTIONS.map((rule) => [rule.id, rule] as const))(
    '%s is said of answers that no cause makes likely together',
    (_, { between }) => {
      const together = CAUSE_IDS.map((cause) => {
        const [first, second] = between.map(({ observation, values }) => {
          const one = byId.get(observation)!;
          return values.reduce((sum, value) => sum + chancesOf(one, cause)[one.values.indexOf(value)]!, 0);
        });
        return { cause, chance: first! * second! };
      });
      expect(together.filter(({ chance }) => chance > 0.25)).toEqual([]);
    },
  );
});

describe('alarms', () => {
  it.each(ALARMS.map((alarm) => [alarm.id, alarm] as const))(
    '%s names an answer at the counter and what is done at once',
    (_, alarm) => {
      const { observation, values } = alarm.when;
      expect(byId.get(observation)?.from).toBe('counter');
      expect(byId.get(observation)?.values).toEqual(expect.arrayContaining([...values]));
      expect(ACTIONS).toHaveProperty([alarm.action]);
      expect(isSaid(alarm.text)).toBe(true);
    },
  );

  it('stop a terminal whose lock has fired, whose seal is broken or whose slot has something added', () => {
    const stops = ALARMS.filter(({ action }) => action === 'tamper.stop_and_seal').map(({ when }) => when);
    expect(stops).toEqual([
      { observation: 'see.message', values: ['locked'] },
      { observation: 'see.seal', values: ['broken', 'added'] },
    ]);
  });
});
