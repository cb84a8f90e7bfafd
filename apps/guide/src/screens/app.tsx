import { useEffect } from 'preact/hooks';
import { Notice } from '../parts/notice.tsx';
import { Top } from '../parts/top.tsx';
import { useGuideState } from '../use-guide.ts';
import { LangContext } from '../words/use-words.ts';
import { WORDS } from '../words/words.ts';
import { CourseScreen } from './course-screen.tsx';
import { Lessons, Report } from './later.ts';

const TAGS = { zh: 'zh-CN', en: 'en' } as const;

export function App() {
  const { lang, page, notice } = useGuideState();
  useEffect(() => {
    document.documentElement.lang = TAGS[lang];
    document.title = WORDS.title[lang];
  }, [lang]);
  return (
    <LangContext.Provider value={lang}>
      <Top />
      <Notice text={notice} />
      {page.kind === 'course' && <CourseScreen />}
      {page.kind === 'lessons' && <Lessons />}
      {page.kind === 'report' && <Report handed={page.handed} />}
    </LangContext.Provider>
  );
}
