import { evidenceOf } from '../course/course.ts';
import { isEntry } from '../course/keep.ts';
import type { Handed } from '../course/link.ts';
import { Answer } from '../parts/answer.tsx';
import { CauseList } from '../parts/cause-list.tsx';
import { Heading } from '../parts/heading.tsx';
import { Told } from '../parts/told.tsx';
import { useGuide, useGuideState } from '../use-guide.ts';
import { dayAndTime, LATER_WORDS } from '../words/later-words.ts';
import { useWords } from '../words/use-words.ts';
import { WORDS } from '../words/words.ts';

/** What came from a counter by link, for whoever comes to help. What this version does not know is shown, and not reckoned with. */
export function Report({ handed }: { readonly handed: Handed }) {
  const { kit, go } = useGuide();
  const { lang } = useGuideState();
  const t = useWords();
  const { terminal, model } = handed.context;
  const known = handed.log.filter((entry) => isEntry(kit, entry));
  return (
    <main>
      <Heading of="report">{t(LATER_WORDS.report_title)}</Heading>
      <p className="hint">
        {dayAndTime(handed.started, lang)}
        {terminal && ` · ${t(WORDS.terminal)} ${terminal}`}
        {model && ` · ${model}`}
      </p>
      <section>
        <h2>{t(WORDS.causes)}</h2>
        <CauseList evidence={evidenceOf({ context: handed.context, finding: [], log: known })} />
      </section>
      <Told log={handed.log} />
      <div className="answers">
        <Answer onClick={() => go({ kind: 'course' })}>{t(LATER_WORDS.report_new)}</Answer>
      </div>
    </main>
  );
}
