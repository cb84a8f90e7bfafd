export type { Acquirer, CheckAnswer, Dated, Known, MerchantNumber } from './acquirers/index.ts';
export {
  ACQUIRERS,
  CATEGORIES,
  findAcquirer,
  INSTITUTIONS,
  PROVINCES,
  SETTLEMENT_CHECKS,
  settlementVerdict,
  splitMerchantNumber,
  UNKNOWN,
} from './acquirers/index.ts';
export { ACTIONS } from './actions/index.ts';
export { ACTOR_TEXT } from './actors.ts';
export { ALARMS } from './alarms.ts';
export { CASES } from './cases/index.ts';
export { CAUSES } from './causes/index.ts';
export { CARD_CODES, MONEY_CODES, NOT_ACCEPTED_CODES } from './codes/declines.ts';
export { CODE_NAMESPACES } from './codes/index.ts';
export { CONTRADICTIONS } from './contradictions.ts';
export { costOf, effortOf } from './cost.ts';
export { counterKnowledge } from './counter-knowledge.ts';
export { decodeCode, decodeCodes } from './decode.ts';
export { deviceIn } from './devices/device-in.ts';
export { DEVICES, deviceOf } from './devices/index.ts';
export type { Explained, Explanation } from './explain.ts';
export { explain } from './explain.ts';
export { knowledgeFile } from './knowledge-file.ts';
export type { QuestionId } from './observations/counter.ts';
export { COUNTER_OBSERVATIONS } from './observations/counter.ts';
export { OBSERVATIONS } from './observations/index.ts';
export { REASON_CAUSES } from './reason-causes.ts';
export { recordAnswers } from './record-answers.ts';
export { searchCases } from './search-cases.ts';
export {
  DOMAIN_TEXT,
  INTERFACE_TEXT,
  OUTCOME_TEXT,
  REASON_TEXT,
  SCOPE_COLUMN_TEXT,
  STAGE_TEXT,
} from './words.ts';
