import { t } from '../t.ts';
import type { Because, CodeRow } from './table.ts';
import { namespaceOf } from './table.ts';

const TAP = { no_response_rf: 0.5, rf_lost: 0.5 } as const;

/** One number, several calls: the meanings stand side by side, the weights go by how often each call is logged. */
const AMBIGUOUS: readonly CodeRow[] = [
  ['0', 'ok', 'PBOC结果：脱机批准（TC）', 'PBOC result: approved offline (TC)'],
  [
    '1',
    { partial: 0.2, start_sentinel: 0.15, parity: 0.15, blank: 0.1, lrc: 0.1, declined: 0.2, no_card: 0.1 },
    '检卡：刷卡失败；PBOC结果：卡拒绝（AAC）；银联卡：检卡',
    'checkCard: swipe failed; PBOC result: declined (AAC); UP card: detection',
    { stage: 'read' },
  ],
  [
    '2',
    { mute: 0.6, bad_atr: 0.2, no_card: 0.1, unknown: 0.1 },
    '检卡：插卡失败；银联卡：取序列号',
    'checkCard: insert failed; UP card: serial number',
  ],
  [
    '3',
    { mute: 0.5, bad_atr: 0.2, power_error: 0.2, bad_data: 0.1 },
    '检卡：IC卡上电失败；银联卡：磁道数据',
    'checkCard: chip power-up failed; UP card: track data',
  ],
  [
    '4',
    { no_response_rf: 0.45, rf_lost: 0.45, frozen: 0.1 },
    '检卡：挥卡失败；银联卡：服务异常',
    'checkCard: tap failed; UP card: service',
  ],
  [
    '5',
    { no_response_rf: 0.6, rf_lost: 0.2, unknown: 0.2 },
    '检卡：非接激活失败；银联卡：无驱动',
    'checkCard: contactless activation failed; UP card: no driver',
  ],
];

const CHECK_CARD: readonly CodeRow[] = [
  ['99', 'frozen', '检卡：服务崩溃', 'checkCard: service crashed'],
  ['100', { frozen: 0.6, unknown: 0.4 }, '检卡：请求异常', 'checkCard: request exception'],
];

const RF: readonly CodeRow[] = [
  ['A2', 'rf_lost', '射频：通讯错误', 'RF: communication error'],
  ['A3', { bad_data: 0.6, no_application: 0.4 }, '射频：卡返回数据不合规范', 'RF: card data not per specification'],
  ['A4', 'collision', '射频：有多张卡', 'RF: several cards'],
  ['A7', { no_card: 0.5, no_response_rf: 0.5 }, '射频：超时', 'RF: timed out', { stage: 'detect' }],
  ['B3', 'no_response_rf', '射频：卡未激活', 'RF: card not activated'],
  ['FF01', 'frozen', '射频：主控服务故障', 'RF: master service fault'],
  ['FF02', { frozen: 0.6, unknown: 0.4 }, '射频：请求异常', 'RF: request exception'],
];

const PBOC: readonly CodeRow[] = [
  ['9', 'ok', 'PBOC：简化流程完成', 'PBOC: simplified flow done'],
  ['11', { unknown: 0.6, bad_data: 0.4 }, 'PBOC：内核错误', 'PBOC: kernel error', { stage: 'read' }],
  [
    '12',
    { mute: 0.4, bad_data: 0.3, protocol_error: 0.3 },
    'PBOC：芯片读不出，要求降级',
    'PBOC: chip not readable, fallback',
  ],
  ['13', 'oda_failed', 'PBOC：脱机数据认证失败', 'PBOC: offline data authentication failed'],
  ['14', 'application_blocked', 'PBOC：应用被锁', 'PBOC: application blocked'],
  ['15', 'no_application', 'PBOC：不是电子现金卡', 'PBOC: not an e-cash card'],
  ['16', 'no_application', 'PBOC：不支持电子现金', 'PBOC: e-cash not supported'],
  ['17', 'declined', 'PBOC：超过纯电子现金限额', 'PBOC: over the pure e-cash limit', { stage: 'complete' }],
  ['18', 'unknown', 'PBOC：参数错误', 'PBOC: parameter error'],
  ['19', 'bad_data', 'PBOC：卡号与二磁道不一致', 'PBOC: PAN differs from track 2'],
  ['20', { pin_wrong: 0.7, pin_timeout: 0.3 }, 'PBOC：持卡人验证失败', 'PBOC: cardholder verification failed'],
  ['21', 'declined', 'PBOC：纯电子现金拒绝', 'PBOC: pure e-cash refused', { stage: 'complete' }],
  ['22', 'declined', 'PBOC：余额问题', 'PBOC: balance', { stage: 'complete' }],
  ['23', 'use_other_interface', 'PBOC：超过非接限额', 'PBOC: over the contactless limit'],
  ['24', { no_application: 0.6, declined: 0.4 }, 'PBOC：卡BIN检查不过', 'PBOC: BIN check failed'],
  ['25', 'application_blocked', 'PBOC：卡被锁', 'PBOC: card blocked'],
  ['26', 'collision', 'PBOC：有多张卡', 'PBOC: several cards'],
  ['27', 'declined', 'PBOC：余额超限', 'PBOC: balance exceeds its limit', { stage: 'complete' }],
  ['60', TAP, 'PBOC：挥卡失败', 'PBOC: tap failed'],
  ['201', 'unknown', 'qPBOC：要求联机（ARQC）', 'qPBOC: go online (ARQC)', { stage: 'online' }],
  ['202', 'declined', 'qPBOC：卡拒绝（AAC）', 'qPBOC: declined (AAC)', { stage: 'complete' }],
  ['203', { rf_lost: 0.5, unknown: 0.5 }, 'qPBOC：出错', 'qPBOC: error', { stage: 'read' }],
  ['204', 'ok', 'qPBOC：批准（TC）', 'qPBOC: approved (TC)'],
  ['205', 'use_other_interface', 'qPBOC：请改插卡', 'qPBOC: go to contact'],
  ['206', 'no_application', 'qPBOC：没有应用', 'qPBOC: no application'],
  ['207', 'no_application', 'qPBOC：不是CPU卡', 'qPBOC: not a CPU card'],
];

const print = (status: string, because: Because, zh: string, en: string): CodeRow => [
  `printer.${status}`,
  because,
  `打印机：${zh}`,
  `Printer: ${en}`,
  { stage: because === 'ok' ? null : 'print' },
];

const PRINTER: readonly CodeRow[] = [
  print('00', 'ok', '正常', 'ok'),
  print('F0', 'paper_out', '缺纸', 'out of paper'),
  print('F2', 'print_error', '硬件错误', 'hardware error'),
  print('F3', 'overheat', '打印头过热', 'head overheated'),
  print('F4', { paper_out: 0.5, unknown: 0.5 }, '纸将用尽', 'paper low'),
  print('F5', 'print_error', '缓冲区位置越界', 'buffer position out of range'),
  print('F6', 'print_error', '找不到黑标', 'no black mark'),
  print('F7', 'busy', '忙', 'busy'),
  print('F8', 'print_error', '黑标传感器检测到黑色信号', 'black-mark sensor sees black'),
  print('FB', 'print_error', '电机故障', 'motor fault'),
  print('FC', 'print_error', '找不到对齐标记', 'alignment mark not found'),
  print('E0', 'cover_open', '打印头抬起', 'head lifted'),
  print('E1', 'print_error', '低压保护', 'low-voltage protection'),
  print('E2', 'print_error', '切刀未归位', 'cutter not home'),
  print('E3', 'print_error', '低温或AD故障', 'too cold or AD fault'),
  print('E6', 'unknown', '打印机电源已开', 'power is on'),
  print('EE', { print_error: 0.7, paper_out: 0.3 }, '卡纸', 'paper jam'),
];

export const ANDROIDPOS = namespaceOf(
  {
    id: 'androidpos',
    title: t('安卓智能POS设备服务代码', 'Android POS device service codes'),
    form: 'name',
    source: 'com.icbc.smartpos.deviceservice AIDL (JimmyW1/Tester ec6eadb)',
  },
  [...AMBIGUOUS, ...CHECK_CARD, ...RF, ...PBOC, ...PRINTER],
);
