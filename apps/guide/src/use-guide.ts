import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import type { Guide, State } from './guide.ts';

export const GuideContext = createContext<Guide | null>(null);

export function useGuide(): Guide {
  const guide = useContext(GuideContext);
  if (guide === null) throw new Error('there is no guide around this');
  return guide;
}

/** The state as it is, also when it changed between drawing and watching. */
export function useGuideState(): State {
  const { state } = useGuide();
  const [, drawAgain] = useState(state.get());
  useLayoutEffect(() => {
    const look = () => drawAgain(state.get());
    look();
    return state.subscribe(look);
  }, [state]);
  return state.get();
}
