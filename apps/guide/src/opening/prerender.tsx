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

/** A course of which nothing is known but these taps, by the places of their buttons. */
function guideAfter(lang: Lang, places: readonly number[]): Guide {
  const ports = { memory: { get: () => null, set: () => {} }, now: () => 0, newId: () => '', tell: () => {} };
  const opening = { context: CONTEXT, lang, page: { kind: 'course' }, notice: null } as const;
  const guide = guideOf(ownKit(modelHere(NOTHING_LEARNED)), ports, opening);
  for (const place of places) tapOn(guide, place);
  return guide;
}

const htmlOf = (guide: Guide): string =>
  renderToString(
    <GuideContext.Provider value={guide}>
      <App />
    </GuideContext.Provider>,
  );

/** The first screen of a course of which nothing is known, as HTML: it is there before any code is. */
export const prerender = (lang: Lang): string => htmlOf(guideAfter(lang, []));

/** What taps lead to, as HTML: the planner's own next screen. `path`: the places of the buttons, joined by `-`. */
export type Ahead = { readonly path: string; readonly html: string };

/**
 * The screens after so many taps. Only questions and steps: not a step that the maker of some model forbids, because the page does
 * not know the model.
 */
export function prerenderAhead(lang: Lang, taps: number): readonly Ahead[] {
  const after = (places: readonly number[], left: number): readonly Ahead[] => {
    const guide = guideAfter(lang, places);
    if (!isPlain(guide)) return [];
    if (left === 0) return [{ path: places.join('-'), html: mainOf(htmlOf(guide)) }];
    return Array.from({ length: buttonsOf(guide) }, (_, place) => after([...places, place], left - 1)).flat();
  };
  return after([], taps);
}

function isPlain({ state }: Guide): boolean {
  const { now } = state.get().course;
  return now.kind === 'ask' || (now.kind === 'do' && !DEVICES.some(({ forbids }) => forbids.includes(now.id)));
}

/** The answers and "don't know"; or how a step went. */
function buttonsOf({ kit, state }: Guide): number {
  const { now } = state.get().course;
  return now.kind === 'ask' ? (kit.question(now.id)?.values.length ?? 0) + 1 : 3;
}

function mainOf(html: string): string {
  const [main] = /<main>.*<\/main>/s.exec(html) ?? [];
  if (main === undefined) throw new Error('the screen has no main part');
  return main;
}
