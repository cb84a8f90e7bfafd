import { DRAWINGS } from '@duka/knowledge/drawings';
import { useWords } from '../words/use-words.ts';

/** A drawing of a question or a step; nothing where there is none. */
export function Drawing({ id }: { readonly id: string | undefined }) {
  const t = useWords();
  const drawing = id === undefined ? undefined : DRAWINGS[id];
  if (drawing === undefined) return null;
  return (
    <svg className="drawing" viewBox="0 0 320 200" role="img" aria-label={t(drawing.title)}>
      <g dangerouslySetInnerHTML={{ __html: drawing.body }} />
    </svg>
  );
}
