import { WireError } from '../errors.ts';
import type { TreeNode } from '../tree.ts';
import type { Characters } from './characters.ts';
import { merit, readCharacters } from './characters.ts';
import { LOST } from './fields.ts';
import type { TrackFormat } from './formats.ts';
import { TRACK_FORMATS } from './formats.ts';
import { lrcVerdict } from './text.ts';
import type { Placing } from './tree.ts';
import { trackName, trackNodes } from './tree.ts';

/**
 * A track in a text of bits, `0` and `1` in the order in which the head met them, `.` for a lost one; in either direction.
 * Offsets count characters of the text.
 * @throws WireError `track.sentinel` where no start sentinel is in it
 */
export function decodeTrackBits(text: string): TreeNode {
  const bits = Int8Array.from(text, (bit) => (bit === '0' ? 0 : bit === '1' ? 1 : -1));
  const [best] = TRACK_FORMATS.flatMap((format) => {
    const read = readCharacters(bits, format);
    return read === null ? [] : [{ format, read }];
  }).toSorted((a, b) => merit(b.read) - merit(a.read));
  if (!best) throw new WireError('track.sentinel', { path: 'track', offset: 0, needed: '% ;', found: 0 });
  const { format, read } = best;
  return charactersNode(read, format, (bit) => (read.backward ? bits.length - 1 - bit : bit));
}

/** @param placeOf where a bit stands in the input, counted in the order in which the track is read */
export function charactersNode(read: Characters, format: TrackFormat, placeOf: (bit: number) => number): TreeNode {
  const width = format.bits + 1;
  const placing: Placing = {
    begin: (index) => Math.min(placeOf(read.at[index]!), placeOf(read.at[index]! + width - 1)),
    end: (index) => Math.max(placeOf(read.at[index]!), placeOf(read.at[index]! + width - 1)) + 1,
  };
  const text = read.text.map((character) => character ?? LOST).join('');
  // The bits may end before the check character: then it has no place.
  const hasLrc = read.ended && read.at.length > text.length;
  const last = hasLrc ? text.length : text.length - 1;
  const offset = Math.min(placing.begin(0), placing.begin(last));
  const length = Math.max(placing.end(0), placing.end(last)) - offset;
  const pieces = trackNodes(text, format.track, placing);
  const lrcAt = placing.begin(last);
  const lrc = lrcVerdict(read.lrc, lrcAt, hasLrc ? placing.end(last) - lrcAt : 0);
  const children = [...pieces, ...conditionNodes(read, offset, length), lrc];
  return { offset, length, id: `track${format.track}`, name: trackName(format.track), children };
}

function conditionNodes({ bad, ended, backward, text }: Characters, offset: number, length: number): TreeNode[] {
  const nodes: TreeNode[] = [];
  const add = (id: string, zh: string, en: string, sayZh: string, sayEn: string) =>
    nodes.push({ offset, length, id, name: { zh, en }, says: { zh: sayZh, en: sayEn } });
  if (backward) add('direction', '方向', 'direction', '反向刷', 'read from the end to the start');
  if (bad.length > 0) {
    const zh = `${text.length} 个字符中有 ${bad.length} 个读错`;
    add('parity', '字符校验', 'character parity', zh, `${bad.length} of ${text.length} characters misread`);
  }
  if (!ended) add('ending', '结束标志', 'end sentinel', '没有读到', 'not found');
  return nodes;
}
