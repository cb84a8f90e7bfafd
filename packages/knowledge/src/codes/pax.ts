import { t } from '../t.ts';
import type { Because, CodeRow, RowExtra } from './table.ts';
import { namespaceOf } from './table.ts';

const PRINTER = 'Rapyd PrinterStatusCodes for PAX';
const ICC = 'PAX emv_errno.h (public app source)';

const CLEAN = t(
  '擦芯片、插到底；换两张好卡都这样才清洁或更换卡座。',
  'Wipe the chip, push it in; only if two good cards do the same, clean or replace the contacts.',
);
const LOOSE = { protocol_error: 0.8, removed_early: 0.2 } as const;

const icc = (low: number, name: string, because: Because, zh: string, en: string, extra: RowExtra = {}): CodeRow => [
  String(-2800 - low),
  because,
  zh,
  en,
  { ...extra, names: [`ICC_ERR_${name}`] },
];
/** A byte of the answer to reset that the rules forbid: bit errors on bad contacts, or a card that is none. */
const atr = (low: number, byte: string): CodeRow =>
  icc(low, `ATR_${byte}`, 'bad_atr', `复位应答的${byte}字节不合规`, `ATR byte ${byte} not allowed`, { advice: CLEAN });
const t1 = (low: number, name: string, zh: string, en: string): CodeRow =>
  icc(low, `T1_${name}`, LOOSE, `T=1：${zh}`, `T=1: ${en}`);

const ICC_ROWS: readonly CodeRow[] = [
  icc(0, 'DEVNO', 'unknown', '卡槽号错误', 'Wrong slot number'),
  icc(1, 'CHIP', { power_error: 0.5, unknown: 0.5 }, '读卡接口芯片故障', 'Reader interface chip error'),
  icc(2, 'NOCARD', { no_card: 0.6, removed_early: 0.4 }, '无卡或卡已拔出', 'No card, or card pulled'),
  icc(3, 'PARAM', 'unknown', '参数错误', 'Parameter error'),
  icc(4, 'POWER', 'power_error', '卡触点供电异常（短路或过流）', 'Power fault on the contacts (short or over-current)'),
  icc(5, 'OCCUPY', 'busy', '读卡器被占用', 'Reader occupied'),
  icc(6, 'UNINIT', { unknown: 0.5, power_error: 0.5 }, '卡未上电或未初始化', 'Not powered or not initialised', {
    stage: 'power_up',
  }),
  icc(7, 'PARS', LOOSE, '奇偶校验错', 'Parity error', { advice: CLEAN }),
  icc(8, 'BWT', LOOSE, '块等待超时', 'Block waiting time exceeded'),
  icc(9, 'CWT', LOOSE, '字符等待超时', 'Character waiting time exceeded'),
  icc(10, 'SEND', LOOSE, '发送失败', 'Send failed'),
  icc(20, 'ATR_SWT', 'mute', '复位后无首字符：插反、脏或芯片坏', 'No first ATR character: wrong side, dirty or dead', {
    advice: CLEAN,
  }),
  icc(21, 'ATR_TWT', { mute: 0.5, bad_atr: 0.5 }, '复位应答总时间超时', 'ATR total time exceeded', { advice: CLEAN }),
  icc(22, 'ATR_CWT', { bad_atr: 0.7, mute: 0.3 }, '复位应答字符间超时', 'ATR inter-character timeout', {
    advice: CLEAN,
  }),
  icc(23, 'ATR_TS', 'bad_atr', '复位应答首字节既非3B也非3F', 'TS neither 3B nor 3F', { advice: CLEAN }),
  atr(24, 'TA1'),
  atr(25, 'TB1'),
  atr(26, 'TC1'),
  atr(27, 'TD1'),
  atr(28, 'TA2'),
  atr(29, 'TB2'),
  atr(30, 'TC2'),
  atr(31, 'TD2'),
  atr(32, 'TA3'),
  atr(33, 'TB3'),
  atr(34, 'TC3'),
  icc(35, 'ATR_TCK', 'bad_atr', '复位应答校验字节错', 'ATR check byte wrong', { advice: CLEAN }),
  icc(36, 'T_ORDER', 'bad_atr', '协议次序错误', 'Protocol order wrong'),
  icc(40, 'T0_WWT', LOOSE, 'T=0：工作等待超时', 'T=0: work waiting time exceeded'),
  icc(41, 'T0_CREP', LOOSE, 'T=0：字符重发次数超限', 'T=0: character repetition limit', { advice: CLEAN }),
  icc(42, 'T0_PROB', 'protocol_error', 'T=0：过程字节无效', 'T=0: invalid procedure byte'),
  t1(50, 'BREP', '块重发次数超限', 'block repetition limit'),
  t1(51, 'BWT', '块等待超时', 'block waiting time exceeded'),
  t1(52, 'CWT', '字符等待超时', 'character waiting time exceeded'),
  t1(53, 'NAD', '节点地址错', 'node address wrong'),
  t1(54, 'PCB', '协议控制字节错', 'protocol control byte wrong'),
  t1(55, 'LRC', '块校验错', 'block check wrong'),
  t1(56, 'LEN', '块长度错', 'block length wrong'),
  t1(57, 'SRL', 'IFS请求错误', 'IFS request wrong'),
  t1(58, 'SRC', 'S块类型错误', 'S-block type wrong'),
  t1(59, 'SRA', '卡发出中止', 'card sent ABORT'),
  icc(60, 'PPSS', 'protocol_error', 'PPS首字节错', 'PPSS wrong', { stage: 'power_up' }),
  icc(61, 'PPS1', 'protocol_error', 'PPS1字节错', 'PPS1 wrong', { stage: 'power_up' }),
  icc(62, 'PCK', 'protocol_error', 'PPS校验字节错', 'PPS check byte wrong', { stage: 'power_up' }),
];

const print = (value: string, because: Because, zh: string, en: string): CodeRow => [
  value,
  because,
  `打印机：${zh}`,
  `Printer: ${en}`,
  { source: PRINTER, stage: because === 'ok' ? null : 'print' },
];

const PRINTER_ROWS: readonly CodeRow[] = [
  print('0', 'ok', '正常', 'ok'),
  print('1', 'busy', '忙', 'busy'),
  print('2', 'paper_out', '缺纸', 'out of paper'),
  print('3', 'print_error', '打印数据包格式错', 'packet format error'),
  print('4', 'print_error', '故障', 'malfunction'),
  print('8', 'overheat', '过热', 'overheating'),
  print('9', { print_error: 0.7, unknown: 0.3 }, '电压过低', 'low voltage'),
  print('10', 'print_error', '位图为空', 'bitmap is null'),
  print('11', 'print_error', '意外错误', 'unexpected error'),
  print('99', { print_error: 0.5, unknown: 0.5 }, '未知错误', 'unknown error'),
  print('-2', 'print_error', '数据太大', 'data too large'),
  print('-4', 'print_error', '缺字库', 'font library missing'),
  print('-5', 'cover_open', '纸仓盖没关', 'cover open'),
  print('-6', 'print_error', '切刀卡住', 'cutter jam'),
  print('-16', 'print_error', '打印未完成', 'printing unfinished'),
];

/** Chip driver and printer share the namespace; their numbers do not meet. */
export const PAX = namespaceOf(
  {
    id: 'pax',
    title: t('百富 IC卡驱动与打印机代码', 'PAX chip driver and printer codes'),
    form: 'number',
    source: ICC,
  },
  [...ICC_ROWS, ...PRINTER_ROWS],
);
