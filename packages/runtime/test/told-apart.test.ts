import { AttemptStore, readFrame } from '@duka/fleet';
import type { CauseId, Finding, Scope } from '@duka/model';
import type { FaultRequest } from '@duka/sim';
import { DEFAULT_CONFIG, simulate } from '@duka/sim';
import { describe, expect, it } from 'vitest';
import { isRefused, makeReport, takeRecord } from '../src/index.ts';

/** A fleet that reports everything, with these faults planted and no others. */
function findingsOf(faults: readonly FaultRequest[], seed: number) {
  const { attempts, truth } = simulate(
    {
      terminals: 60,
      days: 10,
      faults,
      missing: { random: 0, terminals: {} },
      cards: { ...DEFAULT_CONFIG.cards, flawedChips: 0, wornStripes: 0, refused: 0 },
    },
    seed,
  );
  const store = new AttemptStore();
  for (const record of attempts) {
    const taken = takeRecord(record, { tokenize: String, zone: null });
    if (isRefused(taken)) throw new Error(taken.complaint.text.en);
    store.append(taken.attempt);
  }
  const counts = { rejected: 0, removed_card_data: 0, reject_samples: [] };
  const { report } = makeReport(readFrame(store), counts, { fdr: 0.05, offset: 480 });
  return { findings: report.findings, truth };
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
