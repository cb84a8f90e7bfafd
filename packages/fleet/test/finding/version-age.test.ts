import { describe, expect, it } from 'vitest';
import { versionAge } from '../../src/finding/version-age.ts';
import type { ByHand } from '../hand.ts';
import { faultAt, inTurn, many, sceneOf } from '../hand.ts';

type Terminal = ByHand & { readonly failing?: boolean };

/** Terminals with forty attempts each; of one that fails, every second does. */
const fleet = (...terminals: readonly Terminal[]) =>
  sceneOf(
    inTurn(
      ...terminals.map(({ failing, ...one }, i) => many(40, { terminal_id: `T${i + 1}`, ...one }, failing ? 2 : 0)),
    ),
  );

const ageOf = (version: string, ...others: readonly string[]): string =>
  versionAge(
    ...withFault([{ app_version: version, failing: true }, ...others.map((app_version) => ({ app_version }))], {
      app_version: version,
    }),
  );

const withFault = (terminals: readonly Terminal[], where: Parameters<typeof faultAt>[1]) => {
  const scene = fleet(...terminals);
  return [scene, faultAt(scene, where)] as const;
};

describe('The age of a version', () => {
  it('is behind where most others are newer, by numbers and not by letters', () => {
    expect(ageOf('3.9.0', '3.10.0', '3.10.0', '3.8.0')).toBe('behind');
  });

  it('is the newest where no other is newer, and midway where some are', () => {
    expect(ageOf('3.10.0', '3.9.0', '3.9.9', '2.11.0')).toBe('newest');
    expect(ageOf('3.9.0', '3.10.0', '3.8.0', '3.8.0')).toBe('midway');
  });

  it('cannot be told without another version, nor from another program’s', () => {
    expect(ageOf('3.9.0')).toBe('unknown');
    expect(ageOf('pos-3.9.0', 'bank-4.0.0', 'bank-4.0.0')).toBe('unknown');
  });

  it('is compared among terminals of the same models', () => {
    const old = { app_version: '2.0', model: 'A920' };
    const terminals = [
      { ...old, failing: true },
      { ...old, app_version: '1.0' },
      { app_version: '5.0', model: 'P2' },
    ];
    expect(versionAge(...withFault(terminals, { app_version: '2.0' }))).toBe('newest');
  });

  it('is that of the terminal’s app where the fault sits at one terminal', () => {
    const terminals = [{ app_version: '1.0', failing: true }, { app_version: '2.0' }, { app_version: '2.0' }];
    expect(versionAge(...withFault(terminals, { terminal_id: 'T1' }))).toBe('behind');
  });

  it('is the age of parameters where these bound the fault, and of nothing at a store', () => {
    const terminals = [{ param_version: 'P202603', failing: true, store_id: 'S' }, { param_version: 'P202605' }];
    expect(versionAge(...withFault(terminals, { param_version: 'P202603' }))).toBe('behind');
    expect(versionAge(...withFault(terminals, { store_id: 'S' }))).toBe('unknown');
  });
});
