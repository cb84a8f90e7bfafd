import { WireError } from '../errors.ts';
import type { Text } from '../text.ts';
import type { TreeNode } from '../tree.ts';
import type { TrackFormat } from './formats.ts';
import { TRACK_FORMATS } from './formats.ts';
import type { Placing } from './tree.ts';
import { trackName, trackNodes } from './tree.ts';

/** A track with less than this between its sentinels holds nothing. */
const FEWEST_CHARACTERS = 4;
/** Longer than track 2 can be, what begins with its sentinel is track 3. */
const LONGEST_TRACK_2 = 40;

const TRACK = /%[^%;\r\n]*|;[^%;\r\n]*|[^%;\r\n]+/g;

/**
 * The tracks in a text as readers give it: with sentinels (`%B…?;…?`), perhaps each with its check character, one a
 * line or all in one; or the bare data of track 2 as in field 35 (`…=…` or `…D…`).
 * @param base offset of the text in the input, in bytes
 * @throws WireError `track.sentinel` where nothing looks like a track
 */
export function decodeTrackText(text: string, base = 0): readonly TreeNode[] {
  const tracks = [...text.matchAll(TRACK)].flatMap((match) => {
    const raw = match[0].trimEnd();
    return raw.trim() === '' ? [] : [trackOf(raw, base + match.index)];
  });
  if (tracks.length > 0) return tracks;
  throw new WireError('track.sentinel', { path: 'track', offset: base, needed: '% ;', found: 0 });
}

function trackOf(raw: string, offset: number): TreeNode {
  const end = raw.indexOf('?');
  const body = end < 0 ? raw : raw.slice(0, end + 1);
  const after = end < 0 ? '' : raw.slice(end + 1);
  const format = formatOf(body);
  const { track } = format;
  const placing: Placing = { begin: (index) => offset + index, end: (index) => offset + index + 1 };
  const head = { offset, length: raw.length, id: `track${track}`, name: trackName(track) };
  const found = body.replace(/^[%;]|\?$/g, '').length;
  if (found < FEWEST_CHARACTERS) {
    const detail = { path: `track${track}`, offset, needed: FEWEST_CHARACTERS, found };
    return { ...head, error: new WireError('track.empty', detail) };
  }
  const children = trackNodes(body, track, placing);
  const lrc = lrcNode(body, after, format, offset + body.length);
  return { ...head, children: lrc === null ? children : [...children, lrc] };
}

function formatOf(body: string): TrackFormat {
  if (/^%|^[A-Z]\d{8,19}\^/.test(body)) return TRACK_FORMATS[0];
  return body.length > LONGEST_TRACK_2 ? TRACK_FORMATS[2] : TRACK_FORMATS[1];
}

const LRC_NAME: Text = { zh: '校验字符 LRC', en: 'check character LRC' };
const LRC_SAYS = {
  right: { zh: '正确', en: 'right' },
  wrong: { zh: '不对：有字符读错', en: 'wrong: a character was misread' },
  lost: { zh: '没有读到', en: 'not read' },
} as const satisfies Record<string, Text>;

/** The check character itself would give away the parity of what is hidden: only whether it is right is told. */
export function lrcVerdict(verdict: boolean | null, offset: number, length: number): TreeNode {
  const says = verdict === null ? LRC_SAYS.lost : verdict ? LRC_SAYS.right : LRC_SAYS.wrong;
  return { offset, length, id: 'lrc', name: LRC_NAME, says };
}

/** Only one character right after the end sentinel can be it. */
function lrcNode(body: string, after: string, format: TrackFormat, offset: number): TreeNode | null {
  if (after.length !== 1) return null;
  const check = [...body].reduce((sum, character) => sum ^ (character.charCodeAt(0) - format.base), 0);
  return lrcVerdict(after.charCodeAt(0) - format.base === check, offset, 1);
}
