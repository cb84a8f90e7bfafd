import { Type } from 'typebox';
import { id, says, TextSchema } from './parts.ts';

export const AnswerSchema = Type.Object(
  {
    observation: id('现象的编号', 'id of an observation'),
    values: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, ...says('其中任一取值', 'any of these values') }),
  },
  says('对一个问题的回答', 'an answer to a question'),
);

export const ContradictionSchema = Type.Object(
  {
    id: id('编号', 'id'),
    between: Type.Array(AnswerSchema, { minItems: 2, maxItems: 2, ...says('两个回答', 'two answers') }),
    text: TextSchema,
  },
  says(
    '不可能同时成立的两个回答,以及重问第二个问题时说的话',
    'two answers that cannot both be true, and what to say when the second question is asked again',
  ),
);
