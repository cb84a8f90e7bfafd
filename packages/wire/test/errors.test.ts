import { ERRORS, WireError, type WireErrorCode } from '@duka/wire';
import { expect, test } from 'vitest';

const CODES = Object.keys(ERRORS) as WireErrorCode[];

test.each(CODES)('%s says where, what was needed and what was found, in both languages', (code) => {
  const error = new WireError(code, { path: 'f55.9F26', offset: 142, needed: 'NEED', found: 'FIND' });
  const { zh, en } = error.text;
  expect(error.message).toBe(`${code}: ${en}`);
  expect(zh).toMatch(/^f55\.9F26 第 142 字节：.*[\u4e00-\u9fff]/);
  expect(en).toMatch(/^f55\.9F26 at byte 142: [a-z]/i);
  for (const text of [zh, en]) {
    expect(text).not.toMatch(/undefined|null|\[object/);
    expect(text).toMatch(/NEED|FIND/);
  }
});

test('the kinds are those that a caller can act on', () => {
  expect(new Set(CODES.map((code) => ERRORS[code].kind))).toEqual(new Set(['incomplete', 'malformed']));
});

test('a place without bytes is told by its path alone', () => {
  const error = new WireError('dialect.value', { path: 'header', offset: null, needed: '0-256', found: -1 });
  expect(error.text).toEqual({ zh: 'header：应为 0-256，却是 -1', en: 'header: needs 0-256, has -1' });
});
