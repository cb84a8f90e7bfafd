export const LANGS = ['zh', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A sentence for people, in both languages of the house. */
export type Text = { readonly zh: string; readonly en: string };

/** A name, a code or a quoted value: it reads the same in both languages. */
export const alike = (text: string): Text => ({ zh: text, en: text });
