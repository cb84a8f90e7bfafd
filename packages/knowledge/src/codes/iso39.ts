import { t } from '../t.ts';
import type { CodeRow } from './table.ts';
import { namespaceOf } from './table.ts';

const CUP = 'Q/CUP 006.6-2014';
const BOTH = 'Q/CUP 006.6-2014; POS application code table (2014)';
const OLD = 'UnionPay POS code table (Q/CUP 007-2006 generation)';
const APP = 'public POS application source';
const SCA = 'Cybersource, soft-decline response codes in the EU region (Mastercard 65; Visa, American Express 1A)';

const OTHER_CARD = t('这张卡不行：请换卡或换付款方式。', 'This card will not do: another card or another way to pay.');
const KEEP_OFF = t('不再受理此卡，联系收单机构。', 'Do not take this card again; call the acquirer.');
const ASK_ISSUER = t(
  '读卡没问题：请持卡人联系发卡行，或换卡。',
  'The read was fine: the holder calls the issuer, or uses another card.',
);
const ASK_ACQUIRER = t('联系收单机构。', 'Call the acquirer.');
const LATER = t(
  '先查询上一笔，过几分钟再试，或换卡。',
  'Query the last sale, try again in a few minutes, or use another card.',
);
const SIGN_IN = t('重新签到，再做一笔。', 'Sign in again, then do the sale.');
const CHECK_ORIGINAL = t(
  '核对原交易的流水号、批次号、日期和金额。',
  'Check trace, batch, date and amount of the original sale.',
);
const INSERT = t(
  '挥卡被拒就请插卡；插卡也不行再换卡。',
  'Refused when tapped: insert the card. Refused again: another card.',
);
const STOP_PIN = t('停止输密码，请持卡人到发卡行解锁。', 'No more PIN tries; the issuer must unlock it.');
const CONFIRM = t('向到账行确认是否入账。', 'Confirm with the receiving bank that it was booked.');
const SETTLE_AGAIN = t('重新结算或批上送。', 'Settle or upload the batch again.');

/** UnionPay's field 39. A decline says that the card was read: it is never held against the reader. */
const ROWS: readonly CodeRow[] = [
  ['00', 'ok', '交易成功', 'Approved', { source: BOTH }],
  ['01', 'declined', '查询发卡行', 'Refer to card issuer', { source: BOTH, advice: ASK_ISSUER }],
  ['02', 'declined', '可电话向发卡行查询', 'Refer to issuer, special condition', { source: OLD, advice: ASK_ISSUER }],
  [
    '03',
    'terminal_unknown',
    '无效商户',
    'Invalid merchant',
    {
      source: BOTH,
      advice: t(
        '核对商户号、商户类别，问收单机构是否冻结。',
        'Check merchant number and category; ask the acquirer whether it is blocked.',
      ),
    },
  ],
  ['04', 'declined', '无效卡，没收', 'Pick up card', { source: BOTH, advice: KEEP_OFF }],
  [
    '05',
    'declined',
    '身份认证失败（旧：不予承兑）',
    'Holder authentication failed (older lists: do not honour)',
    { source: BOTH, advice: ASK_ISSUER },
  ],
  ['06', 'issuer_unavailable', '发卡行故障', 'Issuer error', { source: OLD, advice: LATER }],
  ['07', 'declined', '特殊条件下没收卡', 'Pick up card, special condition', { source: OLD, advice: KEEP_OFF }],
  [
    '09',
    'host_error',
    '请求处理中',
    'Request in progress',
    {
      source: OLD,
      advice: t('先查询结果，未成功再重做。', 'Query the result first; repeat only if it did not go through.'),
    },
  ],
  [
    '10',
    'ok',
    '部分金额批准',
    'Partially approved',
    { source: BOTH, advice: t('按批准金额收，余额另付。', 'Take the amount approved; the rest is paid another way.') },
  ],
  ['11', 'ok', '重要人物批准（VIP）', 'Approved (VIP)', { source: BOTH }],
  [
    '12',
    { declined: 0.6, format_error: 0.4 },
    '无效的关联交易（旧：发卡行不支持的交易）',
    'Invalid (related) transaction',
    { source: BOTH, advice: CHECK_ORIGINAL },
  ],
  [
    '13',
    { declined: 0.5, format_error: 0.5 },
    '无效金额',
    'Invalid amount',
    { source: BOTH, stage: 'online', advice: t('改正金额后重做。', 'Correct the amount and do it again.') },
  ],
  [
    '14',
    { declined: 0.75, partial: 0.25 },
    '无效卡号',
    'Invalid card number',
    {
      source: BOTH,
      advice: t(
        '磁条读错也会这样：改插卡或挥卡；仍不行换卡。',
        'A misread stripe can give this: insert or tap; if it stays, another card.',
      ),
    },
  ],
  ['15', 'declined', '无此发卡方', 'No such issuer', { source: BOTH, advice: OTHER_CARD }],
  ['16', 'ok', '批准，更新第三磁道（保留）', 'Approved, update track 3 (reserved)', { source: CUP }],
  [
    '19',
    { partial: 0.4, lrc: 0.3, bad_data: 0.3 },
    '读卡数据有误，重新送入交易',
    'Card data misread, enter again',
    { source: OLD, advice: t('重新读卡，能插卡就插卡。', 'Read the card again, by chip where it has one.') },
  ],
  [
    '1A',
    'use_other_interface',
    '需要持卡人验证（欧洲挥卡：请插卡输密码）',
    'Holder authentication required (tap in Europe: insert the card and enter the PIN)',
    { source: SCA, stage: 'online', advice: INSERT },
  ],
  ['20', 'host_error', '无效应答', 'Invalid response', { source: OLD, advice: ASK_ACQUIRER }],
  [
    '21',
    'declined',
    '卡未初始化（睡眠卡、未激活、初始密码未改）',
    'Card not initialised or dormant',
    {
      source: BOTH,
      advice: t(
        '请持卡人到发卡行激活或改初始密码。',
        'The holder activates the card or changes its first PIN at the issuer.',
      ),
    },
  ],
  [
    '22',
    { sign_in_needed: 0.4, declined: 0.3, host_error: 0.3 },
    '故障怀疑，关联交易错误（旧：POS状态与中心不符）',
    'Suspected malfunction, related transaction wrong',
    {
      source: BOTH,
      advice: t('核对原交易；不行先结算再签到。', 'Check the original; if that fails, settle and sign in.'),
    },
  ],
  ['23', 'declined', '不可接受的交易费', 'Unacceptable fee', { source: OLD, advice: ASK_ACQUIRER }],
  ['25', 'declined', '找不到原始交易', 'Original not found', { source: BOTH, advice: CHECK_ORIGINAL }],
  [
    '30',
    'format_error',
    '报文格式错误',
    'Format error',
    {
      source: BOTH,
      advice: t(
        '再试一次；一直这样就是组包、位图或磁道域有错，报收单机构。',
        'Try once more; if it stays, packing, bitmap or track field is wrong: tell the acquirer.',
      ),
    },
  ],
  ['31', 'declined', '此发卡方未与中心开通业务', 'Bank not supported by switch', { source: OLD, advice: OTHER_CARD }],
  ['33', 'declined', '过期的卡（可没收）', 'Expired card (pick up)', { source: OLD, advice: OTHER_CARD }],
  [
    '34',
    'declined',
    '有作弊嫌疑（含ARQC校验错）',
    'Suspected fraud, ARQC failure included',
    { source: BOTH, advice: KEEP_OFF },
  ],
  [
    '35',
    'declined',
    '与收单行安全部门联系（没收卡）',
    'Contact acquirer (pick up)',
    { source: OLD, advice: ASK_ACQUIRER },
  ],
  ['36', 'declined', '受限制的卡', 'Restricted card (pick up)', { source: OLD, advice: OTHER_CARD }],
  [
    '37',
    'declined',
    '呼受理方安全保密部门（没收卡）',
    'Call acquirer security (pick up)',
    { source: OLD, advice: ASK_ACQUIRER },
  ],
  [
    '38',
    'pin_tries_exceeded',
    '密码错误次数超限，已锁',
    'PIN tries exceeded, locked',
    { source: BOTH, advice: STOP_PIN },
  ],
  [
    '39',
    'declined',
    '无此信用卡账户',
    'No credit account',
    {
      source: OLD,
      advice: t('核对卡种和账户类型，或换卡。', 'Check the kind of card and account, or use another card.'),
    },
  ],
  [
    '40',
    { declined: 0.7, format_error: 0.3 },
    '请求的功能尚不支持',
    'Function not supported',
    { source: BOTH, advice: t('换交易类型或换卡。', 'Another kind of transaction or another card.') },
  ],
  ['41', 'declined', '挂失卡', 'Lost card', { source: BOTH, advice: KEEP_OFF }],
  ['42', 'declined', '无此账户', 'No universal account', { source: OLD, advice: OTHER_CARD }],
  ['43', 'declined', '被窃卡', 'Stolen card', { source: BOTH, advice: KEEP_OFF }],
  ['44', 'declined', '无此投资账户', 'No investment account', { source: OLD, advice: OTHER_CARD }],
  [
    '45',
    'chip_required',
    '不允许降级交易',
    'Fallback not allowed, use the chip',
    {
      source: BOTH,
      advice: t(
        '请插卡或挥卡，不要刷；芯片读不出就查卡座，只此一张才换卡。',
        'Insert or tap, do not swipe. If the chip cannot be read look at the contacts; another card only where it is just this one.',
      ),
    },
  ],
  ['51', 'declined', '余额不足', 'Insufficient funds', { source: BOTH, advice: OTHER_CARD }],
  ['52', 'declined', '无此支票账户', 'No cheque account', { source: OLD, advice: OTHER_CARD }],
  ['53', 'declined', '无此储蓄卡账户', 'No savings account', { source: OLD, advice: OTHER_CARD }],
  [
    '54',
    { declined: 0.9, format_error: 0.1 },
    '过期的卡，或有效期不符、未上送',
    'Expired card, or expiry wrong or missing',
    {
      source: BOTH,
      advice: t(
        '核对卡面有效期；没过期就查终端是否上送14域。',
        'Look at the date on the card; if it is valid, check that the terminal sends field 14.',
      ),
    },
  ],
  [
    '55',
    'pin_wrong',
    '密码错误',
    'Incorrect PIN',
    {
      source: BOTH,
      advice: t(
        '请持卡人重输；人人都报密码错，就查PIN密钥并重新签到。',
        'The holder enters it again; if every holder gets this, suspect the PIN key and sign in again.',
      ),
    },
  ],
  ['56', 'declined', '无此卡记录', 'No card record', { source: OLD, advice: OTHER_CARD }],
  ['57', 'declined', '不允许持卡人进行的交易', 'Not permitted to cardholder', { source: BOTH, advice: ASK_ISSUER }],
  [
    '58',
    'terminal_unknown',
    '不允许终端进行的交易',
    'Not permitted to terminal',
    {
      source: BOTH,
      advice: t(
        '核对终端、商户的交易权限，联系收单机构。',
        'Check what terminal and merchant may do; call the acquirer.',
      ),
    },
  ],
  [
    '59',
    { declined: 0.7, partial: 0.3 },
    '有作弊嫌疑（CVN验证失败）',
    'Suspected fraud (CVN failed)',
    {
      source: BOTH,
      advice: t(
        '磁条数据可能损坏或是伪卡：改用芯片，或请持卡人联系发卡行。',
        'The stripe may be damaged or cloned: use the chip, or the holder calls the issuer.',
      ),
    },
  ],
  ['60', 'declined', '与安全保密部门联系', 'Contact acquirer security', { source: OLD, advice: ASK_ACQUIRER }],
  [
    '61',
    'declined',
    '超出金额限制',
    'Amount limit exceeded',
    { source: BOTH, advice: t('减小金额或换卡。', 'A lower amount or another card.') },
  ],
  ['62', 'declined', '受限制的卡', 'Restricted card', { source: BOTH, advice: OTHER_CARD }],
  [
    '63',
    { mac_error: 0.5, declined: 0.5 },
    '违反安全保密规定',
    'Security violation',
    { source: OLD, stage: 'online', advice: ASK_ACQUIRER },
  ],
  ['64', 'declined', '原始金额错误', 'Original amount mismatch', { source: BOTH, advice: CHECK_ORIGINAL }],
  [
    '65',
    { declined: 0.7, use_other_interface: 0.3 },
    '超出消费次数限制（欧洲挥卡：请插卡输密码）',
    'Count limit exceeded (tap in Europe: insert the card and enter the PIN)',
    { source: `${BOTH}; ${SCA}`, stage: 'online', advice: INSERT },
  ],
  ['66', 'declined', '呼受理方安全保密部门', 'Call acquirer security', { source: OLD, advice: ASK_ACQUIRER }],
  ['67', 'declined', '没收卡', 'Hard capture', { source: OLD, advice: KEEP_OFF }],
  ['68', 'issuer_unavailable', '发卡行响应超时', 'Issuer response timeout', { source: BOTH, advice: LATER }],
  ['75', 'pin_tries_exceeded', '密码错误次数超限', 'PIN tries exceeded', { source: BOTH, advice: STOP_PIN }],
  [
    '77',
    'sign_in_needed',
    '批次号与中心不一致，请重新签到',
    'Batch mismatch, sign in again',
    {
      source: 'POS application code table (2014); UnionPay POS code table (Q/CUP 007-2006 generation)',
      advice: SIGN_IN,
    },
  ],
  [
    '78',
    'sign_in_needed',
    '中心要求终端下载数据',
    'Host wants to download to the terminal',
    { source: APP, advice: t('下载参数后重做。', 'Download the parameters, then do it again.') },
  ],
  [
    '79',
    'host_error',
    '终端上传的脱机数据对账不平',
    'Offline upload out of balance',
    { source: OLD, advice: t('重传脱机数据。', 'Send the offline batch again.') },
  ],
  ['90', 'host_error', '系统日切处理中', 'Cut-over in progress', { source: BOTH, advice: LATER }],
  ['91', 'issuer_unavailable', '发卡方不能操作', 'Issuer inoperative', { source: BOTH, advice: LATER }],
  [
    '92',
    { issuer_unavailable: 0.6, host_error: 0.4 },
    '机构或中间网络无法到达',
    'Institution or network unreachable',
    { source: BOTH, advice: LATER },
  ],
  ['93', 'declined', '交易违法，不能完成', 'Violation of law', { source: OLD, advice: ASK_ISSUER }],
  [
    '94',
    { sign_in_needed: 0.5, declined: 0.5 },
    '重复交易',
    'Duplicate transaction',
    {
      source: BOTH,
      stage: 'online',
      advice: t(
        '先查询是否已成功；流水号重复就重新签到。',
        'Query whether it went through; if the trace number was reused, sign in.',
      ),
    },
  ],
  ['95', 'host_error', '对账不平', 'Reconcile error', { source: OLD, advice: SETTLE_AGAIN }],
  ['96', 'host_error', '银联处理中心系统异常', 'Switch malfunction', { source: BOTH, advice: LATER }],
  [
    '97',
    'terminal_unknown',
    '终端号未登记',
    'Terminal not registered',
    {
      source: BOTH,
      advice: t(
        '核对终端号、商户号参数，请收单机构登记。',
        'Check terminal and merchant numbers; the acquirer must register them.',
      ),
    },
  ],
  ['98', 'issuer_unavailable', '银联收不到发卡方应答', 'Switch got no issuer reply', { source: BOTH, advice: LATER }],
  [
    '99',
    'sign_in_needed',
    'PIN格式错',
    'PIN format error',
    {
      source: BOTH,
      advice: t(
        '重新签到换工作密钥；仍错就查主密钥和算法。',
        'Sign in to renew the working keys; if it stays, check master key and algorithm.',
      ),
    },
  ],
  [
    'A0',
    'mac_error',
    'MAC校验失败',
    'MAC failure',
    {
      source: BOTH,
      advice: t(
        '重新签到换工作密钥；仍错就查MAC密钥、主密钥和算法。',
        'Sign in to renew the working keys; if it stays, check MAC key, master key and algorithm.',
      ),
    },
  ],
  [
    'A1',
    { declined: 0.5, format_error: 0.5 },
    '转账货币不一致',
    'Transfer currency mismatch',
    { source: BOTH, stage: 'online', advice: t('核对币种。', 'Check the currency.') },
  ],
  [
    'A2',
    'ok',
    '有缺陷的成功（向转入行确认）',
    'Qualified success, confirm with receiving bank',
    { source: BOTH, advice: CONFIRM },
  ],
  [
    'A3',
    'declined',
    '到账行无此账户',
    'No such receiving account',
    { source: BOTH, advice: t('核对账号。', 'Check the account.') },
  ],
  ['A4', 'ok', '有缺陷的成功', 'Qualified success', { source: BOTH, advice: CONFIRM }],
  ['A5', 'ok', '有缺陷的成功', 'Qualified success', { source: BOTH, advice: CONFIRM }],
  ['A6', 'ok', '有缺陷的成功', 'Qualified success', { source: BOTH, advice: CONFIRM }],
  [
    'A7',
    { mac_error: 0.5, sign_in_needed: 0.5 },
    '安全处理失败（MAC、PIN或密钥）',
    'Security processing failed (MAC, PIN or keys)',
    { source: BOTH, advice: SIGN_IN },
  ],
  [
    'A8',
    'format_error',
    '转入卡归属地信息缺失',
    'Region of credited card missing',
    { source: CUP, advice: t('补送该域。', 'Send the missing field.') },
  ],
  ['B1', 'declined', '无欠费', 'No amount due', { source: CUP }],
  [
    'C1',
    { sign_in_needed: 0.6, host_error: 0.4 },
    '受理方状态非法（未签到或已签退）',
    'Acquirer not signed on',
    { source: CUP, advice: ASK_ACQUIRER },
  ],
  ['D1', 'format_error', '机构代码错误', 'Wrong institution code', { source: CUP, advice: ASK_ACQUIRER }],
  [
    'D2',
    'format_error',
    '日期错误',
    'Wrong date',
    { source: CUP, advice: t('校准终端时钟。', "Set the terminal's clock.") },
  ],
  ['F1', 'format_error', '文件记录格式错误', 'Record format error', { source: CUP, advice: ASK_ACQUIRER }],
  ['N1', 'declined', '未登折账目已超限', 'Unposted items over limit', { source: CUP, advice: ASK_ISSUER }],
  ['P1', 'declined', '发卡机构未留存手机号', 'No phone number on file', { source: CUP, advice: ASK_ISSUER }],
  ['Y1', 'ok', '脱机交易成功（IC）', 'Offline approved', { source: CUP }],
  ['Y3', 'ok', '不能联机，脱机成功（IC）', 'Unable to go online, offline approved', { source: CUP }],
  ['Z1', 'declined', '脱机交易失败（IC）', 'Offline declined', { source: CUP, stage: 'complete', advice: OTHER_CARD }],
  [
    'Z3',
    { link_down: 0.4, connect_failed: 0.3, no_response: 0.3 },
    '不能联机，脱机失败（IC）',
    'Unable to go online, offline declined',
    { source: CUP, advice: t('查通讯，联机后重做。', 'Check the network and do it again online.') },
  ],
];

export const ISO39 = namespaceOf(
  { id: 'iso39', title: t('39域应答码（银联）', 'Field 39 response codes (UnionPay)'), form: 'name', source: CUP },
  ROWS,
);
