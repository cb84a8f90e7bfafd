import { evidenceOf } from '../course/course.ts';
import { Answer } from '../parts/answer.tsx';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { useGuide, useGuideState } from '../use-guide.ts';
import { LATER_WORDS } from '../words/later-words.ts';
import { useWords } from '../words/use-words.ts';

/** It reads again: what helped, what it was, and how to keep it so. */
export function Fixed({ by }: { readonly by: string }) {
  const { kit, act, restart } = useGuide();
  const { course } = useGuideState();
  const t = useWords();
  const step = kit.step(by);
  const [likely] = kit.cured(evidenceOf(course), by);
  const cause = likely && kit.cause(likely.cause);
  return (
    <>
      <div className="big good">
        <Icon of="check" />
      </div>
      <Heading of="fixed">{t(LATER_WORDS.fixed_title)}</Heading>
      <dl className="facts">
        {step && (
          <>
            <dt>{t(LATER_WORDS.fixed_by)}</dt>
            <dd>{t(step.text)}</dd>
          </>
        )}
        {cause && (
          <>
            <dt>{t(LATER_WORDS.fixed_cause)}</dt>
            <dd>{t(cause.name)}</dd>
          </>
        )}
        {cause?.prevention && (
          <>
            <dt>{t(LATER_WORDS.prevention)}</dt>
            <dd>{t(cause.prevention)}</dd>
          </>
        )}
      </dl>
      <div className="answers">
        <Answer kind="good" onClick={restart}>
          {t(LATER_WORDS.finish)}
        </Answer>
        <Answer kind="quiet" onClick={() => act({ kind: 'back' })}>
          {t(LATER_WORDS.not_fixed)}
        </Answer>
      </div>
    </>
  );
}
