import type { Text } from '@duka/model';
import { useWords } from '../words/use-words.ts';

/** The place is always there, so that a screen reader hears what comes into it. */
export function Notice({ text }: { readonly text: Text | null }) {
  const t = useWords();
  return (
    <div role="status" className="notice" hidden={text === null}>
      {text && t(text)}
    </div>
  );
}
