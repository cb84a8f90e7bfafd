import { Type } from 'typebox';
import { count, id, says, TextSchema } from './parts.ts';

const PageSchema = Type.Object(
  { text: TextSchema, drawing: id('图的编号', 'id of a drawing') },
  says('一页:一句话和一幅图', 'a page: a sentence and a drawing'),
);

const QuizQuestionSchema = Type.Object(
  {
    question: TextSchema,
    options: Type.Array(TextSchema, { minItems: 2, ...says('选项', 'options') }),
    right: count('正确选项的序号,从 0 起', 'index of the right option, from 0'),
    why: TextSchema,
  },
  says('一道测验题', 'a question of the check'),
);

export const LessonSchema = Type.Object(
  {
    id: id('编号', 'id'),
    title: TextSchema,
    pages: Type.Array(PageSchema, { minItems: 1, ...says('依次看的各页', 'in the order in which they are read') }),
    quiz: Type.Array(QuizQuestionSchema, { minItems: 1, ...says('学后测验', 'what is asked afterwards') }),
  },
  says('教收银员做一件事:分页讲解和测验', 'how something is done at the counter, and a check of what was learned'),
);
