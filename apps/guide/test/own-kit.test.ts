import { ALARMS, CONTRADICTIONS, DEVICES } from '@duka/knowledge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '../src/course/course.ts';
import { advance, begin, evidenceOf } from '../src/course/course.ts';
import type { Evidence } from '../src/kit/kit.ts';
import { NOTHING } from '../src/kit/kit.ts';
import { ownKit } from '../src/kit/own.ts';

const KIT = ownKit();
const chanceOf = (evidence: Evidence, cause: string) =>
  KIT.plan(evidence).causes.find((one) => one.cause === cause)?.probability ?? 0;

describe("the guide over Duka's own knowledge", () => {
  it('begins with a question, and has words for it', () => {
    const { next } = KIT.plan(NOTHING);
    expect(next.kind).toBe('ask');
    expect(KIT.question(next.id)?.text.zh).toMatch(/[？：]$/);
    const chances = KIT.chances(NOTHING, next.id);
    expect(chances).toHaveLength(KIT.question(next.id)?.values.length ?? 0);
    expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
  });

  it('asks nothing of who does not know', () => {
    expect(KIT.plan({ ...NOTHING, handsOnly: true }).next.kind).not.toBe('ask');
  });

  it('never names a step that cannot be done here', () => {
    const hands = { ...NOTHING, handsOnly: true };
    const first = KIT.plan(hands).next.id;
    expect(KIT.plan({ ...hands, skipped: [first] }).next.id).not.toBe(first);
  });

  it('believes a finding more than what is common, and not wholly', () => {
    const finding = [{ cause: 'network.down' as const, probability: 0.8 }];
    const told = { ...NOTHING, finding };
    expect(chanceOf(told, 'network.down')).toBeGreaterThan(0.7);
    expect(chanceOf(told, 'network.down')).toBeLessThan(0.8);
    expect(KIT.plan(told).causes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
  });

  it('says what spoke for a cause and what against', async () => {
    const known = { ...NOTHING, answers: { 'know.way': 'swipe' }, failed: ['clean.wipe_stripe'] };
    const reasons = await KIT.why(known, 'hardware.magstripe_head_worn');
    expect(reasons.find(({ id }) => id === 'know.way')).toMatchObject({ value: 'swipe', weight: expect.any(Number) });
    expect(reasons.find(({ id }) => id === 'know.way')!.weight).toBeGreaterThan(0);
    const others = await KIT.why(known, 'hardware.contactless_antenna');
    expect(others.find(({ id }) => id === 'know.way')!.weight).toBeLessThan(0);
  });

  it('says by what helped what it was: a card that reads once it is turned was in the wrong way round', () => {
    const known = { ...NOTHING, answers: { 'know.way': 'insert' } };
    expect(KIT.plan(known).causes[0]?.cause).not.toBe('operation.insert_technique');
    expect(KIT.cured(known, 'present.other_way')[0]?.cause).toBe('operation.insert_technique');
    expect(KIT.cured(known, 'present.other_way').reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1, 9);
    expect(KIT.cured(known, 'no.such_step')).toEqual([]);
  });

  it('learns from what helped where that says what it was, and keeps what it knew', async () => {
    const known = { ...NOTHING, finding: [{ cause: 'operation.not_signed_in' as const, probability: 0.95 }] };
    const once = await KIT.learn(null, known, 'terminal.sign_in');
    expect(JSON.parse(once ?? '')).toEqual({
      schema: 'duka.learned/1',
      counts: {
        cases: 1,
        'cause/operation.not_signed_in': 1,
        'helped/terminal.sign_in/operation.not_signed_in': 1,
      },
    });
    expect(JSON.parse((await KIT.learn(once, known, 'terminal.sign_in')) ?? '').counts.cases).toBe(2);
    expect(
      JSON.parse((await KIT.learn('{"schema":"duka.learned/0"}', known, 'terminal.sign_in')) ?? '').counts.cases,
    ).toBe(1);
  });

  it('learns nothing where several causes would explain what helped', async () => {
    expect(await KIT.learn(null, NOTHING, 'terminal.restart')).toBeNull();
  });

  it.each(DEVICES.filter(({ forbids }) => forbids.length > 0))(
    'does on $id nothing that its maker forbids',
    (device) => {
      const model = device.models[0] ?? '';
      const dirty = [
        { cause: 'hardware.chip_contacts_dirty' as const, probability: 0.5 },
        { cause: 'hardware.magstripe_head_dirty' as const, probability: 0.5 },
      ];
      const named: string[] = [];
      for (let i = 0; i < 20; i++) {
        const { next } = KIT.plan({ ...NOTHING, model, finding: dirty, failed: named, handsOnly: true });
        if (next.kind !== 'do') break;
        named.push(next.id);
      }
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((id) => device.forbids.includes(id))).toEqual([]);
    },
  );

  it.each(CONTRADICTIONS)('can put both questions of the contradiction $id again', ({ between }) => {
    expect(between).toHaveLength(2);
    for (const { observation, values } of between)
      expect(KIT.question(observation)?.values).toEqual(expect.arrayContaining([...values]));
  });

  it.each(ALARMS)('has a step for the alarm $id', ({ action, when }) => {
    expect(KIT.step(action)).toBeDefined();
    expect(KIT.question(when.observation)).toBeDefined();
  });

  it('keeps its figures sound whatever is tapped', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(9)), (taps) => {
        let course = begin(KIT, { terminal: null, model: null }, 'c', 0);
        for (let i = 0; i < 40 && course.now.kind !== 'fixed' && course.now.kind !== 'call'; i++) {
          const tap = taps.next().value ?? 0;
          course = advance(KIT, course, actOf(course.now, tap), i);
          const { causes } = KIT.plan(evidenceOf(course));
          for (const { probability } of causes) expect(probability).toBeGreaterThanOrEqual(0);
          expect(causes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
        }
      }),
      { numRuns: 3 },
    );
  });
});

function actOf(now: { readonly kind: string; readonly id?: string }, tap: number): Act {
  if (now.kind === 'ask') return { kind: 'answer', value: KIT.question(now.id ?? '')?.values[tap] ?? null };
  if (now.kind === 'do') return { kind: 'step', outcome: tap === 0 ? 'skipped' : 'failed' };
  const clash = CONTRADICTIONS.find(({ id }) => id === now.id);
  return { kind: 'reask', id: clash?.between[tap % 2]?.observation ?? '' };
}
