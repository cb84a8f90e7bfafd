import { messageTree, pack, SPECS, unpack } from '@duka/wire/iso8583';
import { describe, expect, test } from 'vitest';

/** What must never show, said a second time. */
const SECRET = {
  unionpay: [2, 14, 34, 35, 36, 45, 52, 62, 96, 102, 103],
  iso87: [2, 14, 34, 35, 36, 45, 52, 96, 102, 103],
  iso93: [2, 14, 34, 35, 36, 45, 52, 53, 96, 102, 103],
} as const;

/** A value of the greatest length that a field may have. */
function longest(kind: string, size: number): string {
  if (kind === 'b') return '0'.repeat(size * 2);
  if (kind === 'x+n') return `C${'0'.repeat(size - 1)}`;
  return kind === 'n' || kind === 'z' ? '0'.repeat(size) : 'A'.repeat(size);
}

describe.each(Object.values(SPECS))('the table of $id', (spec) => {
  const head = spec.rules.tpdu ? { tpdu: '6000060000', header: '603100311003' } : {};
  const rows = spec.ready.filter((field) => field !== undefined);

  test('has all fields from 2 to 128', () => {
    const all = Array.from({ length: 127 }, (_, index) => index + 2);
    expect(rows.map(({ no }) => no)).toEqual(all);
  });

  test('keeps secret what is', () => {
    expect(rows.filter(({ row }) => row.secret).map(({ no }) => no)).toEqual(SECRET[spec.family]);
    expect(rows.filter(({ row }) => 'tlv' in row).map(({ no }) => no)).toEqual([55]);
  });

  test.each(rows)('row $no is written, read and named: $row.format', ({ no, kind, size, row, path }) => {
    const value = row.tlv ? `9F2701${kind === 'b' ? '80' : '00'}` : longest(kind, size);
    const bytes = pack({ ...head, mti: '0200', fields: { [no]: value } }, spec);
    const { fields, troubles } = unpack(bytes, spec);
    expect(troubles).toEqual([]);
    expect(fields[no]).toEqual(row.secret ? expect.stringMatching(/^[0*]+$/) : value);
    const node = messageTree(bytes, spec).at(-1)!;
    expect(node).toMatchObject({
      id: path,
      name: { zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/^[a-z]/i) },
    });
    expect(node.offset + node.length).toBe(bytes.length);
  });
});
