import { ACTIONS, CAUSES, effortOf } from '@duka/knowledge';
import type { CauseId } from '@duka/model';
import { CAUSE_IDS } from '@duka/model';
import { describe, expect, it } from 'vitest';
import type { Clue } from '../src/index.ts';
import { diagnose, nextStep } from '../src/index.ts';

type ByCause = Clue['logLikelihood'];
const flat = Object.fromEntries(CAUSE_IDS.map((id) => [id, 0])) as ByCause;
const even = Object.fromEntries(CAUSE_IDS.map((id) => [id, 1])) as ByCause;
const pointsTo = (cause: CauseId, factor: number): Clue => ({
  id: 'clue',
  logLikelihood: { ...flat, [cause]: Math.log(factor) },
});

describe('the posterior', () => {
  it('is the prior where there is no evidence, and sums to one', () => {
    const { causes } = diagnose(even, []);
    expect(causes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    expect(new Set(causes.map(({ probability }) => probability.toFixed(9))).size).toBe(1);
  });

  it('follows Bayes: forty causes alike, one sixty times likelier', () => {
    const [first] = diagnose(even, [pointsTo('network.down', 60)]).causes;
    expect(first?.cause).toBe('network.down');
    // 60 / (60 + 39), less the one part in a hundred that stays doubt
    expect(first?.probability).toBeCloseTo(0.99 * (60 / 99) + 0.01 / 40, 9);
  });

  it('weighs each clue as the log10 Bayes factor of the first cause against all others', () => {
    const { weights } = diagnose(even, [pointsTo('network.down', 1000), { id: 'mute', logLikelihood: flat }]);
    expect(weights.get('clue')).toBeCloseTo(3, 9);
    expect(weights.get('mute')).toBeCloseTo(0, 9);
  });

  it('never says much more than ninety-nine in a hundred, however strong the clue', () => {
    expect(diagnose(even, [pointsTo('network.down', 1e300)]).causes[0]?.probability).toBeLessThan(0.9904);
  });
});

describe('the next step', () => {
  const remediesOf = (cause: CauseId) => CAUSES[cause].remedies;

  it('wipes before it replaces: the cheap cure first where both are possible', () => {
    const step = nextStep(
      [
        { cause: 'hardware.magstripe_head_dirty', probability: 0.5 },
        { cause: 'hardware.magstripe_head_worn', probability: 0.5 },
      ],
      ACTIONS,
      remediesOf,
      effortOf,
    );
    expect(step.id).toBe('clean.head');
  });

  it('replaces where cleaning has next to no chance', () => {
    const step = nextStep([{ cause: 'hardware.magstripe_head_worn', probability: 1 }], ACTIONS, remediesOf, effortOf);
    expect(step.id).toBe('replace.magstripe_head');
  });

  it('calls service where no cause stands out enough for a remedy', () => {
    const faint = CAUSE_IDS.map((cause) => ({ cause, probability: 1 / CAUSE_IDS.length }));
    expect(nextStep(faint, ACTIONS, remediesOf, effortOf).id).toBe('call.service');
  });

  it('has a step for every cause', () => {
    for (const cause of CAUSE_IDS) {
      const step = nextStep([{ cause, probability: 1 }], ACTIONS, remediesOf, effortOf);
      expect(step.fixes[cause] ?? 0, cause).toBeGreaterThan(0);
    }
  });
});
