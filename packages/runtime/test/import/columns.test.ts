import { describe, expect, it } from 'vitest';
import { targetOf, usualTarget } from '../../src/import/columns.ts';

/** A target as a mapping file would write it. */
const written = (header: string): string | null => {
  const target = usualTarget(header);
  if (target === null) return null;
  return target.kind === 'field' ? `f${target.number}` : target.kind === 'own' ? target.field : target.part;
};

describe('a column', () => {
  it.each([
    [
      'f22',
      [
        'f22',
        'F22',
        'F022',
        'f_22',
        'DE22',
        'de 22',
        'DE022',
        'field22',
        'Field 22',
        'bit22',
        'P22',
        '22域',
        '022域',
        '域22',
        '第22域',
      ],
    ],
    ['f60.5', ['f60.5', 'F60.5', 'DE60.5', '60.5域', 'IC卡条件代码(60.5)']],
    [
      'time',
      ['交易时间', '交易日期时间', '时间', '交易完成时间', '交易时间(北京时间)', 'time', 'Transaction Time', 'txnTime'],
    ],
    ['date', ['交易日期', '日期', 'date']],
    [
      'f41',
      [
        '终端号',
        '终端编号',
        '终端代码',
        'POS终端号',
        'TID',
        'Terminal ID',
        'TERM_ID',
        '机具号',
        '终端编码',
        '终端标识码',
        '受卡机终端标识码',
      ],
    ],
    ['f42', ['商户号', '商户编号', '商户代码', '商户编码', '受卡方标识码', 'MID', 'merchant_no', 'MCHT_NO']],
    [
      'f39',
      ['应答码', '返回码', '响应码', '交易应答码', '主机应答代码', '应答码(39域)', 'F39-应答码', 'Response Code', 'RC'],
    ],
    [
      'f22',
      [
        '输入方式',
        '服务点输入方式码',
        '读卡方式',
        '刷卡方式',
        '用卡方式',
        'POS输入方式',
        '输入方式(F22)',
        'F22输入方式',
        'entry mode',
        'POS Entry Mode',
      ],
    ],
    ['f4', ['交易金额', '金额', '交易金额（元）', '金额(分)', 'amount']],
    ['type', ['交易类型', '业务类型', '交易名称']],
    ['status', ['交易状态', '状态', '交易结果']],
    ['f37', ['参考号', '检索参考号', '系统参考号', 'RRN']],
    ['f11', ['流水号', '终端流水号', '系统跟踪号', '主机流水号', '凭证号', 'STAN', 'trace no']],
    ['f60.2', ['批次号', '终端批次号', 'batch no']],
    ['f2', ['卡号', '交易卡号', '主账号', '卡号(脱敏)', 'PAN', 'card number']],
    ['f49', ['币种', '交易币种', 'currency_code']],
    ['mti', ['MTI', '报文类型', '消息类型码']],
    ['operator_id', ['操作员', '柜员号', '收银员编号', 'operator_id']],
    ['store_id', ['门店号', '门店编号', 'store no']],
    ['model', ['终端型号', '机具型号', 'model']],
    ['service_code', ['服务代码', 'service_code']],
  ])('%s is known by the names %j', (target, names) => {
    expect(names.map(written)).toEqual(names.map(() => target));
  });

  it.each([
    '',
    '备注',
    '手续费',
    '持卡人姓名',
    '终端号2',
    'f0',
    'f1',
    'f129',
    'f22x',
    '商户名称(简称)',
    '手续费(f0)',
    'f2000年',
    '商户名称',
    '原交易金额',
    '发卡行',
  ])('%s is not taken for another', (name) => {
    expect(usualTarget(name)).toBeNull();
  });

  it.each(['time', 'terminal_id', 'f39', 'f60.5', 'clock', 'ignore'])('may be mapped to %s', (name) => {
    expect(targetOf(name)).not.toBeNull();
  });

  it.each(['terminal', '终端号', '60', 'f', ''])('may not be mapped to %j', (name) => {
    expect(targetOf(name)).toBeNull();
  });
});
