import type { Entry } from '../course/course.ts';
import { useGuide, useGuideState } from '../use-guide.ts';
import { clockTime, LATER_WORDS } from '../words/later-words.ts';
import { useWords } from '../words/use-words.ts';
import { OUTCOME_WORDS, WORDS } from '../words/words.ts';

/** What was answered, and what was tried and when. */
export function Told({ log }: { readonly log: readonly Entry[] }) {
  const { kit } = useGuide();
  const { lang } = useGuideState();
  const t = useWords();
  const answers = log.filter((entry) => entry.kind === 'answer');
  const steps = log.filter((entry) => entry.kind === 'step');
  return (
    <>
      <section>
        <h2>{t(LATER_WORDS.tried)}</h2>
        {steps.length === 0 && <p>{t(LATER_WORDS.nothing_yet)}</p>}
        <ul className="told">
          {steps.map(({ id, outcome, at }) => (
            <li key={id}>
              <span>
                <time dateTime={new Date(at).toISOString()}>{clockTime(at, lang)}</time> {t(OUTCOME_WORDS[outcome])}
              </span>
              <strong>{t(kit.step(id)?.text ?? { zh: id, en: id })}</strong>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t(LATER_WORDS.said)}</h2>
        {answers.length === 0 && <p>{t(LATER_WORDS.nothing_yet)}</p>}
        <ul className="told">
          {answers.map(({ id, value }) => {
            const question = kit.question(id);
            const label = value === null ? WORDS.dont_know : question?.labels[value];
            return (
              <li key={id}>
                <span>{t(question?.text ?? { zh: id, en: id })}</span>
                <strong>{t(label ?? { zh: value ?? '', en: value ?? '' })}</strong>
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
