import type { Drawing as Drawn } from '@duka/model';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';

type Drawings = Readonly<Record<string, Drawn>>;

let all: Drawings | null = null;

/** The drawings are a file of their own: what the first screens show stands in the page. */
export async function fetchDrawings(): Promise<Drawings> {
  all ??= (await import('@duka/knowledge/drawings')).DRAWINGS;
  return all;
}

/** The body of a drawing from the screens that the page holds ready. */
function inPage(id: string): string {
  for (const { content } of document.querySelectorAll('template')) {
    const drawing = content.querySelector<SVGElement>('svg.drawing');
    if (drawing?.dataset.of === id) return drawing.firstElementChild?.innerHTML ?? '';
  }
  return '';
}

/** A drawing of a question or a step; nothing where there is none. One that is still to come has its place. */
export function Drawing({ id }: { readonly id: string | undefined }) {
  const t = useWords();
  const [drawings, setDrawings] = useState(all);
  useEffect(() => {
    if (drawings === null) void fetchDrawings().then(setDrawings);
  }, [drawings]);
  const drawing = id === undefined ? undefined : drawings?.[id];
  if (id === undefined || (drawings !== null && drawing === undefined)) return null;
  // What it shows can be said once all are there.
  return (
    <svg
      className="drawing"
      data-of={id}
      viewBox="0 0 320 200"
      role="img"
      aria-label={drawing && t(drawing.title)}
      aria-hidden={drawing === undefined}
    >
      <g dangerouslySetInnerHTML={{ __html: drawing?.body ?? inPage(id) }} />
    </svg>
  );
}
