import { t } from '../t.ts';
import type { CauseTable } from './row.ts';

export const NETWORK_CAUSES = {
  'network.down': {
    name: t('网络中断', 'Network down'),
    what: t('店内网络或运营商线路断了。', "The shop's network or the carrier's line is down."),
    shows: t(
      '全店终端一起连不上；查询、扫码也不行。',
      'All terminals of the shop cannot connect, QR and queries included.',
    ),
    weight: 0.03,
    counter: 0.03,
    remedies: [
      'network.check_cable',
      'network.switch_link',
      'network.restart_router',
      'network.check_sim',
      'network.call_carrier',
      'network.check_settings',
    ],
    prevention: t(
      '备一条不同运营商的线路，定期演练切换。',
      'Keep a second line from another carrier, and practise the switch.',
    ),
  },
  'network.unstable': {
    name: t('网络不稳', 'Network unstable'),
    what: t('丢包、断续，连接常掉。', 'Packets are lost and connections drop.'),
    shows: t(
      '联机超时时有时无，同店多台都有；高峰更多。',
      'Time-outs come and go, on several terminals of the shop, more at busy hours.',
    ),
    weight: 0.05,
    counter: 0.03,
    remedies: [
      'network.check_cable',
      'network.switch_link',
      'network.restart_router',
      'network.wait_and_query',
      'network.call_carrier',
      'network.tune_timeouts',
      'network.separate_traffic',
      'network.upgrade_equipment',
    ],
    prevention: t(
      '监测丢包和往返时间，收款网络与上网分开。',
      'Watch loss and round-trip time; keep payments off the guest network.',
    ),
  },
  'network.slow': {
    name: t('网络慢', 'Network slow'),
    what: t('带宽被占或绕路，往返时间长。', 'The line is busy or roundabout: the round trip is long.'),
    shows: t('交易都很慢，常在临界处超时。', 'Every sale is slow, and some run out of time.'),
    weight: 0.02,
    counter: 0.012,
    remedies: [
      'network.switch_link',
      'network.restart_router',
      'network.tune_timeouts',
      'network.separate_traffic',
      'network.upgrade_equipment',
    ],
    prevention: t('给收款留足带宽，超时按实测设。', 'Reserve bandwidth for payments; set time-outs from measurements.'),
  },
  'network.misconfigured': {
    name: t('网络配置错误', 'Network misconfigured'),
    what: t(
      '地址、端口、APN、DNS、证书或时间设错，或终端号未登记。',
      'Address, port, APN, DNS, certificate or clock is wrong, or the terminal is not registered.',
    ),
    shows: t(
      '一直连不上或一直被拒，从装机、换网、改参数那天起。',
      'It never connects or is always refused, since installation, a new network or new settings.',
    ),
    weight: 0.015,
    counter: 0.01,
    remedies: ['network.switch_link', 'acquirer.call', 'network.check_settings', 'acquirer.register'],
    prevention: t(
      '参数由平台下发，不手改；证书到期前提醒。',
      'Settings come from the platform, not by hand; warn before certificates expire.',
    ),
  },
  'network.signal_weak': {
    name: t('信号弱', 'Signal weak'),
    what: t('移动网或Wi-Fi信号差。', 'Mobile or Wi-Fi signal is poor.'),
    shows: t('信号低时失败多，换个位置就好。', 'It fails when the signal is low, and works in another place.'),
    weight: 0.03,
    counter: 0.03,
    remedies: ['network.switch_link', 'network.move_antenna', 'network.check_sim', 'network.upgrade_equipment'],
    prevention: t(
      '装机时测信号，地下室加装天线或走网线。',
      'Measure the signal at installation; in basements add an antenna or use a cable.',
    ),
  },
  'network.acquirer_host_down': {
    name: t('收单主机故障', 'Acquirer host down'),
    what: t(
      '收单机构的主机或前置停了、忙或在日切。',
      "The acquirer's host or front end is down, busy or cutting over.",
    ),
    shows: t(
      '同一收单机构的终端到处同时失败，网络本身正常。',
      'Terminals of one acquirer fail everywhere at once, while the network is fine.',
    ),
    weight: 0.015,
    counter: 0.012,
    remedies: ['network.wait_and_query', 'acquirer.backup_host', 'acquirer.call'],
    prevention: t('配好备用主机地址。', 'Configure a backup host.'),
  },
  'network.issuer_unreachable': {
    name: t('发卡行不通', 'Issuer unreachable'),
    what: t('发卡行系统停了，或银联收不到应答。', 'The issuer is down, or the switch gets no answer from it.'),
    shows: t('只有这家银行的卡失败，各处一样。', "Only this bank's cards fail, everywhere."),
    weight: 0.02,
    counter: 0.012,
    remedies: ['present.other_card', 'network.wait_and_query', 'acquirer.call'],
    prevention: t(
      '无法预防；教收银员认91、98，请顾客换卡。',
      'It cannot be prevented; teach cashiers that 91 and 98 mean another card.',
    ),
  },
} as const satisfies CauseTable<'network'>;
