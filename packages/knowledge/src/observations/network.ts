import { t } from '../t.ts';
import { all } from './likelihood.ts';
import type { QuestionTable } from './row.ts';

/** From the terminal to the bank. */
export const NETWORK_QUESTIONS = {
  'see.network_icon': {
    text: t('屏幕上方的网络图标是什么样？', 'How does the network icon look?'),
    cost: 0.25,
    drawing: 'network-icon',
    values: {
      full: t('满格', 'Full'),
      weak: t('一两格', 'One or two bars'),
      warning: t('有感叹号', 'With an exclamation mark'),
      none: t('没有、打叉', 'None, or crossed out'),
    },
    otherwise: [78, 14, 4, 4],
    odds: {
      'network.down': [12, 6, 32, 50],
      'network.unstable': [40, 34, 18, 8],
      'network.slow': [62, 26, 10, 2],
      'network.signal_weak': [4, 76, 6, 14],
      'network.misconfigured': [52, 6, 28, 14],
      ...all(['network.acquirer_host_down', 'network.issuer_unreachable'], [84, 12, 2, 2]),
    },
  },
  'see.link': {
    text: t('终端用什么联网？', 'How is the terminal connected?'),
    cost: 0.25,
    drawing: 'cable-wifi-sim',
    values: { cable: t('网线', 'Cable'), wifi: t('无线（Wi-Fi）', 'Wi-Fi'), sim: t('SIM卡', 'SIM') },
    otherwise: [22, 40, 38],
    odds: {
      'network.signal_weak': [1, 38, 61],
      'network.unstable': [12, 54, 34],
      'network.slow': [20, 52, 28],
    },
  },
  'see.cable': {
    text: t('网线插紧了吗？网口的灯亮吗？', 'Is the cable firmly in, and its light on?'),
    hint: t('不用网线就选“不清楚”。', `Not on a cable: answer "don't know".`),
    cost: 0.4,
    drawing: 'cable',
    values: {
      lit: t('插紧，灯亮或闪', 'Firmly in, lit or blinking'),
      dark: t('插紧，灯不亮', 'Firmly in, dark'),
      loose: t('松了、断了', 'Loose or broken'),
    },
    otherwise: [94, 3, 3],
    odds: { 'network.down': [42, 28, 30], 'network.unstable': [66, 6, 28] },
  },
  'see.router': {
    text: t('看路由器、光猫的灯：', 'Look at the lights of router and modem:'),
    cost: 0.6,
    drawing: 'router',
    values: {
      normal: t('和平时一样', 'As usual'),
      red: t('有红灯', 'One is red'),
      off: t('全不亮', 'All dark'),
    },
    otherwise: [95, 4, 1],
    odds: { 'network.down': [32, 50, 18], 'network.unstable': [74, 23, 3], 'network.slow': [88, 11, 1] },
  },
  'know.wait': {
    text: t('从“连接中”到失败，等了多久？', 'How long from "connecting" to the failure?'),
    cost: 0.25,
    drawing: 'stopwatch',
    values: {
      at_once: t('马上', 'At once'),
      seconds: t('几秒', 'Some seconds'),
      minute: t('半分钟以上', 'Half a minute or more'),
      no_connect: t('没到连接这一步', 'It never came to that'),
    },
    otherwise: [10, 10, 8, 72],
    odds: {
      'network.down': [46, 24, 22, 8],
      'network.unstable': [8, 28, 58, 6],
      'network.slow': [1, 12, 82, 5],
      'network.signal_weak': [8, 26, 60, 6],
      'network.misconfigured': [50, 28, 16, 6],
      'network.acquirer_host_down': [18, 22, 54, 6],
      'network.issuer_unreachable': [6, 40, 50, 4],
      ...all(['operation.wrong_pin', 'card.blocked_or_expired', 'software.host_incompatible'], [30, 62, 4, 4]),
      'software.keys_out_of_sync': [30, 50, 4, 16],
      'operation.not_signed_in': [22, 16, 2, 60],
    },
  },
  'try.other_place': {
    text: t('把终端拿到窗边或靠近路由器再试：', 'Carry the terminal to a window or near the router and try:'),
    cost: 1.5,
    drawing: 'move-terminal',
    values: {
      better: t('好了', 'It works'),
      same: t('一样', 'No change'),
      fixed: t('移不动', 'It cannot be moved'),
    },
    otherwise: [4, 66, 30],
    odds: { 'network.signal_weak': [58, 12, 30], 'network.unstable': [22, 48, 30], 'network.slow': [12, 58, 30] },
  },
  'try.line_test': {
    text: t('在终端菜单里做一次“网络测试”（回响测试）：', 'Run the network test (echo) in the menu of the terminal:'),
    cost: 1,
    drawing: 'line-test',
    values: {
      passes: t('成功', 'It passes'),
      slow: t('成功但很慢', 'It passes slowly'),
      on_off: t('有时成功', 'Only at times'),
      fails: t('失败', 'It fails'),
    },
    otherwise: [90, 5, 3, 2],
    odds: {
      'network.down': [3, 2, 3, 92],
      'network.misconfigured': [10, 3, 3, 84],
      'network.unstable': [16, 22, 52, 10],
      'network.slow': [16, 72, 8, 4],
      'network.signal_weak': [10, 32, 38, 20],
      'network.acquirer_host_down': [18, 8, 8, 66],
      'network.issuer_unreachable': [94, 4, 1, 1],
      'software.host_incompatible': [70, 4, 4, 22],
    },
  },
} as const satisfies QuestionTable;
