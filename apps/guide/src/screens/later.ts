import type { Kit } from '../kit/kit.ts';
import { fetchDrawings } from '../parts/drawing.tsx';
import { later } from '../parts/later.tsx';

const endings = () => import('./endings.ts');

/** What a course comes to after a minute or two, or is looked at by who has time. */
export const Call = later(() => endings().then((screens) => screens.Call));
export const Fixed = later(() => endings().then((screens) => screens.Fixed));
export const Report = later(() => endings().then((screens) => screens.Report));
export const CauseList = later(() => endings().then((screens) => screens.CauseList));
/** Read by those who have time to learn: not by the one with a queue. */
export const Lessons = later(() => import('../lessons/lessons.tsx').then((lessons) => lessons.Lessons));

/** Gets all of them, what is likelier to be shown first. Without a network what is not there yet stays to be fetched. */
export async function fetchAll(kit: Kit): Promise<void> {
  await fetchDrawings();
  await kit.speaks('en');
  for (const screen of [CauseList, Call, Fixed, Report, Lessons]) await screen.fetch(kit);
}
