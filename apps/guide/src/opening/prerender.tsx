import { DEVICES } from '@duka/knowledge';
import type { Lang } from '@duka/model';
import { renderToString } from 'preact-render-to-string';
import type { Guide } from '../guide.ts';
import { guideOf } from '../guide.ts';
import { afterLearning } from '../kit/after-learning.ts';
import { learnedBuiltWith, modelBuiltWith } from '../kit/built-with.ts';
import { NOTHING } from '../kit/kit.ts';
import { kitOf } from '../kit/kit-of.ts';
import { ownKit } from '../kit/own.ts';
import { pack } from '../kit/pack.ts';
import { packLater, packWords } from '../kit/pack-words.ts';
import type { Packed, PackedLater, PackedWords } from '../kit/packed.ts';
import { spoken } from '../kit/spoken.ts';
import { unpack } from '../kit/unpack.ts';
import { wordsOf } from '../kit/words-of.ts';
import { fetchDrawings } from '../parts/drawing.tsx';
import { App } from '../screens/app.tsx';
import { GuideContext } from '../use-guide.ts';
import { tapOn } from './tap-on.ts';

const CONTEXT = { terminal: null, model: null };

const model = modelBuiltWith();
const learned = learnedBuiltWith();
const said = wordsOf(model);
const first = ownKit(afterLearning(model, learned)).plan(NOTHING).next;

/** What the page carries. */
export const packed: Packed = pack(model, said, { learned, first });
export const later: PackedLater = packLater(model, said);
export const english: PackedWords = packWords('en', model, said);

/** The same kit as in the page, from what it carries. */
const unpacked = unpack(packed);
const kit = kitOf(
  afterLearning(unpacked, learned),
  spoken(packed, { english: async () => english, later: async () => later }),
);
await Promise.all([fetchDrawings(), kit.speaks('en')]);

/** A course of which nothing is known but these taps, by the places of their buttons. */
function guideAfter(lang: Lang, places: readonly number[]): Guide {
  const ports = { memory: { get: () => null, set: () => {} }, now: () => 0, newId: () => '', tell: () => {} };
  const guide = guideOf(kit, ports, { context: CONTEXT, lang, page: { kind: 'course' }, notice: null });
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
 * The screens after up to so many taps. Only questions and steps: not a step that the maker of some model forbids, because the page does
 * not know the model.
 */
export function prerenderAhead(lang: Lang, taps: number): readonly Ahead[] {
  const after = (places: readonly number[], left: number): readonly Ahead[] => {
    const guide = guideAfter(lang, places);
    if (!isPlain(guide)) return [];
    const here = places.length === 0 ? [] : [{ path: places.join('-'), html: mainOf(htmlOf(guide)) }];
    if (left === 0) return here;
    const further = Array.from({ length: buttonsOf(guide) }, (_, place) => after([...places, place], left - 1));
    return [...here, ...further.flat()];
  };
  return after([], taps);
}

function isPlain({ state }: Guide): boolean {
  const { now } = state.get().course;
  return now.kind === 'ask' || (now.kind === 'do' && !DEVICES.some(({ forbids }) => forbids.includes(now.id)));
}

/** The answers and "don't know"; or how a step went. */
function buttonsOf({ kit: { question }, state }: Guide): number {
  const { now } = state.get().course;
  return now.kind === 'ask' ? (question(now.id)?.values.length ?? 0) + 1 : 3;
}

function mainOf(html: string): string {
  const [main] = /<main>.*<\/main>/s.exec(html) ?? [];
  if (main === undefined) throw new Error('the screen has no main part');
  return main;
}
