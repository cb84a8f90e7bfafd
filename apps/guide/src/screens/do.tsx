import { alarmOf } from '@duka/diagnosis';
import { ACTOR_TEXT } from '@duka/knowledge';
import { evidenceOf, triedIn } from '../course/course.ts';
import type { Step } from '../kit/kit.ts';
import { Answer } from '../parts/answer.tsx';
import { Drawing } from '../parts/drawing.tsx';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { useGuide, useGuideState } from '../use-guide.ts';
import { useWords } from '../words/use-words.ts';
import { aboutMinutes, WORDS } from '../words/words.ts';

/** Makers differ on it: what the maker of this model says is shown with the step. */
const isCleaning = ({ id }: Step): boolean => id.startsWith('clean.');

/** One thing to do, and whether it helped. */
export function Do({ step }: { readonly step: Step }) {
  const { kit } = useGuide();
  const { course } = useGuideState();
  const t = useWords();
  const evidence = evidenceOf(course);
  const alarm = alarmOf(kit.alarms, evidence.answers, triedIn(evidence));
  const isAlarmed = alarm?.action === step.id;
  const device = isCleaning(step) && course.context.model !== null ? kit.device(course.context.model) : null;
  const forbidden = [...step.forbidden, ...(device?.cleaning.forbidden ?? [])];
  return (
    <>
      <p className="above">
        {t(ACTOR_TEXT[step.by])} · {t(aboutMinutes(step.minutes))}
      </p>
      {isAlarmed && (
        <p role="alert" className="alarm">
          {t(alarm.text)}
        </p>
      )}
      <Heading of={step.id}>{t(step.text)}</Heading>
      {step.steps && (
        <ol className="steps">
          {step.steps.map((one) => (
            <li key={one.en}>{t(one)}</li>
          ))}
        </ol>
      )}
      <Drawing id={step.drawing} />
      {device && (
        <ul className="hint">
          {device.cleaning.allowed.map((one) => (
            <li key={one.en}>{t(one)}</li>
          ))}
        </ul>
      )}
      {forbidden.length > 0 && (
        <ul className="forbidden">
          {forbidden.map((one) => (
            <li key={one.en}>
              <Icon of="cross" />
              {t(one)}
            </li>
          ))}
        </ul>
      )}
      {isAlarmed ? <Heed of={step.id} /> : <DoesItRead of={step.id} />}
    </>
  );
}

/** The step whose outcome it is. */
type Of = { readonly of: string };

/** What is wrong here is not for the counter to mend: it is made safe, and handed over. */
function Heed({ of }: Of) {
  const { act } = useGuide();
  const t = useWords();
  return (
    <div className="answers" data-screen={of}>
      <Answer kind="good" onClick={() => act({ kind: 'step', outcome: 'done' })}>
        {t(WORDS.done_call)}
      </Answer>
    </div>
  );
}

function DoesItRead({ of }: Of) {
  const { act } = useGuide();
  const t = useWords();
  return (
    <section className="answers" data-screen={of} aria-labelledby="reads-now">
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
  );
}
