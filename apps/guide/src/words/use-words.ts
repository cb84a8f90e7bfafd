import type { Lang, Text } from '@duka/model';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export const LangContext = createContext<Lang>('zh');

/** Says a text in the language of the screen. */
export function useWords(): (text: Text) => string {
  const lang = useContext(LangContext);
  return (text) => text[lang];
}
