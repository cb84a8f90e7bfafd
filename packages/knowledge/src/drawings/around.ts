import { t } from '../t.ts';
import {
  accent,
  again,
  arrow,
  at,
  circle,
  cross,
  fine,
  hot,
  line,
  pale,
  path,
  rect,
  solid,
  tick,
  tint,
} from './pen.ts';
import type { DrawingTable } from './row.ts';
import { bank, card, chip, clock, lamp, person, phone, qr, router, terminal } from './things.ts';

const bars = (x: number, y: number, lit: number): string =>
  [0, 1, 2, 3]
    .map((i) => {
      const bar = rect(x + i * 18, y - 14 - i * 14, 11, 14 + i * 14, 2);
      return i < lit ? solid(bar) : pale(bar);
    })
    .join('');
const globe = (x: number, y: number, r: number): string =>
  circle(x, y, r) + fine(path(`M${x - r} ${y}h${2 * r}M${x} ${y - r}q${r} ${r} 0 ${2 * r}q${-r} ${-r} 0 ${-2 * r}`));
const shop = (): string =>
  tint(path('M6 40h88v54h-88z')) +
  path('M0 40l10-26h80l10 26') +
  fine(rect(18, 56, 26, 38, 2) + rect(56, 56, 26, 20, 2));
const sim = (): string =>
  tint(path('M0 6a6 6 0 0 1 6-6h26l16 16v44a6 6 0 0 1-6 6h-36a6 6 0 0 1-6-6z')) + fine(rect(12, 28, 24, 24, 3));
const wifi = (x: number, y: number): string =>
  [12, 26, 40].map((r) => path(`M${x - r * 0.8} ${y - r * 0.55}a${r} ${r} 0 0 1 ${r * 1.6} 0`)).join('') +
  solid(circle(x, y + 2, 3));
const jack = (): string =>
  tint(rect(-30, -16, 44, 32, 4)) + path('M-30 0h-44') + fine(path('M2-16v12M-8-16v12M-18-16v12'));
const handset = (): string => tint(path('M0 0q26-34 92-34t92 34l-12 26-38-8v-20q-42-10-84 0v20l-38 8z'));
const gear = (x: number, y: number, r: number): string => {
  const teeth = [0, 45, 90, 135, 180, 225, 270, 315].map((a) => (a * Math.PI) / 180);
  return (
    circle(x, y, r) +
    circle(x, y, r * 0.4) +
    teeth
      .map((a) =>
        line(x + r * Math.cos(a), y + r * Math.sin(a), x + r * 1.35 * Math.cos(a), y + r * 1.35 * Math.sin(a)),
      )
      .join('')
  );
};
const cloud = (x: number, y: number): string =>
  at(x, y, tint(path('M20 60a24 24 0 0 1 4-48 32 32 0 0 1 60-4 26 26 0 0 1 8 52z')));

/** Beyond the terminal: shop, network, bank, people. */
export const AROUND_DRAWINGS = {
  'two-terminals': {
    title: t('这台不行，另一台行不行', 'This terminal fails: does the other work?'),
    body:
      at(28, 40, terminal()) +
      cross(74, 20, 11) +
      at(200, 40, terminal()) +
      accent(path('M236 18q0-10 10-10t10 10q0 7-10 10v4M246 38v1')) +
      at(130, 92, card(), 0, 0.62) +
      arrow(134, 150, 188, 150),
  },
  neighbours: {
    title: t('隔壁店刷卡正常吗', 'Can the shop next door take cards?'),
    body:
      at(20, 60, shop()) +
      at(200, 60, shop()) +
      cross(70, 30, 11) +
      accent(path('M240 24q0-10 10-10t10 10q0 7-10 10v4M250 44v1')) +
      path('M8 158h304'),
  },
  'scan-code': {
    title: t('扫码收款试一下', 'Try a QR payment'),
    body:
      at(40, 26, phone(at(8, 22, qr(), 0, 0.7)), 0, 1.4) +
      at(206, 26, terminal()) +
      accent(path('M196 84l-60-26M196 98l-60 26')),
  },
  'phone-online': {
    title: t('用手机看同一个网络通不通', 'See on a phone whether the network works'),
    body: at(50, 28, phone(globe(30, 42, 18)), 0, 1.4) + accent(wifi(226, 116)),
  },
  notice: {
    title: t('看有没有停机通知', 'See whether an outage was announced'),
    body:
      at(30, 70, bank(), 0, 1.2) +
      arrow(140, 110, 176, 110) +
      tint(rect(190, 30, 100, 140, 8)) +
      accent(path('M240 50v44M240 112v2')) +
      fine(line(210, 134, 270, 134) + line(210, 150, 252, 150)),
  },
  'network-icon': {
    title: t('看网络图标：满格、弱、没有', 'The network icon: full, weak, none'),
    body: bars(24, 130, 4) + bars(126, 130, 1) + bars(228, 130, 0) + cross(262, 102, 22) + tick(58, 166, 10),
  },
  'cable-wifi-sim': {
    title: t('网线、Wi-Fi、SIM卡', 'Cable, Wi-Fi or SIM'),
    body: at(82, 100, jack()) + accent(wifi(166, 112)) + at(246, 66, sim()),
  },
  cable: {
    title: t('把网线插紧，看灯亮不亮', 'Push the cable in and see whether its light is on'),
    body:
      tint(rect(190, 44, 110, 112, 10)) +
      fine(rect(190, 80, 40, 40, 3)) +
      at(146, 100, jack(), 0, 1.3) +
      lamp(270, 70, 'blink') +
      arrow(90, 156, 170, 156),
  },
  router: {
    title: t('看路由器和光猫的灯', 'Look at the lights of router and modem'),
    body: at(70, 40, router(['on', 'blink', 'off']), 0, 2),
  },
  'restart-router': {
    title: t('重启路由器和光猫', 'Restart router and modem'),
    body: at(124, 66, router(['off', 'off', 'off']), 0, 0.8) + again(160, 100, 86),
  },
  stopwatch: {
    title: t('从连接到失败等了多久', 'How long it took from connecting to failing'),
    body:
      clock(160, 112, 66, 0, 0) +
      path('M160 46v-18M144 26h32M210 58l12-12') +
      accent(path('M160 112l34-26')) +
      accent(path('M160 58a54 54 0 0 1 50 34')),
  },
  'move-terminal': {
    title: t('把终端拿到信号好的地方', 'Carry the terminal to where the signal is better'),
    body:
      at(20, 50, terminal(), 0, 0.7) + arrow(104, 100, 166, 100) + at(182, 50, terminal(), 0, 0.7) + bars(248, 92, 4),
  },
  'line-test': {
    title: t('终端到银行，来回测一次', 'A test from terminal to bank and back'),
    body: at(30, 26, terminal()) + at(212, 60, bank(), 0, 1.1) + arrow(136, 84, 200, 84) + arrow(200, 124, 136, 124),
  },
  'switch-link': {
    title: t('换另一条网络', 'Change to the other network'),
    body:
      at(104, 60, jack()) +
      accent(wifi(252, 80)) +
      arrow(130, 60, 196, 60) +
      at(70, 116, sim(), 0, 0.9) +
      arrow(130, 146, 196, 146) +
      at(226, 146, jack(), 180),
  },
  'check-sim': {
    title: t('看SIM卡：松没松、欠没欠费', 'Check the SIM: loose, or not paid'),
    body:
      tint(rect(170, 40, 120, 120, 14)) +
      fine(rect(170, 74, 44, 52, 4)) +
      at(74, 68, sim(), 0, 1) +
      arrow(130, 100, 164, 100),
  },
  'wait-and-query': {
    title: t('先查结果，等几分钟', 'Query the result first, and wait some minutes'),
    body:
      tint(path('M60 24h80M60 176h80M68 24q0 50 32 76-32 26-32 76h64q0-50-32-76 32-26 32-76z')) +
      accent(path('M84 160h32M100 110v24')) +
      circle(230, 88, 38) +
      line(258, 116, 286, 144) +
      accent(path('M218 80q0-12 12-12t12 12q0 8-12 13v8M230 110v1')),
  },
  settings: {
    title: t('核对设置', 'Check the settings'),
    body: at(30, 26, terminal()) + accent(gear(214, 100, 42)),
  },
  'upgrade-network': {
    title: t('升级网络设备', 'Better network equipment'),
    body:
      at(30, 74, router(['off', 'off', 'off'])) +
      arrow(134, 120, 178, 120) +
      at(190, 60, router(['on', 'on', 'on']), 0, 1.25) +
      accent(wifi(246, 46)),
  },
  'two-lines': {
    title: t('收款一条线，上网另一条', 'One line for payments, another for guests'),
    body:
      at(24, 20, terminal(), 0, 0.5) +
      accent(path('M80 56h120')) +
      at(36, 118, phone(), 0, 0.6) +
      path('M84 150h116') +
      at(208, 24, cloud(0, 0), 0, 0.9) +
      at(208, 112, cloud(0, 0), 0, 0.9) +
      pale(line(10, 104, 310, 104)),
  },
  call: {
    title: t('打电话', 'Make a call'),
    body: at(110, 150, handset(), -38, 0.9) + accent(path('M214 120q14 16 0 34M232 108q24 28 0 58')),
  },
  'call-bank': {
    title: t('请持卡人联系发卡银行', "The holder calls the card's bank"),
    body:
      at(52, 66, person(), 0, 1.3) +
      at(104, 52, phone(), 0, 0.62) +
      accent(path('M158 66q14 16 0 34M172 56q24 28 0 54')) +
      at(208, 56, bank(), 0, 1.2),
  },
  'call-service': {
    title: t('报修：把试过的和看到的告诉维修员', 'Call service, and say what was tried and seen'),
    body:
      at(56, 62, person(), 0, 1.3) +
      at(
        112,
        40,
        tint(rect(0, 0, 92, 116, 8)) +
          fine(line(36, 28, 76, 28) + line(36, 56, 76, 56) + line(36, 84, 76, 84)) +
          tick(20, 28, 6) +
          tick(20, 56, 6) +
          cross(20, 84, 6),
      ) +
      at(262, 100, tint(path('M-10-52a22 22 0 1 0 20 0v20l-10 8-10-8zM-8-10h16v62a8 8 0 0 1-16 0z'))),
  },
  'other-hands': {
    title: t('换一位同事操作', 'A colleague does it'),
    body:
      at(50, 60, person(), 0, 1.2) +
      at(270, 60, person(), 0, 1.2) +
      at(125, 44, terminal(), 0, 0.76) +
      accent(path('M76 30q84-34 168 0')) +
      arrow(232, 24, 246, 32),
  },
  teach: {
    title: t('现场教一遍，看着做', 'Show how on the spot, and watch it done'),
    body:
      at(52, 70, person(), 0, 1.2) +
      tint(rect(116, 24, 140, 96, 8)) +
      at(150, 42, card(accent(chip(12, 22))), 0, 0.75) +
      at(278, 116, person(), 0, 0.9) +
      arrow(92, 108, 122, 90),
  },
  'report-list': {
    title: t('整理清单上报（不写卡号）', 'Write a list and report it, without card numbers'),
    body:
      tint(rect(60, 20, 120, 160, 8)) +
      fine(line(80, 52, 160, 52) + line(80, 82, 160, 82) + line(80, 112, 140, 112)) +
      hot(rect(80, 136, 80, 14, 2)) +
      arrow(196, 100, 256, 100) +
      at(262, 76, bank(), 0, 0.6),
  },
  'stop-swipe': {
    title: t('停止刷磁条', 'No more swiping'),
    body: at(60, 26, terminal()) + at(164, 120, card(''), -90) + accent(circle(196, 76, 68) + line(148, 124, 244, 28)),
  },
} as const satisfies DrawingTable;
