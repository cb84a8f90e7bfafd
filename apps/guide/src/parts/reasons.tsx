import type { CauseId, Text } from '@duka/model';
import { useEffect, useState } from 'preact/hooks';
import type { Evidence, Reason } from '../kit/kit.ts';
import { useGuide } from '../use-guide.ts';
import { LATER_WORDS } from '../words/later-words.ts';
import { useWords } from '../words/use-words.ts';

const MOST = 3;

/** What speaks for a cause and what against it, in the words that were on the screen. */
export function Reasons({ evidence, cause }: { readonly evidence: Evidence; readonly cause: CauseId }) {
  const { kit } = useGuide();
  const [reasons, setReasons] = useState<readonly Reason[]>([]);
  const asked = JSON.stringify(evidence);
  useEffect(() => {
    let isWanted = true;
    void kit.why(JSON.parse(asked), cause).then((found) => isWanted && setReasons(found));
    return () => {
      isWanted = false;
    };
  }, [kit, asked, cause]);
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
              <strong>{t(reason.weight > 0 ? LATER_WORDS.speaks_for : LATER_WORDS.speaks_against)}</strong>
              {question ? `${t(question.text)} ${t(words)}` : `${t(words)} ${t(LATER_WORDS.did_not_help)}`}
            </li>
          )
        );
      })}
    </ul>
  );
}
