import type { HostMessage, Place, ReadingOptions } from '@duka/runtime';
import { localTimeOf, seeCard } from '@duka/runtime';
import { WireError } from '@duka/wire';
import type { Spec } from '@duka/wire/iso8583';
import { fieldSet, frameSplitter, partsOf, SPECS, unpack } from '@duka/wire/iso8583';

/** Fields that say something of an attempt; the others stay in the message. */
const KEPT = [3, 4, 7, 11, 12, 13, 22, 25, 32, 37, 39, 41, 42, 49, 60, 61, 90];
const ONLY_KEPT = fieldSet(KEPT);

/** The specifications to try: the dialect that was named, or all of ours. */
export const specsOf = (dialect: Spec | undefined): readonly Spec[] =>
  dialect === undefined ? Object.values(SPECS) : [dialect];

/** Where and when a message was seen. */
export type Sighting = { readonly place: Place; readonly time: number | null; readonly connection?: string };

/**
 * The message in `bytes`, without the length of its frame.
 * @throws WireError where it cannot be read
 */
export function readMessage(bytes: Uint8Array, spec: Spec, seen: Sighting, options: ReadingOptions): HostMessage {
  const { zone, reference, tokenize } = options;
  const cardToken = (number: string) => seeCard(number, undefined, tokenize).card_ref ?? '';
  const message = unpack(bytes, spec, { cardToken, only: ONLY_KEPT });
  const fields = withoutBlanks(message.fields);
  if (fields['60'] !== undefined) Object.assign(fields, partsOf(spec, 60, fields['60']));
  return {
    ...seen,
    mti: message.mti,
    fields,
    card: cardOf(message.card),
    localTime: localTimeOf(fields, reference, zone),
  };
}

/** Fields of characters are filled up with blanks; one of nothing else says nothing. */
function withoutBlanks(read: HostMessage['fields']): { [number: string]: string | undefined } {
  const fields = { ...read };
  for (const no of KEPT) {
    const value = fields[no];
    const text = value?.trim();
    if (text === '') delete fields[no];
    else if (text !== value) fields[no] = text;
  }
  return fields;
}

function cardOf(card: ReturnType<typeof unpack>['card']): HostMessage['card'] {
  if (card === undefined) return {};
  const { token, masked, serviceCode } = card;
  const [bin] = /^\d{6}/.exec(masked) ?? [];
  return {
    ...(token && { card_ref: token, ...(token.startsWith('weak_') && { weak: true }) }),
    ...(bin && { bin }),
    ...(serviceCode && { service_code: serviceCode }),
  };
}

/** Whether `bytes` are a message of this specification from their first to their last. */
function isMessage(bytes: Uint8Array, spec: Spec): boolean {
  try {
    unpack(bytes, spec);
    return true;
  } catch (error) {
    if (error instanceof WireError) return false;
    throw error;
  }
}

/** How much of a stream's beginning a specification understands. */
type Understood = { readonly spec: Spec; readonly bytes: number; readonly skipped: number };

/** The specification that reads most of the messages in the beginning of a stream; null where none reads even one. */
export function understand(head: Uint8Array, specs: readonly Spec[]): Understood | null {
  let best: Understood | null = null;
  for (const spec of specs) {
    let bytes = 0;
    let skipped = 0;
    for (const frame of frameSplitter(spec).push(head)) {
      if (frame.kind === 'message' && isMessage(frame.bytes, spec))
        bytes += frame.bytes.length + spec.rules.frame.bytes;
      else skipped += frame.kind === 'message' ? frame.bytes.length : frame.length;
    }
    if (bytes > (best?.bytes ?? 0)) best = { spec, bytes, skipped };
  }
  return best;
}

/** The length in front of a message, where there is one that fits: what follows is the message. */
function withoutFrame(bytes: Uint8Array, spec: Spec): Uint8Array | null {
  const [frame] = frameSplitter(spec).push(bytes);
  const prefix = spec.rules.frame.bytes;
  return frame?.kind === 'message' && frame.offset === 0 && frame.bytes.length === bytes.length - prefix
    ? frame.bytes
    : null;
}

/**
 * One message on its own, with or without the length of its frame, by the first specification that reads it. The one that did is tried
 * first from then on.
 */
export class LooseMessages {
  #specs: readonly Spec[];
  /** The specification that has read a message of this log. */
  #proven: Spec | null = null;

  constructor(specs: readonly Spec[]) {
    this.#specs = specs;
  }

  /** @returns the message; the trouble of the specification that got furthest; null where it begins like no message of this log */
  read(bytes: Uint8Array, seen: Sighting, options: ReadingOptions): HostMessage | WireError | null {
    let furthest: WireError | null = null;
    for (const spec of this.#specs) {
      for (const body of [withoutFrame(bytes, spec), bytes]) {
        if (body === null) continue;
        try {
          const message = readMessage(body, spec, seen, options);
          if (this.#specs[0] !== spec) this.#specs = [spec, ...this.#specs.filter((other) => other !== spec)];
          this.#proven = spec;
          return message;
        } catch (error) {
          if (!(error instanceof WireError)) throw error;
          const isMeant = this.#proven === null || this.#proven === spec;
          if (isMeant && error.code !== 'iso.mti' && reached(error) > reached(furthest)) furthest = error;
        }
      }
    }
    return furthest;
  }
}

const reached = (error: WireError | null): number => (error === null ? -1 : (error.detail.offset ?? 0));
