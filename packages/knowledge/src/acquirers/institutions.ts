import type { Dated } from './row.ts';

const LIST = {
  source: 'http://mbk5kkw.cn/news/539.html; http://m.etipsforagrades.com/zhishi/118.html',
  asOf: '2020-02',
  weak: true,
} as const;
const BANKS = {
  source: 'https://yrpos.com/posbanli/6348.html; http://www.bitekeji.cn/news/detail/22.html',
  asOf: '2019-07',
  weak: true,
} as const;
const UMS = { source: 'http://www.criticalmanufacturing.cn/14748.html', asOf: '2026-11', weak: true } as const;

/** First three digits of a merchant number: the institution that took the merchant on. Names as the list of that day has them. */
const ROWS: readonly (readonly [code: string, name: string, Omit<Dated<string>, 'value'>])[] = [
  ['100', '邮政储蓄银行', BANKS],
  ['102', '工商银行', BANKS],
  ['103', '农业银行', BANKS],
  ['104', '中国银行', BANKS],
  ['105', '建设银行', BANKS],
  ['301', '交通银行', BANKS],
  ['302', '中信实业银行', BANKS],
  ['303', '光大银行', BANKS],
  ['304', '华夏银行', BANKS],
  ['305', '民生银行', BANKS],
  ['306', '广东发展银行', BANKS],
  ['307', '深圳发展银行', BANKS],
  ['308', '招商银行', BANKS],
  ['309', '兴业银行', BANKS],
  ['310', '上海浦东发展银行', BANKS],
  ['801', '上海卡友信息服务有限公司', LIST],
  ['802', '银联商务有限公司', LIST],
  ['803', '北京数字王府井科技有限公司', LIST],
  ['806', '银联商务有限公司', LIST],
  ['808', '中行（预付费卡）', LIST],
  ['810', '中铁银通', LIST],
  ['811', '银联商务（铁道部项目）', LIST],
  ['812', '快钱支付清算信息有限公司', LIST],
  ['813', '迅付信息科技有限公司', LIST],
  ['815', '网银在线（北京）科技有限公司', LIST],
  ['816', '易智付科技（北京）有限公司', LIST],
  ['817', '北京钱袋宝支付技术有限公司', LIST],
  ['818', '上海富友支付服务有限公司', LIST],
  ['819', '上海付费通信息服务有限公司', LIST],
  ['820', '上海盛付通电子支付服务有限公司', LIST],
  ['821', '通联支付网络服务股份有限公司', LIST],
  ['822', '拉卡拉支付股份有限公司', LIST],
  ['823', '上海汇付数据服务有限公司', LIST],
  ['824', '深圳市快付通金融网络科技服务有限公司', LIST],
  ['825', '易宝支付有限公司', LIST],
  ['826', '深圳银盛电子支付科技有限公司', LIST],
  ['827', '杉德电子商务服务有限公司', LIST],
  ['828', '平安付电子支付有限公司', LIST],
  ['829', '联动优势电子商务有限公司', LIST],
  ['831', '上海华势信息科技有限公司', LIST],
  ['833', '北京海科融通信息技术有限公司', LIST],
  ['834', '现代金融控股（成都）有限公司', LIST],
  ['835', '广州易联商业服务有限公司', LIST],
  ['836', '随行付支付有限公司', LIST],
  ['837', '天翼电子商务有限公司', LIST],
  ['838', '乐富支付有限公司', LIST],
  ['898', '银联商务', UMS],
];

export const INSTITUTIONS: ReadonlyMap<string, Dated<string>> = new Map(
  ROWS.map(([code, value, source]) => [code, { value, ...source }]),
);
