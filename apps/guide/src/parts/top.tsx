import { useState } from 'preact/hooks';
import { useGuide, useGuideState } from '../use-guide.ts';
import { useWords } from '../words/use-words.ts';
import { WORDS } from '../words/words.ts';
import { Icon } from './icons.tsx';
import { Sheet } from './sheet.tsx';

/** Where one is, the other language, and what is seldom needed. */
export function Top() {
  const { speak, restart, act, go } = useGuide();
  const { lang, course } = useGuideState();
  const [open, setOpen] = useState(false);
  const t = useWords();
  const other = lang === 'zh' ? 'en' : 'zh';
  const { terminal } = course.context;
  const choose = (what: () => void) => () => {
    setOpen(false);
    what();
  };
  return (
    <header>
      <div className="brand">
        <strong>{t(WORDS.brand)}</strong>
        {terminal && (
          <span>
            {t(WORDS.terminal)} {terminal}
          </span>
        )}
      </div>
      <button type="button" className="small" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => speak(other)}>
        {WORDS.language[lang]}
      </button>
      <button type="button" className="small" aria-label={t(WORDS.menu)} onClick={() => setOpen(true)}>
        <Icon of="more" />
      </button>
      {open && (
        <Sheet title={t(WORDS.menu)} onClose={() => setOpen(false)}>
          <div className="menu">
            <button type="button" className="answer plain" onClick={choose(restart)}>
              {t(WORDS.restart)}
            </button>
            <button
              type="button"
              className="answer plain"
              onClick={choose(() => {
                go({ kind: 'course' });
                act({ kind: 'call' });
              })}
            >
              {t(WORDS.call_now)}
            </button>
            <button type="button" className="answer plain" onClick={choose(() => go({ kind: 'lessons' }))}>
              {t(WORDS.lessons)}
            </button>
          </div>
        </Sheet>
      )}
    </header>
  );
}
