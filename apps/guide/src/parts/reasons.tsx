import type { Text } from '@duka/model';
import type { Reason } from '../kit/kit.ts';
import { useGuide } from '../use-guide.ts';
import { useWords } from '../words/use-words.ts';
import { WORDS } from '../words/words.ts';

const MOST = 3;

/** What speaks for a cause and what against it, in the words that were on the screen. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { kit } = useGuide();
  const t = useWords();
  const said = ({ id, value }: Reason): Text | undefined =>
    value === null ? kit.step(id)?.text : kit.question(id)?.labels[value];
  return (
    <ul className="reasons">
      {reasons.slice(0, MOST).map((reason) => {
        const [words, question] = [said(reason), kit.question(reason.id)];
        return (
          words && (
            <li key={reason.id}>
              <strong>{t(reason.weight > 0 ? WORDS.speaks_for : WORDS.speaks_against)}</strong>
              {question ? `${t(question.text)} ${t(words)}` : `${t(words)} ${t(WORDS.did_not_help)}`}
            </li>
          )
        );
      })}
    </ul>
  );
}
