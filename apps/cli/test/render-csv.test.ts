import { describe, expect, it } from 'vitest';
import { renderCsv } from '../src/render/csv.ts';
import { nothing, oneFinding, report } from './render-fixture.ts';

const HEADER = [
  'id,scope,terminal_id,card_ref,store_id,merchant_id,operator_id,bin,model,app_version,firmware_version,param_version',
  'acquirer,carrier,link,region,interface,since,until,detected_at,attempts,failures,expected_failures,e_value',
  'cause,cause_name,cause_probability,second_cause,second_cause_name,second_cause_probability',
  'third_cause,third_cause_name,third_cause_probability,action,action_by,action_minutes,action_text',
  'lost_sales,lost_amount,lost_amount_minor,currency,evidence',
].join(',');

describe('the report as CSV', () => {
  it('is a header and a row a finding, in Chinese', () => {
    const row = [
      'F-3a2b77,终端号 33087586 · 刷卡,33087586,,,,,,,,,,,,,,magstripe',
      '2026-11-03T09:00:00+08:00,,2026-11-05T16:22:30+08:00,210,31,2.8,2400000',
      'hardware.magstripe_head_worn,磁头磨损,0.93,hardware.magstripe_head_dirty,磁头脏污,0.05',
      'operation.swipe_technique,刷卡手法不对,0.004',
      'hardware.replace_magstripe_head,维修员,20,先用清洁卡清洁磁头；三次试刷仍失败就更换磁头',
      '12,3456.00,345600,CNY',
      '29 张不同的卡在这里刷不出，其中 24 张在别的终端上刷得出 | 校验错占 71 %，失败率逐日上升 | 4 名操作员都遇到，不是个人手法 | 同一终端插卡、挥卡正常',
    ].join(',');
    expect(renderCsv(oneFinding, 'zh')).toBe(`\uFEFF${HEADER}\r\n${row}\r\n`);
  });

  it('quotes what holds a comma, in English', () => {
    const row = [
      'F-3a2b77,terminal 33087586 · magstripe,33087586,,,,,,,,,,,,,,magstripe',
      '2026-11-03T09:00:00+08:00,,2026-11-05T16:22:30+08:00,210,31,2.8,2400000',
      'hardware.magstripe_head_worn,Magnetic head worn,0.93,hardware.magstripe_head_dirty,Magnetic head dirty,0.05',
      'operation.swipe_technique,Swipe technique,0.004',
      'hardware.replace_magstripe_head,technician,20,"Clean the head with a cleaning card; if three test swipes still fail, replace the head"',
      '12,3456.00,345600,CNY',
      '"29 different cards could not be read here, 24 of them were read on other terminals | Parity errors are 71 %, and failures rise day by day | All four operators meet it, so it is not one hand | Chip and contactless on the same terminal are fine"',
    ].join(',');
    expect(renderCsv(oneFinding, 'en')).toBe(`\uFEFF${HEADER}\r\n${row}\r\n`);
  });

  it('has a header where there is no finding, and five rows where there are five', () => {
    expect(renderCsv(nothing, 'zh')).toBe(`\uFEFF${HEADER}\r\n`);
    expect(renderCsv(report, 'zh').split('\r\n')).toHaveLength(7);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['\t=1', '\uFFFD=1'],
    ['a"b', '"a""b"'],
    ['a\r\nb', 'a\uFFFD\uFFFDb'],
    ['T-1', 'T-1'],
  ])('the text %j becomes %j', (terminal, cell) => {
    const findings = oneFinding.findings.map((finding) => ({ ...finding, scope: { terminal_id: terminal } }));
    const row = renderCsv({ ...oneFinding, findings }, 'zh').split('\r\n')[1];
    expect(row?.split(',')[2]).toBe(cell);
  });

  it('leaves the amount empty where the currency is not known', () => {
    const findings = oneFinding.findings.map((finding) => ({ ...finding, lost: { ...finding.lost, currency: null } }));
    expect(renderCsv({ ...oneFinding, findings }, 'zh')).toContain(',12,,345600,,');
  });
});
