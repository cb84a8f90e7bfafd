import type { FleetFinding } from '@duka/fleet';
import type { CauseId } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { standing } from '../src/diagnose/standing.ts';

/** A finding of which only the evidence and the seat matter here. */
const finding = (logOdds: number, seat: FleetFinding['features']['seat']): FleetFinding =>
  ({ logOdds, features: { seat } }) as FleetFinding;
const sure = (cause: CauseId) => [{ cause, probability: 1 }];
const chance = (found: FleetFinding, cause: CauseId): number => standing(found, sure(cause))[0]!.probability;

describe('the standing of a finding', () => {
  it('leaves the causes alone where the evidence is beyond doubt and the cause sits where it usually does', () => {
    expect(chance(finding(500, 'terminal'), 'hardware.tamper_lock')).toBeCloseTo(1, 9);
  });

  it('doubts what was only just found, and less with more evidence', () => {
    const [few, more, many] = [0, 8, 30].map((odds) => chance(finding(odds, 'terminal'), 'hardware.tamper_lock'));
    expect(few).toBeCloseTo(0.7, 9);
    // a third of the doubt is left: exp(-1)
    expect(more).toBeCloseTo(1 - 0.3 / Math.E, 9);
    expect(many).toBeGreaterThan(0.99);
  });

  it('takes a part of wider trouble for what it may be: a worn head does not sit in a region', () => {
    expect(chance(finding(500, 'area'), 'hardware.magstripe_head_worn')).toBeLessThan(0.52);
    expect(chance(finding(500, 'terminal'), 'software.app_outdated')).toBeLessThan(0.65);
    expect(chance(finding(500, 'release'), 'software.app_outdated')).toBeCloseTo(1, 9);
  });

  it('puts the causes in order again', () => {
    const both = [
      { cause: 'software.app_outdated', probability: 0.45 },
      { cause: 'hardware.chip_contacts_dirty', probability: 0.4 },
    ] as const;
    expect(standing(finding(500, 'terminal'), both).map(({ cause }) => cause)).toEqual([
      'hardware.chip_contacts_dirty',
      'software.app_outdated',
    ]);
  });
});
