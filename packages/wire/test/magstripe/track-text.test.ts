import { decodeTrackText, SERVICE_CODE, saysChip } from '@duka/wire/magstripe';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outline } from '../outline.ts';
import { thrown } from '../thrown.ts';

const TRACK_1 = '%B4111111111111111^DOE/JANE^3012201000000000?';
const TRACK_2 = ';4111111111111111=30122010000000000?';

describe('the text of a track', () => {
  test('1 shows its shape, the masked number and the service code', () => {
    expect(outline(decodeTrackText(TRACK_1))).toEqual([
      '0+45 track1',
      '  0+1 start %',
      '  1+1 format B',
      '  2+16 number 411111******1111 secret',
      '  18+1 separator ^',
      '  19+8 name ******** secret',
      '  27+1 separator2 ^',
      '  28+4 expiry **** secret',
      '  32+3 service 201',
      '    32+1 interchange 2 "international with a chip: use the chip"',
      '    33+1 authorisation 0 "normal"',
      '    34+1 services 1 "no restriction"',
      '  35+9 discretionary ********* secret',
      '  44+1 end ?',
    ]);
  });

  test('2 with its check character says whether that is right, and never shows it', () => {
    const [right] = decodeTrackText(`${TRACK_2}?`);
    const [wrong] = decodeTrackText(`${TRACK_2}>`);
    expect(outline([right!]).at(-1)).toBe('  36+1 lrc "right"');
    expect(outline([wrong!]).at(-1)).toBe('  36+1 lrc "wrong: a character was misread"');
  });

  test('2 as field 35 gives it has no sentinels, and D for the separator', () => {
    expect(outline(decodeTrackText('6250941006528599D3012206F'))).toEqual([
      '0+25 track2',
      '  0+16 number 625094******8599 secret',
      '  16+1 separator D',
      '  17+4 expiry **** secret',
      '  21+3 service 206',
      '    21+1 interchange 2 "international with a chip: use the chip"',
      '    22+1 authorisation 0 "normal"',
      '    23+1 services 6 "no restriction, PIN if there is a PIN pad"',
      '  24+1 discretionary * secret',
    ]);
  });

  test('2 without expiry and service code has separators for them', () => {
    expect(outline(decodeTrackText(';4111111111111111===123?')).map((line) => line.trim().split(' ')[1])).toEqual([
      'track2',
      'start',
      'number',
      'separator',
      'separator2',
      'separator3',
      'discretionary',
      'end',
    ]);
  });

  test('3 hides all after the number', () => {
    const text = `;996250941006528599=1561560000000000000003000000114000002070000?`;
    expect(outline(decodeTrackText(text))).toEqual([
      '0+64 track3',
      '  0+1 start ;',
      '  1+2 format 99',
      '  3+16 number 625094******8599 secret',
      '  19+1 separator =',
      '  20+43 data ******************************************* secret',
      '  63+1 end ?',
    ]);
  });

  test('of all tracks in one line or one a line is split', () => {
    expect(decodeTrackText(`${TRACK_1}${TRACK_2}\r\n`).map(({ id, offset }) => [id, offset])).toEqual([
      ['track1', 0],
      ['track2', 45],
    ]);
    expect(decodeTrackText(`${TRACK_1}\n${TRACK_2}`).map(({ offset }) => offset)).toEqual([0, 46]);
  });

  test('that is empty says so, and the other track goes on', () => {
    const [empty, full] = decodeTrackText(`%?${TRACK_2}`);
    expect(empty?.error?.message).toBe(
      'track.empty: track1 at byte 0: needs at least 4 characters, has 0: the track is empty',
    );
    expect(full?.children).toHaveLength(7);
  });

  test('that is laid out otherwise is hidden as a whole', () => {
    expect(outline(decodeTrackText(';41111111111X1111=3012?'))).toEqual([
      '0+23 track2',
      '  0+23 data *********************** secret',
    ]);
  });

  test('with nothing in it is an error', () => {
    expect(thrown(() => decodeTrackText(' \r\n')).code).toBe('track.sentinel');
  });

  test('never gets out what it hides', () => {
    const noise = fc.string({ maxLength: 6, unit: fc.constantFrom('%', ';', '=', '^', '?', 'B', 'D', '4', ' ', '\n') });
    fc.assert(
      fc.property(noise, noise, noise, (before, between, after) => {
        const text = `${before}4111111111111111${between}30122011234567890${after}`;
        expect(JSON.stringify(decodeTrackText(text))).not.toMatch(/41111111|1234567890/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the service code', () => {
  test.each(
    SERVICE_CODE.flatMap(({ id, digits }, at) =>
      Object.entries(digits).map(([digit, text]) => [id, at, digit, text] as const),
    ),
  )('%s: digit %i as %s has its meaning', (id, at, digit, text) => {
    const code = [...'101'].with(at, digit).join('');
    const [track] = decodeTrackText(`;4111111111111111=3012${code}?`);
    const service = track?.children?.find((node) => node.id === 'service');
    expect(service?.children?.[at]).toMatchObject({ id, value: digit, says: text });
  });

  test('says what it does not know', () => {
    const [track] = decodeTrackText(';4111111111111111=3012899?');
    const service = track?.children?.find((node) => node.id === 'service');
    expect(service?.children?.map(({ says }) => says?.en)).toEqual(Array(3).fill('not given by the standard'));
  });

  test('tells a card with a chip', () => {
    expect(['201', '601', '101', '521', ''].map(saysChip)).toEqual([true, true, false, false, false]);
  });
});
