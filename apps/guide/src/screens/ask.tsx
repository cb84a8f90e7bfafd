import { Ahead } from '../parts/ahead.tsx';
import { Answer } from '../parts/answer.tsx';
import { Drawing } from '../parts/drawing.tsx';
import { Heading } from '../parts/heading.tsx';
import { useGuide, useGuideState } from '../use-guide.ts';
import { useWords } from '../words/use-words.ts';
import { WORDS } from '../words/words.ts';

/** A value that says "did not look": then that is the answer to give. */
const UNSURE = 'unsure';

/** One question. */
export function Ask({ id }: { readonly id: string }) {
  const { kit, act } = useGuide();
  const { model } = useGuideState().course.context;
  const t = useWords();
  const question = kit.question(id);
  if (question === undefined) return null;
  const lights = model !== null && id.includes('light') ? (kit.device(model)?.lights ?? []) : [];
  return (
    <>
      <Ahead />
      <Heading of={id}>{t(question.text)}</Heading>
      {question.hint && <p className="hint">{t(question.hint)}</p>}
      {lights.length > 0 && (
        <ul className="hint lights">
          {lights.map(({ shows, means }) => (
            <li key={shows.en}>
              {t(shows)} → {t(means)}
            </li>
          ))}
        </ul>
      )}
      <Drawing id={question.drawing} />
      <div className="answers" data-screen={id}>
        {question.values.map((value) => (
          <Answer key={value} onClick={() => act({ kind: 'answer', value })}>
            {t(question.labels[value] ?? { zh: value, en: value })}
          </Answer>
        ))}
        {!question.values.includes(UNSURE) && (
          <Answer kind="quiet" onClick={() => act({ kind: 'answer', value: null })}>
            {t(WORDS.dont_know)}
          </Answer>
        )}
      </div>
    </>
  );
}
