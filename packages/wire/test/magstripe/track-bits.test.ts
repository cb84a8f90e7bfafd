import { encodeTrack } from '@duka/sim';
import { decodeTrackBits } from '@duka/wire/magstripe';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outline } from '../outline.ts';
import { thrown } from '../thrown.ts';

/** `;1=?` and its check character, as the lowest bit first with odd parity: ; is 11, 1 is 1, = is 13, ? is 15. */
const SHORT = '00000 11010 10000 10110 11111 00010 00000'.replaceAll(' ', '');
const TRACK_2 = ';4111111111111111=30122010000000000?';
const bitsOf = (track: 1 | 2 | 3, text: string): string => encodeTrack(track, text).join('');

describe('the bits of a track', () => {
  test('are read from the start sentinel to the check character', () => {
    expect(outline([decodeTrackBits(SHORT)])).toEqual(['5+25 track2', '  5+20 data **** secret', '  25+5 lrc "right"']);
    const evenParity = `${SHORT.slice(0, 25)}0001100000`;
    const otherValue = `${SHORT.slice(0, 25)}0010000000`;
    expect(outline([decodeTrackBits(evenParity)]).at(-1)).toBe('  25+5 lrc "not read"');
    expect(outline([decodeTrackBits(otherValue)]).at(-1)).toBe('  25+5 lrc "wrong: a character was misread"');
  });

  test.each([
    [1, '%B4111111111111111^DOE/JANE^3012201000000000?', '411111******1111'],
    [2, TRACK_2, '411111******1111'],
    [3, ';996250941006528599=1561560000000000000003000000114000002070000?', '625094******8599'],
  ] as const)('of track %i are read in both directions', (track, text, masked) => {
    const bits = bitsOf(track, text);
    for (const order of [bits, [...bits].reverse().join('')]) {
      const tree = decodeTrackBits(order);
      expect(tree.id).toBe(`track${track}`);
      const nodes = new Map(tree.children?.map((node) => [node.id, node]));
      expect(nodes.get('number')?.value).toBe(masked);
      expect(nodes.get('lrc')?.says?.en).toBe('right');
      expect(nodes.has('direction')).toBe(order !== bits);
    }
  });

  test('with a wrong one say how many characters are misread', () => {
    const bits = bitsOf(2, TRACK_2);
    const start = bits.indexOf('1');
    const flipped = bits.slice(0, start + 27) + (bits[start + 27] === '1' ? '0' : '1') + bits.slice(start + 28);
    const says = outline([decodeTrackBits(flipped)]);
    expect(says).toContain(`  ${start}+185 parity "1 of 36 characters misread"`);
    expect(says.at(-1)).toMatch(/lrc "wrong/);
  });

  test('with lost ones are read around them', () => {
    const bits = bitsOf(2, TRACK_2);
    const start = bits.indexOf('1');
    const holed = `${bits.slice(0, start + 40)}.....${bits.slice(start + 45)}`;
    expect(outline([decodeTrackBits(holed)])).toContain(`  ${start + 5}+80 number 411111******1111 secret`);
  });

  test('of which more or fewer were lost than it seems are found again', () => {
    const bits = bitsOf(2, TRACK_2);
    const start = bits.indexOf('1');
    for (const lost of ['..', '....', '......', '........']) {
      const holed = `${bits.slice(0, start + 40)}${lost}${bits.slice(start + 45)}`;
      const nodes = new Map(decodeTrackBits(holed).children?.map((node) => [node.id, node]));
      expect(nodes.get('service')?.value).toBe('201');
      expect(nodes.get('end')?.offset).toBe(start + 170 + lost.length);
    }
  });

  test('without a start sentinel are an error', () => {
    expect(thrown(() => decodeTrackBits('0'.repeat(300))).message).toBe(
      'track.sentinel: track at byte 0: needs a track that begins with % ;, has none; check whether all of it was copied',
    );
  });

  test('that end before the check character give it no place', () => {
    expect(decodeTrackBits('1101011111').length).toBe(10);
  });

  test('of any kind end in a tree or the typed error', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: fc.constantFrom('0', '0', '1', '1', '.') }), (bits) => {
        try {
          expect(decodeTrackBits(bits).length).toBeLessThanOrEqual(bits.length);
        } catch (error) {
          expect((error as Error).name).toBe('WireError');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of any text of the character set come back with a right check character', () => {
    const digits = fc.string({ minLength: 2, maxLength: 60, unit: fc.constantFrom(...'0123456789:<=>') });
    fc.assert(
      fc.property(digits, (text) => {
        const tree = decodeTrackBits(bitsOf(2, `;${text.slice(0, 36)}?`));
        expect(tree.children?.at(-1)?.says?.en).toBe('right');
      }),
      { numRuns: 200 },
    );
  });
});
