import { evidenceOf } from '../course/course.ts';
import { Heading } from '../parts/heading.tsx';
import { useGuide, useGuideState } from '../use-guide.ts';
import { useWords } from '../words/use-words.ts';
import { WORDS } from '../words/words.ts';

/** Two answers that cannot both be true: which one is put again? */
export function ClashScreen({ id }: { readonly id: string }) {
  const { kit, act } = useGuide();
  const { course } = useGuideState();
  const t = useWords();
  const clash = kit.clashes.find((one) => one.id === id);
  const { answers } = evidenceOf(course);
  return (
    <>
      <Heading of={`clash.${id}`}>{t(WORDS.clash_title)}</Heading>
      {clash && <p className="hint">{t(clash.text)}</p>}
      <div className="answers">
        <h2>{t(WORDS.clash_intro)}</h2>
        {clash?.between.map(({ observation }) => {
          const question = kit.question(observation);
          const label = question?.labels[answers[observation] ?? ''];
          return (
            question && (
              <button
                key={observation}
                type="button"
                className="answer plain two"
                onClick={() => act({ kind: 'reask', id: observation })}
              >
                <span>{t(question.text)}</span>
                {label && (
                  <strong>
                    {t(WORDS.your_answer)}
                    {t(label)}
                  </strong>
                )}
              </button>
            )
          );
        })}
      </div>
    </>
  );
}
