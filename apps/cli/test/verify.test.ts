import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { duka, scratch } from './log-fixture.ts';

const SUPERMARKET = new URL('../../../samples/case-supermarket.ndjson', import.meta.url).pathname;
/** The head of this terminal wore and was replaced at midnight before 25 November. */
const HEAD = ['--scope', 'terminal_id=35010000,interface=magstripe'] as const;
const REPLACED = '2026-11-25';
const { write } = scratch();

/** The sample up to a day. */
const until = (day: string): string =>
  write(
    `until-${day}.ndjson`,
    readFileSync(SUPERMARKET, 'utf8')
      .split('\n')
      .filter((line) => line.slice(9, 19) < day)
      .join('\n'),
  );

describe('duka verify', () => {
  it('says that the supermarket recovered when the head was replaced', async () => {
    const { status, out } = await duka(['verify', SUPERMARKET, ...HEAD, '--repaired', REPLACED]);
    expect(status).toBe(0);
    expect(out).toMatch(/^终端号 35010000 · .*：已恢复\n/);
    const english = await duka(['verify', SUPERMARKET, ...HEAD, '--repaired', REPLACED, '--lang', 'en']);
    expect(english.out).toMatch(/: recovered\n/);
  });

  it('says it to programs in JSON', async () => {
    const { status, out } = await duka(['verify', SUPERMARKET, ...HEAD, '--repaired', REPLACED, '--format', 'json']);
    expect(status).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      schema: 'duka.verification/1',
      scope: { terminal_id: '35010000', interface: 'magstripe' },
      repaired_at: '2026-11-25T00:00:00+08:00',
      verdict: 'recovered',
      relapsed_at: null,
      more_reads: null,
    });
    expect(answer.log_likelihood_ratio).toBeLessThan(-4);
    expect(answer.before.failures).toBeGreaterThan(3 * answer.before.expected_failures);
    expect(answer.before.since.slice(0, 7)).toBe('2026-11');
  });

  it('says that it did not recover from a repair that was none', async () => {
    const { status, out } = await duka(['verify', SUPERMARKET, ...HEAD, '--repaired', '2026-11-18']);
    expect(status).toBe(1);
    expect(out).toContain('没有恢复');
  });

  it('asks for more reads where there are none or few, and never takes silence for success', async () => {
    for (const day of ['2026-11-25', '2026-11-26']) {
      const { status, out } = await duka(['verify', until(day), ...HEAD, '--repaired', REPLACED, '--format', 'json']);
      expect(status).toBe(1);
      const { verdict, more_reads } = JSON.parse(out);
      expect(verdict).toBe('more_reads');
      expect(more_reads.fewest).toBeGreaterThan(3);
      expect(more_reads.mean).toBeGreaterThanOrEqual(more_reads.fewest);
    }
    expect((await duka(['verify', until('2026-11-25'), ...HEAD, '--repaired', REPLACED])).out).toContain(
      '还没有读卡记录',
    );
  });

  it.each([
    [['--repaired', REPLACED], '选项 --scope'],
    [[...HEAD], '选项 --repaired'],
    [[...HEAD, '--repaired', 'yesterday'], '2026-11-03T09:00:00+08:00'],
    [['--scope', 'terminal=35010000', '--repaired', REPLACED], 'terminal_id'],
    [['--scope', 'interface=chips', '--repaired', REPLACED], 'contactless'],
    [['--scope', 'terminal_id=1', '--repaired', REPLACED], '日志里有记录的范围'],
    [['--scope', 'terminal_id=35010007', '--repaired', REPLACED], '修理前有故障的范围'],
    [[...HEAD, '--repaired', '2026-11-01'], '修理前有故障的范围'],
  ])('refuses %j with exit status 2', async (words, needed) => {
    const { status, out, err } = await duka(['verify', SUPERMARKET, ...words]);
    expect(err).toContain(needed);
    expect(out).toBe('');
    expect(status).toBe(2);
  });
});
