import type { Text } from '../../text.ts';

type Meanings = { readonly [value: string]: Text };

/** Message types by their last three digits (ISO 8583:1987, 4.1; UnionPay's use of them). */
const MESSAGE_TYPES: Meanings = {
  100: { zh: '授权请求', en: 'authorisation request' },
  110: { zh: '授权应答', en: 'authorisation response' },
  120: { zh: '授权通知', en: 'authorisation advice' },
  130: { zh: '授权通知应答', en: 'authorisation advice response' },
  200: { zh: '金融交易请求', en: 'financial request' },
  210: { zh: '金融交易应答', en: 'financial response' },
  220: { zh: '金融交易通知', en: 'financial advice' },
  230: { zh: '金融交易通知应答', en: 'financial advice response' },
  400: { zh: '冲正请求', en: 'reversal request' },
  410: { zh: '冲正应答', en: 'reversal response' },
  420: { zh: '冲正通知', en: 'reversal advice' },
  430: { zh: '冲正通知应答', en: 'reversal advice response' },
  800: { zh: '网络管理请求', en: 'network management request' },
  810: { zh: '网络管理应答', en: 'network management response' },
  820: { zh: '网络管理通知', en: 'network management advice' },
  830: { zh: '网络管理通知应答', en: 'network management advice response' },
};

/** How the card got in: the first two digits of field 22 (UnionPay terminal lists; Mastercard and Visa for 79 to 82). */
const ENTRY_MODES: Meanings = {
  '00': { zh: '未指明', en: 'unspecified' },
  '01': { zh: '手工输入', en: 'keyed' },
  '02': { zh: '磁条', en: 'magnetic stripe' },
  '03': { zh: '扫码', en: 'code scanned' },
  '04': { zh: '光学字符', en: 'optical characters' },
  '05': { zh: '插卡（接触式芯片）', en: 'contact chip' },
  '07': { zh: '挥卡（非接触芯片）', en: 'contactless chip' },
  10: { zh: '已存卡信息', en: 'credential on file' },
  79: { zh: '芯片和磁条都读不了，手工输入', en: 'chip and stripe failed, keyed' },
  80: { zh: '降级：芯片读不了，改刷磁条', en: 'fallback: chip failed, stripe read' },
  81: { zh: '电子商务', en: 'e-commerce' },
  90: { zh: '磁条，完整磁道', en: 'magnetic stripe, full track' },
  91: { zh: '非接触磁条', en: 'contactless stripe' },
  92: { zh: '预约支付', en: 'reservation' },
  95: { zh: '插卡，卡数据不可靠', en: 'contact chip, data may be unreliable' },
  96: { zh: '手机芯片', en: 'phone chip' },
  98: { zh: '非接触标准借贷记', en: 'contactless, standard debit and credit' },
};

/** The third digit of field 22. */
const PIN_ENTRY: Meanings = {
  0: { zh: '未说明有无密码', en: 'PIN unspecified' },
  1: { zh: '有密码', en: 'with PIN' },
  2: { zh: '无密码', en: 'without PIN' },
};

/** Field 60 of a UnionPay terminal. */
const PARTS: { readonly [id: string]: Meanings } = {
  '60.1': {
    '00': { zh: '管理类', en: 'management' },
    '01': { zh: '余额查询', en: 'balance' },
    '03': { zh: '积分查询', en: 'points query' },
    10: { zh: '预授权', en: 'pre-authorisation' },
    11: { zh: '预授权撤销', en: 'pre-authorisation void' },
    20: { zh: '预授权完成（请求）', en: 'completion' },
    21: { zh: '预授权完成撤销', en: 'completion void' },
    22: { zh: '消费', en: 'sale' },
    23: { zh: '消费撤销', en: 'sale void' },
    24: { zh: '预授权完成（通知）', en: 'completion advice' },
    25: { zh: '退货', en: 'refund' },
    27: { zh: 'IC 卡退货', en: 'chip refund' },
    30: { zh: '离线结算', en: 'offline settlement' },
    36: { zh: '电子现金脱机', en: 'electronic cash, offline' },
  },
  '60.3': {
    '000': { zh: '正常', en: 'normal' },
    '001': { zh: '签到（单倍长密钥）', en: 'sign-in, single length' },
    '002': { zh: '签退', en: 'sign-out' },
    '003': { zh: '签到（双倍长密钥）', en: 'sign-in, double length' },
    '004': { zh: '签到（双倍长密钥，含磁道密钥）', en: 'sign-in, double length with track key' },
    201: { zh: '批上送', en: 'batch upload' },
    202: { zh: '批上送结束（不平）', en: 'end of batch, unbalanced' },
    207: { zh: '批上送结束（平）', en: 'end of batch, balanced' },
    301: { zh: '回响测试', en: 'echo test' },
    360: { zh: '参数传递', en: 'parameters' },
    362: { zh: '状态上送', en: 'status upload' },
    370: { zh: '公钥下载', en: 'CA key download' },
    371: { zh: '公钥下载结束', en: 'end of CA key download' },
    372: { zh: '公钥查询', en: 'CA key query' },
    380: { zh: 'IC 卡参数下载', en: 'AID parameter download' },
    381: { zh: 'IC 卡参数下载结束', en: 'end of AID parameter download' },
    382: { zh: 'IC 卡参数查询', en: 'AID parameter query' },
    951: { zh: '脚本结果通知', en: 'script result' },
  },
  '60.4': {
    0: { zh: '能力未知', en: 'unknown' },
    2: { zh: '只能读磁条', en: 'stripe only' },
    5: { zh: '可读接触式芯片', en: 'contact chip' },
    6: { zh: '可读非接触芯片（及接触式）', en: 'contactless and contact chip' },
  },
  '60.5': {
    0: { zh: '未使用', en: 'not used' },
    1: { zh: '上一笔不是 IC 卡，或 IC 卡读取成功', en: 'the last one was no chip, or the chip was read' },
    2: { zh: '上一笔是 IC 卡且失败：这一笔是降级', en: 'the last one was a chip and failed: this is a fallback' },
  },
};

/** The header of a UnionPay terminal message: what the host asks of the terminal, digit 6. */
const PROCESSING_REQUIREMENTS: Meanings = {
  1: { zh: '要求下传终端磁条卡参数', en: 'asks to download stripe parameters' },
  2: { zh: '要求上传终端状态', en: 'asks to upload the status' },
  3: { zh: '要求重新签到', en: 'asks to sign in again' },
  4: { zh: '要求更新公钥', en: 'asks to update the CA keys' },
  5: { zh: '要求下载 IC 卡参数', en: 'asks to download chip parameters' },
  6: { zh: '要求 TMS 参数下载', en: 'asks for a TMS download' },
  7: { zh: '要求下载卡 BIN 黑名单', en: 'asks to download the BIN blacklist' },
  8: { zh: '要求下载币种汇率手续费', en: 'asks to download rates and fees' },
};

const APPLICATION_CLASSES: Meanings = {
  60: { zh: '磁条卡金融支付类', en: 'magnetic stripe, financial' },
  61: { zh: 'IC 卡金融支付类', en: 'chip, financial' },
  62: { zh: '磁条卡增值服务类', en: 'magnetic stripe, value-added' },
  63: { zh: 'IC 卡增值服务类', en: 'chip, value-added' },
};

const join = (...texts: (Text | undefined)[]): Text | undefined => {
  const known = texts.filter((text) => text !== undefined);
  if (known.length === 0) return undefined;
  return { zh: known.map(({ zh }) => zh).join('，'), en: known.map(({ en }) => en).join(', ') };
};

export const saysMti = (mti: string): Text | undefined => MESSAGE_TYPES[mti.slice(1)];

export const saysEntryMode = (value: string): Text | undefined =>
  value.length === 3 ? join(ENTRY_MODES[value.slice(0, 2)], PIN_ENTRY[value.slice(2)]) : undefined;

export const saysPart = (id: string, value: string): Text | undefined => PARTS[id]?.[value];

/** Field 53 of a UnionPay terminal: how the PIN is enciphered, with which key, and whether the tracks are. */
const SECURITY = /^([012])([06])([01])0{13}$/;
const PIN_BLOCKS: Meanings = {
  0: { zh: '无密码', en: 'no PIN' },
  1: { zh: '密码不带主账号', en: 'PIN without the card number' },
  2: { zh: '密码带主账号', en: 'PIN with the card number' },
};
const KEY_LENGTHS: Meanings = {
  0: { zh: '单倍长密钥', en: 'single-length key' },
  6: { zh: '双倍长密钥', en: 'double-length key' },
};
const TRACKS: Meanings = {
  0: { zh: '磁道不加密', en: 'tracks in the clear' },
  1: { zh: '磁道加密', en: 'tracks enciphered' },
};

/** Undefined for what has not the form of the field. */
export function saysSecurity(value: string): Text | undefined {
  const [, pin = '', key = '', tracks = ''] = SECURITY.exec(value) ?? [];
  return join(PIN_BLOCKS[pin], join(KEY_LENGTHS[key], TRACKS[tracks]));
}

export const saysHeader = (header: string): Text | undefined =>
  header.length === 12
    ? join(APPLICATION_CLASSES[header.slice(0, 2)], PROCESSING_REQUIREMENTS[header[5] ?? ''])
    : undefined;
