import { CAUSE_IDS } from '@duka/model';
import { ACTIONS } from './actions/index.ts';
import { CAUSES } from './causes/index.ts';
import { OBSERVATIONS } from './observations.ts';

const minutesOfCall = ACTIONS['call.service']?.minutes ?? 0;

/** Duka's own knowledge as a knowledge file (duka.knowledge/1): what `--knowledge FILE` would replace. */
export const knowledgeFile = () => ({
  schema: 'duka.knowledge/1' as const,
  faults: 'single' as const,
  causes: CAUSE_IDS.map((id) => ({ id, prior: CAUSES[id].prior.weight })),
  observations: OBSERVATIONS.map(({ id, cost, values, given, otherwise }) => ({ id, cost, values, given, otherwise })),
  actions: Object.values(ACTIONS)
    .filter(({ id }) => id !== 'call.service')
    .map(({ id, minutes, fixes }) => ({ id, cost: minutes, fixes })),
  call: { id: 'call.service', cost: minutesOfCall },
});
