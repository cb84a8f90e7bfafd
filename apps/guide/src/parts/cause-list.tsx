import type { CauseProbability } from '@duka/model';
import { useGuide } from '../use-guide.ts';
import { useWords } from '../words/use-words.ts';
import { howLikely } from '../words/words.ts';

const MOST = 4;
const FEWEST_SHOWN = 0.03;

/** The most likely causes in plain words; the figure stands behind them for whoever wants it. */
export function CauseList({ causes }: { readonly causes: readonly CauseProbability[] }) {
  const { kit } = useGuide();
  const t = useWords();
  const shown = causes.filter(({ probability }, rank) => rank === 0 || probability >= FEWEST_SHOWN).slice(0, MOST);
  return (
    <ol className="causes">
      {shown.map(({ cause, probability }) => {
        const words = kit.cause(cause);
        return (
          words && (
            <li key={cause}>
              <strong>{t(words.name)}</strong>
              <span className="likely">
                {t(howLikely(probability))} · {Math.round(probability * 100)} %
              </span>
              <span className="bar" aria-hidden="true">
                <span style={{ width: `${Math.round(probability * 100)}%` }} />
              </span>
              <span className="what">{t(words.what)}</span>
            </li>
          )
        );
      })}
    </ol>
  );
}
