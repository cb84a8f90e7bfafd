/** A sentence or a name for people, in both languages of the house. */
export type Text = { readonly zh: string; readonly en: string };
