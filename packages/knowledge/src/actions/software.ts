import { t } from '../t.ts';
import { NEVER, TOOL } from './forbidden.ts';
import type { ActionTable } from './row.ts';

export const SOFTWARE_ACTIONS = {
  'software.update_app': {
    by: 'operations',
    minutes: 15,
    text: t(
      '先选几台升级收款应用，读卡正常再推全量；升级后核对实际运行的版本。',
      'Update the payment app on a few terminals first, then on all; check which version really runs.',
    ),
    drawing: 'update',
    tools: [TOOL.management],
    forbidden: [NEVER.update_in_trading],
    fixes: { 'software.app_outdated': 0.9, 'software.app_defect': 0.35, 'software.host_incompatible': 0.4 },
  },
  'software.roll_back': {
    by: 'operations',
    minutes: 15,
    text: t(
      '停止推送，退回上一个好版本，看读卡失败率是否回落。',
      'Stop the rollout, go back to the last good version, and see whether the failure rate falls.',
    ),
    drawing: 'update',
    tools: [TOOL.management],
    forbidden: [NEVER.update_in_trading],
    fixes: { 'software.app_defect': 0.88, 'software.reader_firmware': 0.35, 'software.host_incompatible': 0.3 },
  },
  'software.update_firmware': {
    by: 'operations',
    minutes: 20,
    text: t(
      '升级读卡器固件到厂家认可的版本；失败过的升级要重刷。',
      "Update the reader firmware to the maker's approved version; redo an update that failed.",
    ),
    drawing: 'update',
    tools: [TOOL.management],
    forbidden: [NEVER.update_in_trading],
    fixes: { 'software.reader_firmware': 0.85 },
    source: 'expert estimate; stripe-terminal-android issue 350',
  },
  'software.reinstall': {
    by: 'technician',
    minutes: 30,
    text: t('结算后重装应用，下参数，签到。', 'Settle, reinstall the app, download parameters, sign in.'),
    drawing: 'update',
    tools: [TOOL.management],
    forbidden: [NEVER.update_in_trading, NEVER.repeat_unknown_sale],
    fixes: { 'software.frozen': 0.55, 'software.app_defect': 0.2, 'software.app_outdated': 0.7 },
  },
  'software.report_defect': {
    by: 'operations',
    minutes: 30,
    text: t(
      '把版本、机型、时间、错误码和复现步骤报给应用开发方，等修复版。',
      'Report version, model, times, codes and steps to the developer, and wait for the fix.',
    ),
    drawing: 'report-list',
    tools: [TOOL.management],
    forbidden: [NEVER.keep_card_data],
    fixes: { 'software.app_defect': 0.6 },
  },
  'software.match_host': {
    by: 'operations',
    minutes: 60,
    text: t(
      '与收单机构核对报文规范版本、域、MAC和加密算法，改一致后试做一笔。',
      'Agree message version, fields, MAC and cipher with the acquirer; change, then test one sale.',
    ),
    drawing: 'line-test',
    tools: [TOOL.management],
    forbidden: [NEVER.keys_in_clear],
    fixes: { 'software.host_incompatible': 0.85 },
  },
  'software.push_parameters': {
    by: 'operations',
    minutes: 10,
    text: t(
      '从平台下发最新参数和CAPK公钥，核对终端回报的参数版本。',
      'Push the newest parameters and CA public keys; check the version that the terminals report.',
    ),
    drawing: 'download',
    tools: [TOOL.management],
    forbidden: [NEVER.update_in_trading],
    fixes: { 'software.parameters_outdated': 0.93 },
  },
  'probe.reader': {
    by: 'technician',
    minutes: 15,
    text: t(
      '接上读卡诊断工具，换两张好卡连读，看卡在哪一步。',
      'Run the reader probe with two good cards and see at which step it stops.',
    ),
    drawing: 'probe-reader',
    tools: [TOOL.laptop, TOOL.known_good_card],
    forbidden: [NEVER.swap_on_one_card, NEVER.ask_pin],
    fixes: { 'unknown.other': 0.25 },
  },
  'logs.collect': {
    by: 'technician',
    minutes: 20,
    text: t(
      '导出终端日志（确认已去掉卡号），连同时间、错误码交给厂家。',
      "Export the terminal's log (make sure that no card number is in it) and give it to the maker with times and codes.",
    ),
    drawing: 'report-list',
    tools: [TOOL.laptop],
    forbidden: [NEVER.keep_card_data],
    fixes: { 'unknown.other': 0.35 },
  },
  'software.update_system': {
    by: 'operations',
    minutes: 25,
    text: t(
      '升级终端系统到厂家当前版本，升级后核对应用和读卡器是否配套。',
      "Update the system of the terminal to the maker's current version; check that app and reader fit it.",
    ),
    drawing: 'update',
    tools: [TOOL.management],
    forbidden: [NEVER.update_in_trading],
    fixes: { 'software.app_outdated': 0.3, 'software.frozen': 0.2, 'software.reader_firmware': 0.3 },
    source: 'expert estimate; field report (undated)',
  },
  'software.check_version': {
    by: 'operations',
    minutes: 5,
    text: t(
      '核对这台实际运行的系统、应用、固件、参数版本，落后的补升。',
      'Check which versions of system, app, firmware and parameters really run, and bring up what lags.',
    ),
    drawing: 'settings',
    tools: [TOOL.management],
    forbidden: [NEVER.update_in_trading],
    fixes: { 'software.app_outdated': 0.6, 'software.parameters_outdated': 0.5, 'software.reader_firmware': 0.3 },
    source: 'expert estimate; hawkBit issue 3185',
  },
} as const satisfies ActionTable;
