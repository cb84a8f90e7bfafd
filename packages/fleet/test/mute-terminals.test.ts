import type { Attempt } from '@duka/model';
import { INTERFACES } from '@duka/model';
import { expect, it } from 'vitest';
import { AttemptStore } from '../src/attempt-store.ts';
import { readFrame } from '../src/frame.ts';
import { rowsOfMuteTerminals } from '../src/mute-terminals.ts';
import { setScene } from '../src/scene.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 3, 4);

/** Fifty attempts a terminal, a minute apart, of which those that `fails` names fail for want of an answer. */
function attemptsOf(terminal_id: string, app_version: string | null, fails: (i: number) => boolean): Attempt[] {
  return Array.from({ length: 50 }, (_, i) => ({
    time: NOON + i * MINUTE,
    terminal_id,
    interface: 'chip',
    amount_minor: 100 * i,
    ...(app_version && { app_version }),
    ...(fails(i) ? { outcome: 'failed', reason: 'no_response' } : { outcome: 'ok' }),
  }));
}

const halfOfThem = (i: number) => i % 2 === 0;
const rarely = (i: number) => i === 7;

/** A fault of version 2.0 that strikes half of the attempts; the records of no version are these. */
function adopted(unnamed: readonly Attempt[], alone = 0): readonly string[] {
  const store = new AttemptStore();
  store.update([
    ...['A', 'B', 'C'].flatMap((id) => attemptsOf(id, '2.0', halfOfThem)),
    ...['D', 'E', 'F'].flatMap((id) => attemptsOf(id, '1.0', rarely)),
    ...unnamed,
  ]);
  const scene = setScene(readFrame(store));
  const { text, sites } = scene.frame;
  const rows = rowsOfMuteTerminals(
    scene,
    {
      bounds: { app_version: [sites.values.app_version.indexOf('2.0')] },
      first: 0,
      last: scene.frame.length - 1,
      rate: 0.5,
      shares: new Float64Array(INTERFACES.length).fill(1),
      ratioOf: () => 20,
    },
    () => alone,
  );
  return [...new Set(Array.from(rows, (row) => text.terminal_id.value(text.terminal_id.codes[row]!)))];
}

it('a terminal that does not tell its version belongs to the fault of a version that explains it', () => {
  expect(adopted(attemptsOf('M', null, halfOfThem))).toEqual(['M']);
});

it('one that the version reached later belongs to it from then on', () => {
  expect(adopted(attemptsOf('M', null, (i) => i > 25 && halfOfThem(i)))).toEqual(['M']);
});

it('one that fails no more than others stays outside', () => {
  expect(adopted(attemptsOf('M', null, rarely))).toEqual([]);
});

it('one that a fault of its own explains better stays outside', () => {
  expect(adopted(attemptsOf('M', null, halfOfThem), 200)).toEqual([]);
});

it('one that tells another version stays outside, however often it fails', () => {
  expect(adopted(attemptsOf('M', '1.0', halfOfThem))).toEqual([]);
});
