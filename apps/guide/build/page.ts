import { createHash } from 'node:crypto';

type Parts = {
  /** As Vite made it. */
  readonly html: string;
  readonly style: string;
  /** The script that shows the first question. */
  readonly threshold: string;
  readonly first: ByLang<string>;
  /** What each answer to it leads to, by its place; null where the page must wait for the code. */
  readonly next: ByLang<readonly (string | null)[]>;
};

type ByLang<T> = { readonly zh: T; readonly en: T };

/**
 * The page with its style, its first question in both languages, the script that shows it, and what its answers lead to. A policy lets no other script
 * stand in the page: what a link or a log says is shown as text, and would not run if it were not.
 */
export function pageOf({ html, style, threshold, first, next }: Parts): string {
  const script = threshold.trim();
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'self'; script-src 'self' 'sha256-${hash}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'`;
  const templates = Object.entries(first).map(([lang, body]) => `<template id="first-${lang}">${body}</template>`);
  return html
    .replace(
      '<meta charset="utf-8" />',
      (it) => `${it}\n    <meta http-equiv="content-security-policy" content="${policy}" />`,
    )
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style.trim()}</style>`)
    .replace(
      '<div id="guide"></div>',
      (it) => `${it}\n    ${templates.join('')}<script>${script}</script>\n    ${nextTemplates(next).join('')}`,
    );
}

/** Several answers may lead to one screen: it stands there once. */
function nextTemplates(next: Parts['next']): readonly string[] {
  return Object.entries(next).flatMap(([lang, screens]) =>
    screens.flatMap((screen, place) => {
      if (screen === null) return [];
      const same = screens.indexOf(screen);
      const id = `next-${lang}-${place}`;
      return same < place
        ? [`<template id="${id}" data-same="next-${lang}-${same}"></template>`]
        : [`<template id="${id}">${screen}</template>`];
    }),
  );
}
