import type { CauseId, Finding, Interface, Reason, Scope } from '@duka/model';
import type { FaultRequest } from '@duka/sim';
import { DEFAULT_CONFIG, simulate } from '@duka/sim';
import { describe, expect, it } from 'vitest';
import { findingsIn } from './findings-in.ts';

/** A fleet that reports everything, with these faults planted and no others. */
const fleetOf = (faults: readonly FaultRequest[], seed: number) =>
  simulate(
    {
      terminals: 60,
      days: 10,
      faults,
      missing: { random: 0, terminals: {} },
      cards: { ...DEFAULT_CONFIG.cards, flawedChips: 0, wornStripes: 0, refused: 0 },
    },
    seed,
  );

function findingsOf(faults: readonly FaultRequest[], seed: number) {
  const { attempts, truth } = fleetOf(faults, seed);
  return { findings: findingsIn(attempts), truth };
}

/** The one finding of a fleet with one fault. */
function theOne(cause: CauseId, seed: number): { finding: Finding; scope: Scope } {
  const { findings, truth } = findingsOf([{ cause }], seed);
  expect(truth).toHaveLength(1);
  expect(findings.map(({ causes, scope }) => [causes[0]?.cause, scope])).toHaveLength(1);
  return { finding: findings[0]!, scope: truth[0]!.scope };
}

const likely = (finding: Finding): readonly CauseId[] => finding.causes.slice(0, 2).map(({ cause }) => cause);

describe('Duka tells apart', () => {
  it('nothing from something: a fleet in order has no finding', () => {
    expect(findingsOf([], 1).findings).toEqual([]);
  });

  it('a bad magnetic head from the chip and the other terminals', () => {
    const { finding, scope } = theOne('hardware.magstripe_head_dirty', 2);
    expect(finding.scope).toEqual(scope);
    expect(likely(finding)).toContain('hardware.magstripe_head_dirty');
  });

  it.each<[Interface, readonly Reason[], RegExp]>([
    ['chip', ['mute', 'no_card', 'mute', 'protocol_error', 'mute', 'no_card'], /^hardware\.chip_contacts_/],
    ['contactless', ['no_response_rf', 'no_card', 'rf_lost', 'no_card'], /^hardware\.contactless_antenna$/],
  ])('a %s reader that notices no card at times from the hands of its cashiers', (face, reasons, cause) => {
    const { attempts } = fleetOf([], 1);
    const own = Map.groupBy(
      attempts.filter((attempt) => attempt.interface === face && attempt.outcome === 'ok'),
      ({ terminal_id }) => terminal_id,
    );
    const busiest = [...own.values()].reduce((a, b) => (b.length > a.length ? b : a));
    const struck = new Map(
      busiest.slice(busiest.length / 2).flatMap((attempt, i) => (i % 2 === 0 ? [[attempt, i / 2]] : [])),
    );
    const records = attempts.map((attempt) => {
      const nth = struck.get(attempt);
      return nth === undefined
        ? attempt
        : { ...attempt, outcome: 'failed', reason: reasons[nth % reasons.length], card_ref: null, bin: null };
    });
    const [finding, ...others] = findingsIn(records);
    expect(others).toEqual([]);
    expect(finding?.scope.terminal_id).toBe(busiest[0]?.terminal_id);
    expect(finding?.causes[0]?.cause).toMatch(cause);
  });

  it('one terminal from its store', () => {
    const { finding, scope } = theOne('hardware.chip_contacts_dirty', 3);
    expect(finding.scope).toEqual(scope);
    expect(likely(finding)).toContain('hardware.chip_contacts_dirty');
  });

  it("a store's network from its terminals", () => {
    const { finding, scope } = theOne('network.unstable', 4);
    expect(finding.scope).toEqual(scope);
    expect(finding.causes[0]?.cause).toMatch(/^network\./);
  });

  it('a release from the terminals that carry it', () => {
    const { finding, scope } = theOne('software.app_defect', 16);
    expect(finding.scope).toMatchObject(scope.app_version ? { app_version: scope.app_version } : {});
    expect(finding.causes[0]?.cause).toMatch(/^software\./);
  });

  it('an operator from the terminals that he uses', () => {
    const { finding, scope } = theOne('operation.removed_early', 6);
    expect(finding.scope).toEqual(scope);
    expect(finding.causes[0]?.cause).toBe('operation.removed_early');
  });

  it('an issuer that cannot be reached from the acquirer and from a decline', () => {
    const { finding, scope } = theOne('network.issuer_unreachable', 7);
    expect(Object.keys(finding.scope)).toContain('bin');
    expect([finding.scope.bin].flat().every((bin) => [scope.bin].flat().includes(bin))).toBe(true);
    expect(finding.causes[0]?.cause).toBe('network.issuer_unreachable');
  });

  it('an acquirer whose host is down, and says when it was over', () => {
    const { finding, scope } = theOne('network.acquirer_host_down', 8);
    expect(finding.scope).toEqual(scope);
    expect(finding.causes[0]?.cause).toBe('network.acquirer_host_down');
    expect(finding.until).not.toBeNull();
  });

  it('one bad card from the terminals that it visits', () => {
    const { finding, scope } = theOne('card.chip_damaged', 9);
    expect(finding.scope.card_ref).toBe(scope.card_ref);
    expect(finding.causes[0]?.cause).toBe('card.chip_damaged');
  });

  it('a wrong PIN from a read failure', () => {
    const { finding } = theOne('operation.wrong_pin', 10);
    expect(finding.causes[0]?.cause).toBe('operation.wrong_pin');
  });

  it('a refused stripe, which is policy, from a bad head', () => {
    const { finding } = theOne('policy.magstripe_closed', 11);
    expect(finding.scope.interface).toBe('magstripe');
    expect(likely(finding)).toContain('policy.magstripe_closed');
    expect(likely(finding)).not.toContain('hardware.magstripe_head_worn');
  });

  it('a fallback that somebody provokes from an ordinary swipe', () => {
    const { finding } = theOne('fraud.deliberate_fallback', 32);
    expect(likely(finding)).toContain('fraud.deliberate_fallback');
  });

  it('the dear from the cheap: findings come in order of the money lost', () => {
    const { findings } = findingsOf(
      [{ cause: 'hardware.reader_module' }, { cause: 'network.acquirer_host_down' }, { cause: 'hardware.tamper_lock' }],
      13,
    );
    const lost = findings.map((finding) => finding.lost.amount_minor);
    expect(lost.length).toBeGreaterThan(1);
    expect(lost).toEqual([...lost].sort((a, b) => b - a));
  });
});
