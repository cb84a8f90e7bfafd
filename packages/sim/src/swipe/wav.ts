export type WavKind = 'pcm8' | 'pcm16' | 'pcm24' | 'pcm32' | 'float32' | 'float64';

const WIDTH: Record<WavKind, number> = { pcm8: 1, pcm16: 2, pcm24: 3, pcm32: 4, float32: 4, float64: 8 };

/** A RIFF WAVE file of one to many channels of equal length, full scale 1. */
export function writeWav(channels: readonly Float64Array[], sampleRate: number, kind: WavKind = 'pcm16'): Uint8Array {
  const width = WIDTH[kind];
  const length = (channels[0]?.length ?? 0) * channels.length * width;
  const bytes = new Uint8Array(44 + length + (length % 2));
  const view = new DataView(bytes.buffer);
  const name = (at: number, text: string) =>
    bytes.set(
      Array.from(text, (letter) => letter.charCodeAt(0)),
      at,
    );
  name(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  name(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, kind.startsWith('float') ? 3 : 1, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels.length * width, true);
  view.setUint16(32, channels.length * width, true);
  view.setUint16(34, width * 8, true);
  name(36, 'data');
  view.setUint32(40, length, true);
  let at = 44;
  for (let sample = 0; sample < (channels[0]?.length ?? 0); sample++) {
    for (const channel of channels) {
      put(view, at, channel[sample]!, kind);
      at += width;
    }
  }
  return bytes;
}

function put(view: DataView, at: number, value: number, kind: WavKind): void {
  if (kind === 'float32') view.setFloat32(at, value, true);
  else if (kind === 'float64') view.setFloat64(at, value, true);
  else if (kind === 'pcm8') view.setUint8(at, Math.round(value * 127) + 128);
  else if (kind === 'pcm16') view.setInt16(at, Math.round(value * 32767), true);
  else if (kind === 'pcm32') view.setInt32(at, Math.round(value * 2147483647), true);
  else {
    const whole = Math.round(value * 8388607);
    view.setUint16(at, whole & 0xffff, true);
    view.setInt8(at + 2, whole >> 16);
  }
}
