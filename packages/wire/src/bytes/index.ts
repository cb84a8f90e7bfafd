export { type Align, bcdBytes, readBcdNumber, readNibbles, writeNibbles } from './bcd.ts';
export { readLength, readTag, readTlv, type Tlv } from './ber.ts';
export { Cursor } from './cursor.ts';
export { HEX, hexDigit, parseHex, toHex } from './hex.ts';
