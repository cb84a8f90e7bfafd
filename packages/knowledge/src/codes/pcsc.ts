import { t } from '../t.ts';
import type { Because, CodeRow, RowExtra } from './table.ts';
import { namespaceOf } from './table.ts';

const NO_READER = { frozen: 0.5, unknown: 0.5 } as const;
const NO_ANSWER = { mute: 0.6, protocol_error: 0.4 } as const;

const CLEAN_AND_TURN = t(
  '看卡是否插反、插到底；擦芯片再试；换两张好卡都这样才查卡座。',
  'Is the card the right way round and right in? Wipe the chip. Only if two good cards do the same, look at the contacts.',
);
const CLOSE_OTHERS = t('关掉占用读卡器的其他程序。', 'Close the other program that holds the reader.');
const START_SERVICE = t('启动智能卡服务（pcscd）。', 'Start the smart card service (pcscd).');
const PLUG_READER = t(
  '重插读卡器，看指示灯，换个USB口。',
  'Plug the reader in again, look at its light, try another USB port.',
);

/** Low word of the code, names, why, zh, en. The high word is 8010 throughout. */
const E = (low: string, names: string, because: Because, zh: string, en: string, extra: RowExtra = {}): CodeRow => [
  `8010${low}`,
  because,
  zh,
  en,
  { ...extra, names: names.split(' ').map((name) => `SCARD_${name}`) },
];

const ROWS: readonly CodeRow[] = [
  ['00000000', 'ok', '成功', 'Success', { names: ['SCARD_S_SUCCESS'] }],
  E('0001', 'F_INTERNAL_ERROR', NO_READER, '内部一致性检查失败', 'Internal consistency check failed'),
  E('0002', 'E_CANCELLED', 'cancelled_by_operator', '操作被取消', 'Cancelled on request'),
  E('0003', 'E_INVALID_HANDLE', 'unknown', '句柄无效', 'Invalid handle'),
  E('0004', 'E_INVALID_PARAMETER', 'unknown', '参数无效', 'Invalid parameter'),
  E('0005', 'E_INVALID_TARGET', 'unknown', '注册的启动信息无效', 'Registry start-up information invalid'),
  E('0006', 'E_NO_MEMORY', 'unknown', '内存不足', 'Not enough memory'),
  E('0007', 'F_WAITED_TOO_LONG', NO_READER, '内部等待超时', 'An internal timer expired'),
  E('0008', 'E_INSUFFICIENT_BUFFER', 'unknown', '缓冲区太小', 'Buffer too small'),
  E('0009', 'E_UNKNOWN_READER', 'unknown', '没有这个名字的读卡器', 'Unknown reader name', {
    stage: 'detect',
    advice: PLUG_READER,
  }),
  E('000A', 'E_TIMEOUT', { no_card: 0.6, unknown: 0.4 }, '超时', 'Time ran out'),
  E('000B', 'E_SHARING_VIOLATION', 'busy', '读卡器被其他程序占用', 'Held by another connection', {
    advice: CLOSE_OTHERS,
  }),
  E('000C', 'E_NO_SMARTCARD', 'no_card', '读卡器里没有卡', 'No card in the reader'),
  E('000D', 'E_UNKNOWN_CARD', { bad_atr: 0.5, unknown: 0.5 }, '不认识的卡', 'Card not recognised'),
  E('000E', 'E_CANT_DISPOSE', 'unknown', '无法按要求释放卡', 'Cannot dispose of the card as asked'),
  E('000F', 'E_PROTO_MISMATCH', 'protocol_error', '协议不匹配（T=0/T=1）', 'Protocol mismatch (T=0/T=1)', {
    stage: 'power_up',
  }),
  E('0010', 'E_NOT_READY', { mute: 0.4, frozen: 0.3, unknown: 0.3 }, '读卡器或卡未就绪', 'Reader or card not ready'),
  E('0011', 'E_INVALID_VALUE', 'unknown', '参数值无效', 'Invalid value'),
  E(
    '0012',
    'E_SYSTEM_CANCELLED',
    'unknown',
    '被系统取消（注销或关机）',
    'Cancelled by the system (log-off or shutdown)',
  ),
  E(
    '0013',
    'F_COMM_ERROR',
    { frozen: 0.6, protocol_error: 0.4 },
    '与读卡器通讯出错',
    'Communication error with the reader',
    { advice: PLUG_READER },
  ),
  E('0014', 'F_UNKNOWN_ERROR', 'unknown', '未知内部错误', 'Unknown internal error'),
  E('0015', 'E_INVALID_ATR', 'bad_atr', 'ATR无效', 'Invalid ATR', { advice: CLEAN_AND_TURN }),
  E('0016', 'E_NOT_TRANSACTED', NO_ANSWER, '交换未完成', 'Exchange with the card not completed', { stage: 'read' }),
  E('0017', 'E_READER_UNAVAILABLE', NO_READER, '读卡器不可用', 'Reader unavailable (unplugged or busy)', {
    stage: 'detect',
    advice: PLUG_READER,
  }),
  E('0018', 'P_SHUTDOWN', 'unknown', '服务已中止以便关机', 'Aborted to let the service shut down'),
  E('0019', 'E_PCI_TOO_SMALL', 'unknown', 'PCI接收缓冲区太小', 'PCI receive buffer too small'),
  E('001A', 'E_READER_UNSUPPORTED', 'unknown', '驱动不支持该读卡器', 'Reader driver not supported', {
    stage: 'detect',
  }),
  E('001B', 'E_DUPLICATE_READER', 'unknown', '读卡器名字重复', 'Reader name not unique', { stage: 'detect' }),
  E('001C', 'E_CARD_UNSUPPORTED', 'no_application', '卡不受支持', 'Card below what is supported'),
  E('001D', 'E_NO_SERVICE', 'frozen', '智能卡服务未运行', 'Smart card service not running', { advice: START_SERVICE }),
  E('001E', 'E_SERVICE_STOPPED', 'frozen', '智能卡服务已停止', 'Smart card service has stopped', {
    advice: START_SERVICE,
  }),
  E(
    '001F',
    'E_UNEXPECTED E_UNSUPPORTED_FEATURE',
    'unknown',
    '意外错误，或功能不支持（两个名字同一个码）',
    'Unexpected error, or feature not supported (one code, two names)',
  ),
  E('0020', 'E_ICC_INSTALLATION', 'unknown', '卡无主提供程序', 'No primary provider for the card'),
  E('0021', 'E_ICC_CREATEORDER', 'unknown', '对象创建顺序不支持', 'Order of object creation not supported'),
  E('0022', 'E_UNSUPPORTED_FEATURE', 'unknown', '功能不支持', 'Feature not supported'),
  E('0023', 'E_DIR_NOT_FOUND', 'no_application', '卡内目录不存在', 'Directory not found in the card'),
  E(
    '0024',
    'E_FILE_NOT_FOUND',
    { no_application: 0.5, bad_data: 0.5 },
    '卡内文件不存在',
    'File not found in the card',
    { stage: 'select' },
  ),
  E('0025', 'E_NO_DIR', 'bad_data', '路径不是卡内目录', 'The path is not a directory of the card'),
  E('0026', 'E_NO_FILE', 'bad_data', '路径不是卡内文件', 'The path is not a file of the card'),
  E('0027', 'E_NO_ACCESS', 'unknown', '无权访问该文件', 'Access to the file denied', { stage: 'read' }),
  E('0028', 'E_WRITE_TOO_MANY', 'unknown', '卡内空间不足', 'Not enough memory in the card', { stage: 'read' }),
  E('0029', 'E_BAD_SEEK', 'unknown', '定位文件指针失败', 'Cannot set the file pointer', { stage: 'read' }),
  E('002A', 'E_INVALID_CHV', 'pin_wrong', 'PIN无效', 'PIN not valid'),
  E('002B', 'E_UNKNOWN_RES_MSG', 'unknown', '底层返回无法识别的错误', 'Unrecognised error from a lower layer'),
  E('002C', 'E_NO_SUCH_CERTIFICATE', 'unknown', '没有这个证书', 'No such certificate'),
  E('002D', 'E_CERTIFICATE_UNAVAILABLE', 'unknown', '证书取不到', 'Certificate unavailable'),
  E('002E', 'E_NO_READERS_AVAILABLE', NO_READER, '没有找到读卡器', 'No reader found', {
    stage: 'detect',
    advice: PLUG_READER,
  }),
  E('002F', 'E_COMM_DATA_LOST', 'protocol_error', '与卡的数据丢失，请重试', 'Data to or from the card lost, retry'),
  E('0030', 'E_NO_KEY_CONTAINER', 'unknown', '没有密钥容器', 'No key container'),
  E('0031', 'E_SERVER_TOO_BUSY', 'busy', '智能卡服务太忙', 'Smart card service too busy'),
  E('0065', 'W_UNSUPPORTED_CARD', 'bad_atr', 'ATR与配置冲突，无法通讯', 'ATR not usable, conflict of configuration', {
    advice: CLEAN_AND_TURN,
  }),
  E('0066', 'W_UNRESPONSIVE_CARD', 'mute', '卡对复位无应答', 'Card does not answer reset', { advice: CLEAN_AND_TURN }),
  E(
    '0067',
    'W_UNPOWERED_CARD',
    'power_error',
    '卡已断电',
    'Power was taken from the card (over-current or card fault)',
  ),
  E('0068', 'W_RESET_CARD', 'busy', '卡被其他程序复位', 'The card was reset by another process', {
    advice: CLOSE_OTHERS,
  }),
  E('0069', 'W_REMOVED_CARD', 'removed_early', '卡已拔出', 'The card was removed'),
  E('006A', 'W_SECURITY_VIOLATION', 'unknown', '违反安全规则，拒绝访问', 'Access denied by a security rule', {
    stage: 'read',
  }),
  E('006B', 'W_WRONG_CHV', 'pin_wrong', 'PIN错误', 'Wrong PIN'),
  E('006C', 'W_CHV_BLOCKED', 'pin_tries_exceeded', 'PIN已锁', 'PIN tries used up'),
  E('006D', 'W_EOF', { unknown: 0.6, bad_data: 0.4 }, '读到文件尾', 'End of the card file', { stage: 'read' }),
  E('006E', 'W_CANCELLED_BY_USER', 'cancelled_by_operator', '用户取消', 'Cancelled by the user'),
  E('006F', 'W_CARD_NOT_AUTHENTICATED', 'unknown', '卡未通过认证', 'The card was not authenticated', { stage: 'cvm' }),
];

export const PCSC = namespaceOf(
  {
    id: 'pcsc',
    title: t('PC/SC 错误码', 'PC/SC error codes'),
    form: 'hex',
    source: 'pcsclite.h.in (LudovicRousseau/PCSC aa97f4b)',
  },
  ROWS,
);
