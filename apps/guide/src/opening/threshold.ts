/**
 * Runs before the guide's own code has come through a bad network: shows the first question in the reader's language, answers a
 * tap with the screen that it leads to, and remembers what was tapped. It knows the page's templates, and nothing of the guide.
 */
import { KEPT_COURSE, KEPT_LANG, KEPT_LEARNED } from '../kept-names.ts';
import type { Tap } from './take-over.ts';

const root = document.getElementById('guide');
const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

/** What is shown must be what the guide will begin with: not where a course was left, or a report is to be read. */
if (root !== null && kept(KEPT_COURSE) === null && location.hash === '') {
  const asked = kept(KEPT_LANG) ?? new URLSearchParams(location.search).get('lang') ?? navigator.language;
  const lang = asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  const first = contentOf(`first-${lang}`);
  if (first !== null) {
    root.append(first);
    listen(root, lang);
  }
}

function contentOf(id: string): DocumentFragment | null {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) return null;
  return template.dataset.same === undefined
    ? (template.content.cloneNode(true) as DocumentFragment)
    : contentOf(template.dataset.same);
}

/** A tap on the first screen is answered; one on the second waits for the code. */
function listen(page: HTMLElement, lang: string): void {
  const taps: Tap[] = [];
  const note = (tap: Tap) => {
    taps[page.dataset.shown === undefined ? 0 : 1] = tap;
    page.dataset.taps = JSON.stringify(taps);
  };
  const answersIn = () => [...page.querySelectorAll<HTMLElement>('.answers .answer')];
  const showNext = () => {
    const [tap] = taps;
    const next = tap && page.dataset.shown === undefined ? contentOf(`next-${lang}-${tap.place}`) : null;
    if (next === null) return;
    page.dataset.shown = next.querySelector<HTMLElement>('[data-screen]')?.dataset.screen ?? '';
    page.querySelector('main')?.replaceWith(next);
    scrollTo(0, 0);
    page.querySelector('h1')?.focus({ preventScroll: true });
  };
  page.addEventListener('click', ({ target }) => {
    const answers = answersIn();
    const place = answers.findIndex((answer) => target instanceof Node && answer.contains(target));
    const screen = answers[place]?.closest<HTMLElement>('[data-screen]')?.dataset.screen;
    if (screen === undefined || page.dataset.ready !== undefined) return;
    note({ screen, place });
    for (const [i, answer] of answers.entries()) answer.toggleAttribute('data-chosen', i === place);
    // What was learned on this device may lead elsewhere: then the code decides.
    if (kept(KEPT_LEARNED) === null) showNext();
  });
  // The first question is there before the rest of the page.
  document.addEventListener('readystatechange', () => {
    if (kept(KEPT_LEARNED) === null && page.dataset.ready === undefined) showNext();
  });
}
