import type { Attempt, AttemptField } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, holdsCardData } from '@duka/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused, takeRecord } from '../src/index.ts';

const tokenize = (secret: string): string =>
  `tok_${Array.from(secret, (character) => String.fromCharCode(97 + (character.charCodeAt(0) % 26))).join('')}`;
const OPTIONS = { tokenize, zone: null };
const RECORD = { time: '2026-11-03T09:00:00+08:00', terminal_id: 'T1', interface: 'chip', outcome: 'failed' };
const ATTEMPT: Attempt = { time: 1_793_667_600_000, terminal_id: 'T1', interface: 'chip', outcome: 'failed' };
const CARD = '4111111111111111';

const take = (more: object) => takeRecord({ ...RECORD, ...more }, OPTIONS);

describe('a record that is taken', () => {
  it('needs the required fields alone, and says the offset of its time', () => {
    expect(take({})).toEqual({ attempt: ATTEMPT, removed: 0, offset: 480 });
    expect(take({ time: 1_793_667_600_000 })).toEqual({ attempt: ATTEMPT, removed: 0, offset: null });
  });

  it.each([
    [
      'words in any case',
      { interface: 'Chip', outcome: 'FAILED', stage: ' Power_Up ', link: 'WiFi' },
      { stage: 'power_up', link: 'wifi' },
    ],
    ['nothing for what is not known', { stage: '', reason: null, bin: '  ', rtt_ms: '', fallback: undefined }, {}],
    ['blanks around text', { terminal_id: ' T1 ', store_id: ' S 1 ' }, { store_id: 'S 1' }],
    [
      'numbers for text',
      { store_id: 815, bin: 621234, service_code: 201 },
      { store_id: '815', bin: '621234', service_code: '201' },
    ],
    [
      'numbers',
      { signal_dbm: -71.5, rtt_ms: 0, duration_ms: 1200, amount_minor: 1999 },
      { signal_dbm: -71.5, rtt_ms: 0, duration_ms: 1200, amount_minor: 1999 },
    ],
    [
      'numbers as CSV writes them',
      { time: '1793667600000', signal_dbm: '-71.5', rtt_ms: ' 80 ', duration_ms: '1.2e3', amount_minor: '1999.0' },
      { signal_dbm: -71.5, rtt_ms: 80, duration_ms: 1200, amount_minor: 1999 },
    ],
    ['big integers as Parquet has them', { time: 1_793_667_600_000n, amount_minor: 1999n }, { amount_minor: 1999 }],
    ['a bin of eight digits', { bin: '62123456' }, { bin: '62123456' }],
    ['a reason and codes', { reason: 'mute', code: 'iso39:55 sw:6F00' }, { reason: 'mute', code: 'iso39:55 sw:6F00' }],
    ['a terminal of 64 characters', { terminal_id: 'T'.repeat(64) }, { terminal_id: 'T'.repeat(64) }],
    ['an id of 128 characters', { attempt_id: 'a'.repeat(128) }, { attempt_id: 'a'.repeat(128) }],
  ])('may have %s', (_, more, expected) => {
    expect(take(more)).toMatchObject({ removed: 0 });
    expect(take(more)).toHaveProperty('attempt', { ...ATTEMPT, ...expected });
  });

  it.each([
    [true, true],
    ['true', true],
    ['TRUE', true],
    [1, true],
    ['1', true],
    ['yes', true],
    ['y', true],
    [false, false],
    ['false', false],
    [0, false],
    ['0', false],
    ['No', false],
    ['n', false],
    ['maybe', undefined],
    [2, undefined],
    ['', undefined],
    [null, undefined],
    [{}, undefined],
  ])('has fallback %j as %j', (written, fallback) => {
    expect((take({ fallback: written }) as { attempt: Attempt }).attempt.fallback).toBe(fallback);
  });

  it.each([
    { bin: 'visa' },
    { bin: '12345' },
    { bin: '621234567' },
    { service_code: '20' },
    { service_code: '2010' },
    { signal_dbm: 'n/a' },
    { rtt_ms: '12ms' },
    { rtt_ms: '0x10' },
    { rtt_ms: Number.NaN },
    { rtt_ms: [80] },
    { rtt_ms: true },
    { duration_ms: 1e12 },
    { amount_minor: 19.99 },
    { amount_minor: '19.99' },
    { currency: 'Yuan' },
    { store_id: {} },
    { model: ['N910'] },
  ])('does not know %j', (more) => {
    expect(take(more)).toEqual({ attempt: ATTEMPT, removed: 0, offset: 480 });
  });

  it('keeps fields that the contract does not name, after the guard', () => {
    const unknown = { shift: '07', lane: { no: 4, remark: `card ${CARD}` }, f35: 'x', [CARD]: 1 };
    expect(take(unknown)).toEqual({
      attempt: {
        ...ATTEMPT,
        extra: { shift: '07', lane: { no: 4, remark: '[removed]' }, f35: '[removed]', '[removed]': 1 },
      },
      removed: 3,
      offset: 480,
    });
  });

  it('keeps a field named __proto__ as a field, after the guard', () => {
    const record = JSON.parse(JSON.stringify(RECORD).replace('{', `{"__proto__":{"n":"${CARD}"},`));
    expect(JSON.stringify(takeRecord(record, OPTIONS))).toContain('"extra":{"__proto__":{"n":"[removed]"}}');
  });

  it.each<[AttemptField, string]>([
    ['card_ref', tokenize(CARD)],
    ['store_id', tokenize(CARD)],
    ['operator_id', tokenize(CARD)],
    ['attempt_id', tokenize(CARD)],
    ['sale_id', tokenize(CARD)],
    ['serial', tokenize(CARD)],
    ['terminal_id', '[removed]'],
    ['merchant_id', '[removed]'],
    ['code', '[removed]'],
    ['region', '[removed]'],
    ['acquirer', '[removed]'],
    ['model', '[removed]'],
    ['app_version', '[removed]'],
    ['firmware_version', '[removed]'],
    ['param_version', '[removed]'],
    ['carrier', '[removed]'],
    ['indicator', '[removed]'],
  ])('has a card number in %s as %s', (field, value) => {
    for (const written of [CARD, Number(CARD), '4111 1111 1111 1111']) {
      expect(take({ [field]: written })).toEqual({ attempt: { ...ATTEMPT, [field]: value }, removed: 1, offset: 480 });
    }
  });

  it.each([
    ['signal_dbm', 0],
    ['rtt_ms', 0],
    ['duration_ms', 0],
    ['amount_minor', 0],
    ['fallback', 0],
    ['bin', 1],
    ['service_code', 1],
    ['currency', 1],
  ])('does not know a card number for %s, and counts it %d times', (field, removed) => {
    expect(take({ [field]: CARD })).toEqual({ attempt: ATTEMPT, removed, offset: 480 });
    expect(take({ [field]: Number(CARD) })).toEqual({ attempt: ATTEMPT, removed, offset: 480 });
  });

  it('counts card data in what stands where a text should', () => {
    expect(take({ model: { name: 'N910', seen: [CARD, CARD] } })).toEqual({
      attempt: ATTEMPT,
      removed: 2,
      offset: 480,
    });
  });

  it.each([
    ['898210154110002', '898210154110002', 0],
    [898210154110002, '898210154110002', 0],
    ['400000000000006', '400000000000006', 0],
    ['378282246310005', '[removed]', 1],
    ['378282246310006', '378282246310006', 0],
  ])('has merchant %j as %s', (merchant_id, value, removed) => {
    expect(take({ merchant_id })).toEqual({ attempt: { ...ATTEMPT, merchant_id: value }, removed, offset: 480 });
  });
});

describe('a record that is refused', () => {
  it.each<[string, object, AttemptField, string, string, string]>([
    [
      'without time',
      { time: null },
      'time',
      'attempt.missing',
      '缺少必填字段 time。请在导出中补上。',
      'the required field time is missing. Add it to the export.',
    ],
    [
      'with an empty terminal',
      { terminal_id: ' ' },
      'terminal_id',
      'attempt.missing',
      '缺少必填字段 terminal_id。请在导出中补上。',
      'the required field terminal_id is missing. Add it to the export.',
    ],
    [
      'without interface',
      { interface: undefined },
      'interface',
      'attempt.missing',
      '缺少必填字段 interface。请在导出中补上。',
      'the required field interface is missing. Add it to the export.',
    ],
    [
      'without outcome',
      { outcome: '' },
      'outcome',
      'attempt.missing',
      '缺少必填字段 outcome。请在导出中补上。',
      'the required field outcome is missing. Add it to the export.',
    ],
    [
      'with a terminal that is an object',
      { terminal_id: { no: 1 } },
      'terminal_id',
      'attempt.text',
      '字段 terminal_id 的值 "{"no":1}" 不是文字；应为一个字符串。请检查导出的字段对应。',
      'field terminal_id has "{"no":1}"; needed text. Check which field was exported into it.',
    ],
    [
      'with a slip in an enum',
      { outcome: 'faild' },
      'outcome',
      'attempt.enum',
      '字段 outcome 的值 "faild" 不认识；应为 ok、failed、cancelled。是否想写 failed？',
      'field outcome has "faild"; needed one of ok, failed, cancelled. Did you mean failed?',
    ],
    [
      'with an enum in another language',
      { link: '有线' },
      'link',
      'attempt.enum',
      '字段 link 的值 "有线" 不认识；应为 ethernet、wifi、cellular。',
      'field link has "有线"; needed one of ethernet, wifi, cellular.',
    ],
    [
      'with an enum of many values',
      { reason: 'zzzzzzzzzz' },
      'reason',
      'attempt.enum',
      '字段 reason 的值 "zzzzzzzzzz" 不认识；应为 no_card、busy、frozen、tamper、unknown、mute、bad_atr、power_error、…。',
      'field reason has "zzzzzzzzzz"; needed one of no_card, busy, frozen, tamper, unknown, mute, bad_atr, power_error, ….',
    ],
    [
      'with an enum that is no word',
      { stage: 3 },
      'stage',
      'attempt.enum',
      '字段 stage 的值 "3" 不认识；应为 detect、power_up、select、read、authenticate、cvm、online、complete、print。',
      'field stage has "3"; needed one of detect, power_up, select, read, authenticate, cvm, online, complete, print.',
    ],
    [
      'with a day that does not exist',
      { time: '2026-02-30T09:00:00Z' },
      'time',
      'attempt.time',
      '时间 "2026-02-30T09:00:00Z" 无法读取；应为带时区的 RFC 3339（如 2026-11-03T09:00:00+08:00）或 1970 年以来的整数毫秒。',
      'the time "2026-02-30T09:00:00Z" cannot be read; needed RFC 3339 with an offset (2026-11-03T09:00:00+08:00) or integer ms since 1970.',
    ],
    [
      'with a time without offset',
      { time: '2026-11-03 09:00:00' },
      'time',
      'attempt.time_zone',
      '时间 "2026-11-03 09:00:00" 没有时区。请在时间后加 +08:00，或用 --tz +08:00 说明。',
      'the time "2026-11-03 09:00:00" has no offset. Write it with +08:00, or say --tz +08:00.',
    ],
    [
      'with a terminal of 65 characters',
      { terminal_id: 'T'.repeat(65) },
      'terminal_id',
      'attempt.length',
      '字段 terminal_id 有 65 个字符；最多 64 个。请检查是否拼接错误。',
      'field terminal_id has 65 characters; at most 64 are allowed. Check whether values were glued together.',
    ],
    [
      'with an id of 129 characters',
      { attempt_id: 'a'.repeat(129) },
      'attempt_id',
      'attempt.length',
      '字段 attempt_id 有 129 个字符；最多 128 个。请检查是否拼接错误。',
      'field attempt_id has 129 characters; at most 128 are allowed. Check whether values were glued together.',
    ],
  ])('%s', (_, more, field, code, zh, en) => {
    expect(take(more)).toEqual({ field, complaint: { code, text: { zh, en } }, removed: 0 });
  });

  it('is taken after all where the zone of a local time is said', () => {
    const local = { ...RECORD, time: '2026-11-03 09:00:00' };
    expect(takeRecord(local, { tokenize, zone: () => 480 })).toEqual({ attempt: ATTEMPT, removed: 0, offset: 480 });
  });

  it.each([
    ['"text"', 'text'],
    ['"7"', 7],
    ['"null"', null],
    ['"true"', true],
    ['"[1]"', [1]],
    ['"undefined"', undefined],
  ])('because it is no record: %s', (found, record) => {
    expect(takeRecord(record, OPTIONS)).toEqual({
      field: null,
      complaint: {
        code: 'attempt.malformed',
        text: {
          zh: `这一行不是一条 JSON 记录：${found}；应为一行一个 JSON 对象。请检查导出是否中断。`,
          en: `the line is not a JSON record: ${found}; needed one JSON object a line. Check whether the export was cut off.`,
        },
      },
      removed: 0,
    });
  });

  it.each([
    { time: CARD.replace('4', '9') + CARD },
    { interface: CARD },
    { outcome: `ok ${CARD}` },
    { stage: CARD },
    { link: { a: CARD } },
  ])('echoes no card data: %j', (more) => {
    const result = take(more);
    expect(isRefused(result)).toBe(true);
    expect(holdsCardData(JSON.stringify(result))).toBe(false);
  });

  it('counts what it would have echoed', () => {
    expect(take({ outcome: CARD })).toMatchObject({ field: 'outcome', removed: 1 });
    expect(takeRecord(CARD, OPTIONS)).toMatchObject({ field: null, removed: 1 });
  });
});

describe('whatever comes in', () => {
  const card = fc.constantFrom(
    CARD,
    '5555555555554444',
    '6212345678900000003',
    '378282246310005',
    '4111 1111 1111 1111',
    ';4111111111111111=2712201?',
  );
  const junk = fc.oneof(
    fc.jsonValue(),
    card,
    fc.tuple(fc.string(), card).map((parts) => parts.join(' ')),
  );
  // Exempt by the contract: times and 15-digit merchant numbers.
  const names = fc.constantFrom(
    ...ATTEMPT_FIELD_NAMES.filter((name) => name !== 'time' && name !== 'merchant_id'),
    'remark',
    'f35',
    '__proto__',
  );
  const record = fc
    .dictionary(fc.oneof(names, card), junk)
    .chain((some) => fc.constantFrom(some, { ...some, ...RECORD }, { ...RECORD, ...some }));

  it('does not throw, and nothing like card data comes out', () => {
    fc.assert(
      fc.property(fc.oneof(record, junk), (value) => {
        const result = takeRecord(value, OPTIONS);
        const { attempt, complaint } = { attempt: undefined, complaint: undefined, ...result };
        expect(strings(attempt ?? complaint).filter(holdsCardData)).toEqual([]);
        expect((attempt === undefined) === (complaint !== undefined)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not throw where it is nested beyond all measure', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const name of ['time', 'terminal_id', 'stage', 'bin', 'remark']) {
      const result = takeRecord(JSON.parse(JSON.stringify(RECORD).replace('}', `,"${name}":${deep}}`)), OPTIONS);
      expect(JSON.stringify(result).length).toBeLessThan(2000);
    }
    expect(isRefused(takeRecord(JSON.parse(deep), OPTIONS))).toBe(true);
  });
});

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return Number.isSafeInteger(value) ? [String(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === 'time' ? [] : [key, ...strings(item)]));
}
