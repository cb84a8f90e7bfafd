import { useEffect, useState } from 'preact/hooks';
import { questionsAhead } from '../course/ahead.ts';
import { useGuide, useGuideState } from '../use-guide.ts';
import { useWords } from '../words/use-words.ts';
import { aboutMore } from '../words/words.ts';

/** So long a tap may be expected at once, and nothing else is begun. */
const QUIET_MS = 300;

/** About how many questions there will be, reckoned after this one is on the screen: it takes the planner several calls. */
export function Ahead() {
  const { kit } = useGuide();
  const { course } = useGuideState();
  const [ahead, setAhead] = useState(0);
  const t = useWords();
  useEffect(() => {
    let isWanted = true;
    let wait = QUIET_MS;
    const breath = () =>
      new Promise<boolean>((resolve) => {
        setTimeout(() => resolve(isWanted), wait);
        wait = 0;
      });
    void questionsAhead(kit, course, breath).then((count) => count !== null && isWanted && setAhead(count));
    return () => {
      isWanted = false;
    };
  }, [kit, course]);
  const more = aboutMore(ahead);
  return <p className="above">{more && t(more)}</p>;
}
