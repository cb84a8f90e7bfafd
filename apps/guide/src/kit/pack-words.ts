import type { Model } from '@duka/diagnosis';
import { DEVICES } from '@duka/knowledge';
import type { Lang, Text } from '@duka/model';
import type { Said, Step } from './kit.ts';
import { isHere } from './kit.ts';
import type { PackedLater, PackedWords } from './packed.ts';

const stepsOf = ({ actions, call }: Model, said: Said): readonly Step[] =>
  [...actions, call].map(({ id }) => said.step(id)!);

/** What must not be done on the way to anything, each once. */
export const forbiddenIn = (model: Model, said: Said): readonly Text[] => [
  ...new Map(stepsOf(model, said).flatMap(({ forbidden }) => forbidden.map((text) => [text.en, text]))).values(),
];

/** What a course begins with, in one language. */
export function packWords(lang: Lang, model: Model, said: Said): PackedWords {
  const all = (texts: readonly Text[]) => texts.map((text) => text[lang]);
  return {
    questions: model.observations
      .filter(({ from }) => from === 'counter')
      .map(({ id }) => {
        const { text, hint, values, labels } = said.question(id)!;
        return [text[lang], hint?.[lang] ?? '', ...all(values.map((value) => labels[value]!))];
      }),
    steps: stepsOf(model, said).map((step) => (isHere(step) ? wordsOfStep(step, lang) : [])),
    forbidden: all(forbiddenIn(model, said)),
    clashes: all(said.clashes.map(({ text }) => text)),
    alarms: all(said.alarms.map(({ text }) => text)),
    devices: DEVICES.map(({ lights, cleaning }) => [
      lights.map(({ shows, means }) => [shows[lang], means[lang]]),
      all(cleaning.allowed),
      all(cleaning.forbidden),
    ]),
  };
}

/** What it does not begin with, in both. */
export function packLater(model: Model, said: Said): PackedLater {
  const others = stepsOf(model, said).filter((step) => !isHere(step));
  const inLang = (lang: Lang) => ({
    causes: Object.fromEntries(
      model.causes.map(({ id }) => {
        const { name, what, prevention } = said.cause(id)!;
        return [id, [name, what, prevention].flatMap((text) => text?.[lang] ?? [])];
      }),
    ),
    steps: Object.fromEntries(others.map((step) => [step.id, wordsOfStep(step, lang)])),
  });
  return { zh: inLang('zh'), en: inLang('en') };
}

const wordsOfStep = ({ text, steps = [] }: Step, lang: Lang): readonly [string, ...string[]] => [
  text[lang],
  ...steps.map((one) => one[lang]),
];
