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
