import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Guide, State } from './guide.ts';

export const GuideContext = createContext<Guide | null>(null);

export function useGuide(): Guide {
  const guide = useContext(GuideContext);
  if (guide === null) throw new Error('there is no guide around this');
  return guide;
}

export function useGuideState(): State {
  const { state } = useGuide();
  return useSyncExternalStore(state.subscribe, state.get, state.get);
}
