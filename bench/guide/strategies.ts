import type { Model } from '@duka/diagnosis';
import { ACTIONS } from '@duka/knowledge';
import type { Evidence, Kit } from '../../apps/guide/src/kit/kit.ts';
import { ownKit } from '../../apps/guide/src/kit/own.ts';

type Next = ReturnType<Kit['plan']>['next'];

/** What to do next at a counter, by what is known so far. `cause` is for the one that knows. */
export type Strategy = { readonly name: string; next(evidence: Evidence, cause: string): Next };

const CALL: Next = { kind: 'call', id: 'call.service' };

/** What one would use instead, and two bounds. */
export function strategiesOver(model: Model): readonly Strategy[] {
  const duka = ownKit(model);
  const patient = ownKit(model, () => 0);
  const checklist = checklistOf(model);
  const knowing = new Map(model.causes.map(({ id }) => [id, ownKit(onlyCause(model, id))]));
  return [
    {
      name: 'knows the cause (no plan is cheaper)',
      next: (known, cause) => knowing.get(cause)!.plan({ ...known, answers: {}, handsOnly: true }).next,
    },
    { name: 'Duka', next: (known) => duka.plan(known).next },
    { name: 'Duka, asking as long as it pays', next: (known) => patient.plan(known).next },
    {
      name: 'best chance for its cost, no questions',
      next: (known) => duka.plan({ ...known, answers: {}, handsOnly: true }).next,
    },
    {
      name: 'checklist, cheapest first',
      next: ({ failed }) => checklist.find(({ id }) => !failed.includes(id)) ?? CALL,
    },
    { name: 'calls service at once', next: () => CALL },
  ];
}

/** Every action at the counter, as a leaflet lists them, then service. */
function checklistOf({ actions }: Model): readonly Next[] {
  return actions
    .filter(({ id }) => ACTIONS[id]?.by === 'cashier' || ACTIONS[id]?.by === 'manager')
    .sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1))
    .map(({ id }) => ({ kind: 'do', id }));
}

const onlyCause = (model: Model, cause: string): Model => ({
  ...model,
  causes: model.causes.map((one) => ({ ...one, prior: one.id === cause ? 1 : 0 })),
});
