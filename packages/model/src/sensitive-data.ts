import { holdsCardNumber } from './card-number.ts';

/** ISO/IEC 7813 tracks 1 and 2, ISO/IEC 4909 track 3: a number, then `=`, `^` or, in hex, D and the expiry. */
const TRACK = /(?<![0-9a-z])[;%]?[a-z]?\d{12,}(?:[=^]|d\d{4})/i;
/** EMV tags 5A (card number), 57 and 9F6B (track 2 equivalent) with a plausible length. */
const TLV_CARD = /5a0[6-9a]\d{12,19}|(?:57|9f6b)(?:0[89a-f]|1[0-3])\d{12,19}d/i;
/** ISO/IEC 7816-4 VERIFY with a PIN block as data, plain (80) or enciphered (88). */
const VERIFY_PIN = /002000(?:80|88)08[0-9a-f]{16}/i;
const NAMED_PIN_BLOCK =
  /(?:pin[ _-]?(?:block|blk|data|块)|(?<![a-z0-9])(?:de|f|field|bit|域)[ _-]?0?52|52域)\W{0,6}(?:[0-9a-f]{2} ?){8}/i;
const NAMED_PIN =
  /(?:(?<![a-z])pin|密码)(?: ?(?:code|number|码))?["']?\s{0,3}(?:[:=是为]|is)\s{0,3}["']?\d{4,12}(?![0-9a-z])/i;
const NAMED_VERIFICATION_CODE =
  /(?:cv[vcn]2?|cav2|(?<![a-z])csc|安全码|card (?:verification|security) (?:code|value))(?: ?(?:code|is)|[码是为])?\W{0,6}\d{3,4}(?!\d)/i;

/** The fill of ISO 9564-1 formats 0 to 4 by their control nibble. Format 1 fills with random digits, or with F. */
const PIN_FILL: { readonly [control: string]: RegExp } = {
  0: /^f+$/i,
  1: /^f+$/i,
  2: /^f+$/i,
  3: /^[a-f]+$/i,
  4: /^a+$/i,
};

/** ISO 9564-1 before encipherment: control nibble, length of the PIN, its digits, fill. */
function holdsClearPinBlock(plain: string): boolean {
  for (const [hex] of plain.matchAll(/(?<![0-9a-f])[0-4][4-9a-c]\d{4}(?:[0-9a-f]{10}|[0-9a-f]{26})(?![0-9a-f])/gi)) {
    const length = Number.parseInt(hex[1] ?? '', 16);
    const pin = hex.slice(2, 2 + length);
    const fill = hex.slice(2 + length, 16);
    if (/^\d+$/.test(pin) && PIN_FILL[hex[0] ?? '']?.test(fill)) return true;
  }
  return false;
}

/** The digits of a dump in ASCII (31 32 …) or EBCDIC (F1 F2 …). */
function holdsEncodedCardNumber(packed: string): boolean {
  for (const [hex] of packed.matchAll(/(?:3\d){13,}|(?:f\d){13,}/gi)) {
    if (holdsCardNumber(hex.replace(/.(.)/g, '$1'))) return true;
  }
  return false;
}

/** Bytes in hex written with something between them, closed up. */
const packHex = (plain: string): string =>
  plain.replace(/(?:[0-9a-f]{2}[ :-]){8,}[0-9a-f]{0,2}/gi, (bytes) => bytes.replace(/[ :-]/g, ''));

/** Track data, card numbers in TLV or in a dump. */
export function holdsTrackOrDump(plain: string): boolean {
  if (!/[=^d]|\d{12}|[0-9a-f]{2}[ :-]|f\df/i.test(plain)) return false;
  const packed = packHex(plain);
  return (
    TRACK.test(packed) ||
    TLV_CARD.test(packed) ||
    (packed.length >= 26 && (VERIFY_PIN.test(packed) || holdsEncodedCardNumber(packed))) ||
    (packed !== plain && (holdsCardNumber(packed) || holdsClearPinBlock(packed)))
  );
}

/** A PIN, PIN block or verification code that its name gives away, or a PIN block by its form. */
export const holdsSecret = (plain: string): boolean =>
  (/c[avs]|car|pin|52|码/i.test(plain) &&
    (NAMED_PIN_BLOCK.test(plain) || NAMED_PIN.test(plain) || NAMED_VERIFICATION_CODE.test(plain))) ||
  (plain.length >= 16 && holdsClearPinBlock(plain));
