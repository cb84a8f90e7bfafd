import type { Lang } from '@duka/model';
import { renderToString } from 'preact-render-to-string';
import { guideOf } from '../guide.ts';
import { ownKit } from '../kit/own.ts';
import { App } from '../screens/app.tsx';
import { GuideContext } from '../use-guide.ts';

/** The first screen of a course of which nothing is known, as HTML: it is there before any code is. */
export function prerender(lang: Lang): string {
  const ports = { memory: { get: () => null, set: () => {} }, now: () => 0, newId: () => '', tell: () => {} };
  const context = { terminal: null, model: null };
  const guide = guideOf(ownKit(), ports, { context, lang, page: { kind: 'course' }, notice: null });
  return renderToString(
    <GuideContext.Provider value={guide}>
      <App />
    </GuideContext.Provider>,
  );
}
