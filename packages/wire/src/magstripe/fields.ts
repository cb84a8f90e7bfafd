import type { Secrecy } from '../secrecy.ts';
import type { Text } from '../text.ts';
import type { TrackNumber } from './formats.ts';

/** A piece of a track: its characters from `from` up to `to`. */
export type Piece = { readonly id: PieceId; readonly from: number; readonly to: number };

type PieceRow = { readonly name: Text; readonly secrecy: Secrecy | null };

/** Whatever of a track may be shown (PCI DSS v4.0.1, 3.3.1): its shape, what the number begins and ends with, the service code. */
export const PIECES = {
  start: { name: { zh: '起始标志', en: 'start sentinel' }, secrecy: null },
  format: { name: { zh: '格式码', en: 'format code' }, secrecy: null },
  number: { name: { zh: '卡号', en: 'card number' }, secrecy: 'number' },
  separator: { name: { zh: '分隔符', en: 'separator' }, secrecy: null },
  name: { name: { zh: '持卡人姓名', en: 'cardholder name' }, secrecy: 'all' },
  expiry: { name: { zh: '有效期', en: 'expiry' }, secrecy: 'all' },
  service: { name: { zh: '服务代码', en: 'service code' }, secrecy: null },
  discretionary: { name: { zh: '附加数据', en: 'discretionary data' }, secrecy: 'all' },
  data: { name: { zh: '数据', en: 'data' }, secrecy: 'all' },
  end: { name: { zh: '结束标志', en: 'end sentinel' }, secrecy: null },
} as const satisfies Record<string, PieceRow>;
type PieceId = keyof typeof PIECES;

/** Lost characters are written `\0`: they stand for any. */
export const LOST = '\0';

/**
 * How each track is laid out (JR/T 0009; ISO/IEC 7813, ISO/IEC 4909). Where expiry or service code are left out, a
 * separator stands for them. Groups are in the order of `ORDER`.
 */
const LAYOUTS: { readonly [T in TrackNumber]: { readonly form: RegExp; readonly order: readonly PieceId[] } } = {
  1: {
    form: /^(%?)([A-Z\0])([\d\0 ]{8,23})(\^)([^^]{0,26})(\^)(\^|[\d\0]{4})(\^|[\d\0]{3})([^?]*)(\??)$/,
    order: ['start', 'format', 'number', 'separator', 'name', 'separator', 'expiry', 'service', 'discretionary', 'end'],
  },
  2: {
    form: /^(;?)([\d\0]{8,19})([=D])([=D]|[\d\0]{4})([=D]|[\d\0]{3})([^?F]*F?)(\??)$/,
    order: ['start', 'number', 'separator', 'expiry', 'service', 'discretionary', 'end'],
  },
  3: {
    form: /^(;?)([\d\0]{2})([\d\0]{8,19})([=D])([^?]*)(\??)$/,
    order: ['start', 'format', 'number', 'separator', 'data', 'end'],
  },
};

/** What is not laid out as it should be is data as a whole, and hidden. */
export function piecesOf(text: string, track: TrackNumber): readonly Piece[] {
  const { form, order } = LAYOUTS[track];
  const groups = form.exec(text)?.slice(1);
  const ids = groups ? order : (['data'] as const);
  const pieces: Piece[] = [];
  let from = 0;
  for (const [at, group] of (groups ?? [text]).entries()) {
    const id = ids[at]!;
    if (group !== '') pieces.push({ id: /^[=D^]$/.test(group) ? 'separator' : id, from, to: from + group.length });
    from += group.length;
  }
  return pieces;
}
