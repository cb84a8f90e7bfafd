import { ACTOR_TEXT } from '@duka/knowledge';
import { useState } from 'preact/hooks';
import { linkOf } from '../browser.ts';
import { evidenceOf } from '../course/course.ts';
import { handoverText } from '../course/handover.ts';
import { toFragment } from '../course/link.ts';
import { Answer } from '../parts/answer.tsx';
import { CauseList } from '../parts/cause-list.tsx';
import { Heading } from '../parts/heading.tsx';
import { Icon } from '../parts/icons.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { Told } from '../parts/told.tsx';
import { useGuide, useGuideState } from '../use-guide.ts';
import { forWhom, LATER_WORDS } from '../words/later-words.ts';
import { useWords } from '../words/use-words.ts';
import { WORDS } from '../words/words.ts';

/** It takes somebody else: what was found goes to whoever comes, with what they are to do where the plan names it. */
export function Call({ id }: { readonly id?: string }) {
  const { kit, act } = useGuide();
  const step = id === undefined ? undefined : kit.step(id);
  const { course, lang } = useGuideState();
  const t = useWords();
  const link = linkOf(toFragment(course));
  const text = handoverText(kit, course, link, lang);
  return (
    <>
      <Heading of={`call.${step?.id}`}>{t(step ? forWhom(ACTOR_TEXT[step.by]) : LATER_WORDS.call_title)}</Heading>
      {step && <p className="task">{t(step.text)}</p>}
      <p className="hint">{t(LATER_WORDS.call_intro)}</p>
      <div className="answers">
        <Copy text={text} />
        {'share' in navigator && (
          <Answer icon={<Icon of="send" />} onClick={() => void navigator.share({ text }).catch(() => {})}>
            {t(LATER_WORDS.share)}
          </Answer>
        )}
      </div>
      <QrCode text={link} title={t(LATER_WORDS.qr_title)} caption={t(LATER_WORDS.scan)} />
      <p className="hint">{t(LATER_WORDS.no_card_number)}</p>
      <section>
        <h2>{t(WORDS.causes)}</h2>
        <CauseList evidence={evidenceOf(course)} />
      </section>
      <Told log={course.log} />
      {step && (
        <div className="answers">
          <Answer icon={<Icon of="check" />} onClick={() => act({ kind: 'step', outcome: 'helped' })}>
            {t(WORDS.reads_yes)}
          </Answer>
          <Answer kind="quiet" onClick={() => act({ kind: 'step', outcome: 'skipped' })}>
            {t(LATER_WORDS.try_more)}
          </Answer>
        </div>
      )}
    </>
  );
}

function Copy({ text }: { readonly text: string }) {
  const t = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () => void putOnClipboard(text).then(setCopied);
  return (
    <Answer kind="good" icon={<Icon of={copied ? 'check' : 'copy'} />} onClick={copy}>
      <span aria-live="polite">{t(copied ? LATER_WORDS.copied : LATER_WORDS.copy)}</span>
    </Answer>
  );
}

/** The clipboard proper is there on safe origins only; a page in a shop's own network is often plain http. */
async function putOnClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
