import type { AttemptField } from '@duka/model';
import { ATTEMPT_FIELD_NAMES } from '@duka/model';

/** What a column of an export may hold besides the fields of the attempt: fields of ISO 8583, and what only exports have. */
const ROW_PARTS = ['mti', 'date', 'clock', 'type', 'status', 'ignore'] as const;
type RowPart = (typeof ROW_PARTS)[number];

/** `f22`, `f60.5`, or the name of an attempt field or row part. */
export type Target =
  | { readonly kind: 'field'; readonly number: string }
  | { readonly kind: 'own'; readonly field: AttemptField }
  | { readonly kind: 'part'; readonly part: RowPart };

const NUMBERED = /^(?:f|de|p|s|bit|field|域|第)[ _-]?0*(\d{1,3})(?:\.(\d))?域?$/i;
/** Before its name: 22域输入方式, F22-输入方式, F22输入方式. */
const NUMBERED_BEFORE =
  /^(?:0*(\d{1,3})(?:\.(\d))?[#号]?域|(?:f|de|bit|field|域)[ _-]?0*(\d{1,3})(?:\.(\d))?(?=[\s:：_-]|\p{Script=Han}))/iu;

/** Spellings of a target in a mapping file, or of a header that names a field by its number; null where it is none. */
export function targetOf(written: string): Target | null {
  const text = written.trim().toLowerCase();
  const [number, sub] = (NUMBERED.exec(text) ?? NUMBERED_BEFORE.exec(text) ?? []).slice(1).filter(Boolean);
  if (number !== undefined && Number(number) >= 2 && Number(number) <= 128) {
    return { kind: 'field', number: sub === undefined ? String(Number(number)) : `${Number(number)}.${sub}` };
  }
  const part = ROW_PARTS.find((name) => name === text);
  if (part !== undefined) return { kind: 'part', part };
  const field = ATTEMPT_FIELD_NAMES.find((name) => name === text);
  return field === undefined ? null : { kind: 'own', field };
}

const field = (number: string): Target => ({ kind: 'field', number });
const part = (name: RowPart): Target => ({ kind: 'part', part: name });
const own = (name: AttemptField): Target => ({ kind: 'own', field: name });

/** The usual names of columns in exports of acquirers and of merchants' back-ends, whole. */
const NAMES: readonly (readonly [RegExp, Target])[] = [
  [
    /^(?:交易|受理|请求|发生|创建|本地交易|支付|完成|交易完成|交易发生|交易创建|订单|下单)(?:日期)?时间$|^交易日期时间$|^时间$|^(?:trans(?:action)?|txn)[ _]?(?:date)?time$|^datetime$/,
    own('time'),
  ],
  [/^(?:交易|本地|受理|支付)?日期$|^(?:trans(?:action)?|txn|local)[ _]?date$|^date$/, part('date')],
  [/^(?:交易|本地)?时刻$|^local[ _]?time$|^时分秒$/, part('clock')],
  [
    /^(?:受理|pos|机具|受卡机)?终端机?(?:编?号|号码|编码|代码|标识码?|id)$|^(?:(?:机具|pos机?)编?号|终端|tid|term(?:inal)?[ _]?(?:id|no|number)|terminal)$/,
    field('41'),
  ],
  [
    /^(?:受理|内部)?(?:商户|商家)(?:编?号|号码|编码|代码|标识码?|id)$|^受卡方标识码$|^(?:mid|(?:merchant|merch|mcht)[ _]?(?:id|no|number))$/,
    field('42'),
  ],
  [/^(?:主机|交易)?(?:应答|返回|响应|回应)(?:码|代码)$|^resp(?:onse)?[ _]?code$|^rc$/, field('39')],
  [
    /^(?:服务点|pos|卡|持卡人)?(?:输入|读卡|刷卡|受理|用卡|卡片读取)(?:方式|模式)(?:码|代码)?$|^(?:pos[ _]?)?entry[ _]?mode$/,
    field('22'),
  ],
  [/^(?:交易|订单|消费|支付)?金额(?:\(元\)|\(分\)|\/元|\/分)?$|^(?:trans(?:action)?[ _]?)?amount$/, field('4')],
  [/^(?:交易|业务)(?:类型|种类|名称|码)$|^trans(?:action)?[ _]?type$/, part('type')],
  [/^(?:交易|订单|支付)?(?:状态|结果)$|^status$/, part('status')],
  [/^(?:系统|检索|交易|银联)?参考号$|^(?:rrn|reference(?:[ _]?(?:no|number))?)$/, field('37')],
  [
    /^(?:终端|主机|pos|交易|凭证|系统)?(?:流水|跟踪)(?:号|编号)$|^(?:终端流水|凭证号)$|^(?:stan|trace(?:[ _]?(?:no|number))?)$/,
    field('11'),
  ],
  [/^(?:终端)?批次(?:号|编号)$|^batch(?:[ _]?(?:no|number))?$/, field('60.2')],
  [/^(?:交易|银行|主|支付)?(?:卡号|账号|帐号)$|^(?:pan|card(?:[ _]?(?:no|number))?)$/, field('2')],
  [/^(?:交易)?币种(?:代码)?$|^currency(?:[ _]?code)?$/, field('49')],
  [/^(?:交易)?处理码$|^proc(?:essing)?[ _]?code$/, field('3')],
  [/^(?:报文|消息)类型(?:码|标识)?$|^(?:mti|msg[ _]?type|message[ _]?type)$/, part('mti')],
  [/^终端读取能力$/, field('60.4')],
  [/^(?:ic卡)?条件代码$/, field('60.5')],
  [/^服务代码$/, own('service_code')],
  [/^(?:收银员|操作员|柜员)(?:编?号|号码|编码|id)?$|^(?:operator|cashier)(?:[ _]?(?:id|no))?$/, own('operator_id')],
  [/^(?:门店|网点|店铺)(?:编?号|号码|编码|代码|id)?$|^store(?:[ _]?(?:id|no))?$/, own('store_id')],
  [/^(?:收单)(?:机构|行)(?:编?号|代码|名称)?$|^受理机构(?:号|代码)$|^acquirer$/, own('acquirer')],
  [/^(?:终端|机具|设备)(?:型号|机型)$|^(?:device[ _]?)?model$/, own('model')],
  [/^(?:终端|机具|设备)(?:序列号|sn)$|^(?:sn|serial(?:[ _]?(?:no|number))?)$/, own('serial')],
  [/^(?:应用|程序|软件|终端)版本(?:号)?$|^app[ _]?version$/, own('app_version')],
  [/^(?:地区|区域|行政区划)(?:代码|码)$|^region$/, own('region')],
];

/** What a column is taken for by its name alone: a field's number, the field's own name, or a usual word; null where nobody knows. */
export function usualTarget(header: string): Target | null {
  const name = header.normalize('NFKC').trim().toLowerCase();
  const [, bare, remark] = REMARKED.exec(name) ?? [];
  return known(name) ?? (remark === undefined ? null : targetOf(remark)) ?? (bare === undefined ? null : known(bare));
}

/** A name with a remark: 应答码(39域), 卡号(脱敏), 交易时间(北京时间). */
const REMARKED = /^(.+?) *\((.+)\)$/;

const known = (name: string): Target | null =>
  targetOf(name) ?? NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
