/** The npm package `iso_8583`, as far as it is compared with. */
declare module 'iso_8583' {
  type Format = { ContentType: string; Label: string; LenType: string; MaxLen: number };
  type Formats = Record<string, Format>;
  export default class Iso8583 {
    constructor(message?: Record<string, string>, formats?: Formats);
    /** The message after two bytes of length, or why there is none. */
    getBufferMessage(): Buffer | { error: string };
    getIsoJSON(message: Buffer, config?: { lenHeader?: boolean }): Record<string, string>;
    /** The message with the card number masked and tracks removed. */
    toSafeLog(): string;
  }
}
declare module 'iso_8583/lib/formats.js' {
  const formats: Record<string, { ContentType: string; LenType: string; MaxLen: number }>;
  export default formats;
}
