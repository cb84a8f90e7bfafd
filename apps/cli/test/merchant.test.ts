import { describe, expect, it } from 'vitest';
import { merchant } from '../src/commands/merchant.ts';
import { duka, RECORD, scratch } from './log-fixture.ts';

const { write } = scratch();

describe('duka merchant', () => {
  it('takes a number apart, says whence it knows, and how to check for direct settlement', async () => {
    const { status, out } = await duka(['merchant', '898210154110002']);
    expect(status).toBe(0);
    expect(out).toMatch(/1–3 位 收单机构 {2}898 {2}银联商务（2026-11，来源不可靠，http/);
    expect(out).toMatch(/4–7 位 地区 {2}2101 {2}辽宁/);
    expect(out).toMatch(/8–11 位 商户类别 {2}5411 {2}超市/);
    expect(out).toMatch(/12–15 位 序号 {2}0002/);
    expect(out).toContain('这只是线索，不是证据');
    expect(out).toContain('客服电话 不知道');
    for (const step of ['已获许可机构', '对方户名', '合同', '签购单']) expect(out).toContain(step);
  });

  it('walks through the check, and ends with status 1 where something does not fit', async () => {
    const bad = await duka(['merchant', '--check', '--lang', 'en'], { input: 'y\nn\n?\ny\n' });
    expect(bad.status).toBe(1);
    expect(bad.out).toContain('payer without a licence');
    expect(bad.out).toMatch(/Something does not fit: .*\n$/);
    const good = await duka(['merchant', '--check'], { input: '是\ny\nyes\n对\n' });
    expect(good).toMatchObject({ status: 0, out: expect.stringMatching(/四项都对得上：看起来是一清/) });
  });

  it('measures the acquirers in a log', async () => {
    const line = (more: object) => `${JSON.stringify({ ...RECORD, acquirer: '822', ...more })}\n`;
    const log = write(
      'a.ndjson',
      line({}) + line({ outcome: 'failed', reason: 'mute' }) + line({ outcome: 'failed', code: 'iso39:91' }),
    );
    const { status, out } = await duka(['merchant', '--attempts', log, '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'duka.merchant/1',
      number: null,
      acquirers: [
        { acquirer: '拉卡拉', attempts: 3, read: { count: 1, of: 3 }, host: { count: 1, of: 2 }, unclear: 0 },
      ],
    });
    const text = await duka(['merchant', '--attempts', log, '--lang', 'en']);
    expect(text.out).toContain('Lakala: 3 attempts, read failures 33.3% (6.1–79.2%, 1/3)');
    expect(text.out).toContain('Wilson');
  });

  it.each([
    [[], 'usage.argument'],
    [['12345'], 'usage.value'],
    [['378282246310005'], 'usage.value'],
    [['--attempts', '/nowhere'], 'file.unreadable'],
  ])('refuses %j', async (words, code) => {
    await expect(merchant(words)).rejects.toMatchObject({
      code,
      message: expect.not.stringContaining('378282246310005'),
    });
  });
});
