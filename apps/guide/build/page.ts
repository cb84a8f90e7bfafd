import { createHash } from 'node:crypto';

type Parts = {
  /** As Vite made it. */
  readonly html: string;
  readonly style: string;
  /** The script that shows the first question. */
  readonly threshold: string;
  readonly first: ByLang<string>;
  /** What its answers lead to. */
  readonly next: ByLang<readonly Ahead[]>;
  /** What the guide's code decides by. */
  readonly knowledge: unknown;
  /** Where the words are for those who read English. */
  readonly english: string;
};

type ByLang<T> = { readonly zh: T; readonly en: T };
/** A screen, and the places of the buttons that lead there. */
export type Ahead = { readonly path: string; readonly html: string };

/**
 * The page with its style, its first question in both languages, the script that shows it, and what its answers lead to. A policy lets no other script
 * stand in the page: what a link or a log says is shown as text, and would not run if it were not.
 */
export function pageOf({ html, style, threshold, first, next, knowledge, english }: Parts): string {
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
      () =>
        `<div id="guide" data-english="${english}"></div>\n    ${templates.join('')}<script>${script}</script>\n    ${aheadOf('zh', next.zh)}${aheadOf('en', next.en)}\n    ${dataOf('knowledge', knowledge)}`,
    );
}

/** Data for the code: the browser neither runs nor shows it. */
const dataOf = (id: string, data: unknown): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

/** Screens as templates. Several taps may lead to one screen: it stands there once. */
function aheadOf(lang: keyof ByLang<unknown>, screens: readonly Ahead[]): string {
  const first = new Map<string, string>();
  return screens
    .map(({ path, html }) => {
      const id = `next-${lang}-${path}`;
      const same = first.get(html);
      if (same !== undefined) return `<template id="${id}" data-same="${same}"></template>`;
      first.set(html, id);
      return `<template id="${id}">${html}</template>`;
    })
    .join('');
}
