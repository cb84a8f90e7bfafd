import type { Text } from './text.ts';

/**
 * Where and what: all texts are made from this. `path` names the field in the standard's own terms (`f55.9F26`, `track2`;
 * empty for the input as a whole), `offset` counts bytes from the start of the input (null where there are no bytes),
 * `needed` and `found` are in the unit that the code's text says. Never put what may be card data into them.
 */
export type Detail = {
  readonly path: string;
  readonly offset: number | null;
  readonly needed: number | string;
  readonly found: number | string;
};

/** What the caller must do: give more bytes and try again, or reject this message and go on with the next. */
export type Kind = 'incomplete' | 'malformed';

type Row = { readonly kind: Kind; readonly say: (detail: Detail) => Text };

/** Everything that the decoders can complain of. */
export const ERRORS = {
  'bytes.more': {
    kind: 'incomplete',
    say: (d) => ({
      zh: `需要 ${d.needed} 字节，输入只剩 ${d.found} 字节`,
      en: `needs ${d.needed} bytes, the input has ${d.found} left`,
    }),
  },
  'bytes.beyond': {
    kind: 'malformed',
    say: (d) => ({
      zh: `需要 ${d.needed} 字节，所在的域只剩 ${d.found} 字节`,
      en: `needs ${d.needed} bytes, the field that holds it has ${d.found} left`,
    }),
  },
  'bytes.left': {
    kind: 'malformed',
    say: (d) => ({ zh: `应到此为止，却多出 ${d.found} 字节`, en: `should end here, has ${d.found} bytes more` }),
  },
  'hex.odd': {
    kind: 'malformed',
    say: (d) => ({
      zh: `十六进制数字应为偶数个，却有 ${d.found} 个；请检查是否少复制了一位`,
      en: `needs an even number of hex digits, has ${d.found}; check whether one was lost in copying`,
    }),
  },
  'hex.digit': {
    kind: 'malformed',
    say: (d) => ({
      zh: `应为十六进制数字 ${d.needed}，却是 ${d.found}`,
      en: `needs a hex digit ${d.needed}, has ${d.found}`,
    }),
  },
  'bcd.digit': {
    kind: 'malformed',
    say: (d) => ({
      zh: `BCD 半字节应为 ${d.needed}，却是 ${d.found}`,
      en: `needs a BCD nibble ${d.needed}, has ${d.found}`,
    }),
  },
  'ber.tag': {
    kind: 'malformed',
    say: (d) => ({
      zh: `TLV 标签最多 ${d.needed} 字节，这里更长`,
      en: `a TLV tag has at most ${d.needed} bytes, this one is longer`,
    }),
  },
  'ber.length': {
    kind: 'malformed',
    say: (d) => ({
      zh: `TLV 长度的首字节应为 ${d.needed}，却是 ${d.found}`,
      en: `needs ${d.needed} as the first byte of a TLV length, has ${d.found}`,
    }),
  },
  'ber.depth': {
    kind: 'malformed',
    say: (d) => ({ zh: `TLV 嵌套超过 ${d.needed} 层`, en: `TLV is nested deeper than ${d.needed} levels` }),
  },
  'iso.too_long': {
    kind: 'malformed',
    say: (d) => ({
      zh: `报文最长 ${d.needed} 字节，却有 ${d.found}`,
      en: `a message has at most ${d.needed} bytes, this one ${d.found}`,
    }),
  },
  'iso.mti': {
    kind: 'malformed',
    say: (d) => ({
      zh: `应为报文类型 ${d.needed}，却是 ${d.found}`,
      en: `needs a message type ${d.needed}, has ${d.found}`,
    }),
  },
  'iso.field': {
    kind: 'malformed',
    say: (d) => ({
      zh: `位图说有域 ${d.found}，报文规范没有这个域，后面无法再读；可在方言文件里加上它`,
      en: `the bitmap has field ${d.found}, which the specification lacks, so that nothing after it can be read; a dialect file can add it`,
    }),
  },
  'iso.number': {
    kind: 'malformed',
    say: (d) => ({ zh: `长度应为 ${d.needed}，却是 ${d.found}`, en: `needs ${d.needed} for a length, has ${d.found}` }),
  },
  'iso.length': {
    kind: 'malformed',
    say: (d) => ({
      zh: `长度最多 ${d.needed}，却是 ${d.found}`,
      en: `needs a length of at most ${d.needed}, has ${d.found}`,
    }),
  },
  'iso.digits': {
    kind: 'malformed',
    say: (d) => ({
      zh: `应为数字 ${d.needed}，却有字节 ${d.found}`,
      en: `needs digits ${d.needed}, has the byte ${d.found}`,
    }),
  },
  'pack.characters': {
    kind: 'malformed',
    say: (d) => ({
      zh: `值不能写成 ${d.needed}，含有 ${d.found}`,
      en: `the value cannot be written as ${d.needed}, it has ${d.found}`,
    }),
  },
  'pack.length': {
    kind: 'malformed',
    say: (d) => ({
      zh: `长度应合 ${d.needed}，却是 ${d.found}`,
      en: `needs a length that fits ${d.needed}, has ${d.found}`,
    }),
  },
  'pack.field': {
    kind: 'malformed',
    say: (d) => ({
      zh: `报文规范 ${d.needed} 没有域 ${d.found}`,
      en: `the specification ${d.needed} has no field ${d.found}`,
    }),
  },
  'spec.format': {
    kind: 'malformed',
    say: (d) => ({
      zh: `域格式应写作 ${d.needed}，却是 ${d.found}`,
      en: `needs a field format such as ${d.needed}, has ${d.found}`,
    }),
  },
  'spec.encoding': {
    kind: 'malformed',
    say: (d) => ({
      zh: `这种格式的写法应为 ${d.needed} 之一，却是 ${d.found}`,
      en: `this format can be written as one of ${d.needed}, has ${d.found}`,
    }),
  },
  'dialect.key': {
    kind: 'malformed',
    say: (d) => ({
      zh: `不认识 ${d.found}；这里可以有 ${d.needed}`,
      en: `does not know ${d.found}; here may be ${d.needed}`,
    }),
  },
  'dialect.value': {
    kind: 'malformed',
    say: (d) => ({ zh: `应为 ${d.needed}，却是 ${d.found}`, en: `needs ${d.needed}, has ${d.found}` }),
  },
  'wav.header': {
    kind: 'malformed',
    say: (d) => ({ zh: `应为 ${d.needed}，却是 ${d.found}`, en: `needs ${d.needed}, has ${d.found}` }),
  },
  'wav.format': {
    kind: 'malformed',
    say: (d) => ({
      zh: `采样格式应为 ${d.needed}，却是 ${d.found}；请另存为 WAV（PCM）`,
      en: `needs samples as ${d.needed}, has ${d.found}; save it as WAV (PCM)`,
    }),
  },
  'wav.channels': {
    kind: 'malformed',
    say: (d) => ({
      zh: `声道应为 ${d.needed} 个（每条磁道一个），却有 ${d.found} 个`,
      en: `needs ${d.needed} channels (one a track), has ${d.found}`,
    }),
  },
  'wav.rate': {
    kind: 'malformed',
    say: (d) => ({
      zh: `采样率应为 ${d.needed} Hz，却是 ${d.found} Hz`,
      en: `needs a sampling rate of ${d.needed} Hz, has ${d.found} Hz`,
    }),
  },
  'wav.samples': {
    kind: 'malformed',
    say: (d) => ({
      zh: `每个声道至少要 ${d.needed} 个采样，却只有 ${d.found} 个`,
      en: `needs at least ${d.needed} samples a channel, has ${d.found}`,
    }),
  },
  'track.sentinel': {
    kind: 'malformed',
    say: (d) => ({
      zh: `磁道应以 ${d.needed} 开始，这里没有；请检查是否整条复制`,
      en: `needs a track that begins with ${d.needed}, has none; check whether all of it was copied`,
    }),
  },
  'track.empty': {
    kind: 'malformed',
    say: (d) => ({
      zh: `磁道至少要 ${d.needed} 个字符，却只有 ${d.found} 个：是空磁道`,
      en: `needs at least ${d.needed} characters, has ${d.found}: the track is empty`,
    }),
  },
  'emv.length': {
    kind: 'malformed',
    say: (d) => ({ zh: `应为 ${d.needed} 字节，却是 ${d.found} 字节`, en: `needs ${d.needed} bytes, has ${d.found}` }),
  },
  'emv.digits': {
    kind: 'malformed',
    say: (d) => ({ zh: `应为 ${d.needed} 的数字，却是 ${d.found}`, en: `needs digits ${d.needed}, has ${d.found}` }),
  },
  'atr.value': {
    kind: 'malformed',
    say: (d) => ({ zh: `应为 ${d.needed}，却是 ${d.found}`, en: `needs ${d.needed}, has ${d.found}` }),
  },
  'escpos.reply': {
    kind: 'malformed',
    say: (d) => ({
      zh: `应答的位应为 ${d.needed}，却是 ${d.found}；请检查是否真是 DLE EOT 的应答`,
      en: `needs a reply of the bits ${d.needed}, has ${d.found}; check whether it is a reply to DLE EOT`,
    }),
  },
  'escpos.length': {
    kind: 'malformed',
    say: (d) => ({
      zh: `应为 ${d.needed} 字节（依次是 DLE EOT 1 到 4 的应答），却是 ${d.found} 字节`,
      en: `needs ${d.needed} bytes (replies to DLE EOT 1 to 4 in turn), has ${d.found}`,
    }),
  },
} as const satisfies Record<string, Row>;

export type WireErrorCode = keyof typeof ERRORS;

function where({ path, offset }: Detail): Text {
  const zh = offset === null ? path : `${path} 第 ${offset} 字节`.trimStart();
  const en = offset === null ? path : `${path} at byte ${offset}`.trimStart();
  return { zh, en };
}

/** The one error of the decoders. */
export class WireError extends Error {
  readonly code: WireErrorCode;
  readonly kind: Kind;
  readonly detail: Detail;

  constructor(code: WireErrorCode, detail: Detail) {
    super();
    this.name = 'WireError';
    this.code = code;
    this.kind = ERRORS[code].kind;
    this.detail = detail;
    this.message = `${code}: ${this.text.en}`;
  }

  /** Where, what was found and what was needed, for people. */
  get text(): Text {
    const place = where(this.detail);
    const said = ERRORS[this.code].say(this.detail);
    return { zh: `${place.zh}：${said.zh}`, en: `${place.en}: ${said.en}` };
  }
}
