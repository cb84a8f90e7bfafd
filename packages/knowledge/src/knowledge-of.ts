import type { Observation } from '@duka/model';
import { CAUSE_IDS } from '@duka/model';
import { ACTIONS } from './actions/index.ts';
import { ALARMS } from './alarms.ts';
import { CAUSES } from './causes/index.ts';
import { CONTRADICTIONS } from './contradictions.ts';
import { costOf, perMinute } from './cost.ts';

const { 'call.service': CALL, ...REMEDIES } = ACTIONS;

/** A knowledge file (duka.knowledge/1) of Duka's own causes and actions, with some of its observations. */
export const knowledgeOf = (observations: readonly Observation[]) => ({
  schema: 'duka.knowledge/1' as const,
  faults: 'single' as const,
  causes: CAUSE_IDS.map((id) => ({
    id,
    prior: CAUSES[id].prior.counter,
    text: CAUSES[id].name,
    meanwhile: CAUSES[id].meanwhile,
  })),
  observations,
  actions: Object.values(REMEDIES).map((action) => ({ ...action, cost: costOf(action), perMinute: perMinute(action) })),
  call: { ...CALL!, cost: costOf(CALL!) },
  contradictions: CONTRADICTIONS,
  alarms: ALARMS,
});
