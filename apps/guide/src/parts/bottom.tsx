import { useState } from 'preact/hooks';
import { evidenceOf } from '../course/course.ts';
import { CauseList } from '../screens/later.ts';
import { useGuide, useGuideState } from '../use-guide.ts';
import { useWords } from '../words/use-words.ts';
import { WORDS } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Sheet } from './sheet.tsx';

/** The way back, and what it may be. */
export function Bottom() {
  const { act } = useGuide();
  const { course } = useGuideState();
  const [open, setOpen] = useState(false);
  const t = useWords();
  return (
    <footer>
      <button
        type="button"
        className="small"
        disabled={course.log.length === 0 && course.now.kind !== 'call'}
        onClick={() => act({ kind: 'back' })}
      >
        <Icon of="back" />
        {t(WORDS.back)}
      </button>
      <button type="button" className="small" onClick={() => setOpen(true)}>
        <Icon of="chart" />
        {t(WORDS.causes)}
      </button>
      {open && (
        <Sheet title={t(WORDS.causes)} onClose={() => setOpen(false)}>
          <p>{t(WORDS.causes_intro)}</p>
          <CauseList evidence={evidenceOf(course)} />
        </Sheet>
      )}
    </footer>
  );
}
