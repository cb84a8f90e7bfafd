import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HostLog } from '../../src/import/host-log.ts';
import { CHINA, endingsOf, message, NINE, reply, reversal, sale } from './host-fixture.ts';

const BOUNDS = { window: 60_000, most: 3, messages: 5 };

describe('a request', () => {
  it('with a reply ended as field 39 says', () => {
    const log = [sale(0, '000001'), reply(1, '000001', '00'), sale(60, '000002'), reply(61, '000002', '51')];
    expect(endingsOf(log).endings).toEqual(['000001 ok iso39:00', '000002 failed iso39:51']);
  });

  it('without a reply failed online', () => {
    const log = [sale(0, '000001'), sale(60, '000002'), reply(61, '000002', '00')];
    expect(endingsOf(log).endings).toEqual(['000001 failed no_response', '000002 ok iso39:00']);
  });

  it('is told by its terminal and trace number, not by its place in the log', () => {
    const other = { '41': '33087587' };
    const log = [
      sale(0, '000001'),
      sale(1, '000001', other),
      message(2, '0210', { ...other, '11': '000001', '39': '51' }),
      reply(3, '000001', '00'),
    ];
    expect(endingsOf(log).endings).toEqual(['000001 failed iso39:51', '000001 ok iso39:00']);
  });

  it('that is sent again counts once', () => {
    const log = [sale(0, '000001'), sale(20, '000001'), reply(21, '000001', '00'), reply(22, '000001', '00')];
    const { endings, summary } = endingsOf(log);
    expect(endings).toEqual(['000001 ok iso39:00']);
    expect(
      summary.left_out.map(({ reason, count, places }) => [reason, count, places.map(({ line }) => line)]),
    ).toEqual([['repeat', 2, [20, 22]]]);
  });

  it('with a trace number that came round again is another one', () => {
    const log = [sale(0, '000001'), sale(90, '000001'), reply(91, '000001', '00')];
    expect(endingsOf(log).endings).toEqual(['000001 failed no_response', '000001 ok iso39:00']);
  });

  it('waits for so long, and then is unanswered', () => {
    const log = [sale(0, '000001'), sale(61, '000002', { '41': '33087587' }), reply(62, '000001', '00')];
    const { endings, summary } = endingsOf(log, BOUNDS);
    expect(endings).toContain('000001 failed no_response');
    expect(summary.left_out.map(({ reason }) => reason)).toEqual(['late']);
    expect(summary.unanswered).toBe(2);
  });

  it('waits for so many messages where the log has no times', () => {
    const untimed = (one: ReturnType<typeof sale>) => ({ ...one, time: null, localTime: NINE });
    const others = [2, 3, 4, 5, 6, 7].flatMap((n) => [
      untimed(sale(n, `00000${n}`, { '41': `T${n}` })),
      untimed(message(n, '0210', { '41': `T${n}`, '11': `00000${n}`, '39': '51' })),
    ]);
    const log = [untimed(sale(0, '000001')), ...others, untimed(reply(9, '000001', '00'))];
    const { endings, summary } = endingsOf(log, { ...BOUNDS, most: 100 });
    expect(endings).toContain('000001 failed no_response');
    expect(summary.left_out.map(({ reason, places }) => [reason, places[0]?.line])).toEqual([['late', 9]]);
  });

  it('on a connection that broke off was cut off', () => {
    const log = new HostLog(CHINA);
    log.take({ ...sale(0, '000001'), connection: 'a' });
    log.take({ ...sale(1, '000002', { '41': 'T2' }), connection: 'b' });
    log.breakOff('a');
    log.end();
    expect(log.drain().map(({ record }) => [record.trace, record.reason])).toEqual([
      ['000001', 'link_lost'],
      ['000002', 'no_response'],
    ]);
  });

  it('tells the time that its reply took', () => {
    const log = new HostLog(CHINA);
    log.take(sale(0, '000001'));
    log.take({ ...reply(0, '000001', '51'), time: NINE + 830 });
    log.end();
    expect(log.drain()[0]?.record.rtt_ms).toBe(830);
  });
});

describe('a reply without its request', () => {
  it('is no attempt, and is counted with its place', () => {
    const { endings, summary } = endingsOf([reply(7, '000001', '00')]);
    expect(endings).toEqual([]);
    expect(summary.left_out[0]).toMatchObject({ reason: 'reply_alone', count: 1, places: [{ line: 7 }] });
  });
});

describe('a reversal', () => {
  it('says that an approved sale was not completed', () => {
    const log = [sale(0, '000001'), reply(1, '000001', '00'), reversal(62, '000001'), sale(70, '000002')];
    const { endings, summary } = endingsOf(log);
    expect(endings).toEqual(['000001 failed link_lost', '000002 failed no_response']);
    expect(summary.reversed).toBe(1);
  });

  it('of a sale without a reply changes nothing, and is no second attempt', () => {
    const { endings } = endingsOf([sale(0, '000001'), reversal(62, '000001'), reversal(90, '000001')]);
    expect(endings).toEqual(['000001 failed no_response']);
  });

  it('of a sale that the log gave up waiting for is still of that sale', () => {
    const { endings } = endingsOf([sale(0, '000001'), reversal(90, '000001')], BOUNDS);
    expect(endings).toEqual(['000001 failed no_response']);
  });

  it('names its original in field 61 or 90 where its own trace number is another', () => {
    const log = [sale(0, '000001'), reply(1, '000001', '00')];
    for (const named of [{ '61': '0000120000011103' }, { '90': '0200000001110309000000000000000000000000000' }]) {
      expect(endingsOf([...log, reversal(62, '000009', named)]).endings).toEqual(['000001 failed link_lost']);
    }
  });

  it('whose original the host never got is an attempt without an answer', () => {
    expect(endingsOf([reversal(62, '000001')]).endings).toEqual(['000001 failed no_response']);
  });

  it('of a void is not held against the sale that field 61 names', () => {
    const voided = { '3': '200000', '61': '0000120000011103' };
    const log = [sale(0, '000001'), reply(1, '000001', '00'), sale(30, '000002', voided), reply(31, '000002', '00')];
    expect(endingsOf([...log, reversal(92, '000002', voided)]).endings).toEqual([
      '000001 ok iso39:00',
      '000002 failed link_lost',
    ]);
  });

  it('whose original the host never got has the trace number of that in field 90', () => {
    const named = { '90': '0200000001110309000000000000000000000000000' };
    expect(endingsOf([reversal(62, '000009', named)]).endings).toEqual(['000001 failed no_response']);
  });

  it('comes before its original where the log is sorted from the newest', () => {
    const log = [reversal(62, '000001'), reply(1, '000001', '00'), sale(0, '000001'), reply(1, '000001', '00')];
    expect(endingsOf(log).endings).toEqual(['000001 failed link_lost']);
  });

  it('has the id of its sale, so that it counts as the same even if the sale was written down before', () => {
    const ids = [[sale(0, '000001'), reply(1, '000001', '00')], [reversal(62, '000001')]].map((messages) => {
      const log = new HostLog(CHINA);
      for (const one of messages) log.take(one);
      log.end();
      return log.drain()[0]?.record.attempt_id;
    });
    expect(ids).toEqual(['33087586:20261103::000001', '33087586:20261103::000001']);
  });
});

describe('messages that are no attempts', () => {
  it.each([
    ['0800', { '60.3': '003' }, 'sign_in'],
    ['0800', { '60.3': '370' }, 'ca_keys'],
    ['0820', { '60.3': '002' }, 'sign_out'],
    ['0820', { '60.3': '301' }, 'echo'],
    ['0820', {}, 'management'],
    ['0500', {}, 'settlement'],
    ['0320', {}, 'batch_upload'],
    ['0620', {}, 'notice'],
    ['0220', { '60.1': '24' }, 'advice'],
  ])('%s with %o is counted as %s', (mti, fields, kind) => {
    const { endings, summary } = endingsOf([
      message(0, mti, fields),
      message(1, `${mti.slice(0, 2)}${Number(mti[2]) + 1}0`, { ...fields, '39': 'A0' }),
    ]);
    expect(endings).toEqual([]);
    expect(summary.others).toMatchObject([{ kind, requests: 1, refused: 1 }]);
  });

  it.each([
    ['no_card', { '22': '812' }],
    ['no_entry_mode', { '22': '000' }],
    ['no_entry_mode', { '22': undefined }],
    ['no_terminal', { '41': undefined }],
    ['no_trace', { '11': undefined }],
  ])('are left out as %s: %o', (reason, fields) => {
    const { endings, summary } = endingsOf([sale(0, '000001', fields)]);
    expect(endings).toEqual([]);
    expect(summary.left_out.map((one) => one.reason)).toEqual([reason]);
  });

  it('are left out where nothing tells the time', () => {
    const { summary } = endingsOf([{ ...sale(0, '000001'), time: null }]);
    expect(summary.left_out.map((one) => one.reason)).toEqual(['no_time']);
  });
});

describe('memory', () => {
  it('is bounded: beyond that the oldest are settled, and none is lost or counted twice', () => {
    const step = fc.record({
      terminal: fc.integer({ min: 1, max: 8 }),
      trace: fc.integer({ min: 1, max: 4 }),
      mti: fc.constantFrom('0200', '0210', '0400'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const log = steps.map(({ terminal, trace, mti }, at) =>
          message(at * 70, mti, { '4': '1', '41': `T${terminal}`, '11': `00000${trace}`, '22': '051', '39': '00' }),
        );
        const { endings, summary } = endingsOf(log, BOUNDS);
        const left = summary?.left_out.reduce((sum, { count }) => sum + count, 0) ?? 0;
        const requests = log.filter(({ mti }) => mti === '0200').length;
        const alone = log.filter(({ mti }) => mti === '0400').length;
        expect(endings.length).toBeGreaterThanOrEqual(requests - left);
        expect(endings.length).toBeLessThanOrEqual(requests + alone);
      }),
      { numRuns: 200 },
    );
  });
});
