import { describe, expect, it } from 'vitest';
import { fitBaseline } from '../../src/expected/baseline.ts';
import { lastingDifferences } from '../../src/expected/differences.ts';
import { familiesOf } from '../../src/expected/families.ts';
import type { ByHand } from '../hand.ts';
import { inTurn, many, sceneOf } from '../hand.ts';

/** How many times likelier the failed reads of each issuer are held to be, and what else is not 1. */
function differencesOf(attempts: readonly ByHand[]) {
  const scene = sceneOf(attempts);
  const ownShare = new Float32Array(scene.failed.length).fill(1);
  const factors = lastingDifferences(scene, familiesOf(scene, fitBaseline(scene, ownShare)), ownShare).ofFailures;
  const bins = scene.frame.text.bin;
  const found: Record<string, number> = {};
  scene.failed.forEach((row, failure) => {
    found[bins.value(bins.codes[row]!)] = Number(factors[failure]!.toFixed(2));
  });
  return found;
}

const issuer = (bin: string, every: number, count = 3000, failure?: ByHand) =>
  many(count, { bin, terminal_id: `T${bin}` }, every, failure);

describe('A lasting difference', () => {
  it('of an issuer whose cards always fail three times as often is nobody’s fault', () => {
    const { 622200: poor, 622201: usual } = differencesOf(inTurn(issuer('622200', 10), issuer('622201', 30)));
    expect(poor).toBeGreaterThan(1.35);
    expect(usual).toBe(1);
  });

  it('is none where the failures came in one part of the log only', () => {
    const late = [...issuer('622200', 30, 2000), ...issuer('622200', 3, 1000)];
    expect(differencesOf(inTurn(late, issuer('622201', 30)))['622200']).toBeLessThan(1.1);
  });

  it('is hardly one where few attempts show it', () => {
    expect(differencesOf(inTurn(issuer('622200', 10, 60), issuer('622201', 30)))['622200']).toBeLessThan(1.1);
  });

  it('is known as well of one that never asks for it beside others that always do, as long as it does not', () => {
    const refused = { reason: 'chip_required' } as const;
    const swipes = (bin: string, acquirer: string, count: number, every: number) =>
      many(count, { bin, terminal_id: `T${bin}`, acquirer, interface: 'magstripe' }, every, refused);
    const others = swipes('622201', 'b', 3000, 8);
    const never = differencesOf(inTurn(swipes('622200', 'a', 3000, 100), others))['622200'];
    const closing = [...swipes('622200', 'a', 2400, 100), ...swipes('622200', 'a', 600, 3)];
    expect(never).toBeLessThan(0.5);
    expect(differencesOf(inTurn(closing, others))['622200']).toBeLessThan(0.5);
    expect(differencesOf(inTurn(issuer('622200', 100), issuer('622201', 8)))['622200']).toBe(1);
  });

  it('is known of PINs that are always mistyped more often where one acquirer’s cards are', () => {
    const wrong = { stage: 'cvm', reason: 'pin_wrong' } as const;
    const at = (bin: string, acquirer: string, every: number) =>
      many(3000, { bin, terminal_id: `T${bin}`, acquirer }, every, wrong);
    expect(differencesOf(inTurn(at('622200', 'a', 10), at('622201', 'b', 30)))['622200']).toBeGreaterThan(1.35);
  });

  it('is for what hangs on cards, people and places, not for declines', () => {
    const declined = { stage: 'online', reason: 'declined' } as const;
    const factors = differencesOf(inTurn(issuer('622200', 10, 3000, declined), issuer('622201', 30)));
    expect(factors['622200']).toBe(1);
  });

  it('is not to be seen where there is one issuer only', () => {
    expect(differencesOf(issuer('622200', 10))).toEqual({ 622200: 1 });
  });

  it('is known of a kind of line that is lost more often, for the network alone', () => {
    const lost = { stage: 'online', reason: 'link_lost' } as const;
    const line = (bin: string, link: 'cellular' | 'ethernet', every: number) =>
      many(3000, { bin, terminal_id: `T${bin}`, link }, every, lost);
    const factors = differencesOf(inTurn(line('622200', 'cellular', 10), line('622201', 'ethernet', 30)));
    expect(factors['622200']).toBeGreaterThan(1.35);
    expect(factors['622201']).toBe(1);
  });

  it('is known of an acquirer that has always asked for the chip, and not of one that begins to', () => {
    const refused = { reason: 'chip_required' } as const;
    const swipes = (bin: string, acquirer: string, count: number, every: number) =>
      many(count, { bin, terminal_id: `T${bin}`, acquirer, interface: 'magstripe' }, every, refused);
    const usual = swipes('622201', 'b', 3000, 30);
    const always = inTurn(swipes('622200', 'a', 3000, 10), usual);
    const begins = inTurn([...swipes('622200', 'a', 2000, 30), ...swipes('622200', 'a', 1000, 3)], usual);
    expect(differencesOf(always)['622200']).toBeGreaterThan(1.35);
    expect(differencesOf(begins)['622200']).toBeLessThan(1.1);
  });

  it('counts for a failure without a reason as far as it may be one of reading', () => {
    const ofPoor = (failure?: ByHand) =>
      differencesOf(inTurn(issuer('622200', 10, 3000, failure), issuer('622201', 30, 3000, failure)))['622200']!;
    const told = ofPoor();
    const silent = ofPoor({});
    expect(silent).toBeGreaterThan(1.05);
    expect(silent).toBeLessThan(told);
  });
});
