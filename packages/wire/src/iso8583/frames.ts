import { LENGTH, readLength } from './lengths.ts';
import { isTypeAt, typeBytes } from './message-type.ts';
import type { Spec } from './spec.ts';
import { Layout, walk } from './walk.ts';

/** A message of a stream without its length, or how many bytes belong to none. Offsets count from the stream's start. */
export type Frame =
  | { readonly kind: 'message'; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly kind: 'skipped'; readonly offset: number; readonly length: number };

/** Splits what a stream brings, chunk by chunk; holds no more than one message and one chunk. */
export type FrameSplitter = {
  /** The frames that are whole now. Their bytes are views of the chunk: it must not be written to while they are used. */
  readonly push: (chunk: Uint8Array) => Frame[];
  /** What is left when the stream ends: a message that was cut off counts as skipped. */
  readonly end: () => Frame[];
};

/** A terminal message is below 1 KB; a host's own messages go on to a few. */
const LONGEST = 8192;
/** ISO 8583 in a TPDU. */
const TPDU_ID = 0x60;

/** Whether a message may begin here: the TPDU's id and a message type. `at` has room for both. */
function mayBegin(bytes: Uint8Array, at: number, { rules }: Spec): boolean {
  if (rules.tpdu > 0 && bytes[at] !== TPDU_ID) return false;
  return isTypeAt(bytes, at + rules.tpdu + rules.header, rules);
}

const layout = new Layout();

function isMessage(bytes: Uint8Array, spec: Spec): boolean {
  try {
    walk(bytes, spec, 0, layout);
    return true;
  } catch {
    return false;
  }
}

function join(held: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (held.length === 0) return chunk;
  const all = new Uint8Array(held.length + chunk.length);
  all.set(held);
  all.set(chunk, held.length);
  return all;
}

/** What stands at a place of the stream: a message of so many bytes, none, or too little to tell. */
const NONE = -1;
const UNKNOWN = -2;

function bodyAt(bytes: Uint8Array, at: number, spec: Spec): number {
  const { frame, tpdu, header, bitmap } = spec.rules;
  const shortest = tpdu + header + typeBytes(spec.rules) + (bitmap === 'raw' ? 8 : 16);
  if (bytes.length < at + frame.bytes) return UNKNOWN;
  const counted = readLength(LENGTH[frame.lengths], bytes, at, frame.bytes);
  const length = frame.counts === 'all' ? counted - frame.bytes : counted;
  if (length < shortest || length > LONGEST) return NONE;
  if (bytes.length < at + frame.bytes + shortest) return UNKNOWN;
  if (!mayBegin(bytes, at + frame.bytes, spec)) return NONE;
  return bytes.length < at + frame.bytes + length ? UNKNOWN : length;
}

/**
 * Splits a stream of messages, each with its length before it. Where no message can begin it goes on byte by byte to
 * the next one that the specification reads to its end, and says how much it left out.
 */
export function frameSplitter(spec: Spec): FrameSplitter {
  const prefix = spec.rules.frame.bytes;
  let held: Uint8Array = new Uint8Array(0);
  let offset = 0;
  let skipped = 0;

  function split(bytes: Uint8Array, isLast: boolean): Frame[] {
    const frames: Frame[] = [];
    const flush = (at: number): void => {
      if (skipped > 0) frames.push({ kind: 'skipped', offset: offset + at - skipped, length: skipped });
      skipped = 0;
    };
    let at = 0;
    while (at < bytes.length) {
      const length = bodyAt(bytes, at, spec);
      if (length === UNKNOWN && !isLast) break;
      const body = length < 0 ? undefined : bytes.subarray(at + prefix, at + prefix + length);
      if (!body || (skipped > 0 && !isMessage(body, spec))) {
        skipped++;
        at++;
        continue;
      }
      flush(at);
      frames.push({ kind: 'message', offset: offset + at, bytes: body });
      at += prefix + length;
    }
    if (isLast) flush(at);
    offset += at;
    held = bytes.slice(at);
    return frames;
  }

  return {
    push: (chunk) => split(join(held, chunk), false),
    end: () => split(held, true),
  };
}
