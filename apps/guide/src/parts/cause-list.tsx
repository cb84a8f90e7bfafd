import type { CauseProbability } from '@duka/model';
import type { Evidence } from '../kit/kit.ts';
import { useGuide } from '../use-guide.ts';
import { howLikely } from '../words/later-words.ts';
import { useWords } from '../words/use-words.ts';
import { Reasons } from './reasons.tsx';

const MOST = 4;
const FEWEST_SHOWN = 0.03;

/** The most likely causes in plain words, with the figure behind them, and why the first one. */
export function CauseList({ evidence }: { readonly evidence: Evidence }) {
  const { kit } = useGuide();
  const shown = kit
    .plan(evidence)
    .causes.filter(({ probability }, rank) => rank === 0 || probability >= FEWEST_SHOWN)
    .slice(0, MOST);
  return (
    <ol className="causes">
      {shown.map((cause, rank) => (
        <li key={cause.cause}>
          <Likely {...cause} />
          {rank === 0 && <Reasons evidence={evidence} cause={cause.cause} />}
        </li>
      ))}
    </ol>
  );
}

function Likely({ cause, probability }: CauseProbability) {
  const { kit } = useGuide();
  const t = useWords();
  const words = kit.cause(cause);
  const percent = Math.round(probability * 100);
  return (
    words && (
      <>
        <strong>{t(words.name)}</strong>
        <span className="likely">
          {t(howLikely(probability))} · {percent} %
        </span>
        <span className="bar" aria-hidden="true">
          <span style={{ width: `${percent}%` }} />
        </span>
        {words.what && <span className="what">{t(words.what)}</span>}
      </>
    )
  );
}
