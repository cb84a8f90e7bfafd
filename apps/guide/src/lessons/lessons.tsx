import { LESSONS } from '@duka/knowledge/training';
import { useState } from 'preact/hooks';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { useGuide, useGuideState } from '../use-guide.ts';
import { LATER_WORDS, score } from '../words/later-words.ts';
import { useWords } from '../words/use-words.ts';
import { WORDS } from '../words/words.ts';
import { LessonScreen } from './lesson.tsx';

/** "Show me how": what there is to learn, and how it went the last time. */
export function Lessons() {
  const { go } = useGuide();
  const { lessons: results } = useGuideState();
  const [open, setOpen] = useState<string | null>(null);
  const t = useWords();
  const lesson = LESSONS.find(({ id }) => id === open);
  if (lesson) return <LessonScreen lesson={lesson} onLeave={() => setOpen(null)} />;
  return (
    <>
      <main>
        <Heading of="lessons">{t(WORDS.lessons)}</Heading>
        <p className="hint">{t(LATER_WORDS.lessons_intro)}</p>
        <div className="answers top">
          {LESSONS.map(({ id, title }) => {
            const result = results[id];
            return (
              <button key={id} type="button" className="answer plain" onClick={() => setOpen(id)}>
                <span>{t(title)}</span>
                {result && (
                  <span className="result">
                    {result.right === result.of && <Icon of="check" />}
                    {t(score(result.right, result.of))}
                  </span>
                )}
              </button>
            );
          })}
        </div>
      </main>
      <footer>
        <button type="button" className="small" onClick={() => go({ kind: 'course' })}>
          <Icon of="back" />
          {t(LATER_WORDS.to_course)}
        </button>
      </footer>
    </>
  );
}
