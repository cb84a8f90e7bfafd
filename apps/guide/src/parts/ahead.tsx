import { useEffect, useState } from 'preact/hooks';
import { questionsAhead } from '../course/ahead.ts';
import { useGuide, useGuideState } from '../use-guide.ts';
import { useWords } from '../words/use-words.ts';
import { aboutMore } from '../words/words.ts';

/** About how many questions there will be, reckoned after this one is on the screen: it takes the planner several calls. */
export function Ahead() {
  const { kit } = useGuide();
  const { course } = useGuideState();
  const [ahead, setAhead] = useState(0);
  const t = useWords();
  useEffect(() => {
    const timer = setTimeout(() => setAhead(questionsAhead(kit, course)));
    return () => clearTimeout(timer);
  }, [kit, course]);
  const more = aboutMore(ahead);
  return <p className="above">{more && t(more)}</p>;
}
