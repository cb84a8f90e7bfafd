import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';
import { WORDS } from '../words/words.ts';
import { Icon } from './icons.tsx';

type SheetProps = { readonly title: string; readonly onClose: () => void; readonly children: ComponentChildren };

/** What lies behind one tap: a dialog that the system's own back and Escape close. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  const t = useWords();
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={name} onClose={onClose}>
      <div className="sheet-top">
        <h2 id={name}>{title}</h2>
        <button type="button" className="small" onClick={onClose} aria-label={t(WORDS.close)}>
          <Icon of="cross" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
