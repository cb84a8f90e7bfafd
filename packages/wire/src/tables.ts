/** The tables that others judge by: names of bits and codes, without the decoders. */
export { L1_ERRORS, L2_ERRORS, L3_ERRORS, MESSAGES, OUTCOMES } from './emv/tables/contactless.ts';
export { filled, STATUS_WORDS, type StatusWord } from './emv/tables/status-words.ts';
export { TVR_BITS } from './emv/tables/tvr.ts';
export { FIXED_BITS, NEVER_SET, REPLY_BITS } from './escpos/tables.ts';
