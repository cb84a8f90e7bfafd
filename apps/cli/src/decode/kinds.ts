import type { Text } from '@duka/model';
import { type TreeNode, WireError } from '@duka/wire';
import { decodeAtr, decodeEmv, decodeTvr, isAtr, isStatusWord, TAGS } from '@duka/wire/emv';
import { areReplies, decodeReplies, decodeReply, type ReplyNumber } from '@duka/wire/escpos';
import { messageTree, recognise, recogniseCut, SPECS, type Spec } from '@duka/wire/iso8583';
import { decodeTrackBits, decodeTrackText } from '@duka/wire/magstripe';
import { bytesIn, bytesOf, charactersOf, type Material } from './material.ts';

/** A kind of data: how it is told from others when nobody says what it is, and how it is decoded. */
export type Kind = {
  readonly id: string;
  readonly name: Text;
  readonly fits: (material: Material, bytes: Uint8Array | null, dialect: Spec | undefined) => boolean;
  /** What it may be, broken, where nothing fits. */
  readonly resembles?: (bytes: Uint8Array, dialect: Spec | undefined) => boolean;
  /** `dialect`: how messages are written, where the user said so. @throws WireError */
  readonly decode: (material: Material, dialect: Spec | undefined) => readonly TreeNode[];
};

const TVR_BYTES = 5;
const BITS = /^[01.\s]{40,}$/;
/** As readers give it, or as field 35 does. */
const TRACK_TEXT = /^[%;]|^\d{12,19}[=D]\d{7}/;
const PRINTER_CODE = /^([1-4])[.:](?:0x)?([0-9a-f]{1,2})$/i;

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const isSound = (nodes: readonly TreeNode[]): boolean =>
  nodes.every(({ error, children = [] }) => error === undefined && isSound(children));

function decodeTrack(material: Material): readonly TreeNode[] {
  const text = charactersOf(material);
  return BITS.test(text) ? [decodeTrackBits(text.replace(/\s/g, ''))] : decodeTrackText(text);
}

function decodePrinter(material: Material): readonly TreeNode[] {
  const [, n, byte] = PRINTER_CODE.exec(material.text ?? '') ?? [];
  if (n === undefined || byte === undefined) return decodeReplies(bytesOf(material));
  return [decodeReply(Number(n) as ReplyNumber, Number.parseInt(byte, 16))];
}

/** At least so many bytes. @throws WireError `bytes.more` where there are fewer */
function atLeast(needed: number, material: Material): Uint8Array {
  const bytes = bytesOf(material);
  if (bytes.length >= needed) return bytes;
  throw new WireError('bytes.more', { path: '', offset: 0, needed, found: bytes.length });
}

/** What a card or a terminal sends is far shorter; any text is full of what looks like templates. */
const LONGEST_OBJECTS = 0xffff;

/** Data objects that can be read to their end, of which the first has a name. */
function areObjects(bytes: Uint8Array): boolean {
  if (bytes.length > LONGEST_OBJECTS) return false;
  const [first, ...others] = decodeEmv(bytes);
  return first !== undefined && first.id in TAGS && [first, ...others].every(({ id }) => id !== 'rest');
}

type Message = { readonly bytes: Uint8Array; readonly spec: Spec; readonly start?: number };

/** The specification that reads these bytes to their end. */
function messageIn(bytes: Uint8Array | null, dialect?: Spec): Message | null {
  const found = bytes && recognise(bytes, dialect && [dialect]);
  return bytes && found ? { bytes, ...found } : null;
}

/** The specification that reads most of a message that was cut off. */
function beginningIn(bytes: Uint8Array, dialect?: Spec): Message | null {
  const found = recogniseCut(bytes, dialect && [dialect]);
  return found ? { bytes, ...found } : null;
}

/** A text may be a message in ASCII itself, without hex. */
const asWritten = ({ text }: Material): Uint8Array | null => (text === null ? null : Buffer.from(text, 'latin1'));

/** What no specification reads to its end, or to where it is cut off, is told as the dialect, or a UnionPay terminal, sees it. */
function decodeMessage(material: Material, dialect: Spec | undefined): readonly TreeNode[] {
  const written = asWritten(material);
  const whole = messageIn(written, dialect) ?? messageIn(bytesIn(material), dialect);
  const { bytes, spec, start } = whole ??
    (written && beginningIn(written, dialect)) ??
    beginningIn(bytesOf(material), dialect) ?? {
      bytes: bytesOf(material),
      spec: dialect ?? SPECS.unionpay,
    };
  return [{ offset: 0, length: bytes.length, id: spec.id, name: spec.name, children: messageTree(bytes, spec, start) }];
}

/** Cut off, or followed by something else: the first tag at least has a name. */
function beginsAsObject(bytes: Uint8Array): boolean {
  if (bytes.length > LONGEST_OBJECTS) return false;
  const [first] = decodeEmv(bytes);
  const tag = first?.id === 'rest' ? first.error?.detail.path.split('.')[0] : first?.id;
  return tag !== undefined && tag in TAGS && bytes.length > tag.length / 2;
}

/** In the order in which they are tried: what is told by its form before what is told by its length. */
export const KINDS: readonly Kind[] = [
  {
    id: 'track',
    name: { zh: '磁道', en: 'magnetic track' },
    fits: ({ text }) => text !== null && (BITS.test(text) || TRACK_TEXT.test(text)),
    decode: decodeTrack,
  },
  {
    id: 'sw',
    name: { zh: '卡片状态字', en: 'status word of a card' },
    fits: (_, bytes) => bytes?.length === 2 && isStatusWord(hexOf(bytes)),
    decode: (material) => decodeEmv(atLeast(2, material)),
  },
  {
    id: 'escpos',
    name: { zh: '打印机应答（DLE EOT）', en: 'replies of a printer (DLE EOT)' },
    fits: ({ text }, bytes) => PRINTER_CODE.test(text ?? '') || (bytes !== null && areReplies(bytes)),
    decode: decodePrinter,
  },
  {
    id: 'atr',
    name: { zh: '复位应答 ATR', en: 'answer to reset (ATR)' },
    fits: (_, bytes) => bytes !== null && isAtr(bytes) && isSound([decodeAtr(bytes)]),
    resembles: isAtr,
    decode: (material) => [decodeAtr(bytesOf(material))],
  },
  {
    id: 'iso8583',
    name: { zh: 'ISO 8583 报文', en: 'ISO 8583 message' },
    fits: (material, bytes, dialect) => messageIn(bytes ?? asWritten(material), dialect) !== null,
    resembles: (bytes, dialect) => beginningIn(bytes, dialect) !== null,
    decode: decodeMessage,
  },
  {
    id: 'emv',
    name: { zh: 'EMV 数据对象', en: 'EMV data objects' },
    fits: (_, bytes) => bytes !== null && areObjects(bytes),
    resembles: beginsAsObject,
    decode: (material) => decodeEmv(atLeast(1, material)),
  },
  {
    id: 'tvr',
    name: { zh: '终端验证结果 TVR', en: 'terminal verification results (TVR)' },
    fits: (_, bytes) => bytes?.length === TVR_BYTES,
    decode: (material) => [decodeTvr(bytesOf(material))],
  },
];
