import type { Lesson } from '@duka/model';
import { CLEANING_LESSON } from './cleaning.ts';
import { INSERT_LESSON } from './insert.ts';
import { LIGHTS_LESSON } from './lights.ts';
import { PIN_LESSON } from './pin.ts';
import { SWIPE_LESSON } from './swipe.ts';
import { TAP_LESSON } from './tap.ts';

/** "Show me how": short lessons for cashiers, each with a check of five questions. */
export const LESSONS: readonly Lesson[] = [
  INSERT_LESSON,
  TAP_LESSON,
  SWIPE_LESSON,
  PIN_LESSON,
  LIGHTS_LESSON,
  CLEANING_LESSON,
];
