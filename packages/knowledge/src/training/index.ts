import type { Lesson } from '@duka/model';
import { INSERT_LESSON } from './insert.ts';

/** "Show me how": short lessons for cashiers, each with a check. */
export const LESSONS: readonly Lesson[] = [INSERT_LESSON];
