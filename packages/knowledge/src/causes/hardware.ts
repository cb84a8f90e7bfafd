import { t } from '../t.ts';
import type { CauseTable } from './row.ts';

export const HARDWARE_CAUSES = {
  'hardware.magstripe_head_worn': {
    name: t('磁头磨损', 'Magnetic head worn'),
    what: t(
      '磁头长期与卡摩擦，缝隙变宽，信号变弱。',
      'Years of cards have rubbed the head: its gap is wider, its signal weaker.',
    ),
    shows: t(
      '只有刷卡失败，时好时坏，逐周变多；换卡、换人都一样，插卡挥卡正常。',
      'Only swipes fail, on and off, more every week, with any card and any cashier; chip and tap are fine.',
    ),
    meanwhile: t(
      '请顾客插卡、挥卡或扫码；只有磁条的卡到另一台刷。',
      'Insert, tap or QR; cards with only a stripe go to another terminal.',
    ),
    weight: 0.04,
    counter: 0.03,
    remedies: ['clean.head', 'replace.magstripe_head', 'replace.terminal'],
    prevention: t(
      '按刷卡次数和失败率预测磨损，失败率抬头就约巡检。',
      'Forecast wear from swipes and failure rate; book an inspection when the rate begins to rise.',
    ),
  },
  'hardware.magstripe_head_dirty': {
    name: t('磁头脏污', 'Magnetic head dirty'),
    what: t('磁头上积了灰、油或磁粉。', 'Dust, grease or stripe particles sit on the head.'),
    shows: t(
      '刷卡失败突然或几天内变多，磁道读不全或校验错；清洁后立刻好转。',
      'Swipes fail more within days, tracks are partial or fail their checks; it is better at once after cleaning.',
    ),
    meanwhile: t(
      '请顾客插卡、挥卡或扫码；只有磁条的卡到另一台刷。',
      'Insert, tap or QR; cards with only a stripe go to another terminal.',
    ),
    weight: 0.05,
    counter: 0.05,
    remedies: ['clean.head', 'inspect.regular', 'inspect.visit', 'replace.magstripe_head', 'replace.terminal'],
    prevention: t(
      '按本机型说明书定期清洁；油烟、粉尘大的店加密。',
      'Clean on schedule as the manual of this model says, more often in kitchens and dust.',
    ),
  },
  'hardware.chip_contacts_dirty': {
    name: t('芯片卡座脏污', 'Chip contacts dirty'),
    what: t('卡座触点上有灰、油或异物。', 'Dust, grease or a foreign body is on the contacts in the slot.'),
    shows: t(
      '插卡时上电失败、卡无应答或复位应答错；多张卡都有，挥卡正常。',
      'Inserted cards stay mute or answer reset with errors; many cards, while tapping is fine.',
    ),
    meanwhile: t('请顾客挥卡、挥手机或扫码，不改刷磁条。', 'Tap a card or phone, or QR; do not swipe instead.'),
    weight: 0.06,
    counter: 0.07,
    remedies: [
      'clean.wipe_chip',
      'clean.contacts',
      'inspect.remove_object',
      'inspect.regular',
      'inspect.visit',
      'replace.chip_contacts',
      'replace.terminal',
    ],
    prevention: t(
      '按说明书用清洁卡；不用时罩住卡槽。',
      'Use cleaning cards as the manual says; cover the slot when not in use.',
    ),
  },
  'hardware.chip_contacts_worn': {
    name: t('芯片卡座磨损', 'Chip contacts worn'),
    what: t(
      '触点弹片疲劳、镀层磨穿，接触不稳。',
      'The springs are tired or the plating is through: contact comes and goes.',
    ),
    shows: t(
      '插卡失败逐月变多，轻晃卡会通；清洁后好不了几天。',
      'Insertions fail more every month; moving the card helps; cleaning helps for days only.',
    ),
    meanwhile: t('请顾客挥卡、挥手机或扫码，不改刷磁条。', 'Tap a card or phone, or QR; do not swipe instead.'),
    weight: 0.035,
    counter: 0.03,
    remedies: [
      'clean.contacts',
      'inspect.remove_object',
      'replace.chip_contacts',
      'replace.reader_module',
      'replace.terminal',
    ],
    prevention: t(
      '统计插卡次数，接近卡座额定寿命（常见五万次）就安排更换。',
      'Count insertions; plan replacement near the rated life of the connector (50,000 cycles is common).',
    ),
  },
  'hardware.contactless_antenna': {
    name: t('非接天线故障', 'Contactless antenna faulty'),
    what: t('天线断、排线松，或被金属遮挡失谐。', 'The antenna is broken, its lead loose, or metal detunes it.'),
    shows: t(
      '挥卡、手机都难读，要贴得很近；插卡正常。',
      'Cards and phones read only very close or not at all; inserting is fine.',
    ),
    meanwhile: t('请顾客插卡或扫码。', 'Insert the card, or QR.'),
    weight: 0.02,
    counter: 0.02,
    remedies: [
      'present.clear_metal',
      'clean.tap_surface',
      'replace.antenna',
      'replace.reader_module',
      'replace.terminal',
    ],
    prevention: t(
      '挥卡区不放金属、磁吸支架；不摔不压。',
      'Keep metal and magnetic holders off the reader; do not drop or press it.',
    ),
  },
  'hardware.reader_module': {
    name: t('读卡模块故障', 'Reader module faulty'),
    what: t('读卡芯片、接口板或供电损坏。', 'The reader chip, its board or its supply is broken.'),
    shows: t(
      '任何卡都读不了，或几种方式一起失败；重启无效。',
      'No card at all can be read, or several ways fail at once; a restart does not help.',
    ),
    meanwhile: t('用另一台终端，或扫码收款。', 'Use another terminal, or QR.'),
    weight: 0.023,
    counter: 0.015,
    remedies: ['terminal.reconnect_reader', 'replace.reader_module', 'replace.terminal'],
    prevention: t(
      '防潮、防摔、防静电；读卡失败率报警后先检测再换件。',
      'Keep it dry, do not drop it, mind static; when the failure rate alarms, test before swapping.',
    ),
  },
  'hardware.pinpad': {
    name: t('密码键盘故障', 'PIN pad faulty'),
    what: t('按键卡住、连线松，或键盘失去密钥。', 'Keys stick, the lead is loose, or the pad has lost its keys.'),
    shows: t(
      '到输密码就停：键按不动、超时，或提示键盘故障。',
      'It stops at the PIN: keys do nothing, time runs out, or the pad reports a fault.',
    ),
    meanwhile: t(
      '收免密小额或扫码；要输密码的到另一台。',
      'Small amounts without a PIN, or QR; those with a PIN go to another terminal.',
    ),
    weight: 0.01,
    counter: 0.01,
    remedies: ['terminal.check_pinpad', 'terminal.keep_off', 'replace.pinpad', 'replace.terminal'],
    prevention: t('固定好连线，不泼水；巡检时逐键试。', 'Fix the lead, keep liquids away, try each key on inspection.'),
  },
  'hardware.printer_head_worn': {
    name: t('打印头磨损', 'Print head worn'),
    what: t('热敏打印头发热点老化或积碳。', 'Heating dots of the thermal head are worn or covered with residue.'),
    shows: t(
      '字淡、有白线，或打印报错；读卡和扣款正常。',
      'Pale print, white lines or print errors; reading and payment are fine.',
    ),
    meanwhile: t(
      '照常收款，发电子小票或手写收据，交易可以补打。',
      'Go on; give an electronic or handwritten receipt; slips can be printed later.',
    ),
    weight: 0.015,
    counter: 0.01,
    remedies: [
      'clean.printer_head',
      'paper.right_roll',
      'paper.let_cool',
      'inspect.regular',
      'replace.printer_head',
      'replace.terminal',
    ],
    prevention: t('用合格热敏纸，换卷时擦打印头。', 'Use good thermal paper; wipe the head when changing rolls.'),
  },
  'hardware.printer_paper': {
    name: t('缺纸或卡纸', 'Paper out or jammed'),
    what: t('没纸、装反、卡住，或纸仓盖没关。', 'No paper, wrong side, jammed, or the cover is open.'),
    shows: t(
      '交易已成功，只是打不出单；缺纸灯亮。',
      'The sale went through but no slip comes out; the paper light is on.',
    ),
    meanwhile: t('照常收款，装好纸再补打。', 'Go on, and print the slips when there is paper.'),
    weight: 0.03,
    counter: 0.03,
    remedies: ['paper.check', 'paper.right_roll'],
    prevention: t('每班看纸量，柜台备一卷。', 'Look at the roll every shift; keep a spare at the counter.'),
  },
  'hardware.power': {
    name: t('供电故障', 'Power faulty'),
    what: t(
      '电池老化、适配器不对或接触不良，电压掉落。',
      'Old battery, wrong adapter or loose plug: the voltage drops.',
    ),
    shows: t(
      '读卡、打印或联网瞬间重启；低电量时失败多，插电好转。',
      'It restarts while reading, printing or connecting; fails on low charge, better on mains.',
    ),
    meanwhile: t(
      '插着原装电源用；不稳就换一台。',
      'Use it on its own adapter; if it still fails, use another terminal.',
    ),
    weight: 0.015,
    counter: 0.015,
    remedies: ['terminal.check_power', 'terminal.keep_off', 'terminal.replace_power', 'replace.terminal'],
    prevention: t('只用原装电源；电池按年限更换。', "Use the maker's adapter only; replace batteries by age."),
  },
  'hardware.tamper_lock': {
    name: t('防拆锁触发', 'Tamper lock fired'),
    what: t(
      '终端检测到拆机、摔落或纽扣电池耗尽，已清除密钥。',
      'The terminal saw opening, a fall or a dead backup battery, and has erased its keys.',
    ),
    shows: t(
      '开机提示攻击、防拆或安全触发，什么交易都做不了。',
      'It reports tampering or attack at start, and no sale is possible.',
    ),
    meanwhile: t('这台停用，用另一台或扫码收款。', 'This one stays off: use another terminal, or QR.'),
    weight: 0.012,
    counter: 0.01,
    remedies: ['tamper.stop_and_seal', 'replace.terminal'],
    prevention: t(
      '不摔、不私拆；长期存放按说明书保持供电。',
      'Do not drop or open it; keep it powered in storage as the manual says.',
    ),
  },
} as const satisfies CauseTable<'hardware'>;
