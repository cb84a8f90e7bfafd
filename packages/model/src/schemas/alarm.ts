import { Type } from 'typebox';
import { AnswerSchema } from './contradiction.ts';
import { id, says, TextSchema } from './parts.ts';

export const AlarmSchema = Type.Object(
  {
    id: id('编号', 'id'),
    when: AnswerSchema,
    action: id('马上要做的处理办法的编号', 'id of the action that is done at once'),
    text: TextSchema,
  },
  says(
    '听到这个回答就马上做,不管哪个原因可能性大',
    'an answer after which something is done at once, however likely any cause is',
  ),
);
