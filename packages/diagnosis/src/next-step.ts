import type { Action, CauseId, CauseProbability } from '@duka/model';

/**
 * The action with the best chance of curing for its cost: with one cause present and independent trials, ordering by
 * chance over cost minimises the expected cost until the cure (Jensen et al. 2001, SACSO). Only actions that are remedies of a
 * cause in question count; one that cures less than a twentieth of the chances is no step.
 * @param effortOf what an action costs, in minutes of a cashier's time
 */
export function nextStep(
  causes: readonly CauseProbability[],
  actions: Readonly<Record<string, Action>>,
  remediesOf: (cause: CauseId) => readonly string[],
  effortOf: (action: Action) => number,
): Action {
  const candidates = new Set(
    causes.filter(({ probability }) => probability >= 0.05).flatMap(({ cause }) => remediesOf(cause)),
  );
  let best: { action: Action; value: number } | null = null;
  for (const id of candidates) {
    const action = actions[id];
    if (!action) continue;
    const cures = causes.reduce((sum, { cause, probability }) => sum + probability * (action.fixes[cause] ?? 0), 0);
    const value = cures / (2 + effortOf(action));
    if (cures >= 0.05 && (!best || value > best.value || (value === best.value && id < best.action.id)))
      best = { action, value };
  }
  const fallback = actions['call.service'];
  if (best) return best.action;
  if (!fallback) throw new Error('the knowledge has no action call.service');
  return fallback;
}
