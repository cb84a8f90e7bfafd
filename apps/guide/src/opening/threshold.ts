/**
 * Runs before the guide's own code has come through a bad network: shows the first question in the reader's language, and
 * remembers a tap. It knows the page's templates, and nothing of the guide.
 */
import { KEPT_COURSE, KEPT_LANG } from '../kept-names.ts';

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
  const template = document.getElementById(`first-${lang}`);
  if (template instanceof HTMLTemplateElement) root.append(template.content.cloneNode(true));
  const answers = [...root.querySelectorAll<HTMLElement>('.answers .answer')];
  for (const [place, answer] of answers.entries()) {
    answer.addEventListener('click', () => {
      root.dataset.tapped = String(place);
      root.dataset.question = answer.closest<HTMLElement>('.answers')?.dataset.question ?? '';
      for (const one of answers) one.toggleAttribute('data-chosen', one === answer);
    });
  }
}
