/** One file of what comes later: see later.ts. */
export { CauseList } from '../parts/cause-list.tsx';
export { Call } from './call.tsx';
export { Fixed } from './fixed.tsx';
export { Report } from './report.tsx';
