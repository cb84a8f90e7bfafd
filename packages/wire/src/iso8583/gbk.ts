/** Of every browser and of Node; the types of a pure package name no platform. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** Bytes that are no GBK come as private-use characters, and go back as they came. */
const STRAY = 0xf700;
const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x40;
const TRAILS = 0xff - FIRST_TRAIL;

type Table = { readonly decode: Uint16Array; readonly encode: ReadonlyMap<string, number> };
let table: Table | undefined;

/** All pairs of a lead (81–FE) and a trail byte (40–7E, 80–FE), once, as the platform reads them (WHATWG Encoding, 10.1). */
function pairs(): Table {
  if (table) return table;
  const decoder = new TextDecoder('gbk');
  const decode = new Uint16Array((0xff - FIRST_LEAD) * TRAILS);
  const encode = new Map<string, number>();
  for (let lead = FIRST_LEAD; lead < 0xff; lead++) {
    for (let trail = FIRST_TRAIL; trail < 0xff; trail++) {
      const character = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      const isOne = character.length === 1 && character !== '\ufffd' && !encode.has(character);
      if (!isOne) continue;
      decode[(lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL] = character.charCodeAt(0);
      encode.set(character, (lead << 8) | trail);
    }
  }
  table = { decode, encode };
  return table;
}

export function readGbk(bytes: Uint8Array, offset: number, units: number): string {
  const end = offset + units;
  let text = '';
  for (let at = offset; at < end; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const trail = at + 1 < end ? bytes[at + 1]! : 0;
    const isPair = lead >= FIRST_LEAD && lead < 0xff && trail >= FIRST_TRAIL && trail < 0xff;
    const code = isPair ? pairs().decode[(lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL]! : 0;
    text += String.fromCharCode(code || STRAY + lead);
    if (code) at++;
  }
  return text;
}

/** The bytes of one character; of one that GBK lacks, `?`. */
function code(character: string): number {
  const point = character.charCodeAt(0);
  if (point < 0x80) return point;
  if (point >= STRAY + 0x80 && point <= STRAY + 0xff) return point - STRAY;
  return pairs().encode.get(character) ?? 63;
}

/** Bytes that a text takes. */
export function gbkBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) bytes += code(text[at]!) > 0xff ? 2 : 1;
  return bytes;
}

export function writeGbk(text: string, into: Uint8Array, offset: number): void {
  let to = offset;
  for (let at = 0; at < text.length; at++) {
    const bytes = code(text[at]!);
    if (bytes > 0xff) into[to++] = bytes >> 8;
    into[to++] = bytes & 0xff;
  }
}
