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
import { slot } from './scenes.ts';
import { card, clock, cloth, eye, finger, key, lamp, lens, phone, plug, terminal, waves } from './things.ts';

const screen = (content: string): string =>
  tint(path('M24 196V30a18 18 0 0 1 18-18h156a18 18 0 0 1 18 18v166')) +
  rect(42, 32, 156, 94, 6) +
  solid([0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => circle(80 + column * 40, 148 + row * 20, 2))).join('')) +
  content;
const warning = (x: number, y: number): string =>
  accent(path(`M${x} ${y - 26}l28 48h-56zM${x} ${y - 8}v14`) + circle(x, y + 14, 1));
const textLines = (x: number, y: number, ...widths: readonly number[]): string =>
  fine(widths.map((width, i) => line(x, y + i * 15, x + width, y + i * 15)).join(''));
const keypad = (hit: number): string =>
  Array.from({ length: 9 }, (_, i) => {
    const one = rect(96 + (i % 3) * 46, 16 + Math.floor(i / 3) * 40, 36, 30, 7);
    return i === hit ? hot(one) : tint(one);
  }).join('');
const drop = (x: number, y: number): string => accent(path(`M${x} ${y}q16 22 16 32a16 16 0 0 1-32 0q0-10 16-32z`));
const power = (x: number, y: number, r: number): string =>
  accent(path(`M${x - r * 0.6} ${y - r * 0.8}a${r} ${r} 0 1 0 ${r * 1.2} 0M${x} ${y - r * 1.25}v${r}`));

/** The terminal itself: screen, lights, slots, supply. */
export const TERMINAL_DRAWINGS = {
  'screen-message': {
    title: t('看屏幕上的提示', 'Look at the message on the screen'),
    body: screen(warning(80, 78) + textLines(122, 64, 62, 46, 56)) + eye(266, 78),
  },
  'steps-of-a-sale': {
    title: t('用卡、输密码、连银行、打单，停在哪一步', 'Card, PIN, bank, slip: at which step it stops'),
    body:
      at(6, 76, card(), 0, 0.62) +
      arrow(70, 95, 88, 95) +
      tint(rect(96, 74, 54, 42, 7)) +
      solid([0, 1, 2].map((i) => circle(110 + i * 13, 95, 3)).join('')) +
      arrow(156, 95, 174, 95) +
      fine(tint(path('M180 90l30-20 30 20z')) + path('M188 94v18M202 94v18M218 94v18M232 94v18M180 117h60')) +
      arrow(246, 95, 264, 95) +
      fine(tint(path('M270 66h44v56l-7-6-8 6-7-6-7 6-8-6-7 6z')) + textLines(279, 80, 26, 20)),
  },
  'press-keys': {
    title: t('按一按键，看有没有反应', 'Press the keys and see whether they respond'),
    body: keypad(4) + at(160, 78, finger(), 0, 1),
  },
  restart: {
    title: t('重启终端', 'Restart the terminal'),
    body: at(124, 44, terminal(at(46, 38, power(0, 0, 12)), ''), 0, 0.78) + again(160, 100, 84),
  },
  'power-off': {
    title: t('关机、拔电源，等十分钟', 'Off, unplugged, and ten minutes to wait'),
    body:
      at(24, 24, terminal(at(46, 38, power(0, 0, 12), 0, 1))) +
      at(196, 150, plug(), 180, 0.9) +
      cross(160, 150, 10) +
      clock(236, 62, 40, 0, 60),
  },
  battery: {
    title: t('看电量', 'Look at the battery'),
    body:
      tint(rect(60, 56, 180, 88, 14)) +
      path('M252 84h8v32h-8') +
      hot(rect(76, 72, 30, 56, 5)) +
      pale(rect(118, 72, 30, 56, 5) + rect(160, 72, 30, 56, 5)),
  },
  clock: {
    title: t('核对日期和时间', 'Check date and time'),
    body:
      accent(clock(100, 100, 62, 300, 60)) +
      tint(rect(188, 52, 104, 100, 8)) +
      line(188, 80, 292, 80) +
      path('M214 40v22M266 40v22') +
      solid(circle(214, 100, 3) + circle(240, 100, 3) + circle(266, 100, 3) + circle(214, 126, 3)) +
      hot(circle(240, 126, 7)),
  },
  calendar: {
    title: t('从哪天开始的', 'Since which day'),
    body:
      tint(rect(70, 34, 180, 140, 10)) +
      line(70, 72, 250, 72) +
      path('M112 20v28M208 20v28') +
      solid(
        [0, 1, 2, 3, 4]
          .flatMap((i) => [0, 1, 2].map((j) => (i === 3 && j === 1 ? '' : circle(98 + i * 31, 96 + j * 29, 3))))
          .join(''),
      ) +
      accent(circle(191, 125, 15)),
  },
  lights: {
    title: t('看读卡区的指示灯：亮、闪、灭', 'Look at the lights of the reader: on, blinking, off'),
    body:
      tint(rect(24, 20, 196, 160, 20)) +
      lamp(62, 58, 'on') +
      lamp(122, 58, 'blink') +
      lamp(182, 58, 'off') +
      waves(122, 156) +
      eye(272, 58),
  },
  'lights-change': {
    title: t('卡靠近时，灯有没有变', 'Whether the lights change when the card comes'),
    body:
      tint(rect(20, 26, 108, 44, 12)) +
      lamp(46, 48, 'off') +
      lamp(74, 48, 'off') +
      lamp(102, 48, 'off') +
      arrow(140, 48, 182, 48) +
      tint(rect(192, 26, 108, 44, 12)) +
      lamp(218, 48, 'on') +
      lamp(246, 48, 'on') +
      lamp(274, 48, 'on') +
      at(198, 104, card()) +
      accent(path('M222 96v-10M246 96v-10M270 96v-10')),
  },
  'look-into-slot': {
    title: t('用手电照卡口看，不伸东西进去', 'Shine a light into the slot; put nothing in'),
    body:
      at(0, 0, slot()) +
      accent(path('M178 84l60-26M178 116l60 26')) +
      at(244, 76, tint(rect(0, 8, 50, 32, 6)) + path('M0 0l-8-4v56l8-4z')) +
      eye(200, 30),
  },
  'look-into-swipe-slot': {
    title: t('看刷卡槽里的磁头脏不脏、有没有沟痕', 'Look in the swipe slot for dirt or grooves on the head'),
    body:
      at(20, 26, terminal()) +
      path('M122 26v150') +
      lens(212, 90, 66) +
      path('M186 44v92M240 44v92') +
      hot(rect(186, 66, 22, 48, 4)) +
      fine(path('M192 74h10M192 90h10M192 106h10')),
  },
  'clear-tap-area': {
    title: t('把挥卡区旁的金属、手机、支架拿开', 'Clear metal, phones and holders from the contactless mark'),
    body:
      at(30, 26, terminal(accent(fine(waves(46, 52))))) +
      at(176, 20, phone(), 0, 0.8) +
      at(250, 84, circle(0, 0, 16) + path('M16 0h40M44 0v14')) +
      arrow(232, 130, 288, 150) +
      arrow(232, 40, 288, 28),
  },
  surroundings: {
    title: t('油烟、粉尘、水：终端放在什么地方', 'Grease, dust, water: where the terminal stands'),
    body:
      tint(path('M24 96h76v44a12 12 0 0 1-12 12h-52a12 12 0 0 1-12-12z')) +
      path('M14 96h96') +
      accent(path('M44 78q-10-14 0-26t0-24M74 78q-10-14 0-26t0-24')) +
      solid(
        [
          [140, 60],
          [162, 84],
          [144, 108],
          [176, 52],
          [184, 112],
          [160, 136],
          [194, 82],
        ]
          .map(([x, y]) => circle(x!, y!, 3))
          .join(''),
      ) +
      drop(262, 62),
  },
  'drop-or-water': {
    title: t('摔过，或进过水', 'Dropped, or wet'),
    body:
      at(64, 32, terminal(), 20, 0.8) +
      path('M12 186h150') +
      accent(path('M40 176l-14-12M84 178v-1M118 176l14-12')) +
      pale(line(190, 20, 190, 180)) +
      drop(252, 36) +
      drop(222, 98) +
      drop(280, 98),
  },
  'look-at-seal': {
    title: t('看封签和外壳有没有破', 'Look whether seal and housing are whole'),
    body:
      tint(rect(26, 30, 150, 140, 16)) +
      accent(rect(76, 78, 56, 40, 4) + path('M96 78l10 16-8 10 10 14')) +
      lens(108, 98, 56),
  },
  'plug-in': {
    title: t('插上原装电源', "Plug in the terminal's own adapter"),
    body: at(206, 26, terminal()) + at(180, 100, plug()) + arrow(120, 150, 176, 150),
  },
  'reader-link': {
    title: t('分开的读卡器要连着收款机', 'A separate reader must be connected to the till'),
    body:
      at(34, 36, phone(), 0, 1.2) +
      at(214, 62, tint(rect(0, 0, 76, 86, 14)) + line(16, 76, 60, 76)) +
      accent(path('M124 100h14M154 100h14M184 100h14')) +
      accent(path('M150 52l22 22-11 11v-44l11 11-22 22')),
  },
  'cleaning-card': {
    title: t('厂家认可的清洁卡，按说明书用', 'A cleaning card that the maker approves, used as the manual says'),
    body:
      slot() +
      at(190, 70, tint(rect(0, 0, 96, 60, 8)) + accent(path('M16 14v32M32 14v32M48 14v32M64 14v32M80 14v32'))) +
      arrow(230, 152, 196, 152) +
      arrow(240, 152, 276, 152),
  },
  update: {
    title: t('升级系统或应用', 'An update of system or app'),
    body:
      at(60, 26, terminal(accent(path('M46 22v28M34 40l12 12 12-12')))) +
      tint(rect(186, 84, 110, 26, 13)) +
      hot(rect(192, 90, 62, 14, 7)),
  },
  download: {
    title: t('下载参数和密钥到终端', 'Parameters and keys go down to the terminal'),
    body:
      tint(path('M188 74a24 24 0 0 1 4-48 32 32 0 0 1 60-4 26 26 0 0 1 8 52z')) +
      arrow(226, 92, 226, 140) +
      at(60, 26, terminal(tick(46, 38))) +
      accent(path('M226 156h-60')),
  },
  'sign-in': {
    title: t('在终端上签到', 'Sign in on the terminal'),
    body:
      at(50, 26, terminal(at(46, 32, accent(circle(0, 0, 7) + path('M-14 22q0-12 14-12t14 12'))))) +
      at(214, 66, finger(), 0, 1.1) +
      tint(rect(180, 30, 70, 30, 8)) +
      tick(214, 46, 8),
  },
  settle: {
    title: t('结算，再签到', 'Settle, then sign in'),
    body:
      at(40, 26, terminal(tick(46, 38))) +
      [0, 1, 2].map((i) => tint(rect(186 + i * 12, 96 - i * 22, 84, 50, 5))).join('') +
      arrow(176, 170, 250, 170),
  },
  'cancel-key': {
    title: t('按“取消”键（红色，打叉）', 'Press the cancel key, with the cross'),
    body:
      key(92, 60, pale(circle(0, 0, 7))) +
      accent(key(160, 60, path('M-9-9l18 18M9-9l-18 18'))) +
      key(228, 60, pale(circle(0, 0, 7))) +
      at(160, 84, finger()),
  },
  'paper-roll': {
    title: t(
      '打开纸仓看纸：有没有、正反对不对',
      'Open the cover and look at the paper: is there any, the right way round',
    ),
    body:
      tint(path('M40 104h190v58a14 14 0 0 1-14 14h-162a14 14 0 0 1-14-14z')) +
      path('M230 104l52-60') +
      tint(circle(130, 112, 46)) +
      circle(130, 112, 10) +
      accent(path('M176 112v-84h-24v50')) +
      arrow(214, 76, 214, 26),
  },
  'paper-cover': {
    title: t('把纸仓盖扣紧', 'Shut the paper cover tight'),
    body:
      tint(path('M50 110h200v52a14 14 0 0 1-14 14h-172a14 14 0 0 1-14-14z')) +
      pale(circle(150, 138, 24), circle(150, 138, 6)) +
      path('M250 104l-186-52v14l180 50') +
      arrow(104, 12, 104, 50) +
      arrow(104, 74, 104, 102),
  },
  slip: {
    title: t('小票清楚，还是字淡、有白线', 'A clear slip, or a pale one with white lines'),
    body:
      at(
        50,
        20,
        tint(path('M0 0h88v140l-11-8-11 8-11-8-11 8-11-8-11 8-11-8-11 8z')) + textLines(16, 26, 56, 40, 56, 30, 50, 44),
      ) +
      at(
        184,
        20,
        tint(path('M0 0h88v140l-11-8-11 8-11-8-11 8-11-8-11 8-11-8-11 8z')) +
          pale(textLines(16, 26, 18, 12, 20, 10, 16, 12) + at(44, 0, textLines(6, 26, 22, 12, 18, 14, 20, 12))),
      ) +
      accent(line(222, 30, 222, 150) + line(252, 30, 252, 150)),
  },
  'clean-print-head': {
    title: t('断电冷却后，用棉签轻擦打印头', 'With the power off and the head cool, a swab wipes it gently'),
    body:
      tint(path('M30 124h200v40a12 12 0 0 1-12 12h-176a12 12 0 0 1-12-12z')) +
      hot(rect(62, 112, 136, 14, 5)) +
      line(168, 82, 288, 30) +
      at(150, 90, tint(rect(-22, -12, 44, 24, 12)), -24) +
      arrow(96, 72, 56, 72) +
      arrow(84, 72, 124, 72),
  },
  'seal-off': {
    title: t('停用，贴封条，不要打开', 'Out of use, sealed, not to be opened'),
    body:
      at(114, 26, terminal()) +
      hot(at(160, 100, rect(-84, -12, 168, 24, 3), -24)) +
      accent(circle(262, 48, 28) + line(243, 67, 281, 29)),
  },
  'probe-reader': {
    title: t('笔记本接上读卡器检测', 'A laptop tests the reader'),
    body:
      tint(rect(40, 36, 130, 90, 8)) +
      path('M24 146h162') +
      accent(path('M64 82h16l10-22 16 44 12-22h26')) +
      path('M186 146h30v-40') +
      tint(rect(206, 62, 70, 44, 8)) +
      at(228, 30, card(''), 0, 0.4),
  },
  'swap-part': {
    title: t('维修员更换零件', 'A technician replaces a part'),
    body:
      at(30, 26, terminal()) +
      accent(rect(176, 44, 52, 44, 6)) +
      pale(rect(176, 118, 52, 44, 6)) +
      arrow(170, 66, 132, 84) +
      pale(path('M132 124l38 16')) +
      at(280, 60, tint(path('M-6-30h12v44l-6 12-6-12z')) + path('M0 26v54'), 20),
  },
  'swap-terminal': {
    title: t('换上备用终端', 'A spare terminal takes its place'),
    body:
      pale(at(30, 26, terminal())) +
      cross(76, 100, 30) +
      arrow(140, 100, 178, 100) +
      at(198, 26, terminal(tick(46, 38))),
  },
  'look-and-clean': {
    title: t('定期检查、清洁', 'Inspect and clean regularly'),
    body:
      at(40, 26, terminal()) +
      lens(100, 80, 40) +
      at(232, 90, cloth(), 0, 1.2) +
      accent(path('M206 148q12-12 24 0t24 0')),
  },
} as const satisfies DrawingTable;
