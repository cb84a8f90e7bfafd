import { t } from '../t.ts';
import type { CodeRow } from './table.ts';
import { namespaceOf, rangeOf } from './table.ts';

const THIRD_PARTY = 'mapping in a third-party app on Sunmi (low trust)';
const TRACK = { partial: 0.35, parity: 0.25, lrc: 0.2, start_sentinel: 0.2 } as const;
const ALL_TRACKS = { blank: 0.4, start_sentinel: 0.2, partial: 0.2, parity: 0.2 } as const;
const CHIP_LOST = { protocol_error: 0.5, removed_early: 0.5 } as const;
const EXCHANGE = { protocol_error: 0.4, removed_early: 0.3, rf_lost: 0.3 } as const;
const READER = { unknown: 0.5, frozen: 0.5 } as const;
const KEYS = { mac_error: 0.5, sign_in_needed: 0.5 } as const;
/** A lock that has fired erased the keys: whatever asks for one fails. Expert estimate. */
const KEYS_OR_LOCK = { mac_error: 0.35, sign_in_needed: 0.35, tamper: 0.3 } as const;
const NO_RIGHT = t(
  '应用没有申请这个权限：联系应用开发方。',
  'The app did not ask for this permission: tell its developer.',
);
const SWIPE = t(
  '匀速再刷一次；多张卡都这样才清洁磁头。',
  'Swipe again, steadily; clean the head only if many cards do it.',
);

const ROWS: readonly CodeRow[] = [
  ['-30001', { unknown: 0.6, mute: 0.2, no_response_rf: 0.2 }, '读卡失败', 'Card read failed', { stage: 'read' }],
  ['-30002', { no_application: 0.6, unknown: 0.4 }, '未知卡类型', 'Unknown card type'],
  ['-30003', 'no_response_rf', '非接寻卡失败', 'NFC detect failed', { stage: 'detect' }],
  ['-30004', { mute: 0.7, bad_atr: 0.3 }, '接触式寻卡失败', 'IC detect failed', { stage: 'detect' }],
  ['-30005', 'no_card', '读卡超时', 'Card read timed out'],
  ['-30006', TRACK, '一磁道错误', 'Track 1 error', { advice: SWIPE }],
  ['-30007', TRACK, '二磁道错误', 'Track 2 error', { advice: SWIPE }],
  ['-30008', TRACK, '三磁道错误', 'Track 3 error', { advice: SWIPE }],
  ['-30009', ALL_TRACKS, '一、二、三磁道错误', 'Tracks 1, 2 and 3 error', { advice: SWIPE }],
  ['-30010', TRACK, '一、二磁道错误', 'Tracks 1 and 2 error', { advice: SWIPE }],
  ['-30011', TRACK, '一、三磁道错误', 'Tracks 1 and 3 error', { advice: SWIPE }],
  ['-30012', TRACK, '二、三磁道错误', 'Tracks 2 and 3 error', { advice: SWIPE }],
  [
    '-30013',
    'chip_required',
    '芯片卡，不允许降级刷卡',
    'Chip card, fallback not allowed',
    { advice: t('请插卡或挥卡。', 'Insert or tap.') },
  ],
  ['-30014', 'pin_timeout', '候选应用列表选择超时', 'Candidate list timed out', { stage: 'select' }],
  ['-30015', EXCHANGE, '与卡交换数据失败', 'Data exchange with the card failed'],
  ['-30016', { protocol_error: 0.5, unknown: 0.5 }, 'APDU参数错误', 'APDU parameter error'],

  ['-20000', 'unknown', '不支持', 'Not supported'],
  ['-20001', 'busy', '重复调用', 'Repeated call'],
  ['-20002', 'busy', '固件更新中', 'Firmware updating'],
  ['-20003', 'unknown', '参数错误', 'Parameter error'],
  ['-20004', 'unknown', '线程中断', 'Thread interrupted'],
  [
    '-20005',
    'unknown',
    '固件更新失败（也用于公钥长度不符）',
    'Firmware update failed (also: public key length mismatch)',
  ],
  ['-20006', 'unknown', '固件校验失败', 'Firmware verification failed'],
  ['-20007', 'frozen', '服务连接失败', 'Service connection failed'],
  ['-20008', 'frozen', '远程调用异常', 'Remote exception'],

  ...rangeOf(-40001, -40002, KEYS_OR_LOCK, '安全模块：密钥类错误', 'Security module: key error'),
  ['-40003', KEYS, '密钥校验值（KCV）错误', 'Key check value (KCV) wrong'],
  ...rangeOf(-40004, -40004, KEYS_OR_LOCK, '安全模块：密钥类错误', 'Security module: key error'),
  ['-40005', 'mac_error', 'MAC错误', 'MAC error'],
  ...rangeOf(-40006, -40021, KEYS_OR_LOCK, '安全模块：密钥类错误', 'Security module: key error'),

  ['-50002', 'unknown', 'EMV准备失败', 'EMV preparation failed', { stage: 'select' }],
  ['-50003', { unknown: 0.6, bad_data: 0.4 }, 'EMV处理失败', 'EMV process failed', { stage: 'read' }],
  ['-50004', READER, 'EMV内核异常', 'EMV kernel exception', { stage: 'read' }],
  ['-50005', 'bad_data', '卡号（PAN）错误', 'PAN error'],
  ['-50009', 'busy', '上一笔EMV未结束', 'Previous EMV transaction not finished'],
  ['-50010', 'unknown', 'EMV交易类型错误', 'EMV transaction type wrong'],
  [
    '-50011',
    { cancelled_by_operator: 0.5, pin_timeout: 0.5 },
    '确认卡号失败或超时',
    'Card confirmation failed or timed out',
    { stage: 'read' },
  ],
  ['-50012', 'use_other_interface', '非接持卡人验证失败', 'Contactless CVM error', { stage: 'cvm' }],
  ['-50014', 'capk_missing', '缺少CAPK公钥', 'No CA public key'],
  ['-50016', 'no_application', '没有可用的AID', 'No AID'],
  ['-50017', { bad_data: 0.6, unknown: 0.4 }, '卡信息为空', 'Card info is null'],
  ['-50018', 'unknown', '调用顺序错误', 'Calls out of order'],
  ['-50019', 'unknown', '交易数据无效', 'Transaction data invalid'],
  ['-50020', 'cancelled_by_operator', '取消输密码', 'PIN entry cancelled', { stage: 'cvm' }],
  ['-50021', { pin_wrong: 0.6, pin_timeout: 0.4 }, '输密码出错', 'PIN entry error'],
  ['-50022', 'unknown', '应用选择序号错误', 'Application selection index wrong', { stage: 'select' }],
  ['-50024', { no_response: 0.5, host_error: 0.5 }, '联机处理错误', 'Online processing error', { stage: 'online' }],
  ['-50025', 'pin_timeout', '最终选择超时', 'Final selection timed out', { stage: 'select' }],
  ['-50026', { unknown: 0.6, application_blocked: 0.4 }, '最终选择错误', 'Final selection error', { stage: 'select' }],
  ['-50027', 'unknown', '签名处理错误', 'Signature error', { stage: 'cvm' }],
  ['-50029', EXCHANGE, 'EMV数据交换错误', 'EMV data exchange error'],
  ['-50030', EXCHANGE, 'EMV数据交换超时', 'EMV data exchange timed out'],
  ['-50031', 'unknown', '终端风险管理错误', 'Terminal risk management error', { stage: 'authenticate' }],
  ['-50032', 'unknown', '终端风险管理超时', 'Terminal risk management timed out', { stage: 'authenticate' }],
  ['-50033', 'unknown', '首次GAC前处理错误', 'Error before the first GENERATE AC', { stage: 'authenticate' }],
  ['-50034', 'unknown', '首次GAC前处理超时', 'Timed out before the first GENERATE AC', { stage: 'authenticate' }],

  ['-60001', 'pin_timeout', '密码键盘超时', 'PIN pad timed out'],
  ['-60002', { pin_timeout: 0.5, unknown: 0.5 }, '密码键盘启动失败', 'PIN pad did not start', { stage: 'cvm' }],
  ['-60003', 'unknown', '密码键盘类型错误', 'PIN pad type wrong', { stage: 'cvm' }],
  ['-60004', KEYS, 'PIN加密块错误', 'PIN block error', { stage: 'cvm' }],
  [
    '-60005',
    { cancelled_by_operator: 0.5, pin_timeout: 0.5 },
    '输密码被中断',
    'PIN entry interrupted',
    { stage: 'cvm' },
  ],

  ['-70001', 'unknown', '没有磁条卡权限', 'No permission for the stripe reader', { advice: NO_RIGHT }],
  ['-70002', 'unknown', '没有IC卡权限', 'No permission for the chip reader', { advice: NO_RIGHT }],
  ['-70003', 'unknown', '没有非接权限', 'No permission for contactless', { advice: NO_RIGHT }],
  ['-70004', 'unknown', '没有密码键盘权限', 'No permission for the PIN pad', { advice: NO_RIGHT }],
  ['-70005', 'unknown', '没有安全模块权限', 'No permission for security', { advice: NO_RIGHT }],
  ['-70006', 'unknown', '没有指示灯权限', 'No permission for the LEDs', { advice: NO_RIGHT }],
  ['-70007', 'unknown', '没有SPHS权限', 'No permission for SPHS', { advice: NO_RIGHT }],

  ['-4002', { unknown: 0.6, cancelled_by_operator: 0.4 }, 'EMV流程终止', 'EMV terminated', { source: THIRD_PARTY }],
  ['-4100', CHIP_LOST, '卡命令超时', 'Card command timed out', { source: THIRD_PARTY }],
  ['-3', { application_blocked: 0.8, unknown: 0.2 }, '应用被锁', 'Application blocked', { source: THIRD_PARTY }],
  ['-4', { no_application: 0.8, unknown: 0.2 }, '没有应用', 'No application', { source: THIRD_PARTY }],
  ['-7', { no_application: 0.5, declined: 0.3, unknown: 0.2 }, '不接受此卡', 'Not accepted', { source: THIRD_PARTY }],
];

export const SUNMI = namespaceOf(
  {
    id: 'sunmi',
    title: t('商米 PaySDK 错误码', 'Sunmi PaySDK codes'),
    form: 'number',
    source: 'Sunmi PaySDK AidlErrorCode (public app source)',
  },
  ROWS,
);
