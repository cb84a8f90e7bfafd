import type { AttemptField } from '../attempt.ts';
import type { Text } from '../text.ts';

/** What each field of the attempt means to whoever exports it. */
export const ATTEMPT_TEXT = {
  time: {
    zh: '这次尝试开始的时刻:带时区的 RFC 3339,或 1970 年以来的整数毫秒',
    en: 'when the attempt began: RFC 3339 with an offset, or integer milliseconds since 1970',
  },
  terminal_id: { zh: '终端号(41 域),或任何固定的名称', en: 'field 41 (TID), or any stable name' },
  interface: { zh: '用卡方式', en: 'how the card was presented' },
  outcome: {
    zh: '结果;批准但未打印的交易记为 failed,阶段为 print',
    en: 'how it ended; a sale approved but not printed is failed at stage print',
  },
  stage: { zh: '未成功的尝试止于哪一步', en: 'the stage at which a failed or cancelled attempt ended' },
  reason: { zh: '与厂商无关的原因', en: 'vendor-neutral reason' },
  code: {
    zh: '终端或主机的原始代码,写作 namespace:value,多个以空格分开',
    en: 'raw codes of the terminal or host as namespace:value, several joined by a space',
  },
  attempt_id: {
    zh: '使重复投递只算一次:同一编号只计一次',
    en: 'makes delivery idempotent: the same id counts once',
  },
  sale_id: {
    zh: '把同一笔销售的多次尝试连在一起',
    en: 'joins the attempts of one sale',
  },
  merchant_id: { zh: '商户号(42 域),在中国为 15 位', en: 'field 42 (MID), 15 digits in China' },
  store_id: { zh: '门店', en: 'the store' },
  region: { zh: '行政区划代码,如 310101', en: 'an administrative code such as 310101' },
  acquirer: { zh: '收单机构', en: 'the acquirer' },
  operator_id: { zh: '收银员,在其门店内唯一', en: 'the cashier, unique within the store' },
  card_ref: {
    zh: '卡的不透明带密钥标记;绝不是卡号',
    en: 'opaque, keyed token of the card; never a card number',
  },
  bin: { zh: '卡号的前 6 至 8 位', en: 'issuer range, the first 6 to 8 digits' },
  service_code: {
    zh: '服务代码;首位为 2 或 6 表示卡上有芯片',
    en: 'service code; first digit 2 or 6: the card has a chip',
  },
  fallback: {
    zh: '因芯片不能用而改读磁条',
    en: 'read from the stripe because the chip could not be used',
  },
  model: { zh: '终端型号', en: 'model of the terminal' },
  serial: { zh: '终端序列号', en: 'serial number of the terminal' },
  app_version: { zh: '当时的应用版本', en: 'version of the application at that time' },
  firmware_version: { zh: '当时的固件版本', en: 'version of the firmware at that time' },
  param_version: { zh: '当时的参数版本', en: 'version of the parameters at that time' },
  link: { zh: '联网方式', en: 'how the terminal is connected' },
  carrier: { zh: '运营商', en: 'carrier of the mobile network' },
  signal_dbm: { zh: '信号强度', en: 'signal strength' },
  rtt_ms: { zh: '到主机的往返时间', en: 'round trip to the host' },
  duration_ms: { zh: '这次尝试的时长', en: 'how long the attempt took' },
  indicator: {
    zh: '指示灯,写作 颜色:状态,如 red:on;多个以空格分开',
    en: 'indicator lights as COLOUR:STATE, e.g. red:on, several joined by a space',
  },
  amount_minor: {
    zh: '金额,以货币的最小单位计',
    en: 'amount in the minor unit of the currency',
  },
  currency: { zh: 'ISO 4217 货币代码', en: 'ISO 4217 code' },
} as const satisfies Record<AttemptField, Text>;
