import { Type } from 'typebox';
import { CauseIdSchema, InterfaceSchema, id, SourceSchema, says, TextSchema } from './parts.ts';

export const CaseSchema = Type.Object(
  {
    id: id('编号', 'id'),
    title: TextSchema,
    setting: TextSchema,
    story: TextSchema,
    evidence: Type.Array(TextSchema),
    cause: CauseIdSchema,
    remedy: TextSchema,
    outcome: TextSchema,
    lesson: TextSchema,
    interfaces: Type.Array(InterfaceSchema),
    keywords: Type.Array(Type.String({ minLength: 1 })),
    source: SourceSchema,
  },
  says('一个有据可查的案例', 'a documented case: what happened, what was seen, what was done, how it ended'),
);
