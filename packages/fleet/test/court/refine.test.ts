import { expect, it } from 'vitest';
import { refine } from '../../src/court/refine.ts';
import { fitBaseline } from '../../src/expected/baseline.ts';
import type { Scene } from '../../src/scene/scene.ts';
import type { ByHand } from '../hand.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

const narrowedTo = (scene: Scene, where: Parameters<typeof faultAt>[1]): readonly string[] => {
  const ownShare = new Float32Array(scene.failed.length).fill(0.02);
  const explained = new Float64Array(scene.failed.length).fill(1);
  const searched = { faults: [], baseline: fitBaseline(scene, ownShare), ownShare, explained };
  return Object.keys(refine(scene, searched, faultAt(scene, where)).bounds).sort();
};

/** A version of which every second attempt fails, but none of one carrier's; so many fail at a terminal of another, the rest where no carrier is told. */
function columnsOf(told: number): readonly string[] {
  const at = (terminal_id: string, carrier: string | undefined, attempts: number, every: number) =>
    many(attempts, { terminal_id, app_version: '2', ...(carrier ? { carrier } : {}) }, every);
  const silent = (200 - told) / 4;
  const scene = sceneOf(
    inTurn(
      ...['T1', 'T2', 'T3', 'T4'].map((terminal) => at(terminal, undefined, 2 * silent, 2)),
      ...['T5', 'T6'].map((terminal) => at(terminal, 'struck', told, 2)),
      ...['T7', 'T8'].map((terminal) => at(terminal, 'spared', 100, 0)),
    ),
  );
  return narrowedTo(scene, { app_version: '2' });
}

it('narrows a fault to the carrier that it strikes', () => {
  expect(columnsOf(80)).toEqual(['carrier']);
});

it('narrows it to nothing that hardly any of its failures name', () => {
  expect(columnsOf(14)).toEqual(['app_version']);
});

/** A region in which all swipes fail, so many at terminals of one store, as many at others that say no store. */
function placeOf(atStore: number, unsaid: number): readonly string[] {
  const at = (terminal_id: string, count: number, store: ByHand = {}) =>
    many(count, { terminal_id, region: 'R', interface: 'magstripe', ...store }, 1, { reason: 'chip_required' });
  const scene = sceneOf(
    inTurn(
      at('T1', atStore, { store_id: 'S' }),
      at('T2', unsaid / 2),
      at('T3', unsaid / 2),
      many(100, { terminal_id: 'T4', region: 'other', store_id: 'other' }),
    ),
  );
  return narrowedTo(scene, { region: 'R' });
}

it('calls a region by the name of its only store', () => {
  expect(placeOf(60, 20)).toEqual(['store_id']);
});

it('does not, where most of what fails says no store', () => {
  expect(placeOf(20, 60)).toEqual(['region']);
});
