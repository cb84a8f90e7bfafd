import type { InnerReason } from '@duka/knowledge/signatures';
import { INNER_REASONS } from '@duka/knowledge/signatures';
import { expect, test } from 'vitest';
import type { Event } from '../../src/log/frame.ts';
import { observe } from '../../src/scene/observation.ts';

const event = (more: Partial<Event>): Event => ({
  interface: 'chip',
  outcome: 'failed',
  stage: null,
  reason: null,
  code: null,
  fallback: null,
  cardHasChip: null,
  indicator: null,
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

const chance = (told: Partial<Event>, reason: InnerReason): number =>
  observe([event(told)]).classes[0]!.likelihood[INNER_REASONS.indexOf(reason)]!;

test('an account that is blocked may be answered as an empty one, but an empty one hardly as blocked', () => {
  const answers = ['iso39:51', 'iso39:54'].map((code) => ({ reason: 'declined', code }) as const);
  const [empty, blocked] = (['no_funds', 'declined'] as const).map((reason) =>
    answers.map((told) => chance(told, reason)).reduce((product, one) => product * one, 1),
  );
  expect(blocked! / empty!).toBeGreaterThan(5);
});

const DECLINES = ['declined', 'no_funds', 'not_accepted'] as const;

test.each([
  [{ reason: 'declined', code: 'iso39:51' }, 'no_funds'],
  [{ reason: null, code: 'iso39:61' }, 'no_funds'],
  [{ reason: 'declined', code: 'iso39:54' }, 'declined'],
  [{ reason: null, code: 'iso39:41' }, 'declined'],
  [{ reason: 'declined', code: 'iso39:31' }, 'not_accepted'],
] as const)('%o says which kind of decline it was', (told, kind) => {
  for (const other of DECLINES) {
    // Of want of money a blocked card may be answered as well: see above.
    const times = kind === 'no_funds' && other === 'declined' ? 2 : 10;
    if (other !== kind) expect(chance(told, kind)).toBeGreaterThan(times * chance(told, other));
  }
});

test.each([{ reason: 'declined' }, { reason: 'declined', code: 'iso39:05' }] as const)('%o may be for any', (told) => {
  expect(new Set(DECLINES.map((kind) => chance(told, kind))).size).toBe(1);
});

test('what a terminal calls declined is what the host says: 45 is a stripe that it does not take', () => {
  const refused = { interface: 'magstripe', reason: 'declined', code: 'iso39:45' } as const;
  expect(chance(refused, 'chip_required')).toBeGreaterThan(10 * chance(refused, 'declined'));
});

test('a decline without a code may be a stripe that the host refuses for the chip’s sake, but no chip', () => {
  expect(chance({ interface: 'magstripe', reason: 'declined' }, 'chip_required')).toBeGreaterThan(0);
  expect(chance({ interface: 'chip', reason: 'declined' }, 'chip_required')).toBe(0);
});

test('a tap may be sent to the chip at any stage that card, terminal or issuer have a say in', () => {
  for (const stage of ['select', 'read', 'cvm', 'online'] as const) {
    expect(chance({ interface: 'contactless', stage }, 'use_other_interface')).toBe(1);
  }
  expect(chance({ interface: 'contactless', stage: 'print' }, 'use_other_interface')).toBe(0);
});

test('a code stands on each interface for what can fail there: a stripe has no application', () => {
  const notAccepted = { code: 'verifone:CC' } as const;
  expect(chance({ ...notAccepted, interface: 'magstripe' }, 'chip_required')).toBeGreaterThan(0.6);
  expect(chance({ ...notAccepted, interface: 'magstripe' }, 'no_application')).toBe(0);
  expect(chance({ ...notAccepted, interface: 'chip' }, 'no_application')).toBeGreaterThan(0.5);
});

test('a swipe that failed without a word was hardly refused for a chip that the card has not', () => {
  const chanceOf = (told: Partial<Event>): number =>
    observe([event({ interface: 'magstripe', ...told })], { chip: 4, none: 0.1 }).classes[0]!.likelihood[
      INNER_REASONS.indexOf('chip_required')
    ]!;
  const unknown = chanceOf({});
  expect(chanceOf({ cardHasChip: true })).toBe(4 * unknown);
  expect(chanceOf({ cardHasChip: false })).toBe(0.1 * unknown);
  // A fallback is always of a card with a chip: it tells nothing.
  expect(chanceOf({ cardHasChip: true, fallback: true })).toBe(unknown);
});
