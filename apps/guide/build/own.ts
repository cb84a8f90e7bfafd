/** What somebody wants the page to decide by, as their files hold it; null is Duka's own knowledge, and nothing learned. */
export type Own = { readonly knowledge: unknown; readonly learned: unknown };

export const OURS: Own = { knowledge: null, learned: null };
