import { t } from '../t.ts';
import type { CodeRow } from './table.ts';
import { namespaceOf } from './table.ts';

const WRONG_COMMAND = { protocol_error: 0.5, unknown: 0.5 } as const;
const NO_DIAGNOSIS = { unknown: 0.5, bad_data: 0.3, protocol_error: 0.2 } as const;

/** Lowercase x stands for any hex digit; an exact row goes before a pattern. */
const ROWS: readonly CodeRow[] = [
  ['9000', 'ok', '正常', 'Normal'],
  ['61xx', 'ok', '正常，还有xx字节可取', 'Normal, xx bytes available'],
  ['6200', 'unknown', '警告：非易失存储未变', 'Warning, non-volatile memory unchanged', { stage: 'read' }],
  ['6281', 'bad_data', '返回数据可能有错', 'Returned data may be corrupted'],
  ['6282', 'bad_data', '读到文件尾，长度不足', 'End of file before the length asked for'],
  [
    '6283',
    'application_blocked',
    '所选文件无效：应用或支付系统环境被锁',
    'Selected file deactivated: application or PSE blocked',
  ],
  ['6284', 'bad_data', 'FCI格式不对', 'FCI not formatted', { stage: 'select' }],
  ['6285', 'application_blocked', '文件已终止', 'File in termination state'],
  [
    '6300',
    { pin_wrong: 0.6, unknown: 0.4 },
    '警告：存储已变，或校验失败',
    'Warning, memory changed, or verification failed',
  ],
  [
    '63C0',
    'pin_tries_exceeded',
    '脱机密码错，已无重试次数',
    'Offline PIN wrong, no tries left',
    { advice: t('停止输密码，请持卡人联系发卡行。', 'No more PIN tries; the holder calls the issuer.') },
  ],
  [
    '63Cx',
    'pin_wrong',
    '脱机密码错，还剩x次',
    'Offline PIN wrong, x tries left',
    { advice: t('请持卡人想清楚再输。', 'Let the holder think before the next try.') },
  ],
  [
    '6400',
    { unknown: 0.6, bad_data: 0.4 },
    '执行出错，存储未变',
    'Execution error, memory unchanged',
    { stage: 'read' },
  ],
  ['6581', 'bad_data', '卡内存储故障', 'Memory failure in the card'],
  ['66xx', 'unknown', '安全类错误', 'Security error', { stage: 'read' }],
  ['6700', WRONG_COMMAND, '长度错误', 'Wrong length'],
  ['6800', 'unknown', '不支持该CLA功能', 'CLA function not supported', { stage: 'read' }],
  ['6881', 'unknown', '不支持逻辑通道', 'Logical channel not supported', { stage: 'read' }],
  ['6882', 'unknown', '不支持安全报文', 'Secure messaging not supported', { stage: 'read' }],
  ['6900', 'unknown', '不允许该命令', 'Command not allowed', { stage: 'read' }],
  ['6981', 'bad_data', '命令与文件结构不符', 'Command incompatible with file structure'],
  ['6982', 'unknown', '不满足安全状态', 'Security status not satisfied', { stage: 'read' }],
  [
    '6983',
    'pin_tries_exceeded',
    '认证方法锁定（密码已锁）',
    'Authentication method blocked (PIN blocked)',
    { advice: t('停止输密码，请持卡人联系发卡行。', 'No more PIN tries; the holder calls the issuer.') },
  ],
  [
    '6984',
    { use_other_interface: 0.6, unknown: 0.4 },
    '引用数据不可用（非接：超限，请改插卡、刷卡或换卡）',
    'Reference data not usable (contactless limit: insert, swipe or try another card)',
  ],
  [
    '6985',
    { no_application: 0.7, unknown: 0.3 },
    '使用条件不满足（GPO时：换下一个应用）',
    'Conditions of use not satisfied (at GPO: take the next application)',
  ],
  ['6986', 'unknown', '命令不允许，无当前EF', 'Command not allowed, no current EF', { stage: 'read' }],
  ['6987', 'unknown', '缺少安全报文数据', 'Secure messaging data missing', { stage: 'read' }],
  ['6988', 'unknown', '安全报文数据不对', 'Secure messaging data incorrect', { stage: 'read' }],
  ['6A80', { unknown: 0.5, bad_data: 0.5 }, '数据域错误', 'Wrong data field', { stage: 'read' }],
  [
    '6A81',
    { application_blocked: 0.8, no_application: 0.2 },
    '不支持该功能（选择时：卡被锁）',
    'Function not supported (at SELECT: card blocked)',
    { advice: t('卡被锁不得降级刷磁条，请换卡。', 'A blocked card must not fall back to the stripe: another card.') },
  ],
  ['6A82', 'no_application', '找不到文件或应用', 'File or application not found'],
  [
    '6A83',
    { unknown: 0.6, bad_data: 0.4 },
    '找不到记录（目录读完属正常）',
    'Record not found (normal at the end of a directory)',
    { stage: 'read' },
  ],
  ['6A84', 'unknown', '卡内空间不足', 'Not enough memory', { stage: 'read' }],
  ['6A86', WRONG_COMMAND, 'P1、P2不对', 'Wrong P1-P2'],
  ['6A88', { unknown: 0.7, bad_data: 0.3 }, '找不到引用数据', 'Referenced data not found', { stage: 'read' }],
  ['6B00', WRONG_COMMAND, 'P1、P2超出范围', 'Wrong P1-P2, out of range'],
  ['6Cxx', 'protocol_error', 'Le不对，应为xx', 'Wrong Le, xx is right'],
  ['6D00', { no_application: 0.5, unknown: 0.5 }, '不支持该指令', 'Instruction not supported', { stage: 'select' }],
  ['6E00', { no_application: 0.5, unknown: 0.5 }, '不支持该类别', 'Class not supported', { stage: 'select' }],
  ['6F00', NO_DIAGNOSIS, '卡报错，未说明原因', 'No precise diagnosis', { stage: 'read' }],
];

export const SW = namespaceOf(
  {
    id: 'sw',
    title: t('卡片状态字 SW1SW2', 'Card status words SW1-SW2'),
    form: 'hex',
    source: 'EMV 4.4 Books 1-3, ISO/IEC 7816-4 (by openemv/emv-utils c29b155)',
  },
  ROWS,
);
