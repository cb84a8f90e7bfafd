import { plannerTimes } from './planner-times.ts';

/** For bench/guide-planner.ts, in a page. */
Object.assign(globalThis, { run: (courses: number) => plannerTimes(courses, () => performance.now()) });
