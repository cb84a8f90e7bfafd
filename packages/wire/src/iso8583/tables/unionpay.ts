import type { FieldRow, Part } from '../rows.ts';

/** Field 60: transaction type, batch, network management code, reading capability, condition of the chip, … (Q/CUP 009). */
const FIELD_60 = [
  { id: '60.1', length: 2 },
  { id: '60.2', length: 6 },
  { id: '60.3', length: 3 },
  { id: '60.4', length: 1 },
  { id: '60.5', length: 1 },
  { id: '60.6', length: 1 },
  { id: '60.7', length: 3 },
] as const satisfies readonly Part[];

/** Field 61: batch, trace number and date of the original transaction. */
const FIELD_61 = [
  { id: '61.1', length: 6 },
  { id: '61.2', length: 6 },
  { id: '61.3', length: 4 },
] as const satisfies readonly Part[];

/**
 * The fields of a UnionPay terminal message (Q/CUP 007 and 009 as terminals and acquirers use them). A field that is not
 * here is as in ISO 8583:1987.
 */
export const UNIONPAY = {
  2: { format: 'n..19', secret: 'number' },
  3: { format: 'n6' },
  4: { format: 'n12' },
  7: { format: 'n10' },
  11: { format: 'n6' },
  12: { format: 'n6' },
  13: { format: 'n4' },
  14: { format: 'n4', secret: 'all' },
  15: { format: 'n4' },
  18: { format: 'n4' },
  22: { format: 'n3' },
  23: { format: 'n3', align: 'right' },
  25: { format: 'n2' },
  26: { format: 'n2' },
  32: { format: 'n..11' },
  35: { format: 'z..37', secret: 'all' },
  36: { format: 'z...104', secret: 'all' },
  37: { format: 'an12' },
  38: { format: 'an6' },
  39: { format: 'an2' },
  41: { format: 'ans8' },
  42: { format: 'ans15', plain: true },
  43: { format: 'ans40', encoding: 'gbk' },
  44: { format: 'an..25' },
  48: { format: 'n...322' },
  49: { format: 'an3' },
  52: { format: 'b64', secret: 'all' },
  53: { format: 'n16', plain: true },
  54: { format: 'an...20' },
  55: { format: 'b...255', tlv: true },
  58: { format: 'ans...100' },
  59: { format: 'ans...600' },
  60: { format: 'n...17', parts: FIELD_60 },
  61: { format: 'n...29', parts: FIELD_61 },
  62: { format: 'b...512', secret: 'all' },
  63: { format: 'ans...163', encoding: 'gbk' },
  64: { format: 'b64', plain: true },
} as const satisfies { readonly [no: number]: FieldRow };
