export { decodeAtr, isAtr } from './atr.ts';
export { isStatusWord, sayStatusWord, statusWordRow } from './status-word.ts';
export { L1_ERRORS, L2_ERRORS, L3_ERRORS, MESSAGES, OUTCOMES, UI_STATUS } from './tables/contactless.ts';
export { ADDITIONAL_CAPABILITY_BITS, AIP_BITS, AUC_BITS, TERMINAL_CAPABILITY_BITS, TSI_BITS } from './tables/flags.ts';
export { type CardCommand, STATUS_WORDS, type StatusWord } from './tables/status-words.ts';
export { TAGS, type TagKind, type TagRow } from './tables/tags.ts';
export { TVR_BITS } from './tables/tvr.ts';
export {
  CRYPTOGRAMS,
  CVM_CONDITIONS,
  CVM_METHODS,
  CVM_RESULTS,
  ENTRY_MODES,
  TERMINAL_TYPES,
  TRANSACTION_TYPES,
} from './tables/values.ts';
export { decodeEmv, emvNodes } from './tlv.ts';
export { decodeTvr } from './tvr.ts';
