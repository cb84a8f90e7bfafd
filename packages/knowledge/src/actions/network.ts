import { t } from '../t.ts';
import { NEVER, TOOL } from './forbidden.ts';
import type { ActionTable } from './row.ts';

export const NETWORK_ACTIONS = {
  'network.check_cable': {
    by: 'cashier',
    minutes: 2,
    text: t(
      '插紧网线，看网口灯；Wi-Fi、移动网看信号格和飞行模式。',
      'Push the cable in and look at its light; on Wi-Fi or mobile look at the bars and at flight mode.',
    ),
    tools: [],
    forbidden: [],
    fixes: { 'network.down': 0.35, 'network.unstable': 0.15 },
  },
  'network.restart_router': {
    by: 'manager',
    minutes: 5,
    text: t('重启路由器和光猫，等网络灯正常再试。', 'Restart router and modem, wait for their lights, then try.'),
    tools: [],
    forbidden: [NEVER.repeat_unknown_sale],
    fixes: { 'network.down': 0.4, 'network.unstable': 0.25, 'network.slow': 0.25 },
  },
  'network.switch_link': {
    by: 'cashier',
    minutes: 3,
    text: t(
      '切到另一条网络：网线、Wi-Fi、SIM卡互换，再做一笔。',
      'Switch to the other network (cable, Wi-Fi or SIM) and do the sale.',
    ),
    tools: [TOOL.second_network],
    forbidden: [NEVER.repeat_unknown_sale],
    fixes: {
      'network.down': 0.8,
      'network.unstable': 0.7,
      'network.slow': 0.65,
      'network.signal_weak': 0.75,
      'network.misconfigured': 0.35,
    },
  },
  'network.move_antenna': {
    by: 'manager',
    minutes: 5,
    text: t(
      '把终端、天线或路由器挪到信号好的位置，离开金属柜和微波炉。',
      'Move terminal, antenna or router to where the signal is good, away from metal cabinets and microwave ovens.',
    ),
    tools: [],
    forbidden: [],
    fixes: { 'network.signal_weak': 0.6 },
  },
  'network.check_sim': {
    by: 'manager',
    minutes: 10,
    text: t(
      '查SIM卡：是否欠费、停机、松动、被锁；必要时换卡或换运营商。',
      'Check the SIM: unpaid, suspended, loose, locked; change it or the carrier if needed.',
    ),
    tools: [],
    forbidden: [],
    fixes: { 'network.down': 0.3, 'network.signal_weak': 0.3 },
  },
  'network.check_settings': {
    by: 'technician',
    minutes: 20,
    text: t(
      '核对主机地址、端口、APN、网关、DNS、证书和终端时间。',
      'Check host address, port, APN, gateway, DNS, certificates and the clock of the terminal.',
    ),
    tools: [TOOL.laptop],
    forbidden: [],
    fixes: { 'network.misconfigured': 0.9, 'network.down': 0.2 },
  },
  'network.separate_traffic': {
    by: 'technician',
    minutes: 60,
    text: t(
      '给收款单独一条线或单独的Wi-Fi，与顾客上网、监控分开。',
      'Give payments a line or a Wi-Fi of their own, apart from guests and cameras.',
    ),
    tools: [TOOL.laptop],
    forbidden: [],
    fixes: { 'network.slow': 0.75, 'network.unstable': 0.45 },
  },
  'network.upgrade_equipment': {
    by: 'technician',
    minutes: 120,
    text: t(
      '升级网络设备（路由器、AP、交换机、天线），按现场调好参数。',
      'Upgrade the network equipment (router, access point, switch, antenna) and tune it on site.',
    ),
    tools: [TOOL.laptop],
    forbidden: [],
    fixes: { 'network.unstable': 0.88, 'network.signal_weak': 0.7, 'network.slow': 0.65 },
    source: 'expert estimate; field report (undated)',
  },
  'network.tune_timeouts': {
    by: 'operations',
    minutes: 20,
    text: t(
      '按实测往返时间调整超时、重拨和心跳参数。',
      'Set timeout, redial and keep-alive to the round-trip time that was measured.',
    ),
    tools: [TOOL.management],
    forbidden: [],
    fixes: { 'network.slow': 0.45, 'network.unstable': 0.3 },
    source: 'expert estimate; field report (undated)',
  },
  'network.wait_and_query': {
    by: 'cashier',
    minutes: 10,
    text: t(
      '先查询上一笔结果，等几分钟再试。',
      'Query the result of the last sale, wait a few minutes, then try again.',
    ),
    tools: [],
    forbidden: [NEVER.repeat_unknown_sale],
    fixes: { 'network.acquirer_host_down': 0.45, 'network.issuer_unreachable': 0.6, 'network.unstable': 0.2 },
  },
  'network.call_carrier': {
    by: 'manager',
    minutes: 15,
    text: t('向运营商报障，问清恢复时间。', 'Report the outage to the carrier and ask when it will be over.'),
    tools: [],
    forbidden: [],
    fixes: { 'network.down': 0.6, 'network.unstable': 0.3 },
  },
  'acquirer.call': {
    by: 'operations',
    minutes: 15,
    text: t(
      '联系收单机构：问主机是否故障、商户和终端是否正常。',
      'Call the acquirer: is the host in trouble, are merchant and terminal in order?',
    ),
    tools: [],
    forbidden: [NEVER.keep_card_data],
    fixes: {
      'network.acquirer_host_down': 0.7,
      'network.issuer_unreachable': 0.4,
      'network.misconfigured': 0.4,
      'software.host_incompatible': 0.3,
    },
  },
  'acquirer.backup_host': {
    by: 'operations',
    minutes: 10,
    text: t('把终端切到收单机构的备用主机地址。', "Switch the terminals to the acquirer's backup host."),
    tools: [TOOL.management],
    forbidden: [NEVER.repeat_unknown_sale],
    fixes: { 'network.acquirer_host_down': 0.8 },
  },
  'acquirer.register': {
    by: 'acquirer',
    minutes: 20,
    text: t(
      '核对并登记商户号、终端号和交易权限，再下发参数。',
      'Check and register merchant, terminal and permitted transactions, then send the parameters.',
    ),
    tools: [],
    forbidden: [],
    fixes: { 'network.misconfigured': 0.6, 'software.parameters_outdated': 0.4, 'card.unsupported': 0.3 },
  },
} as const satisfies ActionTable;
