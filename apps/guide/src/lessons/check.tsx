import type { QuizQuestion } from '@duka/model';
import { Answer } from '../parts/answer.tsx';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { LATER_WORDS } from '../words/later-words.ts';
import { useWords } from '../words/use-words.ts';

type CheckProps = {
  readonly of: string;
  readonly question: QuizQuestion;
  readonly chosen: number | null;
  readonly onChoose: (option: number) => void;
  readonly onNext: () => void;
};

/** A question of a check; once it is answered, what is right and why. */
export function Check({ of, question, chosen, onChoose, onNext }: CheckProps) {
  const t = useWords();
  const { options, right, why } = question;
  return (
    <>
      <Heading of={of}>{t(question.question)}</Heading>
      <div className="answers">
        {options.map((option, i) => {
          const shown = chosen === null ? 'plain' : i === right ? 'good' : i === chosen ? 'plain chosen' : 'plain pale';
          return (
            <button
              key={option.en}
              type="button"
              className={`answer ${shown}`}
              aria-disabled={chosen !== null}
              onClick={() => onChoose(i)}
            >
              {chosen !== null && i === right && <Icon of="check" />}
              {chosen === i && i !== right && <Icon of="cross" />}
              <span>{t(option)}</span>
            </button>
          );
        })}
        <p role="status" className="why">
          {chosen !== null && (
            <>
              <strong>{t(chosen === right ? LATER_WORDS.right : LATER_WORDS.wrong)}</strong> {t(why)}
            </>
          )}
        </p>
        {chosen !== null && (
          <Answer kind="good" onClick={onNext}>
            {t(LATER_WORDS.go_on)}
          </Answer>
        )}
      </div>
    </>
  );
}
