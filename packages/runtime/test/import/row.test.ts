import { describe, expect, it } from 'vitest';
import { attemptOf } from '../../src/import/attempt-of.ts';
import { HostLog } from '../../src/import/host-log.ts';
import type { Mapping } from '../../src/import/mapping.ts';
import { NO_MAPPING, readMapping } from '../../src/import/mapping.ts';
import { layoutOf, readRow } from '../../src/import/row.ts';
import { CARD, CHINA, REFERENCE, tokenize } from './host-fixture.ts';

const OPTIONS = { zone: CHINA, reference: REFERENCE, tokenize };

/** The records that a table gives. */
function records(header: string, rows: readonly string[], mapping: Mapping = NO_MAPPING) {
  const layout = layoutOf(header.split(','), mapping);
  const log = new HostLog(CHINA);
  const complaints = rows.flatMap((row, at) => {
    const read = readRow(row.split(','), layout, mapping, OPTIONS, { file: 'a.csv', line: at + 2 });
    if ('code' in read) return [read.code];
    log.takeRow(read);
    return [];
  });
  log.end();
  return { layout, complaints, records: log.drain().map(({ record }) => record), summary: log.summary() };
}

const mapping = (content: unknown): Mapping => {
  const read = readMapping(content);
  if ('code' in read) throw new Error(read.text.en);
  return read;
};

const CHIP_SALE = {
  time: '2026-11-03T09:00:00+08:00',
  terminal_id: '33087586',
  interface: 'chip',
  outcome: 'ok',
  code: 'iso39:00',
  attempt_id: '33087586:20261103:000012:000345',
  merchant_id: '898210154110002',
  card_ref: tokenize(CARD),
  bin: '622202',
  amount_minor: 1250,
  trace: '000345',
  batch: '000012',
};

describe('an amount of an export', () => {
  it.each([
    ['JPY', '1000', 1000],
    ['392', '1,000', 1000],
    ['KWD', '1.500', 1500],
    ['CNY', '12.50', 1250],
    ['', '12.50', 1250],
  ])('in currency %j, %s, is in its minor units', (currency, written, wanted) => {
    const row = ['2026/11/3 9:00', 'T1', 'chip', written.replace(',', ''), currency, '00'].join();
    const { records: read } = records('交易时间,终端号,读卡方式,交易金额,币种,应答码', [row]);
    expect(read.map(({ amount_minor }) => amount_minor)).toEqual([wanted]);
  });
});

describe('an export', () => {
  it.each([
    [
      'in Chinese',
      '交易时间,商户号,终端号,卡号,输入方式,交易金额(元),应答码,流水号,批次号',
      `2026/11/3 9:00,898210154110002,33087586,${CARD},插卡,12.50,00,345,12`,
    ],
    [
      'with date and time apart',
      '交易日期,交易时间,商户编号,终端编号,卡号,读卡方式,金额,返回码,终端流水号,批次号',
      `20261103,90000,898210154110002,33087586,${CARD},051,12.50,00,000345,000012`,
    ],
    [
      'by field numbers',
      'f13,f12,f42,f41,f2,f22,f4,f39,f11,f60.2',
      `1103,090000,898210154110002,33087586,${CARD},051,000000001250,00,000345,000012`,
    ],
    [
      'by field numbers of another fashion',
      'DE13,DE12,DE42,DE41,DE2,DE22,DE4,DE39,DE11,DE60.2',
      `1103,090000,898210154110002,33087586,${CARD},51,1250,0,345,12`,
    ],
    [
      'with three-digit numbers, from a spreadsheet',
      'F013,F012,F042,F041,F002,F022,F004,F039,F011,F060.2',
      `="1103",'090000,898210154110002,33087586,="${CARD}",051,1250,="00",345,12`,
    ],
    [
      'in words for fields',
      '13域,12域,42域,41域,2域,22域,4域,39域,11域,60.2域',
      `1103,90000,898210154110002,33087586,${CARD},051,1250,00,345,12`,
    ],
  ])('%s gives the same record', (_, header, row) => {
    expect(records(header, [row]).records).toEqual([CHIP_SALE]);
  });

  it('says by its status how a sale ended where it has no response code', () => {
    const header = '交易时间,终端号,输入方式,交易状态';
    const rows = ['交易成功', '失败', '已冲正', '超时'].map((status) => `2026-11-03 09:00:00,T1,刷卡,${status}`);
    expect(records(header, rows).records.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['ok', undefined],
      ['failed', undefined],
      ['failed', 'link_lost'],
      ['failed', 'no_response'],
    ]);
  });

  it('with a reversed status overrules the approval', () => {
    const { records: made } = records('交易时间,终端号,输入方式,应答码,交易状态', [
      '2026-11-03 09:00:00,T1,插卡,00,已冲正',
    ]);
    expect(made[0]).toMatchObject({ outcome: 'failed', stage: 'online', reason: 'link_lost' });
  });

  it('without a response code is unanswered', () => {
    const { records: made } = records('交易时间,终端号,输入方式,应答码', ['2026-11-03 09:00:00,T1,插卡,']);
    expect(made[0]).toMatchObject({ outcome: 'failed', reason: 'no_response' });
  });

  it('may hold requests and replies in rows of their own', () => {
    const header = 'mti,f41,f11,f22,f39,time';
    const rows = ['200,T1,1,51,,2026-11-03 09:00:00', '210,T1,1,,51,2026-11-03 09:00:02'];
    expect(records(header, rows).records).toMatchObject([{ outcome: 'failed', code: 'iso39:51', rtt_ms: 2000 }]);
  });

  it('names the columns that it does not use, and what it lacks', () => {
    expect(layoutOf(['终端号', '备注', '交易时间'], NO_MAPPING)).toMatchObject({
      unused: ['备注'],
      lacks: ['entry_mode', 'ending'],
    });
    expect(layoutOf(['备注'], NO_MAPPING).lacks).toEqual(['terminal', 'time', 'entry_mode', 'ending']);
  });

  it('refuses a row whose time cannot be read', () => {
    expect(records('交易时间,终端号,输入方式', ['合计,,']).complaints).toEqual(['attempt.time']);
  });
});

describe('a mapping', () => {
  it('says what columns, words, times and amounts mean', () => {
    const read = mapping({
      columns: {
        When: 'time',
        Till: 'terminal_id',
        How: { to: 'interface', values: { A: 'chip', B: 'magstripe' } },
        Result: { to: 'outcome', values: { Y: 'ok', N: 'failed' } },
        Sum: 'amount_minor',
        f39: 'ignore',
      },
      constants: { acquirer: '822' },
      time: 'D/M/YYYY H:mm',
      amount: 'yuan',
    });
    expect(records('when,till,how,result,sum,f39', ['3/11/2026 9:00,T1,B,N,12,00'], read).records).toEqual([
      {
        time: '2026-11-03T09:00:00+08:00',
        terminal_id: 'T1',
        interface: 'magstripe',
        outcome: 'failed',
        amount_minor: 1200,
        acquirer: '822',
      },
    ]);
  });

  it.each([
    [[], '/'],
    [{ column: {} }, '/'],
    [{ columns: { a: 'terminal' } }, '/columns/a'],
    [{ columns: { a: { to: 'f39', values: [1] } } }, '/columns/a'],
    [{ constants: { shop: '1' } }, '/constants'],
    [{ time: 'YYYY' }, '/time'],
    [{ zone: {} }, '/zone'],
    [{ amount: 'jiao' }, '/amount'],
  ])('that is wrong says where: %j at %s', (content, path) => {
    expect(readMapping(content)).toMatchObject({ code: 'import.mapping', path });
  });
});

describe('a record', () => {
  it('is made from the reply where the request lacks a field', () => {
    const place = { file: 'a', line: 1 };
    const base = { place, card: {}, time: null, localTime: null };
    const request = { ...base, mti: '0200', fields: { '41': 'T1', '22': '071', '11': '000001' } };
    const reply = {
      ...base,
      mti: '0210',
      fields: { '39': '00', '37': '012345678901', '32': '48020000' },
      localTime: REFERENCE,
    };
    expect(attemptOf({ request, reply, reversal: null, end: 'answered' }, CHINA)).toEqual({
      time: '2026-11-03T10:00:00+08:00',
      terminal_id: 'T1',
      interface: 'contactless',
      outcome: 'ok',
      code: 'iso39:00',
      attempt_id: 'T1:20261103::000001',
      acquirer: '48020000',
      trace: '000001',
      reference: '012345678901',
    });
  });
});
