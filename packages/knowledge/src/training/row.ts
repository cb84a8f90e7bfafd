import type { Lesson } from '@duka/model';
import type { DrawingId } from '../drawings/index.ts';

/** A lesson whose drawings exist, by the compiler's word. */
export type LessonRow = Omit<Lesson, 'pages'> & {
  readonly pages: readonly { readonly text: Lesson['title']; readonly drawing: DrawingId }[];
};
