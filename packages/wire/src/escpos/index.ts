export { areReplies, decodeReplies, decodeReply } from './reply.ts';
export { FIXED_BITS, NEVER_SET, REPLIES, REPLY_BITS, type ReplyNumber } from './tables.ts';
