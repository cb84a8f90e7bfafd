import { NOTHING_LEARNED } from '@duka/diagnosis';
import { DEVICES } from '@duka/knowledge';
import type { Lang } from '@duka/model';
import { renderToString } from 'preact-render-to-string';
import type { Guide } from '../guide.ts';
import { guideOf } from '../guide.ts';
import { modelHere } from '../kit/built-with.ts';
import { ownKit } from '../kit/own.ts';
import { App } from '../screens/app.tsx';
import { GuideContext } from '../use-guide.ts';
import { tapOn } from './tap-on.ts';

const CONTEXT = { terminal: null, model: null };

/** A course of which nothing is known yet. */
function freshGuide(lang: Lang): Guide {
  const ports = { memory: { get: () => null, set: () => {} }, now: () => 0, newId: () => '', tell: () => {} };
  return guideOf(ownKit(modelHere(NOTHING_LEARNED)), ports, {
    context: CONTEXT,
    lang,
    page: { kind: 'course' },
    notice: null,
  });
}

const htmlOf = (guide: Guide): string =>
  renderToString(
    <GuideContext.Provider value={guide}>
      <App />
    </GuideContext.Provider>,
  );

/** The first screen of a course of which nothing is known, as HTML: it is there before any code is. */
export const prerender = (lang: Lang): string => htmlOf(freshGuide(lang));

/**
 * What each answer to the first question leads to, as HTML by the place of its button: the planner's own next screen. Null for a
 * step that the maker of some model forbids: the page does not know the model.
 */
export function prerenderNext(lang: Lang): readonly (string | null)[] {
  const { kit, state } = freshGuide(lang);
  const { now } = state.get().course;
  const answers = now.kind === 'ask' ? (kit.question(now.id)?.values.length ?? 0) + 1 : 0;
  return Array.from({ length: answers }, (_, place) => {
    const guide = freshGuide(lang);
    tapOn(guide, place);
    const next = guide.state.get().course.now;
    const isForbidden = next.kind === 'do' && DEVICES.some(({ forbids }) => forbids.includes(next.id));
    return isForbidden ? null : mainOf(htmlOf(guide));
  });
}

function mainOf(html: string): string {
  const [main] = /<main>.*<\/main>/s.exec(html) ?? [];
  if (main === undefined) throw new Error('the screen has no main part');
  return main;
}
