/** The screens that the page holds ready, as templates: the first in each language, and what taps lead to. */

/** What a template holds; several taps may lead to one screen, which stands there once. */
export function contentOf(id: string): DocumentFragment | null {
  const template = document.getElementById(id) as HTMLTemplateElement | null;
  const same = template?.dataset.same;
  return same === undefined ? (template?.content ?? null) : contentOf(same);
}

/** The question or step of a screen. */
export const screenIn = (content: ParentNode): string | null =>
  content.querySelector<HTMLElement>('[data-screen]')?.dataset.screen ?? null;

/** The question or step that taps lead to, by the places of their buttons, joined by `-`; null where the page has none. */
export function screenAt(path: string): string | null {
  const content = contentOf(`next-zh-${path}`);
  return content && screenIn(content);
}
