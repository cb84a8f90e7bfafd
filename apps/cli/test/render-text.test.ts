import { describe, expect, it } from 'vitest';
import { renderText } from '../src/render/text.ts';
import { displayWidth } from '../src/render/width.ts';
import { hostile, nothing, oneFinding, report } from './render-fixture.ts';

/** The words of the page, without the newline at its end. */
const text = (lang: 'zh' | 'en', width: number): string =>
  renderText(oneFinding, { lang, color: false, width }).replace(/\n$/, '');

const without = (painted: string): string =>
  painted
    .split('\u001B')
    .map((part) => part.replace(/^\[\d+m/, ''))
    .join('');

describe('the report as text', () => {
  it('says one finding in Chinese at 80 columns', () => {
    const expected = [
      '1 项发现，其中 1 项未恢复；损失合计：12 笔交易，3,456.00 元',
      '',
      '1. 磁头磨损  93 %  F-3a2b77',
      '  范围  终端号 33087586 · 刷卡',
      '  时间  2026年11月3日 09:00（UTC+8）起，到记录结束时仍未恢复',
      '  现象  31 次失败，平时约 2.8 次（共 210 次尝试，失败率 15 %）',
      '        若一切正常，出现这么强的证据的机会不超过百万分之一',
      '  损失  12 笔交易，3,456.00 元',
      '  依据  - 29 张不同的卡在这里刷不出，其中 24 张在别的终端上刷得出（很强）',
      '        - 校验错占 71 %，失败率逐日上升（强）',
      '        - 4 名操作员都遇到，不是个人手法（中等）',
      '        - 同一终端插卡、挥卡正常（中等）',
      '  其他  磁头脏污 5 %',
      '  建议  维修员，约 20 分钟：先用清洁卡清洁磁头；三次试刷仍失败就更换磁头',
      '',
      '读取 48,213 次尝试，60 台终端，2026年10月20日 07:58 至 11月16日 22:41（UTC+8）。',
      '拒收 1 条；重复 120 条；除去卡数据 2 处。',
      '',
      '拒收的记录：',
      '  logs/2026-10.ndjson:812  interface 是 "nfc"，应为 chip、contactless、',
      '    magstripe、qr、manual 之一',
    ].join('\n');
    expect(text('zh', 80)).toBe(expected);
  });

  it('says one finding in Chinese at 40 columns', () => {
    const expected = [
      '1 项发现，其中 1 项未恢复；损失合计：12',
      '笔交易，3,456.00 元',
      '',
      '1. 磁头磨损  93 %  F-3a2b77',
      '  范围  终端号 33087586 · 刷卡',
      '  时间  2026年11月3日 09:00（UTC+8）起，',
      '        到记录结束时仍未恢复',
      '  现象  31 次失败，平时约 2.8 次（共 210',
      '        次尝试，失败率 15 %）',
      '        若一切正常，出现这么强的证据的机',
      '        会不超过百万分之一',
      '  损失  12 笔交易，3,456.00 元',
      '  依据  - 29 张不同的卡在这里刷不出，其',
      '          中 24 张在别的终端上刷得出（很',
      '          强）',
      '        - 校验错占 71 %，失败率逐日上升',
      '          （强）',
      '        - 4 名操作员都遇到，不是个人手法',
      '          （中等）',
      '        - 同一终端插卡、挥卡正常（中等）',
      '  其他  磁头脏污 5 %',
      '  建议  维修员，约 20 分钟：先用清洁卡清',
      '        洁磁头；三次试刷仍失败就更换磁头',
      '',
      '读取 48,213 次尝试，60 台终端，',
      '2026年10月20日 07:58 至 11月16日 22:41',
      '（UTC+8）。拒收 1 条；重复 120 条；除去',
      '卡数据 2 处。',
      '',
      '拒收的记录：',
      '  logs/2026-10.ndjson:812  interface',
      '    是 "nfc"，应为 chip、contactless、',
      '    magstripe、qr、manual 之一',
    ].join('\n');
    expect(text('zh', 40)).toBe(expected);
  });

  it('says one finding in English at 80 columns', () => {
    const expected = [
      '1 finding, 1 ongoing; lost in all: 12 sales, CNY 3,456.00',
      '',
      '1. Magnetic head worn  93 %  F-3a2b77',
      '  Where  terminal 33087586 · magstripe',
      '  When   since 3 Nov 2026, 09:00 (UTC+8), not over when the records end',
      '  Seen   31 failures, about 2.8 expected (15 % of 210 attempts)',
      '         If nothing were wrong, evidence this strong would arise with a chance',
      '         of at most one in a million',
      '  Lost   12 sales, CNY 3,456.00',
      '  Why    - 29 different cards could not be read here, 24 of them were read on',
      '           other terminals (very strong)',
      '         - Parity errors are 71 %, and failures rise day by day (strong)',
      '         - All four operators meet it, so it is not one hand (moderate)',
      '         - Chip and contactless on the same terminal are fine (moderate)',
      '  Else   Magnetic head dirty 5 %',
      '  Next   technician, about 20 min: Clean the head with a cleaning card; if three',
      '         test swipes still fail, replace the head',
      '',
      'Read 48,213 attempts, 60 terminals, 20 Oct 2026, 07:58 to 16 Nov, 22:41 (UTC+8).',
      '1 rejected; 120 duplicates; card data removed in 2 places.',
      '',
      'Rejected records:',
      '  logs/2026-10.ndjson:812  interface is "nfc", needs one of chip, contactless,',
      '    magstripe, qr, manual',
    ].join('\n');
    expect(text('en', 80)).toBe(expected);
  });

  it('says whose clock is most likely wrong, where times lie far from all others', () => {
    const lastLines = (lang: 'zh' | 'en', terminal_ids: readonly string[], terminals: number): string => {
      const odd_times = { attempts: 206, terminals, terminal_ids };
      const page = { ...oneFinding, input: { ...oneFinding.input, odd_times } };
      const lines = renderText(page, { lang, color: false, width: 80 }).split('\n');
      const from = lines.findIndex((line) => line.startsWith('206'));
      return lines.slice(from, lines.indexOf('', from)).join('\n');
    };
    expect(lastLines('zh', ['31082233', '35040188'], 2)).toBe(
      '206 次尝试的时间与其余相差半年以上，多半是终端时钟不对：终端 31082233、\n35040188。请校准终端的日期和时间。',
    );
    expect(lastLines('en', ['31082233', '35040188', '44045963'], 7)).toBe(
      '206 attempts lie half a year or more from all others: most likely the clock is\nwrong at terminals 31082233, 35040188, 44045963 and 4 more. Set the date and\ntime there.',
    );
  });

  it('says one finding in English at 40 columns', () => {
    const expected = [
      '1 finding, 1 ongoing; lost in all:',
      '12 sales, CNY 3,456.00',
      '',
      '1. Magnetic head worn  93 %  F-3a2b77',
      '  Where  terminal 33087586 · magstripe',
      '  When   since 3 Nov 2026, 09:00',
      '         (UTC+8), not over when the',
      '         records end',
      '  Seen   31 failures, about 2.8 expected',
      '         (15 % of 210 attempts)',
      '         If nothing were wrong, evidence',
      '         this strong would arise with a',
      '         chance of at most one in a',
      '         million',
      '  Lost   12 sales, CNY 3,456.00',
      '  Why    - 29 different cards could not',
      '           be read here, 24 of them were',
      '           read on other terminals (very',
      '           strong)',
      '         - Parity errors are 71 %, and',
      '           failures rise day by day',
      '           (strong)',
      '         - All four operators meet it,',
      '           so it is not one hand',
      '           (moderate)',
      '         - Chip and contactless on the',
      '           same terminal are fine',
      '           (moderate)',
      '  Else   Magnetic head dirty 5 %',
      '  Next   technician, about 20 min: Clean',
      '         the head with a cleaning card;',
      '         if three test swipes still',
      '         fail, replace the head',
      '',
      'Read 48,213 attempts, 60 terminals,',
      '20 Oct 2026, 07:58 to 16 Nov, 22:41',
      '(UTC+8). 1 rejected; 120 duplicates;',
      'card data removed in 2 places.',
      '',
      'Rejected records:',
      '  logs/2026-10.ndjson:812  interface',
      '    is "nfc", needs one of chip,',
      '    contactless, magstripe, qr, manual',
    ].join('\n');
    expect(text('en', 40)).toBe(expected);
  });

  it('says plainly what finding nothing means', () => {
    const zh = renderText(nothing, { lang: 'zh', color: false, width: 80 });
    const en = renderText(nothing, { lang: 'en', color: false, width: 80 });
    expect(zh).toContain('没有发现问题。\n这是说，没有证据表明哪里的失败多于平时；不是说从来没有失败。\n');
    expect(en).toContain(
      'Nothing was found.\nThis means that no excess of failures was proven, not that nothing ever fails.\n',
    );
  });

  it('does not call an input without records healthy', () => {
    const empty = { ...nothing, input: { ...nothing.input, attempts: 0, terminals: 0, from: null, to: null } };
    const zh = renderText(empty, { lang: 'zh', color: false, width: 80 });
    expect(zh).toContain('没有可用的记录，因此什么也判断不了。');
    expect(zh).not.toContain('没有发现问题');
  });

  it.each(['zh', 'en'] as const)('never exceeds the width it is given (%s)', (lang) => {
    for (const width of [24, 40, 60, 80, 100, 250]) {
      const lines = renderText(report, { lang, color: false, width }).split('\n');
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    }
  });

  it('keeps lines readable in a very wide window', () => {
    const lines = renderText(report, { lang: 'zh', color: false, width: 250 }).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100);
  });

  it('says in colour exactly what it says without', () => {
    const painted = renderText(report, { lang: 'zh', color: true, width: 80 });
    expect(painted).toContain('\u001B[1m1. ');
    expect(without(painted)).toBe(renderText(report, { lang: 'zh', color: false, width: 80 }));
  });

  it('never says that a computed probability is certain', () => {
    const words = renderText(report, { lang: 'en', color: false, width: 80 });
    expect(words).toContain('>99 %');
    expect(words).not.toContain('100 %');
  });

  it('sends no control character of the input to the terminal', () => {
    const scope = { terminal_id: 'T\u001B[2J\u0007\r\u202Eevil' };
    const escaping = { ...hostile, findings: hostile.findings.map((finding) => ({ ...finding, scope })) };
    const words = renderText(escaping, { lang: 'en', color: false, width: 80 });
    expect(words).toContain('terminal T\uFFFD[2J\uFFFD\uFFFD\uFFFDevil');
    expect(words.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u202E]/u);
  });
});
