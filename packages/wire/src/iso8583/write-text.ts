import { writeNibbles } from '../bytes/bcd.ts';
import { writeLatin1 } from '../bytes/latin1.ts';
import { ENCODING, type Encoding } from './encodings.ts';
import { gbkBytes, writeGbk } from './gbk.ts';

/** How a text is written. */
type Writer = {
  readonly units: (text: string) => number;
  readonly canWrite: (text: string) => boolean;
  /** Writes at `offset`, where there is room, a text that `canWrite` allows. */
  readonly write: (text: string, into: Uint8Array, offset: number) => void;
};

const characters = (text: string): number => text.length;
const octets = (text: string): number => text.length / 2;
const isHex = (text: string): boolean => /^(?:[0-9A-F]{2})*$/i.test(text);
const isPackable = (text: string): boolean => /^[0-9A-F=]*$/i.test(text);

function isLatin1(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return false;
  return true;
}

export const WRITERS: { readonly [encoding in Encoding]: Writer } = {
  [ENCODING.ascii]: { units: characters, canWrite: isLatin1, write: writeLatin1 },
  [ENCODING.gbk]: { units: gbkBytes, canWrite: () => true, write: writeGbk },
  [ENCODING.bcdLeft]: {
    units: characters,
    canWrite: isPackable,
    write: (text, into, offset) => writeNibbles(text.replaceAll('=', 'D'), into, offset, 'left', ''),
  },
  [ENCODING.bcdRight]: {
    units: characters,
    canWrite: isPackable,
    write: (text, into, offset) => writeNibbles(text.replaceAll('=', 'D'), into, offset, 'right', ''),
  },
  [ENCODING.signedBcd]: {
    units: characters,
    canWrite: (text) => /^[CD][0-9]*$/.test(text),
    write: (text, into, offset) => {
      writeLatin1(text.slice(0, 1), into, offset);
      writeNibbles(text.slice(1), into, offset + 1, 'right', '');
    },
  },
  [ENCODING.raw]: {
    units: octets,
    canWrite: isHex,
    write: (text, into, offset) => writeNibbles(text, into, offset, 'left', ''),
  },
  [ENCODING.hex]: { units: octets, canWrite: isHex, write: writeLatin1 },
};
