import type { InnerReason } from '@duka/knowledge/signatures';
import { INNER_REASONS } from '@duka/knowledge/signatures';
import { expect, test } from 'vitest';
import type { Event } from '../src/frame.ts';
import { observe } from '../src/observation.ts';

const event = (more: Partial<Event>): Event => ({
  interface: 'chip',
  outcome: 'failed',
  stage: null,
  reason: null,
  code: null,
  fallback: null,
  ...more,
});

test('failures that tell the same share a class, in whatever codes they come', () => {
  const { classOfEvent, classes } = observe([
    event({ reason: 'mute' }),
    event({ reason: 'mute', code: 'sw:6F00', fallback: true }),
    event({ outcome: 'ok' }),
    event({ reason: 'mute', interface: 'contactless' }),
    event({ code: 'iso39:55' }),
    event({ reason: 'pin_wrong' }),
  ]);
  expect(Array.from(classOfEvent)).toEqual([0, 0, -1, 1, 2, 3]);
  expect(classes).toHaveLength(4);
});

test.each([
  [{ reason: 'declined', code: 'iso39:51' }, 'no_funds'],
  [{ reason: null, code: 'iso39:61' }, 'no_funds'],
  [{ reason: 'declined', code: 'iso39:54' }, 'declined'],
  [{ reason: null, code: 'iso39:41' }, 'declined'],
] as const)('%o says which kind of decline it was', (told, kind) => {
  const { classes } = observe([event(told)]);
  const other = kind === 'declined' ? 'no_funds' : 'declined';
  const chance = (reason: InnerReason): number => classes[0]!.likelihood[INNER_REASONS.indexOf(reason)]!;
  expect(chance(kind)).toBeGreaterThan(10 * chance(other));
});

test.each([{ reason: 'declined' }, { reason: 'declined', code: 'iso39:05' }] as const)(
  '%o may be for either',
  (told) => {
    const { likelihood } = observe([event(told)]).classes[0]!;
    expect(likelihood[INNER_REASONS.indexOf('no_funds')]).toBe(likelihood[INNER_REASONS.indexOf('declined')]);
  },
);
