import type { Lesson } from '@duka/model';
import { useState } from 'preact/hooks';
import { Answer } from '../parts/answer.tsx';
import { Drawing } from '../parts/drawing.tsx';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { useGuide } from '../use-guide.ts';
import { LATER_WORDS, pageOf, questionOf, score } from '../words/later-words.ts';
import { useWords } from '../words/use-words.ts';
import { Check } from './check.tsx';
import type { Progress } from './progress.ts';
import { backward, choose, forward, START } from './progress.ts';

/** One lesson, page by page, its check, and how it went. */
export function LessonScreen({ lesson, onLeave }: { readonly lesson: Lesson; readonly onLeave: () => void }) {
  const { checked } = useGuide();
  const [at, setAt] = useState<Progress>(START);
  const t = useWords();
  const { pages, quiz } = lesson;
  const goOn = () => {
    const next = forward(lesson, at);
    if (next.kind === 'done' && at.kind === 'check') checked(lesson.id, next.right, quiz.length);
    setAt(next);
  };
  const page = at.kind === 'page' ? pages[at.page] : undefined;
  const question = at.kind === 'check' ? quiz[at.question] : undefined;
  return (
    <>
      <main>
        <p className="above">
          {t(lesson.title)}
          {at.kind === 'page' && ` · ${t(pageOf(at.page + 1, pages.length))}`}
          {at.kind === 'check' && ` · ${t(questionOf(at.question + 1, quiz.length))}`}
        </p>
        {at.kind === 'page' && page && (
          <>
            <Heading of={`${lesson.id}.${at.page}`}>{t(page.text)}</Heading>
            <Drawing id={page.drawing} />
            <div className="answers">
              <Answer kind="good" onClick={goOn}>
                {t(at.page + 1 < pages.length ? LATER_WORDS.next : LATER_WORDS.start_check)}
              </Answer>
            </div>
          </>
        )}
        {at.kind === 'check' && question && (
          <Check
            of={`${lesson.id}.q${at.question}`}
            question={question}
            chosen={at.chosen}
            onChoose={(one) => setAt(choose(lesson, at, one))}
            onNext={goOn}
          />
        )}
        {at.kind === 'done' && (
          <>
            <Heading of={`${lesson.id}.done`}>
              {t(at.right === quiz.length ? LATER_WORDS.passed : score(at.right, quiz.length))}
            </Heading>
            <div className="answers">
              <Answer kind="good" onClick={onLeave}>
                {t(LATER_WORDS.finish)}
              </Answer>
              <Answer kind="quiet" onClick={goOn}>
                {t(LATER_WORDS.again)}
              </Answer>
            </div>
          </>
        )}
      </main>
      <footer>
        <button
          type="button"
          className="small"
          onClick={() => {
            const before = backward(at);
            if (before === null) onLeave();
            else setAt(before);
          }}
        >
          <Icon of="back" />
          {t(LATER_WORDS.previous)}
        </button>
      </footer>
    </>
  );
}
