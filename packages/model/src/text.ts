export const LANGS = ['zh', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A sentence for people, in both languages of the house. */
export type Text = { readonly zh: string; readonly en: string };
