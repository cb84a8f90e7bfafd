import type { Text } from '../../text.ts';

export type CardCommand = 'SELECT' | 'GET PROCESSING OPTIONS' | 'READ RECORD' | 'GET DATA' | 'VERIFY';

/** zh, en, and what it says after a command, where that is more. */
type StatusRow = readonly [zh: string, en: string, after?: { readonly [C in CardCommand]?: Text }];

const t = (zh: string, en: string): Text => ({ zh, en });

/** SW1-SW2 (ISO/IEC 7816-4, 5.6; EMV 4.4 Books 1 and 3). Lowercase x stands for any hex digit; an exact row goes first. */
export const STATUS_WORDS = {
  '9000': ['正常', 'Normal'],
  '61xx': ['正常，还有xx字节可取', 'Normal, xx bytes available'],
  '6200': ['警告：非易失存储未变', 'Warning, non-volatile memory unchanged'],
  '6281': ['返回数据可能有错', 'Returned data may be corrupted'],
  '6282': ['读到文件尾，长度不足', 'End of file before the length asked for'],
  '6283': [
    '所选文件无效：应用或支付系统环境被锁',
    'Selected file deactivated: application or PSE blocked',
    { SELECT: t('应用或支付系统环境被锁', 'application or PSE blocked') },
  ],
  '6284': ['FCI格式不对', 'FCI not formatted'],
  '6285': ['文件已终止', 'File in termination state'],
  '6300': [
    '警告：存储已变，或校验失败',
    'Warning, memory changed, or verification failed',
    { VERIFY: t('密码错', 'the PIN is wrong') },
  ],
  '63C0': ['脱机密码错，已无重试次数', 'Offline PIN wrong, no tries left'],
  '63Cx': ['脱机密码错，还剩x次', 'Offline PIN wrong, x tries left'],
  '6400': ['执行出错，存储未变', 'Execution error, memory unchanged'],
  '6581': ['卡内存储故障', 'Memory failure in the card'],
  '66xx': ['安全类错误', 'Security error'],
  '6700': ['长度错误', 'Wrong length'],
  '6800': ['不支持该CLA功能', 'CLA function not supported'],
  '6881': ['不支持逻辑通道', 'Logical channel not supported'],
  '6882': ['不支持安全报文', 'Secure messaging not supported'],
  '6900': ['不允许该命令', 'Command not allowed'],
  '6981': ['命令与文件结构不符', 'Command incompatible with file structure'],
  '6982': ['不满足安全状态', 'Security status not satisfied'],
  '6983': [
    '认证方法锁定（密码已锁）',
    'Authentication method blocked (PIN blocked)',
    { VERIFY: t('密码已锁，不要再试', 'the PIN is blocked: no more tries') },
  ],
  '6984': [
    '引用数据不可用（非接：超限，请改插卡、刷卡或换卡）',
    'Reference data not usable (contactless limit: insert, swipe or try another card)',
  ],
  '6985': [
    '使用条件不满足（GPO时：换下一个应用）',
    'Conditions of use not satisfied (at GPO: take the next application)',
    { 'GET PROCESSING OPTIONS': t('去掉这个应用，换下一个', 'drop this application, take the next') },
  ],
  '6986': ['命令不允许，无当前EF', 'Command not allowed, no current EF'],
  '6987': ['缺少安全报文数据', 'Secure messaging data missing'],
  '6988': ['安全报文数据不对', 'Secure messaging data incorrect'],
  '6A80': ['数据域错误', 'Wrong data field'],
  '6A81': [
    '不支持该功能（选择时：卡被锁）',
    'Function not supported (at SELECT: card blocked)',
    { SELECT: t('卡被锁，或卡不支持选择：终止，不得降级', 'card blocked, or no SELECT: stop, no fallback') },
  ],
  '6A82': [
    '找不到文件或应用',
    'File or application not found',
    {
      SELECT: t(
        '没有支付系统环境则按AID列表逐个选；没有此应用则选下一个',
        'without a PSE, try the list of AIDs; without this AID, the next',
      ),
    },
  ],
  '6A83': [
    '找不到记录（目录读完属正常）',
    'Record not found (normal at the end of a directory)',
    { 'READ RECORD': t('读支付系统目录时表示已读完', 'at the end of the directory of the PSE: normal') },
  ],
  '6A84': ['卡内空间不足', 'Not enough memory'],
  '6A86': ['P1、P2不对', 'Wrong P1-P2'],
  '6A88': [
    '找不到引用数据',
    'Referenced data not found',
    { 'GET DATA': t('卡里没有这个数据', 'the card does not have this data') },
  ],
  '6B00': ['P1、P2超出范围', 'Wrong P1-P2, out of range'],
  '6Cxx': ['Le不对，应为xx', 'Wrong Le, xx is right'],
  '6D00': ['不支持该指令', 'Instruction not supported'],
  '6E00': ['不支持该类别', 'Class not supported'],
  '6F00': ['卡报错，未说明原因', 'No precise diagnosis'],
} as const satisfies { readonly [sw: string]: StatusRow };
export type StatusWord = keyof typeof STATUS_WORDS;

/** The count that a pattern's x stand for, written in their place: 63C2 has 2 tries left, 6110 has 16 bytes, 6100 has 256. */
export function filled(text: string, pattern: string, hex: string): string {
  const [digits] = /x+$/.exec(pattern) ?? [];
  if (digits === undefined) return text;
  return text.replace(digits, String(Number.parseInt(hex.slice(-digits.length), 16) || 256));
}
