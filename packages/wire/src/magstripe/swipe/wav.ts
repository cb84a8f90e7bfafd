import { WireError } from '../../errors.ts';

/** Samples between -1 and 1, one array a channel; where the first sample stands in the file, in bytes. */
export type Sound = {
  readonly sampleRate: number;
  readonly channels: readonly Float64Array[];
  readonly dataOffset: number;
  /** Of one sample of all channels. */
  readonly frameBytes: number;
};

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
const MOST_CHANNELS = 3;
const LEAST_RATE = 8000;
const MOST_RATE = 1_000_000;
/** Shorter than this, not even the clocking zeros of a track fit in. */
const FEWEST_SAMPLES = 64;

type Reader = (view: DataView, at: number) => number;

/** How a sample is read, by its kind and width in bits; 8 bits are unsigned (Microsoft, Multimedia Programming Interface 1.0). */
const READERS: { readonly [kind: string]: Reader } = {
  'pcm 8': (view, at) => (view.getUint8(at) - 128) / 128,
  'pcm 16': (view, at) => view.getInt16(at, true) / 32768,
  'pcm 24': (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65536) / 8388608,
  'pcm 32': (view, at) => view.getInt32(at, true) / 2147483648,
  'float 32': (view, at) => finite(view.getFloat32(at, true)),
  'float 64': (view, at) => finite(view.getFloat64(at, true)),
};

/** What is no number is silence; what is beyond full scale is clipped. */
const finite = (value: number): number => (Number.isNaN(value) ? 0 : Math.max(-1, Math.min(1, value)));

export const isWav = (bytes: Uint8Array): boolean => nameAt(bytes, 0) === 'RIFF' && nameAt(bytes, 8) === 'WAVE';

/**
 * A RIFF WAVE file of PCM (8, 16, 24, 32 bits) or float (32, 64 bits) samples in one to three channels. A recording that was
 * cut off is read as far as it goes.
 * @throws WireError `wav.header`, `wav.format`, `wav.channels`, `wav.rate`, `wav.samples`
 */
export function parseWav(bytes: Uint8Array): Sound {
  if (!isWav(bytes)) throw headerError('RIFF … WAVE', bytes, 0);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = chunk(view, bytes, 'fmt ');
  if (format.length < 16) throw headerError('fmt: 16', bytes, format.offset);
  const tag = view.getUint16(format.offset, true);
  const count = view.getUint16(format.offset + 2, true);
  const sampleRate = view.getUint32(format.offset + 4, true);
  const width = view.getUint16(format.offset + 14, true);
  // Of the extensible form the subformat begins with the tag proper.
  const kind = tag === EXTENSIBLE && format.length >= 26 ? view.getUint16(format.offset + 24, true) : tag;
  const name = `${kind === PCM ? 'pcm' : kind === FLOAT ? 'float' : `format ${kind}`} ${width}`;
  const read = READERS[name];
  if (!read) throw wrong('wav.format', format.offset, Object.keys(READERS).join(', '), name);
  if (count < 1 || count > MOST_CHANNELS) throw wrong('wav.channels', format.offset + 2, `1-${MOST_CHANNELS}`, count);
  if (sampleRate < LEAST_RATE || sampleRate > MOST_RATE) {
    throw wrong('wav.rate', format.offset + 4, `${LEAST_RATE}-${MOST_RATE}`, sampleRate);
  }
  const data = chunk(view, bytes, 'data');
  const frameBytes = (count * width) / 8;
  const length = Math.floor(data.length / frameBytes);
  if (length < FEWEST_SAMPLES) throw wrong('wav.samples', data.offset, FEWEST_SAMPLES, length);
  const channels = Array.from({ length: count }, (_, channel) => {
    const first = data.offset + (channel * width) / 8;
    return Float64Array.from({ length }, (_, at) => read(view, first + at * frameBytes));
  });
  return { sampleRate, channels, dataOffset: data.offset, frameBytes };
}

/** Where the content of a chunk lies; chunks are padded to even lengths, and a lying length ends with the file. */
function chunk(view: DataView, bytes: Uint8Array, name: string): { readonly offset: number; readonly length: number } {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    if (nameAt(bytes, at) === name) return { offset: at + 8, length: Math.min(length, bytes.length - at - 8) };
    at += 8 + length + (length % 2);
  }
  throw headerError(name.trim(), bytes, bytes.length);
}

const nameAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

function headerError(needed: string, bytes: Uint8Array, at: number): WireError {
  return new WireError('wav.header', { path: 'wav', offset: at, needed, found: `${bytes.length - at} B` });
}

const wrong = (
  code: 'wav.format' | 'wav.channels' | 'wav.rate' | 'wav.samples',
  offset: number,
  needed: number | string,
  found: number | string,
): WireError => new WireError(code, { path: 'wav', offset, needed, found });
