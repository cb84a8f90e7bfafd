import type { CauseDomain, Interface, Outcome, Reason, ScopeColumn, Stage, Text } from '@duka/model';
import { t } from './t.ts';

/** Short labels of the house's words: every screen and report says them in this one way. */

export const REASON_TEXT = {
  no_card: t('没有用卡', 'no card presented'),
  busy: t('终端忙', 'terminal busy'),
  frozen: t('没有响应', 'not responding'),
  tamper: t('防拆锁触发', 'tamper lock fired'),
  unknown: t('原因不明', 'unknown'),

  mute: t('卡无应答', 'card mute'),
  bad_atr: t('复位应答错误', 'bad answer to reset'),
  power_error: t('供电异常', 'power fault'),
  protocol_error: t('通讯协议错误', 'protocol error'),
  removed_early: t('过早拔卡', 'removed early'),
  no_application: t('没有可用应用', 'no application'),
  application_blocked: t('卡或应用被锁', 'card or application blocked'),
  bad_data: t('卡数据错误', 'bad card data'),
  oda_failed: t('脱机认证失败', 'offline authentication failed'),
  capk_missing: t('缺少CAPK公钥', 'CA public key missing'),

  rf_lost: t('感应中断', 'contactless link lost'),
  collision: t('多张卡冲突', 'several cards at once'),
  no_response_rf: t('感应无应答', 'no contactless answer'),
  use_other_interface: t('需换用卡方式', 'use another way'),

  blank: t('磁条无信号', 'stripe blank'),
  start_sentinel: t('找不到磁道起始符', 'no start sentinel'),
  parity: t('磁道奇偶校验错', 'track parity error'),
  lrc: t('磁道LRC校验错', 'track LRC error'),
  partial: t('磁道没读全', 'track partial'),
  chip_required: t('须用芯片', 'chip required'),

  qr_unreadable: t('二维码扫不出', 'QR unreadable'),
  qr_expired: t('二维码过期', 'QR expired'),

  pin_wrong: t('密码错误', 'wrong PIN'),
  pin_tries_exceeded: t('密码次数用尽', 'PIN tries used up'),
  pin_timeout: t('输密码超时', 'PIN timed out'),
  cancelled_by_operator: t('人工取消', 'cancelled'),
  not_signed_in: t('未签到', 'not signed in'),
  wrong_method: t('用卡方式不对', 'wrong method'),

  link_down: t('网络断开', 'link down'),
  dns_failed: t('域名解析失败', 'DNS failed'),
  connect_failed: t('连不上主机', 'cannot connect'),
  tls_failed: t('加密连接失败', 'TLS failed'),
  no_response: t('主机无应答', 'no response'),
  link_lost: t('连接中断', 'connection lost'),

  format_error: t('报文格式错误', 'message format error'),
  mac_error: t('MAC错误', 'MAC error'),
  sign_in_needed: t('需重新签到', 'sign-in needed'),
  terminal_unknown: t('终端或商户未登记', 'terminal or merchant unknown'),
  host_error: t('主机异常', 'host error'),
  issuer_unavailable: t('发卡行不通', 'issuer unavailable'),
  declined: t('交易被拒', 'declined'),

  paper_out: t('缺纸', 'paper out'),
  overheat: t('打印头过热', 'print head too hot'),
  print_error: t('打印故障', 'print error'),
  cover_open: t('纸仓盖打开', 'cover open'),
} as const satisfies Record<Reason, Text>;

export const STAGE_TEXT = {
  detect: t('寻卡', 'detect'),
  power_up: t('上电', 'power up'),
  select: t('选应用', 'select'),
  read: t('读数据', 'read'),
  authenticate: t('脱机认证', 'authenticate'),
  cvm: t('验持卡人', 'cardholder check'),
  online: t('联机', 'online'),
  complete: t('完成', 'complete'),
  print: t('打印', 'print'),
} as const satisfies Record<Stage, Text>;

export const INTERFACE_TEXT = {
  chip: t('插卡', 'chip'),
  contactless: t('挥卡', 'contactless'),
  magstripe: t('刷卡', 'magstripe'),
  qr: t('扫码', 'QR'),
  manual: t('手工输入', 'manual entry'),
} as const satisfies Record<Interface, Text>;

export const OUTCOME_TEXT = {
  ok: t('成功', 'ok'),
  failed: t('失败', 'failed'),
  cancelled: t('取消', 'cancelled'),
} as const satisfies Record<Outcome, Text>;

export const DOMAIN_TEXT = {
  hardware: t('硬件', 'hardware'),
  software: t('软件', 'software'),
  network: t('网络', 'network'),
  operation: t('操作', 'operation'),
  card: t('卡片', 'card'),
  policy: t('规则', 'policy'),
  fraud: t('欺诈', 'fraud'),
  unknown: t('不明', 'unknown'),
} as const satisfies Record<CauseDomain, Text>;

export const SCOPE_COLUMN_TEXT = {
  terminal_id: t('终端号', 'terminal'),
  card_ref: t('卡', 'card'),
  store_id: t('门店', 'store'),
  merchant_id: t('商户号', 'merchant'),
  operator_id: t('收银员', 'operator'),
  bin: t('卡BIN', 'BIN'),
  model: t('机型', 'model'),
  app_version: t('应用版本', 'app version'),
  firmware_version: t('固件版本', 'firmware version'),
  param_version: t('参数版本', 'parameter version'),
  acquirer: t('收单机构', 'acquirer'),
  carrier: t('运营商', 'carrier'),
  link: t('网络类型', 'link'),
  region: t('地区', 'region'),
  interface: t('用卡方式', 'interface'),
} as const satisfies Record<ScopeColumn, Text>;
