import type { Text } from '@duka/model';

/** Why a message became no attempt although nothing is wrong with it. */
export const LEFT_OUT = {
  reply_alone: {
    zh: '应答没有对应的请求（日志从中间开始，或请求不在这份日志里）',
    en: 'a reply without its request (the log begins midway, or the request is not in it)',
  },
  repeat: { zh: '重发的请求或应答，同一笔只算一次', en: 'a request or reply sent again: it counts once' },
  late: {
    zh: '应答来得太晚，终端已经放弃：这一笔算无应答',
    en: 'a reply that came after the terminal had given up: the request counts as unanswered',
  },
  no_card: {
    zh: '没有在终端上读卡（线上、代扣、预约等）',
    en: 'no card was read at the terminal (e-commerce, card on file, …)',
  },
  no_entry_mode: {
    zh: '没有输入方式（22 域），不知道卡是怎样读的',
    en: 'no entry mode (field 22): how the card was read is not known',
  },
  no_terminal: { zh: '没有终端号（41 域）', en: 'no terminal number (field 41)' },
  no_trace: {
    zh: '没有流水号（11 域），请求和应答配不上',
    en: 'no trace number (field 11): requests and replies cannot be paired',
  },
  no_code: { zh: '应答没有应答码（39 域）', en: 'the reply has no response code (field 39)' },
  no_time: {
    zh: '没有时间：日志不带时间，报文里也没有 12、13 域',
    en: 'no time: the log has none, and the message lacks fields 12 and 13',
  },
  not_message: { zh: '十六进制内容不是报文（密钥、MAC 等）', en: 'hex that is no message (keys, MACs, …)' },
  other_bytes: {
    zh: '连接里报文以外的字节（如 HTTP 头）',
    en: 'bytes of a connection between its messages (such as HTTP headers)',
  },
  lost_bytes: { zh: '抓包里缺了一段', en: 'bytes that the capture missed' },
  fragment: { zh: 'IP 分片，没有拼接', en: 'fragments of IP packets, which are not put together' },
  link_layer: {
    zh: '抓包的链路层类型不认识：请在以太网或 any 接口上重抓',
    en: 'packets of a link layer that is not known: capture on Ethernet or on the interface any',
  },
  encrypted: {
    zh: '加密的连接（TLS）：里面读不了，请在解密之后抓，或用主机自己的日志',
    en: 'encrypted connections (TLS), which cannot be read: capture behind the decryption, or use its own log',
  },
  not_iso8583: {
    zh: '连接里没有认得的报文（可能加密，或格式不同：用 --dialect 说明）',
    en: 'connections without a message that is known (encrypted, or in another form: say it with --dialect)',
  },
} as const satisfies { readonly [reason: string]: Text };
export type LeftOut = keyof typeof LEFT_OUT;
