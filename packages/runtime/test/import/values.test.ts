import { describe, expect, it } from 'vitest';
import { readAmount, readCurrency } from '../../src/import/amounts.ts';
import { seeCard } from '../../src/import/card.ts';
import { ENTRY_MODES, readEntryMode } from '../../src/import/entry-mode.ts';
import { isFallback } from '../../src/import/fallback.ts';
import { localTimeOf, readFields } from '../../src/import/host-fields.ts';
import { readLogTime } from '../../src/import/log-time.ts';
import { readWrittenTime, timeForm, USUAL_FORMS } from '../../src/import/time-forms.ts';
import { readResponseCode, readStatus, readType } from '../../src/import/words.ts';
import { CARD, CHINA, NINE, REFERENCE, tokenize } from './host-fixture.ts';

describe('the entry mode', () => {
  it.each(Object.entries(ENTRY_MODES))('%s is %o with any PIN digit', (mode, meaning) => {
    for (const pin of ['0', '1', '2']) expect(readEntryMode(mode + pin)).toEqual(meaning);
  });

  it.each([
    ['051', 'chip'],
    ['0510', 'chip'],
    ['51', 'chip'],
    ['05', 'chip'],
    ['5', 'chip'],
    ['22', 'magstripe'],
    ['72', 'contactless'],
    ['12', 'manual'],
    ['32', 'qr'],
    ['90', 'magstripe'],
    ['021-刷卡有密', 'magstripe'],
    ['插卡', 'chip'],
    ['IC卡', 'chip'],
    ['非接触IC', 'contactless'],
    ['挥卡', 'contactless'],
    ['云闪付', 'contactless'],
    ['刷卡', 'magstripe'],
    ['磁条卡', 'magstripe'],
    ['扫码', 'qr'],
    ['手输', 'manual'],
    ['Chip', 'chip'],
    ['swiped', 'magstripe'],
  ])('%s is %s', (written, at) => {
    expect(readEntryMode(written)?.interface).toBe(at);
  });

  it.each(['', '000', '61', '微信', undefined])('%s says nothing', (written) => {
    expect(readEntryMode(written)).toBeNull();
  });
});

describe('a fallback', () => {
  it.each([
    ['UnionPay: 60.5 is 2 with a stripe', { '22': '021', '60.5': '2' }, {}, true],
    ['80 in field 22', { '22': '801' }, {}, true],
    ['in words', { '22': '降级刷卡' }, {}, true],
    ['the service code of a chip card', { '22': '021' }, { service_code: '201' }, true],
    ['the service code of a domestic chip card', { '22': '901', '60.5': '1' }, { service_code: '620' }, true],
    ['not: a card without a chip', { '22': '021' }, { service_code: '101' }, false],
    ['not: a terminal without a chip reader', { '22': '021', '60.4': '2' }, { service_code: '201' }, false],
    ['unknown: a stripe alone', { '22': '021' }, {}, undefined],
  ] as const)('%s', (_, fields, card, wanted) => {
    expect(isFallback(fields, card)).toBe(wanted);
  });
});

describe('an amount', () => {
  it.each([
    ['000000001250', 'minor', 1250],
    ['12.5', 'minor', 1250],
    ['12.50', 'major', 1250],
    ['12', 'major', 1200],
    ['¥1,212.50', 'major', 121250],
    ['１２．５０元', 'major', 1250],
    ['-12.50', 'major', -1250],
    ['12.5000', 'major', 1250],
    ['12.555', 'major', undefined],
    ['', 'major', undefined],
    ['合计', 'major', undefined],
    [undefined, 'minor', undefined],
  ] as const)('%s in %s units is %s', (written, unit, wanted) => {
    expect(readAmount(written, unit)).toBe(wanted);
  });

  it.each([
    ['1000', 0, 1000],
    ['1000.00', 0, 1000],
    ['1000.50', 0, undefined],
    ['1.5', 3, 1500],
  ] as const)('%s of a currency with %d digits is %s', (written, digits, wanted) => {
    expect(readAmount(written, 'major', digits)).toBe(wanted);
  });

  it.each([
    ['156', 'CNY'],
    ['0344', undefined],
    ['36', undefined],
    ['840', 'USD'],
    ['RMB', 'CNY'],
    ['人民币', 'CNY'],
    ['cny', 'CNY'],
  ])('in currency %s is in %s', (written, wanted) => {
    expect(readCurrency(written)).toBe(wanted);
  });
});

describe('a card', () => {
  const whole = tokenize(CARD);

  it.each([
    ['its number', CARD, undefined, { card_ref: whole, bin: '622202' }],
    ['its number in groups', '6222 0200 0000 1234 567', undefined, { card_ref: whole, bin: '622202' }],
    ['track 2', undefined, `${CARD}=30122010000012300000`, { card_ref: whole, bin: '622202', service_code: '201' }],
    ['track 2 in BCD', undefined, `${CARD}D30126200`, { card_ref: whole, bin: '622202', service_code: '620' }],
    [
      'first six and last four',
      '622202*********4567',
      undefined,
      { card_ref: `weak_${tokenize('622202*4567/19')}`, bin: '622202', weak: true },
    ],
    ['last four', '****4567', undefined, { card_ref: `weak_${tokenize('*4567/8')}`, weak: true }],
    ['nothing', '', undefined, {}],
    ['a word', '无卡', undefined, {}],
    ['a track that is encrypted', undefined, 'A1B2C3D4E5F60718', {}],
  ])('is known by %s', (_, number, track2, wanted) => {
    expect(seeCard(number, track2, tokenize)).toEqual(wanted);
  });
});

describe('a time', () => {
  it.each([
    '2026-11-03 09:00:00',
    '2026-11-03 09:00:00.000',
    '2026/11/3 9:00',
    '2026/11/03 9:00:00',
    '2026.11.3 9:00',
    '20261103 090000',
    '20261103 09:00:00',
    '20261103090000',
    '20261103090000000',
    '2026-11-03T09:00:00',
    '2026-11-03T09:00:00+08:00',
    '2026-11-03T01:00:00Z',
    '2026年11月3日 9时0分0秒',
    '2026年11月03日 09:00',
    '2026/11/3 上午9:00:00',
    '2026/11/3 上午 9:00',
    '2026-11-03 09:00:00 AM',
    '03-11月-26 09.00.00.000000 上午',
    '03-11月 -26 09.00.00',
    '2026-11-03 09:00:00 +0800 CST',
    '1103090000',
    '1793667600',
    '1793667600000',
  ])('written as %s', (written) => {
    expect(readWrittenTime(written, USUAL_FORMS, CHINA, REFERENCE)?.ms).toBe(NINE);
  });

  it.each([
    ['2026/11/3 下午1:05', 13 * 60 + 5],
    ['2026/11/3 下午12:05:00', 12 * 60 + 5],
    ['2026/11/3 上午12:05', 5],
    ['2026/11/3 1:05:00 PM', 13 * 60 + 5],
    ['2026/11/3 下午13:05', 13 * 60 + 5],
  ])('of half a day, %s, is %d minutes after midnight', (written, minutes) => {
    const midnight = NINE - 9 * 3_600_000;
    expect(readWrittenTime(written, USUAL_FORMS, CHINA, REFERENCE)?.ms).toBe(midnight + minutes * 60_000);
  });

  it.each(['', '合计', '2026-02-30 09:00:00', '2026-11-03 25:00:00', '3/11/2026 09:00', '12345', '20261103'])(
    'is not %s',
    (written) => {
      expect(readWrittenTime(written, USUAL_FORMS, CHINA, REFERENCE)).toBeNull();
    },
  );

  it.each([
    ['D/M/YYYY H:m', '3/11/2026 9:00'],
    ['M/D/YYYY H:m:s', '11/3/2026 9:00:00'],
    ['DD.MM.YYYY HH:mm:ss Z', '03.11.2026 01:00:00 +0000'],
    ['YYYYMMDD.HHmmss', '20261103.090000'],
  ])('is read by the form %s', (form, written) => {
    expect(readWrittenTime(written, [timeForm(form)!], CHINA, REFERENCE)?.ms).toBe(NINE);
  });

  it.each(['', 'YYYY', 'HH:mm:ss', 'YYYY-MM-DD', 'YYYY-MM-DD HH HH'])('cannot have the form %j', (form) => {
    expect(timeForm(form)).toBeNull();
  });

  it.each([
    ['of the day', { '13': '1103', '12': '090000' }, NINE],
    ['of last year', { '13': '1203', '12': '090000' }, Date.UTC(2025, 11, 3, 1)],
    ['of the last leap year', { '13': '0229', '12': '090000' }, Date.UTC(2024, 1, 29, 1)],
    ['in the form of 1993', { '12': '261103090000' }, NINE],
    ['of transmission', { '7': '1103010000' }, NINE],
    ['that is none', { '13': '1332', '12': '090000' }, null],
    ['without a date', { '12': '090000' }, null],
  ])("of the terminal's clock %s", (_, fields, wanted) => {
    expect(localTimeOf(fields, REFERENCE, CHINA)).toBe(wanted);
  });
});

describe('a time of day in a log that was last written five minutes after midnight', () => {
  const midnight = Date.UTC(2026, 10, 3, 16);

  it.each([
    ['23:59:00 0200', -60_000],
    ['00:04:00.250 0200', 240_250],
    ['00:06:00 by a clock that is a minute ahead', 360_000],
    ['12:00:00 0200', -12 * 3_600_000],
  ])('%s is %d ms from it', (written, wanted) => {
    expect(readLogTime(written, CHINA, midnight + 300_000)! - midnight).toBe(wanted);
  });
});

describe('words of exports', () => {
  it.each([
    ['消费', '0200'],
    ['消费撤销', '0200'],
    ['消费冲正', '0400'],
    ['签到', '0800'],
    ['签退', '0820'],
    ['批结算', '0500'],
    ['参数下载', '0800'],
    [undefined, '0200'],
  ])('the type %s is %s', (written, mti) => {
    expect(readType(written).mti).toBe(mti);
  });

  it.each([
    ['交易成功', 'ok'],
    ['已撤销', 'ok'],
    ['失败', 'failed'],
    ['不成功', 'failed'],
    ['已冲正', 'failed'],
    ['超时', 'failed'],
    ['用户取消', 'cancelled'],
    ['Successful', 'ok'],
    ['APPROVED', 'ok'],
    ['Unsuccessful', 'failed'],
    ['not approved', 'failed'],
    ['NOT_COMPLETED', 'failed'],
    ['disapproved', 'failed'],
    ['Incomplete', 'failed'],
    ['refused', 'failed'],
    ['timed out', 'failed'],
    ['TIMED_OUT', 'failed'],
    ['未知', undefined],
  ])('the status %s is %s', (written, outcome) => {
    expect(readStatus(written)?.outcome).toBe(outcome);
  });

  it.each([
    ['00', '00'],
    ['0', '00'],
    ['a0', 'A0'],
    ['51-余额不足', '51'],
    ['[91] 发卡方超时', '91'],
    ['成功', undefined],
    ['1234', undefined],
    ['', undefined],
  ])('the response code %s is %s', (written, code) => {
    expect(readResponseCode(written)).toBe(code);
  });
});

describe('fields of a text log', () => {
  it('get their zeros back, and field 60 its parts', () => {
    const { fields } = readFields({ '3': '0', '11': '12', '22': '51', '60': '22000001000' + '52' }, tokenize);
    expect(fields).toEqual({
      '3': '000000',
      '11': '000012',
      '22': '051',
      '60': '2200000100052',
      '60.1': '22',
      '60.2': '000001',
      '60.3': '000',
      '60.4': '5',
      '60.5': '2',
    });
  });

  it.each([
    ['51', '051'],
    ['021', '021'],
    ['21', '021'],
    ['10', '010'],
    ['02', '02'],
    ['90', '90'],
    ['5', '05'],
    ['801', '801'],
    ['插卡', '插卡'],
  ])('the entry mode %s is %s', (written, whole) => {
    expect(readFields({ '22': written }, tokenize).fields['22']).toBe(whole);
  });

  it('lose what is secret', () => {
    const secret = {
      '2': CARD,
      '14': '3012',
      '35': `${CARD}=3012201`,
      '36': '99',
      '45': 'B',
      '52': 'AB',
      '55': '5A',
      '62': 'K',
    };
    const { fields, card } = readFields(secret, tokenize);
    expect(fields).toEqual({});
    expect(card).toEqual({ card_ref: tokenize(CARD), bin: '622202', service_code: '201' });
  });
});
