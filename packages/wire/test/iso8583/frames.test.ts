import { parseHex } from '@duka/wire/bytes';
import { type Frame, frameSplitter, readDialect, SPECS } from '@duka/wire/iso8583';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SALE_FRAME, SALE_MESSAGE } from './sale.ts';

const brief = (frames: readonly Frame[]) =>
  frames.map((frame) => [frame.kind, frame.offset, frame.kind === 'message' ? frame.bytes.length : frame.length]);

function join(...parts: (Uint8Array | string)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? parseHex(part) : part)]));
}

/** Everything that a stream in chunks of `size` gives. */
function splitAll(stream: Uint8Array, size = stream.length, spec = SPECS.unionpay): Frame[] {
  const splitter = frameSplitter(spec);
  const frames: Frame[] = [];
  for (let at = 0; at < stream.length; at += size) frames.push(...splitter.push(stream.subarray(at, at + size)));
  return [...frames, ...splitter.end()];
}

describe('a stream of UnionPay messages', () => {
  const echo = '0016 6000060000 603100311003 0820 0000000000000000 '.replace('0016', '0015');

  test('is split wherever its chunks end', () => {
    const stream = join(SALE_FRAME, echo, SALE_FRAME);
    const whole = [
      ['message', 0, 426],
      ['message', 428, 21],
      ['message', 451, 426],
    ];
    for (const size of [1, 7, 428, 429, 1000]) expect(brief(splitAll(stream, size))).toEqual(whole);
    const [first] = splitAll(stream, 100);
    expect(first?.kind === 'message' && first.bytes).toEqual(SALE_MESSAGE);
  });

  test.each([
    [
      'rubbish before a message',
      join('DEADBEEF', SALE_FRAME),
      [
        ['skipped', 0, 4],
        ['message', 4, 426],
      ],
    ],
    [
      'keep-alives of length 0',
      join('0000', SALE_FRAME, '0000', echo),
      [
        ['skipped', 0, 2],
        ['message', 2, 426],
        ['skipped', 430, 2],
        ['message', 432, 21],
      ],
    ],
    [
      'a length that lies',
      join(SALE_FRAME.subarray(0, 200), SALE_FRAME, echo),
      [
        ['message', 0, 426],
        ['skipped', 428, 200],
        ['message', 628, 21],
      ],
    ],
    [
      'a message that is cut off at the end',
      join(echo, SALE_FRAME.subarray(0, 300)),
      [
        ['message', 0, 21],
        ['skipped', 23, 300],
      ],
    ],
    [
      'a message within a cut-off one',
      join(SALE_FRAME.subarray(0, 300), echo),
      [
        ['skipped', 0, 300],
        ['message', 300, 21],
      ],
    ],
    ['nothing', join(), []],
  ])('with %s says what it left out', (_, stream, frames) => {
    for (const size of [3, 5000]) expect(brief(splitAll(stream, size))).toEqual(frames);
  });

  test('of any bytes accounts for each of them once', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom(SALE_FRAME, SALE_FRAME.subarray(0, 99), join(echo)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.integer({ min: 1, max: 600 }), (pieces, size) => {
        const stream = join(...pieces);
        let at = 0;
        for (const frame of splitAll(stream, size)) {
          expect(frame.offset).toBe(at);
          at += frame.kind === 'message' ? frame.bytes.length + 2 : frame.length;
        }
        expect(at).toBe(stream.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a length is read', () => {
  const body = '0800 2000000000000000 990000';
  const ascii = Uint8Array.from('080020000000000000009900 00'.replace(' ', ''), (character) => character.charCodeAt(0));
  test.each([
    ['as 4 ASCII digits', 'iso87-ascii', { lengths: 'ascii', bytes: 4 }, join('30303236', ascii)],
    ['as 2 bytes in BCD', 'iso87-ascii', { lengths: 'bcd', bytes: 2 }, join('0026', ascii)],
    [
      'as 2 bytes that count themselves',
      'iso87-ascii',
      { lengths: 'binary', bytes: 2, counts: 'all' },
      join('001C', ascii),
    ],
    ['as 4 bytes', 'iso87-binary', { lengths: 'binary', bytes: 4 }, join('0000000D', body)],
  ])('%s', (_, base, frame, stream) => {
    const spec = readDialect({ id: 'test', base, frame });
    const prefix = frame.bytes;
    expect(brief(splitAll(join(stream, stream), 5, spec))).toEqual([
      ['message', 0, stream.length - prefix],
      ['message', stream.length, stream.length - prefix],
    ]);
  });
});
