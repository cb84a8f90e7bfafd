import { CAUSE_IDS } from '@duka/model';
import { ACTIONS } from './actions/index.ts';
import { CAUSES } from './causes/index.ts';
import { OBSERVATIONS } from './observations.ts';

const minutesOfCall = ACTIONS['call.service']?.minutes ?? 0;

/** Duka's own knowledge as a knowledge file (duka.knowledge/1): what `--knowledge FILE` would replace. */
export const knowledgeFile = () => ({
  schema: 'duka.knowledge/1' as const,
  faults: 'single' as const,
  causes: CAUSE_IDS.map((id) => ({ id, prior: CAUSES[id].prior.weight, text: CAUSES[id].name })),
  observations: OBSERVATIONS.map(({ id, cost, values, given, otherwise, says }) => ({
    id,
    from: 'log' as const,
    cost,
    values,
    labels: says,
    given,
    otherwise,
  })),
  actions: Object.values(ACTIONS)
    .filter(({ id }) => id !== 'call.service')
    .map(({ id, minutes, text, fixes }) => ({ id, cost: minutes, text, fixes })),
  call: { id: 'call.service', cost: minutesOfCall, text: ACTIONS['call.service']?.text },
});
