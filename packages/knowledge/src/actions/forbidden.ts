import { t } from '../t.ts';

/** What must never be done on the way to a cure. Each action names those that tempt people there. */
export const NEVER = {
  open_tampered: t(
    '防拆锁已触发的终端，任何人不得打开，也不得继续收款。',
    'Never open a terminal whose tamper lock has fired, and never go on taking cards with it.',
  ),
  ask_pin: t('不得询问、代输、记录持卡人密码。', 'Never ask for the PIN, enter it for the holder, or note it down.'),
  key_card_number: t(
    '不得手工输入卡号来绕过读卡失败。',
    'Never key the card number by hand to get round a failed read.',
  ),
  clean_by_guess: t(
    '各厂家的清洁要求互相矛盾：只按本机型说明书做；说明书没写可以，就不往卡槽里放任何东西、不喷液体、不吹压缩气。',
    'Makers contradict each other on cleaning: do only what the manual of this model says. Unless it allows it, put nothing into the slot, spray nothing, blow no compressed air.',
  ),
  scrape: t(
    '不得用硬物、砂纸、溶剂刮擦芯片、触点或磁头。',
    'Never scrape chip, contacts or head with anything hard, abrasive or with solvents.',
  ),
  swap_on_one_card: t('不得只凭一张卡就判定零件坏了。', 'Never convict a part on the evidence of one card.'),
  repeat_unknown_sale: t(
    '结果不明的交易不得直接重做：先查询，避免重复扣款。',
    'Never repeat a sale whose result is unknown: query it first, or the holder may pay twice.',
  ),
  keep_card_data: t(
    '不得抄写、拍照、留存卡号、磁道、CVN。',
    'Never copy, photograph or keep card number, track data or CVN.',
  ),
  force_fallback: t('不得为了省事让芯片卡改刷磁条。', 'Never swipe a chip card just because it is quicker.'),
  keys_in_clear: t(
    '密钥只能经加密渠道或密钥母POS灌装，不得明文传递。',
    'Keys travel encrypted or through a key-loading device, never in clear.',
  ),
  touch_hot_head: t(
    '打印头烫手，断电冷却后再碰。',
    'The print head is hot: power off and let it cool before touching it.',
  ),
  update_in_trading: t('营业高峰不升级；升级中不断电。', 'No update at peak hours, and no power cut during one.'),
} as const;

/** The tools that actions name. */
export const TOOL = {
  dry_cloth: t('干净的无绒软布', 'clean lint-free cloth'),
  cleaning_card: t('厂家认可的清洁卡', "cleaning card approved by the terminal's maker"),
  manual: t('本机型说明书', 'manual of this model'),
  isopropyl: t('厂家认可的酒精棉签', 'alcohol swab approved by the maker'),
  known_good_card: t('两张确认能用的卡', 'two cards known to work'),
  screwdriver: t('厂家指定的螺丝刀', 'screwdriver named by the maker'),
  spare_part: t('原厂备件', 'original spare part'),
  spare_terminal: t('备用终端', 'spare terminal'),
  thermal_paper: t('规格相符的热敏纸', 'thermal paper of the right size and grade'),
  antistatic: t('防静电手环', 'antistatic wrist strap'),
  management: t('终端管理平台（TMS）', 'terminal management system (TMS)'),
  key_loader: t('密钥母POS或远程密钥服务', 'key-loading device or remote key service'),
  second_network: t('另一条网络（SIM卡、热点或网线）', 'a second network (SIM, hotspot or cable)'),
  laptop: t('装有读卡诊断工具的笔记本', 'laptop with the probe installed'),
  multimeter: t('万用表', 'multimeter'),
} as const;
