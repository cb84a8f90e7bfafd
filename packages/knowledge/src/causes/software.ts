import { t } from '../t.ts';
import type { CauseTable } from './row.ts';

export const SOFTWARE_CAUSES = {
  'software.app_defect': {
    name: t('应用缺陷', 'App defect'),
    what: t('收款应用某个版本有错，读卡或组包不对。', 'A version of the payment app reads or packs wrongly.'),
    shows: t(
      '同一版本的多台终端同时变坏，旧版本正常；从升级那天开始。',
      'Many terminals of one version go bad together, older versions are fine; it began with the update.',
    ),
    meanwhile: t(
      '用没升级的终端，或换一种用卡方式、扫码。',
      'Use a terminal that was not updated, another way of paying, or QR.',
    ),
    weight: 0.03,
    counter: 0.015,
    remedies: [
      'terminal.restart',
      'software.roll_back',
      'software.update_app',
      'software.reinstall',
      'software.report_defect',
    ],
    prevention: t(
      '分批发布，读卡失败率超限就自动停。',
      'Roll out in stages, and stop when the read-failure rate passes its limit.',
    ),
  },
  'software.app_outdated': {
    name: t('应用版本过旧', 'App outdated'),
    what: t('应用太旧，不认新卡、新规则。', 'The app is too old for new cards and new rules.'),
    shows: t(
      '新发的卡、手机卡读不了，老卡正常；版本落后于其他终端。',
      'New cards and phones fail, old cards are fine; its version lags behind the others.',
    ),
    meanwhile: t('新卡请插卡或换卡；手机读不了就扫码。', 'Insert new cards or take another; QR where phones fail.'),
    weight: 0.025,
    counter: 0.015,
    remedies: ['software.check_version', 'software.update_app', 'software.update_system', 'software.reinstall'],
    prevention: t(
      '核对每台实际运行的版本，落后就补升。',
      'Check which version each terminal really runs; update the laggards.',
    ),
  },
  'software.host_incompatible': {
    name: t('与主机不兼容', 'Incompatible with the host'),
    what: t(
      '终端报文、域或加密方式与收单主机不一致。',
      "The terminal's messages, fields or cipher differ from what the host expects.",
    ),
    shows: t(
      '读卡成功，联机报格式错误、MAC错或安全错；一类交易必错。',
      'The card is read, then the host answers with format, MAC or security errors; one kind of sale always fails.',
    ),
    meanwhile: t('普通消费照做，出错的那类交易先不做。', 'Go on with ordinary sales; leave the kind that fails.'),
    weight: 0.015,
    counter: 0.007,
    remedies: ['acquirer.call', 'software.roll_back', 'software.update_app', 'software.match_host'],
    prevention: t('主机改造前用各版本终端联调。', 'Before the host changes, test it with every version in the field.'),
  },
  'software.parameters_outdated': {
    name: t('参数过旧', 'Parameters outdated'),
    what: t(
      '终端里的AID、CAPK公钥、卡BIN或限额不是最新。',
      'AIDs, CA public keys, card BINs or limits in the terminal are old.',
    ),
    shows: t(
      '某一类卡提示无应用、缺公钥、脱机认证失败；别的卡正常。',
      'One kind of card finds no application, no key, or fails offline authentication; others are fine.',
    ),
    meanwhile: t('读不了的那类卡请换卡或扫码。', 'Another card, or QR, for the kind that fails.'),
    weight: 0.025,
    counter: 0.015,
    remedies: [
      'terminal.download_parameters',
      'software.check_version',
      'software.push_parameters',
      'acquirer.register',
    ],
    prevention: t(
      '参数随公告定期下发，核对回报版本。',
      'Push parameters when they are announced, and check the versions reported.',
    ),
  },
  'software.keys_out_of_sync': {
    name: t('密钥不同步', 'Keys out of step'),
    what: t('终端工作密钥或主密钥与主机不一致。', 'Working or master keys differ from those of the host.'),
    shows: t(
      '每笔都报MAC错、PIN格式错，或人人都报密码错；重新签到常能好。',
      'Every sale gets MAC or PIN format errors, or every holder a wrong PIN; a new sign-in often cures it.',
    ),
    meanwhile: t('用另一台终端，或扫码收款。', 'Use another terminal, or QR.'),
    weight: 0.015,
    counter: 0.02,
    remedies: ['terminal.sign_in', 'terminal.settle', 'acquirer.remote_keys', 'terminal.download_keys'],
    prevention: t(
      '每日签到换密钥；换机、换商户后必须重新灌密钥。',
      'Sign in daily; load keys again after a change of terminal or merchant.',
    ),
  },
  'software.reader_firmware': {
    name: t('读卡器固件问题', 'Reader firmware trouble'),
    what: t(
      '读卡器固件有错、升级没完成或与应用不配。',
      'The firmware has a defect, its update did not finish, or it does not fit the app.',
    ),
    shows: t(
      '读卡器已连上却读不到卡；同固件的终端都这样。',
      'The reader is connected and reads nothing; all with this firmware do it.',
    ),
    meanwhile: t('用另一台终端，或扫码收款。', 'Use another terminal, or QR.'),
    weight: 0.015,
    counter: 0.01,
    remedies: [
      'terminal.restart',
      'terminal.reconnect_reader',
      'terminal.power_off',
      'software.check_version',
      'software.update_firmware',
      'software.update_system',
      'software.roll_back',
    ],
    prevention: t(
      '固件分批升级，升级后试读一张卡再算完成。',
      'Update in stages; an update is done when a card has been read.',
    ),
  },
  'software.frozen': {
    name: t('程序卡死', 'Frozen'),
    what: t('应用、读卡服务或系统没有响应。', 'The app, the reader service or the system does not respond.'),
    shows: t(
      '按键没反应、一直停在处理中；重启后正常。',
      'Keys do nothing, it stays at processing; fine after a restart.',
    ),
    meanwhile: t(
      '用另一台终端；先查清结果不明的那笔。',
      'Use another terminal; query the sale whose result is unknown first.',
    ),
    weight: 0.035,
    counter: 0.05,
    remedies: [
      'terminal.cancel',
      'terminal.close_apps',
      'terminal.restart',
      'terminal.reconnect_reader',
      'terminal.power_off',
      'software.update_system',
      'software.reinstall',
    ],
    prevention: t('每天重启一次；记录卡死时间交开发方。', 'Restart daily; note when it freezes, for the developer.'),
  },
} as const satisfies CauseTable<'software'>;
