/** Sub-fields of UnionPay's field 60, in order, with their lengths in digits (60.1 message type, 60.2 batch, 60.3 network code, …). */
const SUB_FIELDS = [2, 6, 3, 1, 1, 1, 3] as const;

/** Field 60 in its parts; an older terminal leaves out the last ones. */
export function splitField60(digits: string): { readonly [number: string]: string } {
  const parts: { [number: string]: string } = {};
  let at = 0;
  SUB_FIELDS.forEach((length, i) => {
    const part = digits.slice(at, at + length);
    if (part.length === length) parts[`60.${i + 1}`] = part;
    at += length;
  });
  return parts;
}
