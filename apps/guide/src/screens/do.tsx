import { ACTOR_TEXT } from '@duka/knowledge';
import type { Step } from '../kit/kit.ts';
import { Answer } from '../parts/answer.tsx';
import { Drawing } from '../parts/drawing.tsx';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { useGuide } from '../use-guide.ts';
import { useWords } from '../words/use-words.ts';
import { aboutMinutes, WORDS } from '../words/words.ts';

/** One thing to do, and whether it helped. */
export function Do({ step }: { readonly step: Step }) {
  const { act } = useGuide();
  const t = useWords();
  return (
    <>
      <p className="above">
        {t(ACTOR_TEXT[step.by])} · {t(aboutMinutes(step.minutes))}
      </p>
      <Heading of={step.id}>{t(step.text)}</Heading>
      {step.steps && (
        <ol className="steps">
          {step.steps.map((one) => (
            <li key={one.en}>{t(one)}</li>
          ))}
        </ol>
      )}
      <Drawing id={step.drawing} />
      {step.forbidden.length > 0 && (
        <ul className="forbidden">
          {step.forbidden.map((one) => (
            <li key={one.en}>
              <Icon of="cross" />
              {t(one)}
            </li>
          ))}
        </ul>
      )}
      <section className="answers" aria-labelledby="reads-now">
        <h2 id="reads-now">{t(WORDS.reads_now)}</h2>
        <Answer kind="good" icon={<Icon of="check" />} onClick={() => act({ kind: 'step', outcome: 'helped' })}>
          {t(WORDS.reads_yes)}
        </Answer>
        <Answer icon={<Icon of="cross" />} onClick={() => act({ kind: 'step', outcome: 'failed' })}>
          {t(WORDS.reads_no)}
        </Answer>
        <Answer kind="quiet" onClick={() => act({ kind: 'step', outcome: 'skipped' })}>
          {t(WORDS.cannot_do)}
        </Answer>
      </section>
    </>
  );
}
