import { CAUSE_IDS } from '@duka/model';
import { ACTIONS } from './actions/index.ts';
import { ALARMS } from './alarms.ts';
import { CAUSES } from './causes/index.ts';
import { CONTRADICTIONS } from './contradictions.ts';
import { costOf, perMinute } from './cost.ts';
import { OBSERVATIONS } from './observations/index.ts';

const { 'call.service': CALL, ...REMEDIES } = ACTIONS;

/**
 * Duka's own knowledge as a knowledge file (duka.knowledge/1): what `--knowledge FILE` would replace. Only observations
 * whose `from` is "counter" can be asked of people; those from a log or a probe come as evidence.
 */
export const knowledgeFile = () => ({
  schema: 'duka.knowledge/1' as const,
  faults: 'single' as const,
  causes: CAUSE_IDS.map((id) => ({
    id,
    prior: CAUSES[id].prior.counter,
    text: CAUSES[id].name,
    meanwhile: CAUSES[id].meanwhile,
  })),
  observations: OBSERVATIONS,
  actions: Object.values(REMEDIES).map((action) => ({ ...action, cost: costOf(action), perMinute: perMinute(action) })),
  call: { ...CALL!, cost: costOf(CALL!) },
  contradictions: CONTRADICTIONS,
  alarms: ALARMS,
});
