/**
 * Runs before the guide's own code has come through a bad network: shows the first question in the reader's language, answers
 * taps with the screens that they lead to, and remembers what was tapped. It knows templates, and nothing of the guide.
 */
import { KEPT_COURSE, KEPT_LANG, KEPT_LEARNED } from '../kept-names.ts';
import { englishOf } from './english.ts';
import type { Tap } from './take-over.ts';
import { contentOf, screenIn } from './templates.ts';

const root = document.getElementById('guide');
const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

if (root !== null) {
  const asked = kept(KEPT_LANG) ?? new URLSearchParams(location.search).get('lang') ?? navigator.language;
  const lang = asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  if (lang === 'en') englishOf(root).catch(() => {}); // whoever needs the words asks again
  // What is shown must be what the guide will begin with: not where a course was left, or a report is to be read.
  const first = kept(KEPT_COURSE) === null && location.hash === '' ? contentOf(`first-${lang}`) : null;
  if (first !== null) {
    root.append(document.importNode(first, true));
    listen(root, lang);
  }
}

/** A tap is answered where its screen is there already; else it waits, for the rest of the page or for the code. */
function listen(page: HTMLElement, lang: string): void {
  const taps: Tap[] = [];
  const shown: string[] = [];
  // What was learned on this device may lead elsewhere: then the code decides.
  const isOpen = () => page.dataset.ready === undefined && kept(KEPT_LEARNED) === null;
  const showNext = () => {
    if (taps.length === shown.length || !isOpen()) return;
    const id = `next-${lang}-${taps.map(({ place }) => place).join('-')}`;
    const next = contentOf(id);
    if (next === null) return;
    shown.push(screenIn(next) ?? '');
    page.dataset.shown = JSON.stringify(shown);
    page.querySelector('main')?.replaceWith(document.importNode(next, true));
    scrollTo(0, 0);
    page.querySelector('h1')?.focus({ preventScroll: true });
  };
  page.addEventListener('click', ({ target }) => {
    if (page.dataset.ready !== undefined) return;
    const answers = [...page.querySelectorAll<HTMLElement>('.answers .answer')];
    const place = answers.findIndex((answer) => target instanceof Node && answer.contains(target));
    const screen = answers[place]?.closest<HTMLElement>('[data-screen]')?.dataset.screen;
    if (screen === undefined) return;
    taps[shown.length] = { screen, place };
    page.dataset.taps = JSON.stringify(taps);
    for (const [i, answer] of answers.entries()) answer.toggleAttribute('data-chosen', i === place);
    showNext();
  });
  // The first question is there before the rest of the page.
  document.addEventListener('readystatechange', showNext);
}
