import type { Attempt, CauseId, Interface, Scope } from '@duka/model';
import { INTERFACES } from '@duka/model';
import type { Claim } from './matching.ts';

/** What a user would do instead, each a GROUP BY over the same log. Both look once, at the end, and say no time. */

/** Neither names a cause: they are credited with the commonest one of what fails. */
const COMMONEST: { readonly [I in Interface | 'several']: CauseId } = {
  chip: 'hardware.chip_contacts_dirty',
  contactless: 'hardware.contactless_antenna',
  magstripe: 'hardware.magstripe_head_worn',
  qr: 'network.unstable',
  manual: 'network.unstable',
  several: 'network.unstable',
};

type Count = { attempts: number; failures: number };

function countBy(attempts: readonly Attempt[], key: (attempt: Attempt) => string): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const attempt of attempts) {
    const name = key(attempt);
    const count = counts.get(name) ?? { attempts: 0, failures: 0 };
    counts.set(name, count);
    count.attempts++;
    if (attempt.outcome !== 'ok') count.failures++;
  }
  return counts;
}

function claimOf(scope: Scope, at: Interface | 'several', line: string): Claim {
  const causes = [{ cause: COMMONEST[at], probability: null }];
  return { scope, time: null, detectedAt: null, causes, line: `${line} ${JSON.stringify(scope)}` };
}

const THRESHOLD = 0.02;
const FEWEST_ATTEMPTS = 50;

/**
 * Terminals whose attempts fail more often than the fleet's by two in a hundred; with fewer than 50 attempts none is judged. The
 * same threshold on the share of fallbacks finds less: few chips that fail end as swipes.
 */
export function failureThreshold(attempts: readonly Attempt[]): Claim[] {
  const usual = attempts.filter(({ outcome }) => outcome !== 'ok').length / Math.max(1, attempts.length);
  return [...countBy(attempts, ({ terminal_id }) => terminal_id)].flatMap(([terminal_id, count]) => {
    const share = count.failures / count.attempts;
    if (count.attempts < FEWEST_ATTEMPTS || share <= usual + THRESHOLD) return [];
    return [claimOf({ terminal_id }, 'several', `${(100 * share).toFixed(1)} % failures`)];
  });
}

const FDR = 0.05;

/**
 * Every terminal and interface against the fleet's rate of the interface, one-sided, with Benjamini and Hochberg's step-up at
 * 5 %. Interfaces of one terminal that are accepted together make one claim.
 */
export function zTest(attempts: readonly Attempt[]): Claim[] {
  const fleet = countBy(attempts, ({ interface: at }) => at);
  const tested = [...countBy(attempts, ({ terminal_id, interface: at }) => `${at} ${terminal_id}`)]
    .map(([key, count]) => {
      const [at = '', ...rest] = key.split(' ');
      const all = fleet.get(at)!;
      const rate = all.failures / all.attempts;
      const spread = Math.sqrt(count.attempts * rate * (1 - rate));
      const z = spread === 0 ? 0 : (count.failures - count.attempts * rate) / spread;
      return { terminal_id: rest.join(' '), at: at as Interface, p: upperTail(z) };
    })
    .sort((a, b) => a.p - b.p);
  const last = tested.findLastIndex(({ p }, rank) => p <= (FDR * (rank + 1)) / tested.length);
  const accepted = Map.groupBy(tested.slice(0, last + 1), ({ terminal_id }) => terminal_id);
  return [...accepted].map(([terminal_id, list]) => {
    const at = INTERFACES.filter((name) => list.some((one) => one.at === name));
    const [only, ...others] = at;
    if (only !== undefined && others.length === 0) {
      return claimOf({ terminal_id, interface: only }, only, `p ${list[0]!.p.toPrecision(2)}`);
    }
    return claimOf({ terminal_id, interface: at }, 'several', `p ${list[0]!.p.toPrecision(2)}`);
  });
}

/** P(Z > z) of the standard normal: Abramowitz and Stegun 7.1.26, with an absolute error below 1.5e-7; Mills' ratio far out. */
function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 4) return (density / z) * (1 - 1 / (z * z) + 3 / z ** 4);
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (poly * Math.exp((-z * z) / 2)) / 2;
  return z >= 0 ? tail : 1 - tail;
}
