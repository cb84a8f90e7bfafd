import { describe, expect, it } from 'vitest';
import type { ErrorCode, ErrorDetail } from '../src/index.ts';
import { complain, DukaError, ERRORS, fail } from '../src/index.ts';

/** A detail for every code: what it holds must show in both texts. */
const DETAILS: { readonly [C in ErrorCode]: ErrorDetail<C> } = {
  'attempt.malformed': { found: '"x7"' },
  'attempt.missing': { field: 'outcome' },
  'attempt.enum': { field: 'outcome', found: '"okk"', needed: ['failed', 'cancelled'], nearest: 'ok' },
  'attempt.time': { found: '"x7"' },
  'attempt.time_zone': { found: '"x7"' },
  'attempt.text': { field: 'terminal_id', found: '"x7"' },
  'attempt.length': { field: 'terminal_id', found: 65, max: 64 },
  'attempt.columns': { found: 7, needed: 8 },
  'attempt.quote': { found: '"x7"' },
  'attempt.too_long': { found: 2_000_000, max: 1_000_000 },
  'file.unreadable': { path: '"a.csv"', cause: { zh: '没有这个文件', en: 'no such file' } },
  'file.damaged': { path: '"a.csv"', line: 7, cause: { zh: '不完整', en: 'cut off' } },
  'file.format': { path: '"a.csv"', found: { zh: '"x7"', en: '"x7"' } },
  'file.header': { path: '"a.csv"', missing: ['time', 'outcome'] },
  'file.header_long': { path: '"a.csv"', found: 2_000_000, max: 1_048_576 },
  'file.columns': { path: '"a.csv"', lacks: { zh: '终端号', en: 'terminal number' }, found: '"a b"' },
  'file.none': { path: '"logs"' },
  'file.unwritable': { path: '"a.csv"', cause: { zh: '没有权限', en: 'permission denied' } },
  'state.damaged': { found: '17', needed: '42' },
  'state.version': { found: 1, needed: 2 },
  'input.nothing': { rejected: 7 },
  'input.strict': { where: 'a.csv:7', reason: { zh: '缺少必填字段', en: 'is missing' } },
  'knowledge.unreadable': { path: '"k.yaml"', line: 7, cause: { zh: '缩进不对', en: 'bad indentation' } },
  'knowledge.schema': { at: '/schema', found: '"duka.knowledge/0"', needed: 'duka.knowledge/1' },
  'knowledge.value': { at: '/causes/0/prior', found: '"2"', needed: { zh: '0 到 1 的数', en: 'a number from 0 to 1' } },
  'learned.value': { at: '/causes/x', found: '"-1"', needed: { zh: '不小于 0 的数', en: 'a number of 0 or more' } },
  'learned.foreign': { path: '"learned.json"' },
  'learned.unreadable': { found: '"x7"' },
  'learned.nothing': { refused: 7, without: 3 },
  'request.malformed': { at: '', found: '"x7"' },
  'request.value': { at: '/observations/light', found: '"blue"', needed: { zh: '"on"', en: 'one of "on"' } },
  'request.unknown': { at: '/done/0', found: '"wip"', nearest: '"wipe"' },
  'request.contradiction': { at: '/observations/light' },
  'import.cut_off': { where: { zh: '第 7 行', en: 'at line 7' } },
  'import.mti': { found: '"x7"' },
  'import.message': { where: { zh: '报文', en: 'the message' }, cause: { zh: '第 7 字节', en: 'at byte 7' } },
  'import.bytes': { offset: 7, bytes: 42 },
  'import.odd_hex': { found: 41 },
  'import.capture': { packet: 7 },
  'import.mapping': { at: '/zone', found: '"x7"', needed: { zh: '"+08:00"', en: '"+08:00"' } },
  'import.dialect': { path: '"d.yaml"', cause: { zh: '缺少 base', en: 'base is missing' } },
  'import.yaml': { path: '"d.yaml"', line: 7, found: '"x7"' },
  'usage.command': { found: '"diagnos"', nearest: 'diagnose' },
  'usage.option': { found: { zh: '没有选项 --fast', en: 'there is no option --fast' } },
  'usage.value': { option: '--fdr', found: '"2"', needed: { zh: '0 到 1 的数', en: 'a number from 0 to 1' } },
  'usage.argument': { needed: { zh: '文件', en: 'a file' } },
  'server.port': { place: '"127.0.0.1:80"', cause: { zh: '没有权限', en: 'permission denied' } },
  'decode.unknown': { found: { zh: '7 字节', en: '7 bytes' }, kinds: ['emv', 'atr'] },
  'decode.unreadable': { as: 'tvr', cause: { zh: '应为 5 字节', en: 'needs 5 bytes' } },
  'decode.too_long': { found: 70_000_000, max: 67_108_864 },
  'explain.unknown': { found: '"x7"', nearest: ['iso39:55', 'iso39:05'] },
};

/** The words of a detail in one language. */
function words(detail: unknown, lang: 'zh' | 'en'): readonly string[] {
  if (typeof detail !== 'object' || detail === null) return [String(detail)];
  if (lang in detail) return words((detail as Record<string, unknown>)[lang], lang);
  return Object.values(detail).flatMap((part) => words(part, lang));
}

describe('every error', () => {
  it.each(Object.entries(DETAILS))('%s says all of its detail in both languages', (code, detail) => {
    const { code: said, text } = complain(code as ErrorCode, detail as never);
    expect(said).toBe(code);
    for (const lang of ['zh', 'en'] as const) {
      expect(words(detail, lang).filter((word) => !text[lang].includes(word))).toEqual([]);
      expect(text[lang]).not.toMatch(/undefined|null|NaN|\[object|\s$|\n/);
    }
    expect(text.zh).toMatch(/\p{Script=Han}.*[。）？]$/u);
    expect(text.en).toMatch(/[.)?]$/);
    expect(text.en).not.toMatch(/\p{Script=Han}/u);
  });

  it('is listed here', () => {
    expect(Object.keys(DETAILS)).toEqual(Object.keys(ERRORS));
  });

  it('can do without a likeness', () => {
    const detail = { field: 'outcome', found: '"zz"', needed: ['ok', 'failed'], nearest: null };
    expect(complain('attempt.enum', detail).text).toEqual({
      zh: '字段 outcome 的值 "zz" 不认识；应为 ok、failed。',
      en: 'field outcome has "zz"; needed one of ok, failed.',
    });
    expect(complain('usage.command', { found: '"zz"', nearest: null }).text.en).toBe(
      'there is no command "zz". See duka help.',
    );
    expect(complain('explain.unknown', { found: '"zz"', nearest: [] }).text.en).toBe('the code "zz" is not known.');
  });
});

describe('the error that is thrown', () => {
  it('carries its code and text, and says them', () => {
    const error = fail('input.nothing', { rejected: 7 });
    expect(error).toBeInstanceOf(DukaError);
    expect(error).toMatchObject({ name: 'DukaError', ...complain('input.nothing', { rejected: 7 }) });
    expect(error.message).toBe(
      'input.nothing: no record could be read (rejected: 7). Check the content and the field names.',
    );
  });
});
